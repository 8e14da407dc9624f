"""Is this archive a harmless workbook? Asked before a reader that trusts it opens it.

A workbook of 3 KB with one stray cell in the last corner of the sheet makes readers set aside memory for
every cell in between, and a small archive can unpack to gigabytes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from loaders.report import RefusedFileError

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_CELLS = 5_000_000
_CHUNK = 1024 * 1024
_OVERLAP = 64
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,40}?\br="([A-Z]{1,3})([0-9]{1,7})"')
# An error such as #N/A, or a formula whose result was never worked out: readers give both as empty.
_NO_VALUE = re.compile(rb'<(?:\w+:)?c\b[^>]{0,80}?\bt="e"|</(?:\w+:)?f>(?:<v\s*/>|<v></v>|</(?:\w+:)?c>)')
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_READ_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    ArithmeticError,
    LookupError,
)
_DAMAGED = "The workbook is damaged and cannot be read. Open it in Excel and save it again as .xlsx."


def check_archive(data: bytes) -> int:
    """Refuse everything but an .xlsx or .xlsm workbook of reasonable size.

    Macros are let pass, as NHS England's monthly files have them: the part that holds them is measured
    here like any other, and the reader of worksheets never opens it, so nothing runs or stores them.

    Returns:
        How many cells hold an error, or a formula without a result.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive)
            unpacked = valueless = 0
            for entry in archive.infolist():
                size, found = _check_part(archive, entry, MOST_UNPACKED - unpacked)
                unpacked, valueless = unpacked + size, valueless + found
        return valueless
    except RefusedFileError:
        raise
    except _READ_ERRORS as error:
        raise RefusedFileError(_DAMAGED) from error


def holds_macros(data: bytes) -> bool:
    """Whether a workbook that `check_archive` let pass holds macros, so that it can be said."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())


def _check_entries(archive: zipfile.ZipFile) -> None:
    names = {name.lower() for name in archive.namelist()}
    if len(archive.infolist()) > MOST_ENTRIES:
        raise RefusedFileError("The workbook has too many parts. Copy the one sheet into a new workbook.")
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise RefusedFileError("The archive has a password. Save an .xlsx workbook without one.")
    if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
        raise _too_large()
    if "xl/workbook.bin" in names:
        raise RefusedFileError("This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.")
    if "content.xml" in names:
        raise RefusedFileError("This is an OpenDocument file (.ods). Save it as .xlsx or CSV.")
    if "xl/workbook.xml" not in names:
        raise RefusedFileError(
            "This is a ZIP archive, not a workbook. Unpack it and load the files one by one."
        )


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> tuple[int, int]:
    is_xml = entry.filename.lower().endswith((".xml", ".rels"))
    size, valueless, tail, last_row, last_column = 0, 0, b"", 0, 0
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            if is_xml and size == 0 and chunk.startswith(_UTF16_STARTS):
                raise RefusedFileError(_DAMAGED)
            size += len(chunk)
            if size > room:
                raise _too_large()
            text = tail + chunk
            if is_xml and _DTD.search(text):
                raise RefusedFileError("The workbook holds a DTD, which no spreadsheet program writes.")
            for column, row in _CELL.findall(text):
                last_row, last_column = max(last_row, int(row)), max(last_column, _column_number(column))
            valueless += sum(match.end() > len(tail) for match in _NO_VALUE.finditer(text))
            tail = text[-_OVERLAP:]
    if last_row * last_column > MOST_CELLS:
        raise RefusedFileError(
            "A worksheet has cells far outside its table. Delete the empty rows and columns beyond it, "
            "or copy the table into a new workbook."
        )
    return size, valueless


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large() -> RefusedFileError:
    return RefusedFileError(
        f"The workbook unpacks to more than {MOST_UNPACKED // 1024**2} MB. Save it as CSV, or split it."
    )
