"""A file in, messages about it out: what it is, its good rows, its problems. Knows no store.

Runs where nothing but the file can be harmed by it: see `loaders.reader`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, BinaryIO, NamedTuple

from loaders.cells import LONGEST_CELL, mark_unwanted
from loaders.checking import (
    RowChecker,
    check_rows,
    describe_conflict,
    judge_columns,
    shown_problem,
)
from loaders.columns import CheckedChunk, ColumnChecker, as_sent
from loaders.csv_files import CHUNK
from loaders.kind import Kind, Record
from loaders.matching import Known
from loaders.personal_data import find_personal_data
from loaders.repeats import Entry, Repeats, find_repeats
from loaders.report import Problem, RefusedFileError
from loaders.sheets import RawRows, TextRow
from loaders.tables import FileTable, Hints, read_table


class Seen(NamedTuple):
    """What a file is."""

    kind: str
    layout: str | None


class Rows(NamedTuple):
    """Some rows: how many were read and repeated, the good ones by column, the problems of the others.

    Attributes:
        aside: the others as the file has them, see `loaders.report.AsideRow`.
    """

    read: int
    repeated: int
    columns: dict[str, list[Any]]
    problems: list[tuple[int, str | None, str, str, str]]
    aside: Collection[tuple[int, dict[str, str]]] = ()


class Again(NamedTuple):
    """Forget what was sent: only at the end did it show how the rows must be read."""


class Done(NamedTuple):
    """Everything was sent.

    Attributes:
        lacking_as_at: rows that did not say of which day they are.
        notes: sentences for the message.
    """

    lacking_as_at: int
    notes: list[str]


Message = Seen | Rows | Again | Done


@dataclass(frozen=True)
class Task:
    """One file to be read.

    Attributes:
        known: what rows are matched with; without it the file is only looked at.
        careful: some rows share a key: find out which before any is sent.
        most_rows: a file with more is refused.
    """

    hints: Hints
    known: Known | None = None
    careful: bool = False
    most_rows: int | None = None


def read_file(file: BinaryIO, task: Task) -> Iterator[Message]:
    """Look at a file, or check all its rows.

    Raises:
        RefusedFileError: the file as a whole cannot be loaded.
    """
    table = read_table(file, task.hints)
    yield Seen(table.header.kind.name, table.layout and table.layout.name)
    if task.known is None:
        return
    checked = (
        _stream(table, task, task.known) if table.header.kind.streams else _whole(table, task, task.known)
    )
    read = 0
    for message in checked:
        read = read + message.read if isinstance(message, Rows) else 0
        if task.most_rows is not None and read > task.most_rows:
            raise RefusedFileError(
                f"The file has more than {task.most_rows:,} rows. Use the command line, or split it.",
                table.header.kind.name,
            )
        yield message


def _whole(table: FileTable, task: Task, known: Known) -> Iterator[Message]:
    checked = check_rows(table, known, task.hints.today, task.hints.as_at)
    yield Rows(checked.read, checked.repeated, {}, [])
    records = list(checked.records.values())
    for start in range(0, len(records), CHUNK):
        some = records[start : start + CHUNK]
        yield Rows(0, 0, {name: [as_sent(record[name]) for record in some] for name in some[0]}, [])
    for start in range(0, len(checked.problems), CHUNK):
        yield Rows(0, 0, {}, _sent(checked.problems[start : start + CHUNK]))
    if checked.problems:
        yield Rows(0, 0, {}, [], _aside(table.rows, checked.problems, table, task.hints))
    yield _done(table, checked.lacking_as_at)


def _stream(table: FileTable, task: Task, known: Known) -> Iterator[Message]:
    """Rows as they are read. What only the whole file can tell makes it start anew, which is rare."""
    month_first: frozenset[str] = frozenset()
    repeats = Repeats()
    while True:
        checker = RowChecker(table, known, task.hints.today, task.hints.as_at, month_first)
        columns = ColumnChecker(checker)
        if task.careful:
            repeats = _find_repeats(table, columns)
        read = 0
        for start, raw, chunk in _check(table, columns):
            read += chunk.read
            rows = _rows(chunk, start, table.header.kind, repeats)
            if not chunk.problems:
                yield rows
                continue
            cleaned = (TextRow(n, tuple(map(table.clean, r))) for n, r in zip(*raw, strict=True))
            yield rows._replace(aside=_aside(cleaned, chunk.problems, table, task.hints))
        checker.refuse_ragged(read)
        found = judge_columns(table.header.kind, columns.dates)
        if found == month_first:
            break
        month_first = found
        yield Again()
    yield _done(table, checker.lacking_as_at)


def _check(table: FileTable, columns: ColumnChecker) -> Iterator[tuple[int, RawRows, CheckedChunk]]:
    """Checked rows, how many stood before them, and how they stand in the file."""
    start = 0
    for raw in table.read_chunks():
        yield start, raw, columns.check(raw)
        start += len(raw.rows)


def _rows(chunk: CheckedChunk, start: int, kind: Kind, repeats: Repeats) -> Rows:
    columns, problems, repeated = chunk.columns, chunk.problems, 0
    if repeats:
        places = [start + place for place in chunk.places]
        repeated = sum(place in repeats.dropped for place in places)
        for place, number in zip(places, chunk.numbers, strict=True):
            if others := repeats.conflicts.get(place):
                problems.append(shown_problem(number, describe_conflict(others, kind)))
        kept = [n for n, place in enumerate(places) if place not in repeats]
        columns = [[column[n] for n in kept] for column in columns]
    problems.sort(key=lambda problem: problem.row)
    named = dict(zip(kind.record_columns, columns, strict=True)) if columns[0] else {}
    return Rows(chunk.read, repeated, named, _sent(problems))


def _find_repeats(table: FileTable, columns: ColumnChecker) -> Repeats:
    """Which rows of a file share a key: first by a short print of every key, then in full where prints do."""
    kind, prints = table.header.kind, array("q")
    for *_, chunk in _check(table, columns):
        prints.extend(hash(kind.key_of(record)) for _, _, record in _records(chunk, kind))
    ordered = sorted(prints)
    seen = {a for a, b in pairwise(ordered) if a == b}
    del ordered, prints
    entries = [
        Entry.of(start + place, number, record, kind)
        for start, _, chunk in _check(table, columns)
        for place, number, record in _records(chunk, kind)
        if hash(kind.key_of(record)) in seen
    ]
    return find_repeats(entries, counted=table.is_counted())


def _records(chunk: CheckedChunk, kind: Kind) -> Iterator[tuple[int, int, Record]]:
    for place, number, *values in zip(chunk.places, chunk.numbers, *chunk.columns, strict=True):
        yield place, number, dict(zip(kind.record_columns, values, strict=True))


def _aside(
    rows: Iterable[TextRow], problems: Iterable[Problem], table: FileTable, hints: Hints
) -> list[tuple[int, dict[str, str]]]:
    """The rows that have a problem, in the columns of the template."""
    wanted, found = {problem.row for problem in problems}, []
    keeps_as_at = "as_at" in table.header.kind.row.model_fields
    for row in rows:
        if row.number in wanted:
            cells = _cells(row, table.header.places)
            if keeps_as_at and not cells.get("as_at"):
                # A row that comes back in a workbook of its own stays of the day that it was read as.
                cells["as_at"] = (hints.as_at or hints.today).isoformat()
            found.append((row.number, cells))
    return found


def _cells(row: TextRow, places: Mapping[str, int]) -> dict[str, str]:
    """The cells of a row that may leave this process: nothing personal, nothing endless or invisible."""
    texts = {column: row.cells[place] for column, place in places.items() if place < len(row.cells)}
    return {
        column: "" if find_personal_data(text) else mark_unwanted(text[: LONGEST_CELL + 1])
        for column, text in texts.items()
    }


def _sent(problems: Iterable[Problem]) -> list[tuple[int, str | None, str, str, str]]:
    return [(p.row, p.column, p.value, p.problem, p.cure) for p in problems]


def _done(table: FileTable, lacking_as_at: int) -> Done:
    return Done(lacking_as_at, [*table.notes, *table.late_notes()])
