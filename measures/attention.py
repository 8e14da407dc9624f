"""At most five things to talk about, out of all figures: what got worse, what is stuck, what to celebrate.

The order, and with it what is left out where there are more than five:

1. a real change for the worse (only where a deciding rule found it);
2. a target that will not be reached unless something changes;
3. agreed actions whose day has passed: the oldest, and how many more;
4. figures that were expected and did not come;
5. something to celebrate: a real change for the better, or all of them time after time.

Each kind that there is has one place, so that many of one hide no other; places left over go to the first
kinds. One measure is celebrated once. Inside one kind the order is that of the measures given, then the trust
before its directorates, then names. The same figures give the same list whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data_model.terms import AreaType, ChangeIdeaStatus
from measures.definitions import Definition
from measures.forum import Action, ActionState
from measures.notes import OLD_AFTER_DAYS, describe_target
from measures.periods import write_period
from measures.sentences import describe_series, steps
from measures.series import MeasureSeries
from measures.standing import Standing, count_late, find_assurance, judge_series

MOST_THINGS = 5
_SENT = Definition.model_fields["when_missing"].default  # the words of measures that somebody has to send
_KEPT = (ChangeIdeaStatus.TESTING, ChangeIdeaStatus.ADOPTED, ChangeIdeaStatus.ADAPTED)
_AREA_ORDER = {t: i for i, t in enumerate(AreaType)}


class Reason(StrEnum):
    """Why a thing is worth talking about, in the order in which it is."""

    WORSE = "Real change for the worse"
    TARGET = "Target out of reach"
    OVERDUE = "Action overdue"
    MISSING = "Figures missing or late"
    CELEBRATE = "Something to celebrate"


@dataclass(frozen=True)
class Thing:
    """One thing to talk about; ``owner`` "" and ``due`` None mean that none was given.

    ``doing`` names the change ideas under way and the actions agreed; to celebrate, what was tried and kept.
    """

    reason: Reason
    area_name: str
    sentence: str
    series: MeasureSeries | None = None
    doing: tuple[str, ...] = ()
    owner: str = ""
    due: date | None = None


def find_things_to_talk_about(
    found: Sequence[MeasureSeries],
    measure_ids: Sequence[str],
    actions: Sequence[Action] = (),
    most: int = MOST_THINGS,
) -> list[Thing]:
    """At most five things, or as many as ``most`` says, in the order said above.

    Args:
        found: the series of the trust and its directorates, of the measures in ``measure_ids``.
        measure_ids: the measures in the order of their weight; others in ``found`` are left out.
        actions: what the forums agreed. Those that are late are one thing; one that is still due gives its
            owner and date to what is said about the same measure and directorate.
        most: how many things there is room for.
    """
    ordered = sorted(
        (s for s in found if s.definition.id in measure_ids), key=lambda s: _place(s, measure_ids)
    )
    kinds = (
        _worse(ordered),
        _out_of_reach(ordered),
        _overdue(actions),
        _missing(ordered),
        _celebrate(ordered),
    )
    return [_with_action(thing, actions) for thing in _choose([list(kind) for kind in kinds], most)]


def _choose(kinds: Sequence[list[Thing]], most: int) -> list[Thing]:
    """One of each kind that there is; the places that are left over go to the first kinds."""
    left_over = most - sum(bool(kind) for kind in kinds)
    chosen: list[Thing] = []
    for kind in filter(None, kinds):
        taken = kind[: 1 + max(left_over, 0)]
        left_over -= len(taken) - 1
        chosen += taken
    return chosen[:most]


def count_left_out(found: Sequence[MeasureSeries], things: Sequence[Thing]) -> int:
    """How many real changes for the worse and targets out of reach found no place among the things."""
    named = {_key(t.series) for t in things if t.series is not None}
    return sum(_is_worse(s) or _is_out_of_reach(s) for s in found if _key(s) not in named)


def find_ideas_under_way(series: MeasureSeries) -> tuple[str, ...]:
    """The change ideas aimed at this measure that are being tried in this area, with their start."""
    return tuple(
        f"{mark.title} (since {series.when_day(mark.start_date)})"
        for mark in series.changes
        if mark.status == ChangeIdeaStatus.TESTING
        and (mark.end_date is None or mark.end_date >= series.today)
    )


def find_ideas_tried(series: MeasureSeries) -> tuple[str, ...]:
    """The change ideas aimed at this measure that were tried in this area and kept, with their start."""
    return tuple(
        f"{mark.title} (from {series.when_day(mark.start_date)})"
        for mark in series.changes
        if mark.status in _KEPT
    )


def describe_attention(found: Sequence[MeasureSeries]) -> str:
    """One sentence for the trust, in two short parts: how many figures show a real change, and the rest."""
    judged = [judge_series(s) for s in found]
    seen = [j for j in judged if j not in (Standing.NO_DATA, Standing.HIDDEN, Standing.TOO_EARLY)]
    if not seen:
        return "It is too early to say where we need to act."
    worse, better = seen.count(Standing.WORSE), seen.count(Standing.BETTER)
    if not worse and not better:
        return f"None of {len(seen)} figures shows a real change. They go up and down as usual."
    return (
        f"Of {len(seen)} figures, {worse or 'none'} {'show' if worse > 1 else 'shows'} a real change for the "
        f"worse and {better or 'none'} for the better. For the others there is no sign of real change."
    )


def _place(series: MeasureSeries, measure_ids: Sequence[str]) -> tuple[int, int, str, str]:
    area = series.area
    return measure_ids.index(series.definition.id), _AREA_ORDER[area.type], area.name, area.code


def _key(series: MeasureSeries) -> tuple[str, int]:
    return series.definition.id, series.area.id


def _is_worse(series: MeasureSeries) -> bool:
    return judge_series(series) == Standing.WORSE and not count_late(series)


def _is_out_of_reach(series: MeasureSeries) -> bool:
    hidden = judge_series(series) == Standing.HIDDEN
    return find_assurance(series) == "fail" and not hidden and not count_late(series)


def _thing(reason: Reason, series: MeasureSeries, sentence: str) -> Thing:
    doing = find_ideas_tried if reason == Reason.CELEBRATE else find_ideas_under_way
    return Thing(reason, series.area.name, sentence, series, doing(series))


def _worse(ordered: Sequence[MeasureSeries]) -> Iterator[Thing]:
    return (_thing(Reason.WORSE, s, describe_series(s)) for s in ordered if _is_worse(s))


def _out_of_reach(ordered: Sequence[MeasureSeries]) -> Iterator[Thing]:
    """Targets that the usual range does not touch; not again where the change for the worse is named."""
    return (
        _thing(Reason.TARGET, s, describe_target(s))
        for s in ordered
        if _is_out_of_reach(s) and not _is_worse(s)
    )


def _overdue(actions: Sequence[Action]) -> Iterator[Thing]:
    """The action that has been late for longest, and how many more there are."""
    late = [(a.entry.due_date or date.max, a.entry) for a in actions if a.state == ActionState.LATE]
    if not late:
        return
    due, first = min(late, key=lambda pair: (pair[0], pair[1].directorate, pair[1].entry_id))
    sentence = f"{first.text.rstrip('.')}. It was due on {write_period(due, 'event')}."
    if len(late) > 1:
        sentence += f" {len(late) - 1} more {'actions are' if len(late) > 2 else 'action is'} late."  # noqa: PLR2004
    yield Thing(Reason.OVERDUE, first.directorate, sentence, owner=first.owner_role or "", due=due)


def _missing(ordered: Sequence[MeasureSeries]) -> Iterator[Thing]:
    """One thing for all measures that nobody has sent for long; else one for each area that fell silent."""
    old = [s for s in ordered if s.data_as_at and (s.today - s.data_as_at).days > OLD_AFTER_DAYS]
    if old:
        titles = list(dict.fromkeys(s.definition.title for s in old))
        what = titles[0] if len(titles) == 1 else f"{len(titles)} measures"
        oldest = min(s.data_as_at for s in old if s.data_as_at)
        sentence = f"{what}: the newest figures are from {write_period(oldest, 'event')}."
        yield Thing(Reason.MISSING, "Whole trust", sentence, old[0])
    for s in ordered:
        late = count_late(s)
        if (
            late
            and s.definition.when_missing == _SENT
            and s not in old
            and judge_series(s) != Standing.HIDDEN
        ):
            yield _thing(Reason.MISSING, s, f"No figures for the last {steps(s, late)}.")


def _celebrate(ordered: Sequence[MeasureSeries]) -> Iterator[Thing]:
    """One area a measure: a real change for the better before all of them time after time."""
    for measure_id in dict.fromkeys(s.definition.id for s in ordered):
        mine = [s for s in ordered if s.definition.id == measure_id and not count_late(s)]
        best = [s for s in mine if judge_series(s) == Standing.BETTER] + [s for s in mine if _is_all(s)]
        yield from (_thing(Reason.CELEBRATE, s, describe_series(s)) for s in best[:1])


def _is_all(series: MeasureSeries) -> bool:
    decides = bool(series.definition.deciding_rules) and series.definition.direction == "increase"
    return decides and judge_series(series) == Standing.ALL


def _with_action(thing: Thing, actions: Sequence[Action]) -> Thing:
    """The thing with owner and date of the first open action on the same measure and directorate.

    One that is late is named where none is due: it is somebody's still, and it says that it is late.
    """
    if thing.series is None:
        return thing
    about = thing.series.definition.id, thing.series.area.name
    mine = [
        a for a in actions if a.state != ActionState.DONE and (a.entry.measure, a.entry.directorate) == about
    ]
    if not mine:
        return thing
    first = min(
        mine,
        key=lambda a: (a.state == ActionState.LATE, a.entry.due_date or date.max, a.entry.entry_id),
    )
    entry, late = first.entry, " (late)" if first.state == ActionState.LATE else ""
    doing = (*thing.doing, f"{entry.text.rstrip('.')}{late}")
    return replace(thing, doing=doing, owner=entry.owner_role or "", due=entry.due_date)
