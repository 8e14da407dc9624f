"""DIALOG scores counted by month, place and item while a file runs past. No person's row is kept.

Memory grows with months, places and items, not with rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from loaders.cells import show_value, write_number
from loaders.layouts.column_finder import PLACES, FoundColumns, pick_cells
from loaders.layouts.counted_rows import CountedRows
from loaders.layouts.dialog_items import ITEMS
from loaders.layouts.layout import Asked, Question, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.matching import area_key
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

COLUMNS = ("month", *PLACES, "item", "answered", "mean_score", "satisfied")
DATE_NAMES = (
    "completeddate",
    "datecompleted",
    "completiondate",
    "dateofcompletion",
    "completed",
    "asstoolcompdate",
    "asstoolcomptimestamp",
    "derasstoolcompdate",
    "assessmenttoolcompletiondate",
    "assessmenttoolcompletiontimestamp",
    "assessmentdate",
    "dateofassessment",
    "formdate",
    "date",
)
DIRECTORATE = Question("directorate", "Directorate, where the file does not name it")
# Where a score is counted: 0 not answered, 1 to 7 its own place, 8 outside the scale; 9 is the first row.
SCORES = {"": 0} | {f"{zero}{n}{point}": n for n in range(1, 8) for zero in ("", "0") for point in ("", ".0")}
OUTSIDE, FIRST, _LENGTH = 8, 9, 10
_SATISFIED = slice(5, 8)
_SCALE = range(1, 8)

Counts = list[list[int]]
Place = tuple[str, ...]


Adder = Callable[[int, tuple[str, ...], Counts], None]
Group = dict[tuple[date, Place], tuple[Place, Counts]]


class Part(NamedTuple):
    """One table of a file.

    Attributes:
        table: the worksheet or text file.
        found: its columns.
        make_adder: makes what adds the scores of one row (its number, its cells) to the counts of its
            place, given where to note rows that are left out, and the worksheet's name if there are several.
    """

    table: RawTable
    found: FoundColumns
    make_adder: Callable[[LeftOut, str], Adder]


def rewrite_counted(parts: Sequence[Part], asked: Asked, notes: Sequence[str]) -> Rewritten:
    """The scores of all parts, counted when the rows are read.

    Raises:
        RefusedFileError: a heading stands twice, or no directorate is known.
    """
    directorate = asked.answers.get("directorate", "").strip()
    for part in parts:
        part.found.refuse_doubled()
        if "directorate" not in part.found.places and not directorate:
            raise RefusedFileError(
                "The file has no column directorate, and DIALOG answers must belong to one. Say which "
                "directorate the whole file is from (directorate=...), or add the column to the export."
            )
    rewritten = Rewritten(COLUMNS, (), list(notes), 0)
    rewritten.rows = _count(parts, DialogCounts(asked.today, directorate), rewritten)
    return rewritten


def _count(parts: Sequence[Part], counts: DialogCounts, rewritten: Rewritten) -> Iterator[TextRow]:
    for part in parts:
        counts.add_table(part, part.table.name if len(parts) > 1 else "")
    rows = counts.settle(parts[0].found.heading("date"))
    rewritten.read = counts.rows.read
    rewritten.notes += counts.describe(len(rows))
    yield from rows


class DialogCounts:
    """Scores by month, place and item.

    Args:
        today: nothing that was answered may be later.
        directorate: stands where the file names none.
    """

    def __init__(self, today: date, directorate: str) -> None:
        self.rows = CountedRows(today)
        self._directorate = directorate
        self._outside = 0
        # Rows whose day could be read either way stand apart until the whole file was read.
        self._by_unsure: dict[bool, Group] = {False: {}, True: {}}

    def add_table(self, part: Part, sheet: str) -> None:
        """Count one table; ``sheet`` is its name if there are several.

        Raises:
            RefusedFileError: the table is broken; the message says where.
        """
        named, add = part.found.place_columns(), part.make_adder(self.rows.left_out, sheet)
        place_of = pick_cells([part.found.places[name] for name in named])
        groups: dict[bool, dict[tuple[date | None, Place], Counts]] = {False: {}, True: {}}
        for number, cells, day in self.rows.walk(part.table, part.found, sheet):
            key = (day.month, place_of(cells))
            group = groups[day.unsure].get(key)
            if group is None:
                group = groups[day.unsure][key] = _empty()
            add(number, cells, group)
        for unsure, counted in groups.items():
            for (month, cells), counts in counted.items():
                self._merge_place(unsure, month, dict(zip(named, cells, strict=True)), counts)

    def settle(self, heading: str) -> list[TextRow]:
        """The counts as rows of the template; ``heading`` is what the file calls the day.

        Raises:
            RefusedFileError: nothing could be counted, or the days have the month first.
        """
        sure, unsure = self._by_unsure[False], self._by_unsure[True]
        if self.rows.settle_unsure(heading):
            for key, (place, counts) in unsure.items():
                _merge(sure, key, place, counts)
        unsure.clear()
        self._outside = sum(item[OUTSIDE] for _, counts in sure.values() for item in counts)
        rows = list(_rows(sure))
        if not rows:
            left_out = self.rows.left_out.describe()
            raise RefusedFileError(
                " ".join(["The file holds no DIALOG answers that can be counted.", *left_out])
            )
        return rows

    def describe(self, rows: int) -> list[str]:
        """What became of the rows of the file, ``rows`` being those that came out."""
        noun = "row" if self.rows.read == 1 else "rows"
        notes = [
            f"{self.rows.read:,} {noun} of the file were counted by month, place and item, which makes "
            f"{rows:,}; nothing about a person was kept."
        ]
        if self._outside:
            were = "score was" if self._outside == 1 else "scores were"
            notes.append(f"{self._outside:,} {were} not from 1 to 7 and counted as not answered.")
        return notes + self.rows.left_out.describe()

    def _merge_place(self, unsure: bool, month: date | None, texts: dict[str, str], counts: Counts) -> None:
        """Add the counts of one place; two ways of writing it are brought together."""
        place = tuple(texts.get(name, "") for name in PLACES)
        place = (place[0] or self._directorate, *place[1:])
        key = (month or date.min, tuple(map(area_key, place)))
        _merge(self._by_unsure[unsure], key, place, counts)


def describe_reading(found: FoundColumns, tables: Sequence[RawTable], read: Sequence[RawTable]) -> list[str]:
    """Say which headings were taken for what, and which worksheets were not read."""
    taken = [f"{found.heading(column)} as {column}" for column in found.places]
    unread = [show_value(table.name) for table in tables if table not in read]
    notes = [f"Read: {', '.join(taken)}."]
    return notes + ([f"Worksheets that were not read: {', '.join(unread)}."] if unread else [])


def _empty() -> Counts:
    return [[0] * _LENGTH for _ in range(len(ITEMS) + 1)]


def _merge(groups: Group, key: tuple[date, Place], place: Place, counts: Counts) -> None:
    if key not in groups:
        groups[key] = (place, counts)
        return
    for item, added in zip(groups[key][1], counts, strict=True):
        first = min(filter(None, (item[FIRST], added[FIRST])), default=0)
        item[:] = [a + b for a, b in zip(item, added, strict=True)]
        item[FIRST] = first


def _rows(groups: Group) -> Iterator[TextRow]:
    for (month, _), (place, counts) in sorted(groups.items()):
        for item in ITEMS:
            scores = counts[item]
            if not any(scores[:FIRST]):
                continue
            answered = sum(scores[n] for n in _SCALE)
            # Python divides whole numbers to the nearest float: the mean that the store keeps is exact.
            mean = write_number(sum(n * scores[n] for n in _SCALE) / answered) if answered else "-"
            satisfied = sum(scores[_SATISFIED])
            cells = (f"{month:%Y-%m}", *place, str(item), str(answered), mean, str(satisfied))
            yield TextRow(scores[FIRST], cells)
