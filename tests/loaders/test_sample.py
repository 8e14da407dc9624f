import hashlib

from loaders.sample import sample_hashes, sample_paths


def test_sample_files_are_known_by_content(sample_files):
    assert sample_paths() == sample_files
    assert hashlib.sha256(sample_files[0].read_bytes()).hexdigest() in sample_hashes()
    assert hashlib.sha256(b"").hexdigest() not in sample_hashes()
