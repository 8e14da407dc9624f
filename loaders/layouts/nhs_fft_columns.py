"""Where the columns of a Friends and Family Test table stand, whatever the year and setting of the file.

Since 2015 the names of the six answers stand in a second row, below one merged heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data_model.public_figures import FFTQuestion
from data_model.surveys import FFT_ANSWERS
from loaders.cells import show_value
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

KIND = "nhs_fft"
_COLUMNS = {
    "code": ("trustcode", "orgcode", "organisationcode", "providercode", "code"),
    "name": ("trustname", "orgname", "organisationname", "providername", "name"),
    "responses": ("totalresponses",),
    "eligible": ("totaleligible",),
    "printed_positive": ("percentagepositive", "percentagerecommended", "%recommended", "proppos"),
    "printed_negative": ("percentagenegative", "percentagenotrecommended", "%notrecommended", "propneg"),
    "year": ("yearnumber",),
    "period": ("periodname",),
}
_NEW = ("verygood", "good", "neithergoodnorpoor", "poor", "verypoor", "dontknow")
_OLD = ("extremelylikely", "likely", "neither", "unlikely", "extremelyunlikely", "dontknow")
_LATER_OLD = (*_OLD[:2], "neitherlikelynorunlikely", *_OLD[3:])
_COLUMN_OF = {key: column for column, keys in _COLUMNS.items() for key in keys}
_ANSWER_OF = {
    key: column for keys in (_NEW, _OLD, _LATER_OLD) for key, column in zip(keys, FFT_ANSWERS, strict=True)
}
_PARTS_OF_TRUSTS = {"sitecode", "sitename", "wardname", "wardcode", "practicecode", "practicename"}
_SCORE = "friendsandfamilytestscore"
_FEWEST_ANSWERS = 2
_OTHER_CHARACTERS = re.compile(r"[^a-z0-9%/]")
# The collection system writes "1 Very Good SUM".
_ORNAMENTS = re.compile(r"^[0-9]+(?=[a-z])|(?<=[a-z])sum$")


@dataclass
class FFTColumns:
    """The columns of one table.

    Attributes:
        last: the number of the last row of headings.
        places: the position of each column, by our name; first of those that stand twice.
        headings: what the file calls each of them.
        questions: the questions that the names of the answers fit.
        doubled: headings that stand twice.
    """

    last: int
    places: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    questions: set[FFTQuestion] = field(default_factory=lambda: set(FFTQuestion))
    doubled: list[str] = field(default_factory=list)
    holds_parts: bool = False
    holds_score: bool = False

    @property
    def is_extract(self) -> bool:
        """Whether each row says its own month, as in the extract of the collection system."""
        return {"year", "period"} <= self.places.keys()

    @property
    def is_of_trusts(self) -> bool:
        """Whether the rows are organisations, not their sites or wards, and all six answers are there."""
        return not self.holds_parts and {"code", "name", *FFT_ANSWERS} <= self.places.keys()

    def refuse_doubled(self) -> None:
        """Refuse a table in which a heading stands twice: nobody can say which column is right."""
        if self.doubled:
            listed = ", ".join(map(show_value, self.doubled))
            raise RefusedFileError(
                f"These headings stand more than once above row {self.last + 1}: {listed}.", KIND
            )


def find_columns(table: RawTable) -> FFTColumns | None:
    """The columns of a table that has ``Total Responses`` and answers or percentages, or nothing."""
    for at, row in enumerate(table.first):
        if "totalresponses" not in map(_key, row.cells):
            continue
        below = table.first[at + 1] if at + 1 < len(table.first) else None
        columns = _place(row, below if below and _names_answers(below.cells) else None)
        if columns.places.keys() & {*FFT_ANSWERS, "printed_positive"}:
            return columns
    return None


def _names_answers(cells: Sequence[str]) -> bool:
    return sum(_split_answer(_key(cell))[0] is not None for cell in cells) >= _FEWEST_ANSWERS


def _place(upper: TextRow, lower: TextRow | None) -> FFTColumns:
    columns = FFTColumns((lower or upper).number)
    for place in range(max(len(upper.cells), len(lower.cells) if lower else 0)):
        above, below = _at(upper, place), _at(lower, place)
        text = below or above
        key = _key(text)
        columns.holds_parts |= key in _PARTS_OF_TRUSTS
        columns.holds_score |= key == _SCORE
        answer, questions = _split_answer(key)
        column = answer or _COLUMN_OF.get(key)
        if column in columns.places:
            columns.doubled.append(text)
        elif column:
            columns.places[column], columns.headings[column] = place, text
            columns.questions &= questions
    return columns


def _at(row: TextRow | None, place: int) -> str:
    return row.cells[place] if row and place < len(row.cells) else ""


def _key(text: str) -> str:
    return _ORNAMENTS.sub("", _OTHER_CHARACTERS.sub("", text.casefold()))


def _split_answer(key: str) -> tuple[str | None, set[FFTQuestion]]:
    """Which answer a heading names, by either half of "Extremely Likely/Very Good", and of which question."""
    halves = [half for half in key.split("/") if half in _ANSWER_OF]
    named = {_ANSWER_OF[half] for half in halves}
    if len(named) != 1:
        return None, set(FFTQuestion)
    questions = {FFTQuestion.EXPERIENCE for half in halves if half in _NEW}
    questions |= {FFTQuestion.RECOMMEND for half in halves if half in (*_OLD, *_LATER_OLD)}
    return named.pop(), questions
