"""Friends and Family Test with one row an answer, its comments beside it. Comments are never read.

Columns: as trusts gave them to The Strategy Unit's patient experience dashboard. There 1 was the best score,
and in an older version 5 was, so the direction is always asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from loaders.layouts.column_finder import PLACES, FoundColumns, find_columns, pick_cells
from loaders.layouts.counted_rows import CountedRows
from loaders.layouts.layout import Asked, Layout, Question, Rewritten
from loaders.matching import area_key
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "date": ("date", "responsedate", "dateofresponse"),
    "directorate": (*PLACES["directorate"], "location2"),
    "borough": PLACES["borough"],
    "team": (*PLACES["team"], "location3"),
    "score": ("fftscore",),
}
_ANSWERS = ("very_good", "good", "neither", "poor", "very_poor")
_COLUMNS = ("month", *PLACES, *_ANSWERS, "dont_know")
_DIRECTIONS = {"1isverygood": 1, "1": 1, "5isverygood": 5, "5": 5}
_DIRECTION = Question(
    "direction", "Which score is the best?", needed=True, choices=("1 is very good", "5 is very good")
)
_PLAIN = {f"{n}{point}": n for n in range(1, 6) for point in ("", ".0")}
Place = tuple[str, ...]
Counts = dict[tuple[date, Place], tuple[int, Place, list[int]]]


class FFTComments(Layout):
    """Counted together by month and place."""

    name = "fft_comments"
    title = "Friends and Family Test, one row an answer with its comments"
    kind = "fft"
    questions = (_DIRECTION, Question("directorate", "Directorate, where the file does not name it"))

    def fits(self, table: RawTable) -> bool:
        """A day and an ``fft_score``."""
        return find_columns(table.first, _NAMES, ("date", "score")) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the rows of every worksheet that fits; see the base class."""
        direction = _DIRECTIONS.get(area_key(asked.answers.get("direction", "")).replace(" ", ""))
        if direction is None:
            raise RefusedFileError(
                "The file does not say whether 1 or 5 is the best score. Say which: "
                'direction="1 is very good" or direction="5 is very good".'
            )
        directorate = asked.answers.get("directorate", "").strip()
        found_in = [(t, f) for t in tables if (f := find_columns(t.first, _NAMES, ("date", "score")))]
        for _, found in found_in:
            found.refuse_doubled()
            if "directorate" not in found.places and not directorate:
                raise RefusedFileError(
                    "The file has no column directorate or location_2. Say which directorate the whole file "
                    "is from (directorate=...), or add the column."
                )
        rewritten = Rewritten(_COLUMNS, (), _describe_reading(found_in[0][1], direction), 0)
        rewritten.rows = _count(found_in, CountedRows(asked.today), rewritten, direction, directorate)
        return rewritten


def _count(
    found_in: Sequence[tuple[RawTable, FoundColumns]],
    rows: CountedRows,
    rewritten: Rewritten,
    direction: int,
    directorate: str,
) -> Iterator[TextRow]:
    """Count every row, then give the counts; days that may be month first are counted apart till the end."""
    sure, unsure = Counts(), Counts()
    for table, found in found_in:
        named, sheet = found.place_columns(), table.name if len(found_in) > 1 else ""
        place_of, score_at = pick_cells([found.places[name] for name in named]), found.places["score"]
        for number, cells, day in rows.walk(table, found, sheet):
            score = _PLAIN.get(cells[score_at])
            if score is None:
                reason = "a score that is not from 1 to 5" if cells[score_at] else "no score"
                rows.left_out.add(reason, number, sheet)
                continue
            texts = dict(zip(named, place_of(cells), strict=True))
            place = (texts.get("directorate") or directorate, texts.get("borough", ""), texts.get("team", ""))
            key = (day.month or date.min, tuple(map(area_key, place)))
            counted = (unsure if day.unsure else sure).setdefault(key, (number, place, [0] * 5))
            counted[2][score - 1] += 1
    if rows.settle_unsure(found_in[0][1].heading("date")):
        for key, (number, place, more) in unsure.items():
            first, place, counts = sure.setdefault(key, (number, place, [0] * 5))  # noqa: PLW2901
            sure[key] = (min(first, number), place, [a + b for a, b in zip(counts, more, strict=True)])
    rewritten.read = rows.read
    rewritten.notes += _describe_counts(rows, sure, direction)
    yield from _rows(sure, direction)


def _rows(counts: Counts, direction: int) -> Iterator[TextRow]:
    for (month, _), (number, place, scores) in sorted(counts.items()):
        answers = scores if direction == 1 else scores[::-1]
        # The five scores leave no room for "don't know", which the national question has.
        yield TextRow(number, (f"{month:%Y-%m}", *place, *map(str, answers), "0"))


def _describe_reading(found: FoundColumns, direction: int) -> list[str]:
    taken = [f"{found.heading(column)} as {column}" for column in found.places]
    return [
        f"Read: {', '.join(taken)}; a score of {direction} as very good. No comment was read.",
        'The file has no "don\'t know": it was set to 0.',
    ]


def _describe_counts(rows: CountedRows, counts: Counts, direction: int) -> list[str]:
    totals = [sum(scores[n] for _, _, scores in counts.values()) for n in range(5)]
    if not any(totals):
        left_out = rows.left_out.describe()
        raise RefusedFileError(" ".join(["The file holds no answers that can be counted.", *left_out]))
    shown = zip(_ANSWERS, totals if direction == 1 else totals[::-1], strict=True)
    listed = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in shown)
    return [
        f"{rows.read:,} rows of the file were counted by month and place: {listed}.",
        *rows.left_out.describe(),
    ]
