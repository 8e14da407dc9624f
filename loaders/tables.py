"""A file's bytes in, the table that it holds out: its header, its kind and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from loaders.csv_files import SEPARATORS, peek_rows, split_rows
from loaders.headers import (
    LOOKED_AT,
    Header,
    count_known_headings,
    describe_extra,
    describe_missing,
    find_header,
    place_columns,
)
from loaders.kind import Kind
from loaders.kinds import KINDS
from loaders.report import RefusedFileError
from loaders.sheets import Sheet, TextRow
from loaders.sniffing import check_kind_of_content, decode_text, is_zip
from loaders.workbooks import read_workbook

_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls")


@dataclass(frozen=True)
class FileTable:
    """The table of one file.

    Attributes:
        rows: the rows below the header that are not blank.
        separator: what stands between the cells of a text file; ``None`` for a workbook.
        notes: sentences for the message.
    """

    header: Header
    rows: tuple[TextRow, ...]
    separator: str | None
    notes: tuple[str, ...]


def read_table(data: bytes, name: str, kind: str | None = None) -> FileTable:
    """Read the one table of a file.

    Args:
        data: the file.
        name: its name; only its ending is looked at, and only to say that it is misleading.
        kind: what kind of file it is, if that is known.

    Raises:
        RefusedFileError: it cannot be read, or its header is of no known kind.
    """
    if kind is not None and kind not in KINDS:
        raise RefusedFileError(f'There is no kind "{kind}". Kinds: {", ".join(KINDS)}.')
    kinds = [KINDS[kind]] if kind else list(KINDS.values())
    ending = PurePath(name).suffix.lower()
    check_kind_of_content(data)
    if is_zip(data):
        if ending not in _WORKBOOK_ENDINGS:
            raise RefusedFileError(
                f'This is a ZIP archive or an Excel workbook, but its name ends in "{ending}". '
                "If it is a workbook, give it a name that ends in .xlsx."
            )
        return _from_workbook(data, kinds)
    if ending in _WORKBOOK_ENDINGS:
        raise RefusedFileError(
            f"The name ends in {ending}, but this is not an Excel workbook. If it is text, rename it to .csv."
        )
    return _from_text(data, kinds)


def _from_workbook(data: bytes, kinds: Sequence[Kind]) -> FileTable:
    looked_at: list[TextRow] = []
    sheets = list(read_workbook(data))
    for name, sheet in sheets:
        if found := find_header(sheet.rows, kinds):
            note = [f'Only the worksheet "{name}" was read.'] if len(sheets) > 1 else []
            return _table(sheet, *found, [*sheet.notes, *note])
        looked_at += sheet.rows[:LOOKED_AT]
    raise RefusedFileError(describe_missing(looked_at, kinds), kinds[0].name if len(kinds) == 1 else None)


def _from_text(data: bytes, kinds: Sequence[Kind]) -> FileTable:
    text, note = decode_text(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes = [note] if note else []
    peeked = {separator: peek_rows(text, separator, LOOKED_AT) for separator in SEPARATORS}
    for separator, rows in peeked.items():
        if found := find_header(rows, kinds):
            sheet = Sheet(tuple(split_rows(text, separator)), separator)
            return _table(sheet, *found, notes)
    best = max(peeked.values(), key=lambda rows: count_known_headings(rows, kinds))
    raise RefusedFileError(describe_missing(best, kinds), kinds[0].name if len(kinds) == 1 else None)


def _table(sheet: Sheet, row: TextRow, kind: Kind, notes: Sequence[str]) -> FileTable:
    header = place_columns(sheet, row, kind)
    rows = tuple(other for other in sheet.rows if other.number > row.number)
    if not rows:
        raise RefusedFileError(f"The file has the headings of {kind.name} but no rows below them.", kind.name)
    return FileTable(header, rows, sheet.separator, (*notes, *_notes(sheet, header)))


def _notes(sheet: Sheet, header: Header) -> Iterator[str]:
    above = sum(row.number < header.row.number for row in sheet.rows)
    if above:
        rows = "the row above was" if above == 1 else f"the {above} rows above were"
        yield f"The headings are in row {header.row.number}; {rows} not read."
    if extra := describe_extra(header):
        yield extra
