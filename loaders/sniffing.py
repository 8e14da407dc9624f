"""What a file is by its first bytes, and which letters its bytes stand for. Names are not trusted."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from loaders.report import RefusedFileError

AS_CSV = 'Open it in Excel and save it as "CSV UTF-8 (Comma delimited)", or as an .xlsx workbook.'
ZIP_START = b"PK\x03\x04"
_BEGINNINGS = (
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a SQLite database"),
    (b"{\\rtf", "an RTF document"),
)
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|table|script|style|div)\b", re.IGNORECASE)
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PART = 1024 * 1024
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_zip(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive, as every .xlsx workbook is."""
    return data.startswith(ZIP_START)


def check_kind_of_content(start: bytes) -> None:
    """Refuse what is neither text nor a workbook by its first bytes, and name what it looks like."""
    if not start.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise RefusedFileError("The file is empty.")
    if start.startswith(_OLE_START):
        raise RefusedFileError(
            "This is an old Excel workbook (.xls) or one with a password. Open it in Excel and save it as "
            "an .xlsx workbook without a password."
        )
    body = start.removeprefix(codecs.BOM_UTF8).lstrip()
    for beginning, name in _BEGINNINGS:
        if body.startswith(beginning):
            raise RefusedFileError(f"This looks like {name}, not a table. Export the table as CSV or .xlsx.")
    if _HTML.match(body):
        raise RefusedFileError(
            "This looks like a web page (HTML), not a table. Perhaps a sign-in page was saved instead of the "
            "file. Download it again, or export it as CSV or .xlsx."
        )
    if body.startswith(b"<?xml"):
        raise RefusedFileError("This looks like XML, not a table. Export the table as CSV or .xlsx.")
    if body[:1] in (b"{", b"["):
        raise RefusedFileError("This looks like JSON, not a table. Export the table as CSV or .xlsx.")


def find_encoding(file: BinaryIO) -> tuple[str, str | None]:
    """The encoding of a text file, and a note for the message where it is not UTF-8. Reads all of it once.

    Raises:
        RefusedFileError: the bytes are damaged or in an encoding that cannot be told for certain.
    """
    file.seek(0)
    start = file.read(4)
    if start.startswith(_UTF32):
        raise RefusedFileError(f"The text is in an encoding (UTF-32) that is not read. {AS_CSV}")
    if start.startswith(_UTF16):
        if not _decodes(file, "utf-16"):
            raise RefusedFileError(f"The text (UTF-16) is damaged or cut off. {AS_CSV}")
        return "utf-16", "The text was read as UTF-16."
    if _decodes(file, "utf-8"):
        return "utf-8-sig", None
    if any(_UTF8_LETTER.search(part) for part in _parts(file)):
        raise RefusedFileError(
            f"The file mixes two encodings, so its letters cannot be told for certain. {AS_CSV}"
        )
    if not _decodes(file, "cp1252"):
        raise RefusedFileError(f"The letters of this file cannot be read. {AS_CSV}")
    return "cp1252", "The text was read as Windows-1252 (Western European)."


def _decodes(file: BinaryIO, encoding: str) -> bool:
    """Whether a whole file decodes. Refuses NUL, which no text holds and stores treat differently."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for part in _parts(file):
            _refuse_nul(decoder.decode(part))
        _refuse_nul(decoder.decode(b"", final=True))
    except UnicodeDecodeError:
        return False
    return True


def _parts(file: BinaryIO) -> Iterator[bytes]:
    """The file in parts that overlap nowhere; a letter of several bytes may be cut, never invented."""
    file.seek(0)
    while part := file.read(_PART):
        yield part


def _refuse_nul(text: str) -> None:
    if "\x00" in text:
        raise RefusedFileError(f"The file holds NUL bytes: it is not plain text, or it is damaged. {AS_CSV}")
