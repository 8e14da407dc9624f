"""The stored rows of a kind in the form of its template, as a file that can be loaded again."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from sqlalchemy.orm import Session

from loaders.cells import Cell, guard_cell, write_number
from loaders.kinds import KINDS
from loaders.matching import Known

ENDINGS = (".csv", ".xlsx")
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_BYTE_ORDER_MARK = "\ufeff"
Rows = list[dict[str, Cell]]


def query_export(session: Session, kind: str) -> Rows:
    """Every stored row of a kind, one cell a column of the template, in the order of the natural key."""
    loader, known = KINDS[kind], Known(session)
    rows = [loader.write_cells(stored.record, known) for stored in loader.query_stored(session).values()]

    def order(cells: dict[str, Cell]) -> list[tuple[bool, Cell]]:
        return [(cells[name] is not None, cells[name]) for name in loader.key_columns]

    return sorted(rows, key=order)


def write_template(kind: str, suffix: str = ".csv") -> bytes:
    """An empty file of a kind, with its headings only: ``.csv`` or ``.xlsx``."""
    return write_rows(KINDS[kind].row.columns(), [], suffix)


def write_rows(columns: Sequence[str], rows: Rows, suffix: str) -> bytes:
    """Headings and rows as a CSV file (UTF-8, marked as such for Excel) or a workbook."""
    if suffix == ".xlsx":
        return _write_workbook(columns, rows)
    mark = _BYTE_ORDER_MARK if rows else ""
    return (mark + write_csv(columns, rows)).encode()


def write_csv(columns: Sequence[str], rows: Rows) -> str:
    """Headings and rows as CSV text."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(row[name]) for name in columns] for row in rows)
    return stream.getvalue()


def save_file(path: Path, content: bytes) -> None:
    """Write a file under another name and rename it, so that a fault leaves no half of it behind.

    Raises:
        OSError: the folder is not there, may not be written to, or the disk is full.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return guard_cell(cell) if isinstance(cell, str) else write_number(cell)


def open_workbook(stream: io.BytesIO) -> xlsxwriter.Workbook:
    """A workbook to write: no text becomes a formula, number or link; the same rows make the same bytes."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"created": _NO_DAY})
    return book


def _write_workbook(columns: Sequence[str], rows: Rows) -> bytes:
    stream = io.BytesIO()
    with open_workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for number, cells in enumerate([columns, *([row[name] for name in columns] for row in rows)]):
            for place, cell in enumerate(cells):
                # A workbook keeps 16 digits of a number; one that needs more is written as text.
                if isinstance(cell, int | float) and float(f"{cell:.16G}") == cell:
                    sheet.write_number(number, place, cell)
                elif cell is not None:
                    sheet.write_string(number, place, _text(cell))
    return stream.getvalue()
