"""Many rows at once: cells are read column by column and each text only once.

A row that this cannot settle - a blank cell that must be filled, a star, anything unusual - goes to
`RowChecker`, which alone decides what is wrong with a row. So both ways end in the same records.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import compress
from typing import Any

from pydantic import ValidationError, create_model

from data_model.rows import Row
from data_model.rows.numbers import HIDDEN
from loaders.cells import LONGEST_CELL, has_unwanted_characters
from loaders.checking import RowChecker, is_total
from loaders.kind import RowRefusedError
from loaders.matching import AREA_COLUMNS, AreaIndex
from loaders.personal_data import find_personal_data
from loaders.report import Problem
from loaders.sheets import RawRows, TextRow

# What is remembered of one column; forgotten when it gets too much, so that memory stays flat.
_MOST_REMEMBERED = 100_000
_OTHERWISE = object()


class _Remembered(dict[Any, Any]):
    """What each text of a column stands for; reads a text that is new and notes one that it cannot settle."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read, self.failed = read, False

    def __missing__(self, text: Any) -> Any:  # noqa: ANN401 - a text, or the texts of several columns
        value = self._read(text)
        if value is _OTHERWISE:
            self.failed = True
        else:
            self[text] = value
        return value

    def start_chunk(self) -> None:
        self.failed = False
        if len(self) > _MOST_REMEMBERED:
            self.clear()


@dataclass
class CheckedChunk:
    """Some rows, checked.

    Attributes:
        read: how many were not blank.
        numbers: the numbers of the good ones.
        places: where the good ones stand among ``raw.rows``; unlike numbers, each is there once.
        columns: their content in the order of `Kind.record_columns`, days in ISO form.
        problems: why the others are set aside.
    """

    read: int
    numbers: list[int]
    places: list[int]
    columns: list[list[Any]]
    problems: list[Problem]


