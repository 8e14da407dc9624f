"""Co-production workshops, learning sets and working together groups: rows of ``workshops.csv``."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample_data.areas import TEAMS, directorate_of
from sample_data.months import interpolate
from sample_data.writing import Cell

WORKSHOP_COLUMNS = (
    "workshop_id",
    "workshop_date",
    "title",
    "workshop_type",
    "directorate",
    "borough",
    "team",
    "mode",
    "service_users",
    "carers",
    "staff",
    "others",
    "access_needs_asked",
    "access_needs_met",
    "rating_answers",
    "rating_positive",
)

_FIRST = date(2021, 4, 1)
# Share of the room with lived experience; shares of access needs met and of people who found it worth it.
_PARITY = {"2021-04": 0.27, "2023-04": 0.33, "2026-10": 0.40}
_ACCESS = 0.80
_WORTH = {"2021-04": 0.80, "2026-10": 0.86}
_COPRODUCTION, _LEARNING, _TOGETHER = "co-production workshop", "learning set", "working together group"
_TITLES = {
    _COPRODUCTION: (
        "Designing the first visit together",
        "What matters to you?",
        "Ideas for safer care",
        "Choosing what to test next",
        "Looking at our charts together",
        "Rewriting our letters",
        "Walking through the service",
        "Setting our aim",
        "What did we learn from the last test?",
        "A better waiting room",
    ),
    _LEARNING: (
        "Learning set: measuring what matters",
        "Learning set: testing changes",
        "Learning set: sharing",
    ),
    _TOGETHER: ("Working together group",),
}


@dataclass(frozen=True)
class Rhythm:
    """A place that meets again and again: where, what for, and about every how many days."""

    directorate: str
    borough: str = ""
    team: str = ""
    kind: str = _COPRODUCTION
    days: int = 56


# Luton has no learning sets, so that a search for them there finds nothing.
_GROUPS = (
    Rhythm("THMH", "B-TH", kind=_TOGETHER, days=91),
    Rhythm("NMH", "B-NE", kind=_TOGETHER, days=91),
    Rhythm("CHMH", "B-HA", kind=_TOGETHER, days=91),
    Rhythm("LMH", "B-LU", kind=_TOGETHER, days=91),
    Rhythm("BMH", "B-BE", kind=_TOGETHER, days=126),
    Rhythm("LCH", "B-NE", kind=_LEARNING, days=84),
    Rhythm("THMH", "B-TH", kind=_LEARNING, days=98),
    Rhythm("CORP", kind=_LEARNING, days=70),
    Rhythm("SCYPS", "B-NE", days=70),
    Rhythm("TT", "B-TH", days=84),
    Rhythm("ADD", "B-BE", days=63),
    Rhythm("CORP", days=91),
)
_TEAM_DAYS = (42, 56, 63, 70, 84, 91)


def build_workshop_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a workshop held up to ``until``, as ``WORKSHOP_COLUMNS``, by date."""
    teams = [
        Rhythm(team.directorate, team.borough, team.code, days=_TEAM_DAYS[number % len(_TEAM_DAYS)])
        for number, team in enumerate(TEAMS)
    ]
    held: list[tuple[date, int, tuple[Cell, ...]]] = []
    for number, rhythm in enumerate([*teams, *_GROUPS]):
        # Dates have a stream of their own, so that a later end leaves the rooms of earlier days as they were.
        days = _dates(Random(f"{seed}:workshop dates:{number}"), rhythm, until)
        rng = Random(f"{seed}:workshops:{number}")
        held.extend((day, number, _row(rng, rhythm, day)) for day in days)
    held.sort(key=lambda one: one[:2])
    return [(f"W-{number:04d}", *row) for number, (_, _, row) in enumerate(held, start=1)]


def _dates(rng: Random, rhythm: Rhythm, until: date) -> list[date]:
    days: list[date] = []
    day = _FIRST + timedelta(days=rng.randint(0, rhythm.days))
    while day <= until:
        working = day - timedelta(days=max(0, day.weekday() - 4))
        days.append(max(working, _FIRST))
        day += timedelta(days=rng.randint(rhythm.days * 3 // 4, rhythm.days * 5 // 4))
    return days


def _row(rng: Random, rhythm: Rhythm, day: date) -> tuple[Cell, ...]:
    people = _people(rng, day)
    present = sum(people)
    asked = sum(rng.random() < 0.4 for _ in range(3))
    answers = sum(rng.random() < 0.7 for _ in range(present))
    boroughs = directorate_of(rhythm.directorate).boroughs
    return (
        day.isoformat(),
        rng.choice(_TITLES[rhythm.kind]),
        rhythm.kind,
        rhythm.directorate,
        rhythm.borough or (boroughs[0] if len(boroughs) == 1 else ""),
        rhythm.team,
        _mode(rng, day),
        *people,
        asked,
        _count(rng, asked, _ACCESS),
        answers,
        _count(rng, answers, interpolate(_WORTH, day)),
    )


def _people(rng: Random, day: date) -> tuple[int, int, int, int]:
    """Service users, carers, staff and others in the room; always at least one of the first and of staff."""
    size = rng.randint(9, 22)
    lived = max(1, _count(rng, size, interpolate(_PARITY, day)))
    carers = _count(rng, lived - 1, 0.25)
    rest = max(1, size - lived)
    others = _count(rng, rest - 1, 0.10)
    return lived - carers, carers, rest - others, others


def _mode(rng: Random, day: date) -> str:
    if day < date(2022, 4, 1):
        return rng.choice(("online", "online", "online", "hybrid"))
    return rng.choice(("in person", "in person", "in person", "online", "hybrid", "hybrid", "phone"))


def _count(rng: Random, size: int, chance: float) -> int:
    return sum(rng.random() < chance for _ in range(size))
