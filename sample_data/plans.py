"""What is to happen in each directorate: how many projects are active and how many have Big I.

Months are keys such as ``2025-03``. Between the months given, counts and shares follow straight lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# The register opens in this month with projects that are already under way.
FIRST_MONTH = "2021-04"
BALANCED_MONTH = "2024-02"
# The trust's share over time; in the balanced month it is met as closely as whole projects allow.
TRUST_SHARE = {"2021-04": 0.35, "2024-02": 0.40, "2025-10": 0.45, "2026-09": 0.45, "2026-10": 0.49}
TRUST_SLACK = 2
# Each month one of these is the largest share of active projects with nothing recorded: the oldest blanks are
# filled in, except in the directorate that is to show what many blanks do.
BLANK_SHARES = (0.052, 0.060, 0.067, 0.075)
BLANK_DIRECTORATE = "CAMHS"
# Service users and carers per project with Big I: the usual number, and how far a month may be from it.
TEAM_SIZE, TEAM_SIZE_SPREAD = 2.4, 0.15
# Directorates with a story of their own are left alone when the trust is kept near its share.
BALANCING = ("NMH", "LMH", "BCH", "CAMHS", "SCYPS", "TT", "FOR")

Pattern = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Plan:
    """One directorate's course.

    ``active``: active projects by month. ``flow``: from a month on, (Big I, of how many) for runs of newly
    started projects. ``wanted``: share of recorded active projects with Big I, kept within one project.
    ``exact``: months in which the numbers active and with Big I are met exactly. ``unrecorded``: one new
    project in so many starts with nothing recorded (0: none). ``drift``: levels change by themselves.
    ``shorter``: months taken off the usual length.
    """

    active: Mapping[str, float]
    flow: Mapping[str, Pattern]
    wanted: Mapping[str, float] = field(default_factory=dict)
    exact: tuple[str, ...] = ()
    unrecorded: int = 0
    drift: bool = True
    shorter: int = 0


def _active(*counts: int) -> dict[str, float]:
    """Active projects at the trust's turning points; the last two make room for London and Primary care."""
    months = (FIRST_MONTH, BALANCED_MONTH, "2025-05", "2025-09", "2026-10")
    return {**dict(zip(months, counts, strict=True)), "2026-04": counts[3]}


PLANS: dict[str, Plan] = {
    "CHMH": Plan(
        _active(13, 14, 13, 13, 12),
        {FIRST_MONTH: ((3, 10), (2, 7))},
        wanted={FIRST_MONTH: 0.26},
        unrecorded=8,
        drift=False,
    ),
    "NMH": Plan(_active(10, 10, 10, 8, 7), {FIRST_MONTH: ((1, 5), (1, 4))}, unrecorded=2),
    "THMH": Plan(
        _active(19, 20, 19, 19, 17),
        {FIRST_MONTH: ((3, 8),), "2023-06": ((2, 3), (1, 2), (2, 3))},
        drift=False,
        shorter=2,
    ),
    "BMH": Plan(
        _active(20, 20, 20, 20, 20),
        {FIRST_MONTH: ((7, 10),), "2025-01": ((2, 5),), "2025-10": ((1, 6),)},
        wanted={FIRST_MONTH: 0.70, "2024-12": 0.70, "2026-06": 0.20, "2026-10": 0.16},
        exact=("2026-06", "2026-07", "2026-08", "2026-09", "2026-10"),
        unrecorded=10,
        drift=False,
    ),
    "LMH": Plan(_active(7, 7, 7, 7, 6), {FIRST_MONTH: ((1, 5), (1, 4))}, unrecorded=2),
    "LCH": Plan(
        {FIRST_MONTH: 12, "2022-04": 12, BALANCED_MONTH: 13, "2025-05": 14, "2025-06": 15}
        | {"2025-07": 15, "2025-08": 16, "2025-09": 19, "2026-10": 19},
        {FIRST_MONTH: ((2, 5),), "2022-10": ((3, 5),), "2024-06": ((4, 5),), "2025-06": ((1, 1),)},
        wanted={FIRST_MONTH: 0.40, "2022-04": 0.42, "2024-02": 0.56, "2025-06": 0.93, "2025-07": 1.0},
        exact=("2022-04", "2025-06", "2025-07", "2025-08", "2025-09"),
        drift=False,
    ),
    "BCH": Plan(_active(7, 7, 7, 6, 5), {FIRST_MONTH: ((1, 5),)}, unrecorded=2),
    "CAMHS": Plan(_active(8, 8, 8, 7, 6), {FIRST_MONTH: ((1, 5),)}, unrecorded=3),
    "SCYPS": Plan(_active(6, 6, 6, 6, 6), {FIRST_MONTH: ((1, 5),)}, unrecorded=2),
    "TT": Plan(_active(6, 6, 6, 6, 6), {FIRST_MONTH: ((1, 4),)}, unrecorded=2),
    "ADD": Plan(
        _active(12, 12, 12, 12, 13),
        {FIRST_MONTH: ((1, 3), (2, 6))},
        wanted={FIRST_MONTH: 0.34, "2026-09": 0.36, "2026-10": 0.85},
        exact=("2026-10",),
        drift=False,
    ),
    "FOR": Plan(_active(4, 4, 4, 4, 4), {FIRST_MONTH: ((1, 4),)}, unrecorded=2),
    "PC": Plan(
        {"2026-04": 0, "2026-05": 2, "2026-06": 3, "2026-08": 5, "2026-10": 6},
        {FIRST_MONTH: ((2, 4),)},
        exact=("2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"),
    ),
    "CORP": Plan(_active(4, 4, 4, 4, 4), {FIRST_MONTH: ((1, 5),)}, unrecorded=2),
}
