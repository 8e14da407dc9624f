import io

import pytest

from loaders.report import RefusedFileError
from loaders.sniffing import check_kind_of_content, find_encoding, is_zip


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"  \r\n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\n <HTML><body>", "HTML"),
        (b"<table><tr>", "HTML"),
        (b"\xef\xbb\xbf<html>", "HTML"),
        (b"<?xml version='1.0'?>", "XML"),
        (b'{"month": 1}', "JSON"),
        (b"[1, 2]", "JSON"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", ".xls"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "picture"),
        (b"SQLite format 3\x00", "SQLite"),
    ],
)
def test_what_is_no_table_is_named(data, word):
    with pytest.raises(RefusedFileError, match=word):
        check_kind_of_content(data)


def decode_text(data: bytes) -> tuple[str, str | None]:
    encoding, note = find_encoding(io.BytesIO(data))
    return data.decode(encoding), note


def test_text_and_archives_pass():
    check_kind_of_content(b"month,directorate\n")
    assert is_zip(b"PK\x03\x04...")
    assert not is_zip(b"month,directorate\n")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", None), ("utf-8-sig", None), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_encodings_that_can_be_told(encoding, said):
    text, note = decode_text("title\nCafé – “quoted” £5\n".encode(encoding))
    assert text == "title\nCafé – “quoted” £5\n"
    assert (said in note) if said else note is None


def test_utf_16_with_the_other_byte_order():
    text, _ = decode_text(b"\xfe\xff" + "month,Wŷ".encode("utf-16-be"))
    assert text == "month,Wŷ"


@pytest.mark.parametrize(
    "data",
    [
        "Café\n".encode() + "Café\n".encode("cp1252"),  # mixed
        "title\n".encode("utf-32"),
        "title\n".encode("utf-16-le"),  # no byte order mark, so NUL bytes
        b"a,b\n1,\x00\n",
        b"caf\x81\n",  # stands for nothing in Windows-1252
        b"\xff\xfea",  # cut off
        b"\xff\xfe\x00\xd8",  # half a pair
        "a\x00b".encode("utf-16"),
    ],
)
def test_text_that_cannot_be_told_for_certain_is_refused_with_advice(data):
    with pytest.raises(RefusedFileError, match="CSV UTF-8"):
        decode_text(data)
