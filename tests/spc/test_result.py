import pytest

from spc.result import PhaseRuns

RUNS = PhaseRuns(24, 5, 8, 11, 8, signal=False)
AS_DICT = {
    "n_useful": 24,
    "longest": 5,
    "longest_max": 8,
    "crossings": 11,
    "crossings_min": 8,
    "signal": False,
}


def test_runs_read_as_object_and_as_mapping():
    assert (RUNS.longest, RUNS["longest"]) == (5, 5)
    assert dict(RUNS) == AS_DICT
    assert RUNS == AS_DICT
    assert len(RUNS) == 6


def test_runs_know_only_their_own_names():
    with pytest.raises(KeyError):
        RUNS["shortest"]
