"""Calculations about QI projects: how many, who has a seat, and what we do not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from data_model.terms import FigureState, InvolvementLevel
from measures.areas import AreaTree
from measures.calculations.history import Project, ProjectHistory, Recorded, query_history
from measures.definitions import read_counting_rules
from measures.figures import Figure, Tally
from measures.periods import month_start


def calculate_big_i_active(session: Session, areas: AreaTree) -> list[Figure]:
    """Active projects at month end with Big I, out of those with a recorded level."""
    return _share_of_recorded(session, areas, InvolvementLevel.BIG_I)


def calculate_little_i_active(session: Session, areas: AreaTree) -> list[Figure]:
    """Active projects at month end with little i, out of those with a recorded level."""
    return _share_of_recorded(session, areas, InvolvementLevel.LITTLE_I)


def calculate_involvement_recorded(session: Session, areas: AreaTree) -> list[Figure]:
    """Active projects at month end with a recorded level, out of all active ones."""
    tally = Tally()
    for month, counted, _, recorded in _active(session, areas):
        tally.add(counted, month, recorded is not None, 1)
    return tally.shares()


def calculate_people_on_projects(session: Session, areas: AreaTree) -> list[Figure]:
    """Service users and carers in active Big I teams, per such project that recorded their number."""
    tally = Tally()
    for month, counted, _, recorded in _active(session, areas):
        if recorded and recorded.level == InvolvementLevel.BIG_I and recorded.people is not None:
            tally.add(counted, month, recorded.people, 1)
    return tally.shares()


def calculate_active_projects(session: Session, areas: AreaTree) -> list[Figure]:
    """Active projects at month end. From an area's first project on, a month without one counts 0."""
    history = _history(session)
    tally = Tally()
    seen: set[int] = set()
    for day in history.month_ends():
        tally.add(seen, month_start(day), 0)
        for project in _active_on(history, day):
            counted = _areas_of(project, day, areas)
            seen.update(counted)
            tally.add(counted, month_start(day), 1)
    return tally.counts()


def calculate_big_i_new(session: Session, areas: AreaTree) -> list[Figure]:
    """Projects started in the month that reached Big I within the agreed days, out of all started.

    A month whose last possible day has not passed is marked too early and carries its counts so far.
    """
    days = int(read_counting_rules().big_i_new_window_days.value)
    history = _history(session)
    tally = Tally()
    for project in history.projects:
        start = project.start_date
        if history.known_to is None or start > history.known_to:
            continue  # planned, not started
        reached = project.reached_big_i_by(start + timedelta(days=days))
        tally.add(_areas_of(project, start, areas), month_start(start), reached, 1)
    return [
        f._replace(state=FigureState.TOO_EARLY) if history.is_window_open(f.period_start, days) else f
        for f in tally.shares()
    ]


def _share_of_recorded(session: Session, areas: AreaTree, level: InvolvementLevel) -> list[Figure]:
    tally = Tally()
    for month, counted, _, recorded in _active(session, areas):
        if recorded is not None:
            tally.add(counted, month, recorded.level == level, 1)
    return tally.shares()


def _history(session: Session) -> ProjectHistory:
    """Read once a session: five measures rest on it, and a load refreshes them together."""
    cached = session.info.get("project_history")
    if cached is None:
        cached = session.info["project_history"] = query_history(session, read_counting_rules())
    return cached


def _active(session: Session, areas: AreaTree) -> Iterator[tuple[date, list[int], Project, Recorded | None]]:
    """Each active project at each month end: month, areas it counts for, project, recorded level."""
    history = _history(session)
    for day in history.month_ends():
        for project in _active_on(history, day):
            yield month_start(day), _areas_of(project, day, areas), project, project.level_on(day)


def _active_on(history: ProjectHistory, day: date) -> Iterator[Project]:
    paused_counts = bool(read_counting_rules().paused_counts_as_active.value)
    return (p for p in history.projects if p.is_active_on(day, paused_counts))


def _areas_of(project: Project, day: date, areas: AreaTree) -> list[int]:
    state = project.state_on(day)
    return areas.counted_in(state.directorate_id, state.team_id, *state.borough_ids)
