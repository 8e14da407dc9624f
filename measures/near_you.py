"""What is said to the people of one borough: where things stand now, and what became of what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from data_model.terms import AnswerStatus
from measures.definitions import Unit
from measures.periods import write_period
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.taking_part import YouSaid
from measures.writing import count_of, describe_counts, format_value

_DAYS_IN_WEEK = 7
# What is said of one thing and of several, in the order in which people want to hear it.
_BECAME = {
    AnswerStatus.DONE: ("was done", "were done"),
    AnswerStatus.IN_PROGRESS: ("is under way", "are under way"),
    AnswerStatus.COULD_NOT: ("could not be done", "could not be done"),
    AnswerStatus.WAITING: ("still waits for an answer", "still wait for an answer"),
}
_NOTHING_SAID = "Nothing that people said near you has been written down here yet."


def describe_now_and_pattern(series: MeasureSeries) -> str:
    """The newest share in counts, then the sentence of the series; it alone if it gives them itself."""
    sentence, happened = describe_series(series), series.definition.words.happened
    if series.last is None or series.definition.unit != Unit.PERCENT or happened in sentence:
        return sentence
    counts = describe_counts(series.last, series.definition)
    if counts in sentence:
        return sentence
    return f"In {series.when(series.last)}, {counts} {happened}. {sentence}"


def describe_latest_share(series: MeasureSeries) -> str:
    """The newest value short enough for one line, "October 2026: 70%"; empty without one."""
    if series.last is None or series.last.value is None:
        return ""
    return f"{series.when(series.last)}: {format_value(series.last.value, series.definition)}"


def describe_answers(said: Sequence[YouSaid]) -> str:
    """How much of what people said was done: "Of 6 things said near you, 4 were done and 2 wait"."""
    if not said:
        return _NOTHING_SAID
    counts = Counter(item.status for item in said)
    parts = [
        f"{counts[status]} {one if counts[status] == 1 else several}"
        for status, (one, several) in _BECAME.items()
        if counts[status]
    ]
    if len(said) == 1:
        return f"The one thing said near you {_BECAME[said[0].status][0]}."
    if len(parts) == 1:
        status = said[0].status
        return f"All {len(said)} things said near you {_BECAME[status][1]}."
    return f"Of {len(said)} things said near you, {', '.join(parts[:-1])} and {parts[-1]}."


def describe_wait(item: YouSaid, day: date) -> str:
    """How long people have waited and until when an answer was promised; empty once there is one.

    ``day`` is the day that is counted to.
    """
    if item.status not in (AnswerStatus.WAITING, AnswerStatus.IN_PROGRESS) or item.answered_on is not None:
        return ""
    weeks = (day - item.asked_on).days // _DAYS_IN_WEEK
    since = f"{count_of(weeks, 'week')} so far." if weeks else "Asked this week."
    if item.answer_due is None:
        return since
    due = write_period(item.answer_due, "event")
    return f"{since} We promised an answer by {due}{', so we are late' if item.is_late(day) else ''}."
