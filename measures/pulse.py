"""What people say about taking part: the five answers to each question of the pulse survey over a year.

The year is made of the months, or quarters, that the chart of `voice_heard` in the same area shows: nothing
that is hidden there can be found by taking the one from the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import PulseCount
from data_model.base import table_of
from data_model.surveys import PULSE_ANSWERS
from data_model.terms import FigureState, PulseQuestion
from measures.areas import query_areas
from measures.disclosure import AnswerGroup, group_answers
from measures.periods import months_between, period_end, write_period
from measures.sentences import describe_hiding, steps
from measures.series import MeasureSeries
from measures.viewer import Viewer
from measures.writing import format_value

SENTENCES = {
    PulseQuestion.HEARD: "My voice was heard",
    PulseQuestion.SUPPORTED: "I felt supported",
    PulseQuestion.PAID: "I was paid on time",
    PulseQuestion.STAY: "I want to stay involved",
}
ANSWER_WORDS = {
    (0, 0): "strongly disagree",
    (1, 1): "disagree",
    (2, 2): "neither",
    (3, 3): "agree",
    (4, 4): "strongly agree",
    (0, 1): "disagree or strongly disagree",
    (0, 2): "neither, or disagree",
    (3, 4): "agree or strongly agree",
}
_YEAR = {"month": 12, "quarter": 4}
_FIRST_AGREE = 3  # position of the first answer that agrees


@dataclass(frozen=True)
class AnswerBar:
    """The answers to one question, lowest first; no ``groups`` where they are hidden or nobody answered."""

    question: PulseQuestion
    groups: tuple[AnswerGroup, ...]
    is_hidden: bool

    @property
    def answers(self) -> int:
        """All answers that may be told."""
        return sum(group.people for group in self.groups)

    @property
    def agreed(self) -> int:
        """Those who agree or strongly agree."""
        return sum(group.people for group in self.groups if group.first >= _FIRST_AGREE)

    @property
    def share(self) -> float:
        """The share that agrees, from 0 to 1; only where there are answers."""
        return self.agreed / self.answers


@dataclass(frozen=True, eq=False)
class PulseAnswers:
    """One bar a question for one area. Each is equal to itself alone, so that what was drawn can be kept.

    Attributes:
        heard: the series of `voice_heard` in the area, whose newest year this is.
        first: first day of the first month that is in it.
        last: first day of the last one.
        left_out: how many months or quarters of the year are hidden.
        bars: in the order of the form.
    """

    heard: MeasureSeries
    first: date
    last: date
    left_out: int
    bars: tuple[AnswerBar, ...]

    @property
    def told(self) -> list[AnswerBar]:
        """The bars that can be drawn."""
        return [bar for bar in self.bars if bar.groups]

    @property
    def when(self) -> str:
        """The time that the answers are from: "from November 2025 to October 2026"."""
        first, last = (write_period(day, "month") for day in (self.first, self.last))
        return f"in {last}" if first == last else f"from {first} to {last}"


def query_pulse_answers(session: Session, viewer: Viewer, heard: MeasureSeries) -> PulseAnswers | None:
    """The answers of the year that ends with the newest figures of ``heard``, the series of `voice_heard`.

    None where no period of that year may be seen, or the viewer may not see the area.
    """
    if not viewer.may_see(heard.area.id):
        return None
    year = [point for point in heard.points if point.state != FigureState.TOO_EARLY][-_YEAR[heard.period] :]
    seen = [point.period_start for point in year if point.value is not None]
    if not seen:
        return None
    months = {month for start in seen for month in months_between(start, period_end(start, heard.period))}
    counts = _add_up(session, heard.area.id, months)
    bars = tuple(_build_bar(question, counts[question], heard) for question in PulseQuestion)
    left_out = sum(point.state == FigureState.SUPPRESSED for point in year)
    return PulseAnswers(heard, min(months), max(months), left_out, bars)


def _build_bar(question: PulseQuestion, counts: list[int], heard: MeasureSeries) -> AnswerBar:
    groups = group_answers(counts, heard.definition.hide_below) if any(counts) else ()
    return AnswerBar(question, groups, is_hidden=not groups and any(counts))


def _add_up(session: Session, area_id: int, months: set[date]) -> dict[str, list[int]]:
    """The five counts by question; a row that was hidden in its file adds nothing, as in every figure."""
    areas, table = query_areas(session), table_of(PulseCount)
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    answers = [table.c[name] for name in PULSE_ANSWERS]
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(PULSE_ANSWERS))
    statement = select(table.c.question, *places, *answers).where(table.c.month.in_(months))
    for row in session.execute(statement):
        question, directorate, borough, team, *given = tuple(row)
        if given[0] is not None and area_id in areas.counted_in(directorate, borough, team):
            counts[question] = [sum(pair) for pair in zip(counts[question], given, strict=True)]
    return counts


def describe_pulse(answers: PulseAnswers | None) -> str:
    """With which sentence people agree most often and least often, in one sentence or two."""
    if answers is None or not answers.told:
        if answers is None or not any(bar.is_hidden for bar in answers.bars):
            return "We have no answers to show here yet."
        return describe_hiding(answers.heard.definition)
    told = sorted(answers.told, key=lambda bar: -bar.share)
    most, least = told[0], told[-1]
    if len(told) == 1:
        return f"{_count(most)} agree with “{SENTENCES[most.question]}”."
    if most.share == least.share:
        return f"People agree equally often with each sentence: {_count(most)}."
    return (
        f"People agree most often with “{SENTENCES[most.question]}”: {_count(most)}. "
        f"They agree least often with “{SENTENCES[least.question]}”: {_count(least)}."
    )


def describe_bar(bar: AnswerBar, answers: PulseAnswers) -> str:
    """One bar in words, short enough for a phone: "245 of 330 agree (74%)"."""
    if not bar.groups:
        return "hidden: too few answers" if bar.is_hidden else "no answers"
    share = format_value(bar.share, answers.heard.definition)
    return f"{bar.agreed:,} of {bar.answers:,} agree ({share})"


def describe_pulse_notes(answers: PulseAnswers) -> list[str]:
    """What to bear in mind when reading the bars."""
    definition, notes = answers.heard.definition, [f"Answers {answers.when}."]
    joined = any(group.first != group.last for bar in answers.bars for group in bar.groups)
    if joined or any(bar.is_hidden for bar in answers.bars):
        notes.append(f"{describe_hiding(definition)} Small answers are shown with the one beside them.")
    if answers.left_out:
        gone = steps(answers.heard, answers.left_out)
        notes.append(f"What the next chart hides is left out here as well: {gone} of this year.")
    return notes


def describe_pulse_working(answers: PulseAnswers) -> list[tuple[str, str]]:
    """Heading and text, as for a measure."""
    below = answers.heard.definition.hide_below
    return [
        (
            "What we count",
            "All answers of one year to each sentence of the pulse survey, by how far people agree.",
        ),
        ("Months used", f"{answers.when[0].upper()}{answers.when[1:]}."),
        (
            "Small numbers",
            f"An answer that only 1 to {below - 1} people gave is put together with the answer beside it. "
            "Where that does not help, all answers to the sentence are hidden. "
            "What the next chart hides is left out here too.",
        ),
    ]


def build_answers_table(answers: PulseAnswers) -> pd.DataFrame:
    """One row a count that may be told: Sentence, Answer, How many and Out of, all as text."""
    rows = [
        {
            "Sentence": SENTENCES[bar.question],
            "Answer": ANSWER_WORDS[group.first, group.last],
            "How many": f"{group.people:,}",
            "Out of": f"{bar.answers:,}",
        }
        for bar in answers.bars
        for group in bar.groups
    ]
    return pd.DataFrame(rows, columns=["Sentence", "Answer", "How many", "Out of"])


def _count(bar: AnswerBar) -> str:
    return f"{bar.agreed:,} of {bar.answers:,} answers"
