"""Answers on a scale of five: which questions have them, and how many answers are 4 or 5 out of 5."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.layouts.column_finder import squeeze

# From the best to the worst; the first two count as positive.
_WORDED = (
    ("strongly agree", "agree", "neutral", "disagree", "strongly disagree"),
    ("strongly agree", "agree", "neither agree nor disagree", "disagree", "strongly disagree"),
    ("very satisfied", "satisfied", "neutral", "dissatisfied", "very dissatisfied"),
    (
        "very satisfied",
        "satisfied",
        "neither satisfied nor dissatisfied",
        "dissatisfied",
        "very dissatisfied",
    ),
    ("very good", "good", "neither good nor poor", "poor", "very poor"),
    ("excellent", "good", "average", "poor", "very poor"),
)
_NUMBERS = ("5", "4", "3", "2", "1")
_SCALES = tuple(tuple(map(squeeze, words)) for words in (_NUMBERS, *_WORDED))
_POSITIVE = 2


def count_rating(answers: Iterable[str]) -> tuple[int, int] | None:
    """Answers and positive answers; blank cells are none. ``None`` if they are not on one scale of five."""
    given = [squeeze(text) for text in answers if text]
    scale = next((words for words in _SCALES if set(given) <= set(words)), None)
    if not given or scale is None:
        return None
    return len(given), sum(answer in scale[:_POSITIVE] for answer in given)
