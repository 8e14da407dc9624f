"""What a file is by its first bytes, and which letters its bytes stand for. Names are not trusted."""

from __future__ import annotations

import codecs
import re

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
)
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|table|script|style|div)\b", re.IGNORECASE)
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_zip(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive, as every .xlsx workbook is."""
    return data.startswith(ZIP_START)


def check_kind_of_content(data: bytes) -> None:
    """Refuse what is neither text nor a workbook, and name what it looks like."""
    start = data[:2048]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
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


def decode_text(data: bytes) -> tuple[str, str | None]:
    """The text of a CSV file, and a note for the message where its encoding is not UTF-8.

    Raises:
        RefusedFileError: the bytes are damaged or in an encoding that cannot be told for certain.
    """
    if data.startswith(_UTF32):
        raise RefusedFileError(f"The text is in an encoding (UTF-32) that is not read. {AS_CSV}")
    if data.startswith(_UTF16):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise RefusedFileError(f"The text (UTF-16) is damaged or cut off. {AS_CSV}") from None
        _refuse_nul("\x00" in text)
        return text, "The text was read as UTF-16."
    _refuse_nul(b"\x00" in data)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return _decode_windows(data)


def _refuse_nul(found: bool) -> None:
    if found:
        raise RefusedFileError(f"The file holds NUL bytes: it is not plain text, or it is damaged. {AS_CSV}")


def _decode_windows(data: bytes) -> tuple[str, str]:
    if _UTF8_LETTER.search(data):
        raise RefusedFileError(
            f"The file mixes two encodings, so its letters cannot be told for certain. {AS_CSV}"
        )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise RefusedFileError(f"The letters of this file cannot be read. {AS_CSV}") from None
    return text, "The text was read as Windows-1252 (Western European)."
