"""Fixed words of a forum's meeting, and words cut where a wall has no more room."""

from __future__ import annotations

from exports.wording import shorten as _shorten
from exports.wording import tidy

AGREEMENT = (
    "One person speaks at a time, and everybody is heard.",
    "We say what short words and letters mean.",
    "You may pass, take a break or leave at any time.",
    "What people tell about themselves stays in this room.",
    "We look at how we work, not at who is to blame.",
)


def shorten(text: str, longest: int) -> str:
    """The text on one line, cut between words and marked with "…" where it is longer."""
    return _shorten(tidy(text), longest)
