"""A file in, the table that it holds out: its header, its kind, and its rows a few thousand at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO

from loaders.cells import clean_cell, show_value
from loaders.csv_files import CHUNK, SEPARATORS, TextFile
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
from loaders.layouts import LAYOUTS, Asked, Layout
from loaders.mapping import fingerprint
from loaders.report import RefusedFileError, UnknownHeadingsError
from loaders.sheets import RawRows, RawTable, Sheet, TextRow
from loaders.sniffing import check_kind_of_content, find_encoding, is_zip
from loaders.workbooks import read_workbook

_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls")
_START = 64 * 1024
_SHOWN_ROWS = 5
_FEWEST_HEADINGS = 3


@dataclass(frozen=True)
class Hints:
    """What is known about a file besides its bytes.

    Attributes:
        name: its name; only its ending is looked at, and only to say that it is misleading.
        kind: what kind of file it is, if that is known.
        mappings: by fingerprint of headings: the kind, and which of their columns stands for which of ours.
    """

    name: str
    kind: str | None = None
    today: date = date.max
    as_at: date | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    mappings: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class FileTable:
    """The table of one file.

    Attributes:
        read_chunks: gives the rows below the header, from the top, each time anew.
        clean: what a cell goes through before it is read.
        separator: what stands between the cells of a text file; ``None`` for a workbook.
        notes: sentences for the message.
        layout: of which layout the file is, if it is not one of our templates.
        late_notes: what the layout has to say once all rows were read.
        is_counted: whether each row stands for many of the file, once all rows were read.
    """

    header: Header
    read_chunks: Callable[[], Iterator[RawRows]]
    separator: str | None
    notes: Sequence[str]
    clean: Callable[[str], str] = clean_cell
    layout: Layout | None = None
    late_notes: Callable[[], list[str]] = list
    is_counted: Callable[[], bool] = bool

    @property
    def rows(self) -> Iterator[TextRow]:
        """The rows below the header that are not blank, their cells cleaned."""
        for numbers, rows in self.read_chunks():
            for number, row in zip(numbers, rows, strict=True):
                cells = tuple(map(self.clean, row))
                if any(cells):
                    yield TextRow(number, cells)


def read_table(file: BinaryIO, hints: Hints) -> FileTable:
    """Read the one table of a file.

    Raises:
        RefusedFileError: it cannot be read, or its header is of no known kind.
        UnknownHeadingsError: a person could say which column is which.
    """
    if hints.kind is not None and hints.kind not in KINDS:
        raise RefusedFileError(f'There is no kind "{hints.kind}". Kinds: {", ".join(KINDS)}.')
    ending = PurePath(hints.name).suffix.lower()
    file.seek(0)
    start = file.read(_START)
    check_kind_of_content(start)
    if is_zip(start):
        if ending not in _WORKBOOK_ENDINGS:
            raise RefusedFileError(
                f'This is a ZIP archive or an Excel workbook, but its name ends in "{ending}". '
                "If it is a workbook, give it a name that ends in .xlsx."
            )
        return _from_workbook(start + file.read(), hints)
    if ending in _WORKBOOK_ENDINGS:
        raise RefusedFileError(
            f"The name ends in {ending}, but this is not an Excel workbook. If it is text, rename it to .csv."
        )
    return _from_text(file, hints)


def _from_workbook(data: bytes, hints: Hints) -> FileTable:
    sheets = list(read_workbook(data))
    kinds, looked_at = _kinds(hints), []
    for name, sheet in sheets:
        if found := _find(sheet.rows[:LOOKED_AT], kinds, hints):
            note = _describe_other_sheets(name, found[0], sheets) if len(sheets) > 1 else []
            return _template(found, partial(_below, sheet, found), None, [*sheet.notes, *note])
        looked_at += sheet.rows[:LOOKED_AT]
    tables = [
        RawTable(
            name, tuple(r for r in sheet.rows if r.number <= LOOKED_AT), lambda sheet=sheet: iter(sheet.rows)
        )
        for name, sheet in sheets
    ]
    notes = [note for _, sheet in sheets[:1] for note in sheet.notes]
    return _from_layout(tables, hints, notes) or _refuse(looked_at, kinds, hints)


def _describe_other_sheets(name: str, header: Header, sheets: Sequence[tuple[str, Sheet]]) -> list[str]:
    """Which sheet was read, and which others have its headings and rows: somebody may keep one a month."""
    headings = list(filter(None, header.row.cells))
    notes = [f'Only the worksheet "{show_value(name)}" was read.']
    others = [
        f'"{show_value(other)}"'
        for other, sheet in sheets
        if other != name
        # The last row is left out: headings alone are an empty form.
        and any(list(filter(None, row.cells)) == headings for row in sheet.rows[:-1][:LOOKED_AT])
    ]
    if others:
        notes.append(
            f"Not read, though they have the same headings: {', '.join(others)}. "
            "Load each as a file of its own."
        )
    return notes


def _from_text(file: BinaryIO, hints: Hints) -> FileTable:
    encoding, note = find_encoding(file)
    notes, kinds, text = [note] if note else [], _kinds(hints), TextFile(file, encoding)
    peeked = {separator: text.peek_rows(separator, LOOKED_AT) for separator in SEPARATORS}
    for separator, rows in peeked.items():
        if found := _find(rows, kinds, hints):
            below = partial(text.read_chunks, separator, found[0].row.number)
            return _template(found, below, separator, notes)
    for separator, rows in peeked.items():
        raw = RawTable("", tuple(rows), partial(text.read_rows, separator), separator)
        if table := _from_layout([raw], hints, notes):
            return table
    best = max(peeked.values(), key=lambda rows: (count_known_headings(rows, kinds), _widest(rows)))
    return _refuse(best, kinds, hints)


Found = tuple[Header, int]


def _find(rows: Sequence[TextRow], kinds: Sequence[Kind], hints: Hints) -> Found | None:
    """The header among the first rows, by our own headings or by those that somebody told us of."""
    if found := find_header(rows, kinds):
        header = place_columns(*found)
    elif mapped := next((m for row in rows if (m := _mapped(row, hints))), None):
        header = place_columns(*mapped)
    else:
        return None
    return header, sum(row.number < header.row.number for row in rows)


def _mapped(row: TextRow, hints: Hints) -> tuple[TextRow, Kind, Mapping[str, str]] | None:
    headings = [cell for cell in row.cells if cell]
    if not hints.mappings or len(headings) < _FEWEST_HEADINGS:
        return None
    kind, columns = hints.mappings.get(fingerprint(headings), (None, {}))
    return (row, KINDS[kind], columns) if kind and hints.kind in (None, kind) else None


def _template(
    found: Found, read_chunks: Callable[[], Iterator[RawRows]], separator: str | None, notes: Iterable[str]
) -> FileTable:
    header, above = found
    table = FileTable(header, read_chunks, separator, [*notes, *_notes(header, above)])
    if next(table.rows, None) is None:
        raise RefusedFileError(
            f"The file has the headings of {header.kind.name} but no rows below them.", header.kind.name
        )
    return table


def _below(sheet: Sheet, found: Found) -> Iterator[RawRows]:
    return chunk_rows(row for row in sheet.rows if row.number > found[0].row.number)


def chunk_rows(rows: Iterable[TextRow]) -> Iterator[RawRows]:
    """Rows a few thousand at a time."""
    left = iter(rows)
    while some := list(islice(left, CHUNK)):
        yield RawRows([row.number for row in some], [row.cells for row in some])


def _from_layout(tables: Sequence[RawTable], hints: Hints, notes: Sequence[str]) -> FileTable | None:
    asked = Asked(hints.name, hints.today, hints.as_at, hints.answers)
    for layout in LAYOUTS:
        if hints.kind in (None, layout.kind) and any(layout.fits(table) for table in tables):
            try:
                rewriting = _Rewriting(layout, tables, asked)
            except RefusedFileError as refused:
                refused.kind, refused.layout = layout.kind, layout.name
                raise
            header = _header_of(KINDS[layout.kind], rewriting.last.columns)
            said = [f"The file was read as: {layout.title}.", *notes]
            return FileTable(
                header,
                rewriting.read_chunks,
                None,
                said,
                str,
                layout,
                rewriting.late_notes,
                rewriting.is_counted,
            )
    return None


class _Rewriting:
    """The rows of a rewritten file; each further reading rewrites it anew."""

    def __init__(self, layout: Layout, tables: Sequence[RawTable], asked: Asked) -> None:
        self._rewrite = lambda: layout.rewrite(tables, asked)
        self.last, self._is_new = self._rewrite(), True

    def read_chunks(self) -> Iterator[RawRows]:
        if not self._is_new:
            self.last = self._rewrite()
        self._is_new = False
        return chunk_rows(self.last.rows)

    def late_notes(self) -> list[str]:
        return self.last.notes

    def is_counted(self) -> bool:
        return self.last.read is not None


def _header_of(kind: Kind, columns: Sequence[str]) -> Header:
    places = {column: place for place, column in enumerate(columns)}
    return Header(kind, TextRow(0, tuple(columns)), places, (), len(columns))


def _refuse(rows: Sequence[TextRow], kinds: Sequence[Kind], hints: Hints) -> FileTable:
    message, kind = describe_missing(rows, kinds), kinds[0].name if len(kinds) == 1 else None
    at = max(range(len(rows)), key=lambda i: _filled(rows[i]), default=None)
    if at is None or _filled(rows[at]) < _FEWEST_HEADINGS:
        raise RefusedFileError(message, kind)
    below = [row.cells for row in rows[at + 1 : at + 1 + _SHOWN_ROWS]]
    raise UnknownHeadingsError(message, kind, rows[at].cells, below)


def _filled(row: TextRow) -> int:
    return sum(map(bool, row.cells))


def _widest(rows: Sequence[TextRow]) -> int:
    return max(map(_filled, rows), default=0)


def _kinds(hints: Hints) -> list[Kind]:
    return [KINDS[hints.kind]] if hints.kind else list(KINDS.values())


def _notes(header: Header, above: int) -> Iterator[str]:
    if above:
        rows = "the row above was" if above == 1 else f"the {above} rows above were"
        yield f"The headings are in row {header.row.number}; {rows} not read."
    if extra := describe_extra(header):
        yield extra