class ColumnChecker:
    """Checks the rows of a table a few thousand at a time.

    Attributes:
        dates: everything that stood in each column of dates.
    """

    def __init__(self, checker: RowChecker) -> None:
        self._checker, self._table = checker, checker.table
        self._header, self._kind = self._table.header, self._table.header.kind
        dates = (c for c in self._kind.row.date_columns if c in self._header.places)
        self.dates: dict[str, set[str]] = {column: set() for column in dates}
        self._read = {column: _Remembered(self._reader(column)) for column in self._header.places}
        self._unread = _Remembered(self._look_at_unread)
        self._beyond = _Remembered(lambda text: _OTHERWISE if self._table.clean(text) else None)
        self._area_columns = [c for c in AREA_COLUMNS if c in self._kind.row.model_fields]
        areas = checker.known.areas
        self._areas = _Remembered(lambda texts: _match(self._area_columns, texts, areas))

    def check(self, raw: RawRows) -> CheckedChunk:
        """Check some rows."""
        width = len(self._header.row.cells)
        places = [place for place, row in enumerate(raw.rows) if len(row) == width]
        columns, settled = self._read_columns([raw.rows[place] for place in places])
        places = [places[n] for n in settled]
        chunk = CheckedChunk(len(places), [raw.numbers[n] for n in places], list(places), columns, [])
        if len(places) < len(raw.rows):
            for place in sorted(set(range(len(raw.rows))) - set(places)):
                row = TextRow(raw.numbers[place], tuple(map(self._table.clean, raw.rows[place])))
                if any(row.cells):
                    self._check_singly(row, place, chunk)
        return chunk

    def _look_at_unread(self, raw: str) -> Any:  # noqa: ANN401 - as any column
        # A cell of several lines may have swallowed rows of the file, also where nobody reads it.
        return _OTHERWISE if "\n" in raw or is_total(self._table.clean(raw)) else None

    def _check_singly(self, row: TextRow, place: int, chunk: CheckedChunk) -> None:
        chunk.read += 1
        for column, found in self.dates.items():
            at = self._header.places[column]
            found.update(row.cells[at : at + 1])
        try:
            record = self._checker.check(row)
        except RowRefusedError as refused:
            chunk.problems += self._checker.find_problems(row, refused)
            return
        chunk.numbers.append(row.number)
        chunk.places.append(place)
        for column, name in zip(chunk.columns, self._kind.record_columns, strict=True):
            column.append(as_sent(record[name]))

    def _read_columns(self, rows: Sequence[Sequence[str]]) -> tuple[list[list[Any]], Sequence[int]]:
        """The columns of those rows of the same width that can be settled here, and which rows these are."""
        header, fields = self._header, self._kind.row.model_fields
        turned = list(zip(*rows, strict=True)) or [()] * len(header.row.cells)
        lost: set[int] = set()
        values = {
            name: _look_up(self._read[name], turned[header.places[name]], lost)
            if name in header.places
            else [field.get_default()] * len(rows)
            for name, field in fields.items()
        }
        for place in set(range(len(turned))) - set(header.places.values()):
            _look_up(self._unread if place < header.width else self._beyond, turned[place], lost)
        if self._area_columns:
            named = list(zip(*(values[column] for column in self._area_columns), strict=True))
            matched = _look_up(self._areas, named, lost)
            for at, column in enumerate(self._area_columns):
                values[column] = [ids[at] if ids is not _OTHERWISE else None for ids in matched]
        settled: Sequence[int] = range(len(rows))
        if lost:
            settled = [n for n in settled if n not in lost]
            values = {name: [column[n] for n in settled] for name, column in values.items()}
        kept = self._kind.row.settle_columns(values)
        columns = list(values.values())
        if kept is None or all(kept := list(kept)):
            return columns, settled
        return [list(compress(column, kept)) for column in columns], list(compress(settled, kept))

    def _reader(self, column: str) -> Callable[[str], Any]:
        """How a text of this column is read; what cannot be settled by itself is left to `RowChecker`."""
        field = self._kind.row.model_fields[column]
        # A field of a schema of its own reads one cell exactly as the row's schema would.
        schema = create_model(column, __base__=Row, **{column: (field.rebuild_annotation(), field)})  # type: ignore[call-overload]
        heading = self._header.row.cells[self._header.places[column]]
        blank = _OTHERWISE if field.is_required() else field.get_default()
        settles_stars = self._kind.row.settle_columns.__func__ is not Row.settle_columns.__func__
        is_text, clean, context = column in self._kind.row.free_text, self._table.clean, self._checker.context

        def read(raw: str) -> Any:  # noqa: ANN401 - whatever the column holds
            text = clean(raw)
            if column in self.dates:
                self.dates[column].add(text)
            if not text:
                return blank
            if text == HIDDEN and not settles_stars:
                return _OTHERWISE
            if text == heading or "\n" in text or len(text) > LONGEST_CELL or is_total(text):
                return _OTHERWISE
            if has_unwanted_characters(text) or (is_text and find_personal_data(text)):
                return _OTHERWISE
            try:
                value = getattr(schema.model_validate({column: text}, context=context), column)
            except ValidationError:
                return _OTHERWISE
            return HIDDEN if text == HIDDEN else as_sent(value)

        return read


def as_sent(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    """A value as it crosses between processes: days in ISO form, words as plain text."""
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _look_up(remembered: _Remembered, texts: Sequence[Any], lost: set[int]) -> list[Any]:
    """What texts stand for; adds the places of those that cannot be settled to ``lost``."""
    remembered.start_chunk()
    values = list(map(remembered.__getitem__, texts))
    if remembered.failed:
        lost.update(n for n, value in enumerate(values) if value is _OTHERWISE)
    return values


def _match(columns: Sequence[str], texts: Sequence[Any], areas: AreaIndex) -> Any:  # noqa: ANN401
    if any(text is _OTHERWISE for text in texts):
        return _OTHERWISE
    record = dict(zip(columns, texts, strict=True))
    if areas.match_columns(record):
        return _OTHERWISE
    return tuple(record[f"{column}_id"] for column in columns)
