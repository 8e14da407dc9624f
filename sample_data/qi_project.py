"""One QI project as it is simulated: its dates, its dated levels of involvement, statuses and scores."""

from dataclasses import dataclass, field
from datetime import date, timedelta

BIG_LEVELS = ("Big I", "Both")
# A project counts as new with Big I if it gets there this soon, so later changes wait until then.
NEW_PROJECT_DAYS = 60


@dataclass(frozen=True)
class LevelRecord:
    """A level of involvement from a day on; counts are ``None`` where nobody sits on the team."""

    from_date: date
    level: str
    service_users: int | None = None
    carers: int | None = None
    note: str = ""

    @property
    def is_big(self) -> bool:
        """Whether service users or carers are on the team."""
        return self.level in BIG_LEVELS

    @property
    def people(self) -> int:
        """Service users and carers on the team."""
        return (self.service_users or 0) + (self.carers or 0)


@dataclass
class Project:
    """A QI project; ``end_date`` stays ``None`` while it runs; ``began``, ``planned_end``: month numbers.

    A project that was under way when the register opened began before its ``start_date``.
    """

    project_id: str
    directorate: str
    title: str
    aim: str
    boroughs: tuple[str, ...]
    team: str
    start_date: date
    began: int
    planned_end: int
    scores: list[tuple[date, float]]
    end_date: date | None = None
    aim_result: str = ""
    levels: list[LevelRecord] = field(default_factory=list)
    statuses: list[tuple[date, str]] = field(default_factory=list)

    @property
    def status(self) -> str:
        """The newest status."""
        return self.statuses[-1][1]

    @property
    def level(self) -> LevelRecord | None:
        """The newest level on record; ``None`` if nothing was recorded yet."""
        return self.levels[-1] if self.levels else None

    @property
    def is_big(self) -> bool:
        """Whether the newest level on record is Big I or both."""
        return self.level is not None and self.level.is_big

    def earliest_change(self, month: date, *, settled: bool) -> date:
        """First day in the month of ``month`` on which the level can change.

        ``settled`` keeps the change out of the time in which a project counts as new.
        """
        earliest = month.replace(day=1)
        if self.levels:
            earliest = max(earliest, self.levels[-1].from_date + timedelta(days=1))
        if settled:
            earliest = max(earliest, self.start_date + timedelta(days=NEW_PROJECT_DAYS + 1))
        return max(earliest, self.start_date)
