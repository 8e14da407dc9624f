"""The small-number rule, once, before chart, table, sentence or file are made.

Class ``threshold``: a count of 1 to 4 people (staff answers: 1 to 9) is hidden with every figure
that rests on it. Where that would leave exactly one hidden cell in a total that is shown, the next
smallest cell is hidden too, until nothing can be worked out by subtraction within one view. It
guards against a casual look, not against somebody who subtracts one view from another.
The thresholds are those of NHS England's Friends and Family Test and NHS Staff Survey publications.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from data_model.terms import AreaType, FigureState
from measures.areas import AreaTree
from measures.definitions import Definition, Disclosure
from measures.figures import Figure

WHOLE = ""
# Service users and carers together: the share of the room is shown beside the roles.
LIVED_EXPERIENCE = "lived_experience"

Cell = tuple[int, str]  # area, part


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
    grew = True
    while grew:
        grew = False
        for total in totals:
            give_away = _gives_away(total, cells, hidden)
            if give_away is not None:
                hidden.add(give_away)
                grew = True
    return hidden


def _must_hide(figure: Figure, below: int) -> bool:
    if figure.state == FigureState.SUPPRESSED:
        return True
    return is_small(figure.numerator, below) or is_small(figure.denominator, below)


def _gives_away(total: Total, cells: dict[Cell, Figure], hidden: set[Cell]) -> Cell | None:
    """The next cell to hide where exactly one cell of a shown total is hidden, else None."""
    members = [c for c in (total.whole, *total.parts) if c in cells]
    present = [c for c in members if c in hidden or _size(cells[c]) > 0]
    if len([c for c in present if c in hidden]) != 1:
        return None
    rest = [c for c in present if c not in hidden and c != total.whole]
    if not rest:
        whole = total.whole
        return whole if whole in present and whole not in hidden else None
    return min(rest, key=lambda c: (_size(cells[c]), c))


def _totals(cells: dict[Cell, Figure], areas: AreaTree) -> list[Total]:
    """Every total of one period: trust over directorates, directorate over teams, whole over roles."""
    parts = {part for _, part in cells}
    found = []
    for area in areas.by_id.values():
        below = {AreaType.TRUST: AreaType.DIRECTORATE, AreaType.DIRECTORATE: AreaType.TEAM}.get(area.type)
        if below is not None:
            inside = [a.id for a in areas.children(area.id, below)]
            found += [Total((area.id, p), tuple((i, p) for i in inside if (i, p) in cells)) for p in parts]
        if LIVED_EXPERIENCE in parts:
            whole, lived = (area.id, WHOLE), (area.id, LIVED_EXPERIENCE)
            found.append(Total(whole, (lived, (area.id, "staff"), (area.id, "others"))))
            found.append(Total(lived, ((area.id, "service_users"), (area.id, "carers"))))
    return [t for t in found if t.parts]


def _size(figure: Figure) -> float:
    return (figure.denominator if figure.denominator is not None else figure.numerator) or 0


def _suppress(figure: Figure) -> Figure:
    return figure._replace(numerator=None, denominator=None, state=FigureState.SUPPRESSED)
