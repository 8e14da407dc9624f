"""The small-number rule, once, before chart, table, sentence or file are made.

Class ``threshold``: a count of 1 to 4 people (staff answers: 1 to 9) is hidden with every figure
that rests on it. Where exactly one cell of a shown total is hidden, the next smallest is hidden
too, until none of them can be worked out by taking away within one view. It
guards against a casual look, not against somebody who subtracts one view from another.
The thresholds are those of NHS England's Friends and Family Test and NHS Staff Survey publications.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from data_model.terms import AreaType, FigureState
from measures.areas import AreaTree
from measures.definitions import Definition, Disclosure
from measures.figures import Figure

WHOLE = ""
_ROUNDING = 1e-9
# Service users and carers together: the share of the room is shown beside the roles.
LIVED_EXPERIENCE = "lived_experience"
# People at workshops whose role nobody wrote down.
UNKNOWN_ROLE = "unknown_role"

Cell = tuple[int, str]  # area, part


class AnswerGroup(NamedTuple):
    """Answers next to each other on a scale, from position ``first`` to ``last``, told as one count."""

    first: int
    last: int
    people: int


class Total(NamedTuple):
    """A total that a reader may see beside its parts."""

    whole: Cell
    parts: tuple[Cell, ...]


def is_small(amount: float | None, below: int) -> bool:
    """Whether a count must be hidden. Zero is not: nobody is behind it."""
    return amount is not None and 0 < amount < below


def hide_small_numbers(figures: Iterable[Figure], definition: Definition, areas: AreaTree) -> list[Figure]:
    """Replace every figure that must not be seen by a suppressed one without numbers.

    ``figures`` must hold all areas of the measure, so that a total and its parts are treated together.
    """
    found = list(figures)
    if definition.disclosure == Disclosure.NONE:
        return found
    by_period: dict[date, dict[Cell, Figure]] = defaultdict(dict)
    for figure in found:
        by_period[figure.period_start][figure.area_id, figure.part] = figure
    hidden = {
        (period, *cell)
        for period, cells in by_period.items()
        for cell in find_hidden_cells(cells, _totals(cells, areas), definition.hide_below)
    }
    return [_suppress(f) if (f.period_start, f.area_id, f.part) in hidden else f for f in found]


def find_hidden_cells(cells: dict[Cell, Figure], totals: list[Total], below: int) -> set[Cell]:
    """The cells of one period to hide: the small ones, then what would give them away."""
    hidden = {c for c, f in cells.items() if _must_hide(f, below)}
    grew = bool(hidden)
    while grew:
        more = {_next_to_hide(total, cells, hidden) for total in totals} - {None}
        hidden.update(c for c in more if c is not None)
        grew = bool(more)
    return hidden


def group_answers(counts: Sequence[int], below: int) -> tuple[AnswerGroup, ...]:
    """The five answers of a scale, where one is small put together with the one beside it.

    Each end of the scale is told as two answers or as one; the middle is told with the low end where either
    alone would be small. Empty where that does not help: what is left over would give the small one away.

    Args:
        counts: of the answers from the lowest to the highest, over a time that is told as a whole.
        below: a count from 1 to one less than this is small.
    """
    low = _tell_end(0, counts, below)
    middle = (AnswerGroup(2, 2, counts[2]),)
    high = _tell_end(3, counts, below)
    if any(is_small(group.people, below) for group in (*low, *middle)):
        low, middle = (AnswerGroup(0, 2, sum(counts[:3])),), ()
    found = (*low, *middle, *high)
    return () if any(is_small(group.people, below) for group in found) else found


def _tell_end(first: int, counts: Sequence[int], below: int) -> tuple[AnswerGroup, ...]:
    two = counts[first : first + 2]
    if any(is_small(count, below) for count in two):
        return (AnswerGroup(first, first + 1, sum(two)),)
    return tuple(AnswerGroup(first + n, first + n, count) for n, count in enumerate(two))


def _next_to_hide(total: Total, cells: dict[Cell, Figure], hidden: set[Cell]) -> Cell | None:
    """What to hide where the hidden part of a shown total follows from the rest: the smallest part left.

    It follows where exactly one cell is hidden, and where the hidden parts of a shown whole add up to their
    number: nothing of nought is hidden, so each of them is one.

    Where no part is left it is the total itself. Parts of nought hide nothing and need no hiding.
    """
    members = [c for c in (total.whole, *total.parts) if c in cells]
    gone = [c for c in members if c in hidden]
    all_ones = total.whole not in hidden and all(_size(cells[c]) == 1 for c in gone)
    if not gone or (len(gone) > 1 and not all_ones):
        return None
    shown = [c for c in members if c not in hidden and _size(cells[c]) > 0]
    parts = [c for c in shown if c != total.whole]
    return min(parts or shown, key=lambda c: (_size(cells[c]), c), default=None)


def _must_hide(figure: Figure, below: int) -> bool:
    if figure.state == FigureState.SUPPRESSED:
        return True
    return is_small(figure.numerator, below) or is_small(figure.denominator, below)


def _totals(cells: dict[Cell, Figure], areas: AreaTree) -> list[Total]:
    """Every total of one period: trust over directorates, directorate over teams, whole over roles.

    Parts that do not make up their whole (some rows name no team) are no total that a reader could use.
    """
    parts = {part for _, part in cells}
    found = []
    for area in areas.by_id.values():
        below = {AreaType.TRUST: AreaType.DIRECTORATE, AreaType.DIRECTORATE: AreaType.TEAM}.get(area.type)
        if below is not None:
            inside = [a.id for a in areas.children(area.id, below)]
            found += [Total((area.id, p), tuple((i, p) for i in inside if (i, p) in cells)) for p in parts]
        if LIVED_EXPERIENCE in parts:
            whole, lived = (area.id, WHOLE), (area.id, LIVED_EXPERIENCE)
            came, others = (
                ((area.id, "service_users"), (area.id, "carers")),
                ((area.id, "staff"), (area.id, "others"), (area.id, UNKNOWN_ROLE)),
            )
            found += [Total(lived, came), Total(whole, (lived, *others)), Total(whole, (*came, *others))]
    return [t for t in found if t.parts and t.whole in cells and _adds_up(t, cells)]


def _adds_up(total: Total, cells: dict[Cell, Figure]) -> bool:
    parts = [cells[c] for c in total.parts if c in cells]
    known = [f for f in (cells[total.whole], *parts) if f.state != FigureState.SUPPRESSED]
    return len(known) <= len(parts) or abs(_size(cells[total.whole]) - sum(map(_size, parts))) < _ROUNDING


def _size(figure: Figure) -> float:
    return (figure.denominator if figure.denominator is not None else figure.numerator) or 0


def _suppress(figure: Figure) -> Figure:
    return figure._replace(numerator=None, denominator=None, state=FigureState.SUPPRESSED)
