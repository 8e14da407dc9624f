"""Files that come out byte for byte the same on every machine and day."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

Cell = str | int

_CREATED = datetime(2026, 11, 2, tzinfo=UTC)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a header and rows as UTF-8 with LF line ends."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def write_workbook(path: Path, sheet: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write one sheet with the header in row 1 as an XLSX file with fixed dates."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        book.set_properties({"title": "Made-up sample data", "created": _CREATED})
        page = book.add_worksheet(sheet)
        for number, row in enumerate([columns, *rows]):
            page.write_row(number, 0, row)
    path.write_bytes(_without_compression(packed))


def _without_compression(packed: io.BytesIO) -> bytes:
    """The same archive stored plain: compressed bytes differ between builds of zlib."""
    plain = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            # The default names the operating system that wrote the file.
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return plain.getvalue()
