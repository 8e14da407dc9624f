"""What each project was on each day, from its dated states and involvement records.

A state holds from its day until the next one. Start and end dates are facts whenever they become
known; status, area and level are not, so a later export never changes what an earlier month was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import InvolvementRecord, QIProjectState, QIProjectStateBorough
from data_model.terms import Involvement, InvolvementLevel, ProjectStatus
from measures.definitions import CountingRules
from measures.periods import add_months, month_end, month_start, months_between


@dataclass(frozen=True)
class State:
    """What one export said of a project."""

    as_at: date
    status: ProjectStatus
    start_date: date
    end_date: date | None
    directorate_id: int
    team_id: int | None
    borough_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Recorded:
    """A level of involvement from a day on, with the people on the team where they were counted."""

    from_date: date
    level: InvolvementLevel
    people: int | None


@dataclass
class Project:
    """One project by its key in the store: its states and its recorded levels, each oldest first."""

    key: int
    states: list[State] = field(default_factory=list)
    levels: list[Recorded] = field(default_factory=list)

    @property
    def start_date(self) -> date:
        """The start, as the newest state gives it."""
        return self.states[-1].start_date

    def state_on(self, day: date) -> State:
        """The state in force; before the first one, that first one, since an export says where it began."""
        return self.states[max(0, bisect_right(self.states, day, key=lambda s: s.as_at) - 1)]

    def level_on(self, day: date) -> Recorded | None:
        """The newest level recorded by ``day``; None means not recorded, which is not the level "none"."""
        position = bisect_right(self.levels, day, key=lambda r: r.from_date)
        return self.levels[position - 1] if position else None

    def is_active_on(self, day: date, paused_counts: bool) -> bool:
        """Started, not ended, and of active status. Before the first state only its dates speak."""
        end_date = self.states[-1].end_date
        if self.start_date > day or (end_date is not None and end_date <= day):
            return False
        if day < self.states[0].as_at:
            return True
        status = self.state_on(day).status
        return status == ProjectStatus.ACTIVE or (paused_counts and status == ProjectStatus.PAUSED)

    def reached_big_i_by(self, day: date) -> bool:
        """Whether any level recorded by ``day`` was Big I."""
        return any(r.level == InvolvementLevel.BIG_I for r in self.levels if r.from_date <= day)


@dataclass(frozen=True)
class ProjectHistory:
    """All projects, and the last day for which we know how they stood."""

    projects: list[Project]
    known_to: date | None

    def month_ends(self) -> Iterator[date]:
        """Each month end from the first start to the last one that the data reach."""
        if self.known_to is None:
            return
        last = self.known_to if self.known_to == month_end(self.known_to) else add_months(self.known_to, -1)
        for month in months_between(min(p.start_date for p in self.projects), month_start(last)):
            yield month_end(month)

    def is_window_open(self, month: date, days: int) -> bool:
        """Whether a project of this month may still reach Big I within ``days`` of its start."""
        return self.known_to is None or month_end(month) + timedelta(days=days) > self.known_to


def query_history(session: Session, counting: CountingRules) -> ProjectHistory:
    """Read every project's states and levels."""
    carers_count = bool(counting.carer_counts_as_big_i.value)
    boroughs: dict[int, list[int]] = defaultdict(list)
    for state_id, borough_id in session.execute(
        select(QIProjectStateBorough.state_id, QIProjectStateBorough.borough_id)
    ):
        boroughs[state_id].append(borough_id)
    projects: dict[int, Project] = {}
    dated: dict[int, dict[date, Recorded]] = defaultdict(dict)
    s = QIProjectState
    for row in session.execute(
        select(
            s.id, s.qi_project_id, s.as_at, s.status, s.start_date, s.end_date, s.directorate_id, s.team_id,
            s.involvement, s.service_users, s.carers,
        ).order_by(s.as_at)
    ):  # fmt: skip
        key = row.qi_project_id
        projects.setdefault(key, Project(key)).states.append(
            State(
                row.as_at, ProjectStatus(row.status), row.start_date, row.end_date, row.directorate_id,
                row.team_id, tuple(boroughs[row.id]),
            )
        )  # fmt: skip
        if row.involvement is not None:
            dated[row.qi_project_id][row.as_at] = _recorded(row.as_at, row, carers_count)
    r = InvolvementRecord
    for row in session.execute(
        select(r.qi_project_id, r.from_date, r.involvement, r.service_users, r.carers)
    ):
        # A dated record beats what an export of the same day happened to say.
        dated[row.qi_project_id][row.from_date] = _recorded(row.from_date, row, carers_count)
    for key, project in projects.items():
        project.levels = [dated[key][day] for day in sorted(dated[key])]
    known = list(projects.values())
    return ProjectHistory(known, max((p.states[-1].as_at for p in known), default=None))


def _recorded(day: date, row: object, carers_count: bool) -> Recorded:
    involvement, users, carers = row.involvement, row.service_users, row.carers  # type: ignore[attr-defined]
    level = _LEVELS[Involvement(involvement)]
    only_carers = not users and bool(carers)
    if level == InvolvementLevel.BIG_I and only_carers and not carers_count:
        level = InvolvementLevel.LITTLE_I
    people = None if users is None and carers is None else (users or 0) + (carers or 0)
    return Recorded(day, level, people)


_LEVELS = {
    Involvement.BIG_I: InvolvementLevel.BIG_I,
    Involvement.BOTH: InvolvementLevel.BIG_I,
    Involvement.LITTLE_I: InvolvementLevel.LITTLE_I,
    Involvement.NONE: InvolvementLevel.NONE,
}
