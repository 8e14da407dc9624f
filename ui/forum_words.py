"""Fixed words of a forum's meeting, and words cut where a wall has no more room."""

from __future__ import annotations

from collections.abc import Sequence

from exports.wording import shorten as _shorten
from exports.wording import tidy
from measures.forum import Action, ActionState, ForumEntry
from measures.periods import write_period

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


def describe_who(entry: ForumEntry) -> str:
    """Whose it is and by when, or since when it is done."""
    if entry.done_date is not None:
        return f"{entry.owner_role or 'Nobody named'}, done {write_period(entry.done_date, 'event')}"
    due = write_period(entry.due_date, "event") if entry.due_date else "no day given"
    return f"{entry.owner_role or 'Nobody named'}, {due}"


def describe_counts(actions: Sequence[Action]) -> str:
    """How many actions are late, due and done."""
    counts = {state: sum(a.state == state for a in actions) for state in ActionState}
    said = ", ".join(f"{count or 'none'} {state}" for state, count in counts.items())
    return f"{said.capitalize()}."
