"""How levels of involvement are drawn: who sits on a team, and whether a new project starts with Big I."""

from collections.abc import Mapping
from datetime import date
from random import Random

from sample_data.months import pick_weekday
from sample_data.plans import Pattern
from sample_data.qi_project import LevelRecord, Project

LARGEST_TEAM = 5
JOINED = (
    "A service user joined the team.",
    "Two people from the working together group joined the team.",
    "A carer joined the team.",
)
MORE, FEWER = "One more person joined the team.", "One person left the team."
LEFT = (
    "The service user on the team moved on and the seat is empty.",
    "The team now asks for views by survey only.",
)


class Flow:
    """Whether the next new project starts with Big I: a fixed number in each run, in random order."""

    def __init__(self, rng: Random, patterns: Mapping[str, Pattern]) -> None:
        self._rng = rng
        self._patterns = patterns
        self._pattern: Pattern = ()
        self._round = 0
        self._bag: list[bool] = []

    def draw(self, key: str) -> bool:
        """The next answer, for a project that starts in the month ``key``."""
        pattern = self._patterns[max(first for first in self._patterns if first <= key)]
        if pattern != self._pattern:
            self._pattern, self._round, self._bag = pattern, 0, []
        if not self._bag:
            big, size = pattern[self._round % len(pattern)]
            self._bag = [True] * big + [False] * (size - big)
            self._rng.shuffle(self._bag)
            self._round += 1
        return self._bag.pop()


def big_record(rng: Random, day: date, note: str = "") -> LevelRecord:
    """Service users or carers on the team from ``day``; one team in eight has carers only."""
    level = "Both" if rng.random() < 0.15 else "Big I"
    if rng.random() < 0.12:
        return LevelRecord(day, level, 0, rng.choice((1, 1, 2)), note)
    return LevelRecord(day, level, rng.choice((1, 1, 2, 2, 3)), rng.choice((0, 0, 0, 1, 1, 2)), note)


def small_record(rng: Random, day: date, note: str = "") -> LevelRecord:
    """Consultation only, or no involvement, from ``day``."""
    return LevelRecord(day, "Little I" if note or rng.random() < 0.7 else "None", note=note)


def change_level(
    rng: Random, project: Project, month: date, *, big: bool, note: str = "", settled: bool = True
) -> bool:
    """Give the project a new level on a weekday of the month; ``False`` if no day is left for it."""
    day = pick_weekday(rng, project.earliest_change(month, settled=settled), month)
    if day is None:
        return False
    project.levels.append(big_record(rng, day, note) if big else small_record(rng, day, note))
    return True


def join_team(rng: Random, project: Project, month: date, *, settled: bool = True) -> bool:
    """Bring service users or carers into the team; ``False`` if no day is left for it."""
    return change_level(rng, project, month, big=True, note=rng.choice(JOINED), settled=settled)


def leave_team(rng: Random, project: Project, month: date) -> bool:
    """Fall back to consultation; ``False`` if no day is left for it."""
    return change_level(rng, project, month, big=False, note=rng.choice(LEFT), settled=False)


def change_team_size(rng: Random, project: Project, month: date, step: int) -> bool:
    """One person more (``step`` 1) or fewer (-1) on a team with Big I; ``False`` if that cannot be.

    A team keeps at least one person and has at most ``LARGEST_TEAM``.
    """
    day = pick_weekday(rng, project.earliest_change(month, settled=False), month)
    level = project.level
    if day is None or level is None or not 1 <= level.people + step <= LARGEST_TEAM:
        return False
    users, carers = level.service_users or 0, level.carers or 0
    if users > 1 or (users and step > 0):
        users += step
    else:
        carers += step
    if min(users, carers) < 0:
        return False
    project.levels.append(LevelRecord(day, level.level, users, carers, MORE if step > 0 else FEWER))
    return True
