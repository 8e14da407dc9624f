"""What is to happen in each directorate: how many projects are active and how many have Big I.

Months are keys such as ``2025-03``. Between the months given, counts and shares follow straight lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

FIRST_MONTH = "2020-10"
BALANCED_MONTH = "2024-02"
# The trust's share over time; in the balanced month it is met as closely as whole projects allow.
TRUST_SHARE = {"2021-04": 0.35, "2024-02": 0.40, "2025-10": 0.45, "2026-09": 0.45, "2026-10": 0.49}
TRUST_SLACK = 2
# Above this share of active projects with nothing recorded, the oldest blanks are filled in, except in the
# directorate that is to show what many blanks do.
BLANK_LIMIT = 0.075
BLANK_DIRECTORATE = "CAMHS"
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
    """Active projects at the trust's five turning points."""
    months = ("2020-10", "2021-04", "2022-04", BALANCED_MONTH, "2026-10")
    return dict(zip(months, counts, strict=True))


PLANS: dict[str, Plan] = {
    "CHMH": Plan(
        _active(2, 9, 13, 14, 13),
        {FIRST_MONTH: ((3, 10), (2, 7))},
        wanted={FIRST_MONTH: 0.26},
        unrecorded=12,
        drift=False,
    ),
    "NMH": Plan(_active(2, 6, 9, 10, 8), {FIRST_MONTH: ((1, 5), (1, 4))}, unrecorded=7),
    "THMH": Plan(
        _active(3, 10, 18, 20, 20),
        {FIRST_MONTH: ((3, 8),), "2023-06": ((2, 3), (1, 2), (2, 3), (1, 2), (2, 3))},
        drift=False,
        shorter=2,
    ),
    "BMH": Plan(
        _active(3, 14, 19, 20, 20),
        {FIRST_MONTH: ((7, 10),), "2025-01": ((2, 5),), "2025-10": ((1, 6),)},
        wanted={"2020-10": 0.70, "2024-12": 0.70, "2026-06": 0.20, "2026-10": 0.16},
        exact=("2026-06", "2026-07", "2026-08", "2026-09", "2026-10"),
        unrecorded=14,
        drift=False,
    ),
    "LMH": Plan(_active(1, 4, 6, 7, 6), {FIRST_MONTH: ((1, 5), (1, 4))}, unrecorded=6),
    "LCH": Plan(
        {"2020-10": 2, "2021-04": 8, "2022-04": 12, "2024-02": 13, "2025-05": 14, "2025-06": 15}
        | {"2025-07": 15, "2025-08": 16, "2025-09": 19, "2026-10": 19},
        {FIRST_MONTH: ((2, 5),), "2022-10": ((3, 5),), "2024-06": ((4, 5),), "2025-06": ((1, 1),)},
        wanted={"2020-10": 0.40, "2022-04": 0.42, "2024-02": 0.56, "2025-06": 0.93, "2025-07": 1.0},
        exact=("2022-04", "2025-06", "2025-07", "2025-08", "2025-09"),
        drift=False,
    ),
    "BCH": Plan(_active(1, 4, 6, 7, 6), {FIRST_MONTH: ((1, 5),)}, unrecorded=6),
    "CAMHS": Plan(_active(1, 5, 7, 8, 7), {FIRST_MONTH: ((1, 5),)}, unrecorded=3),
    "SCYPS": Plan(_active(1, 4, 5, 6, 5), {FIRST_MONTH: ((1, 5),)}, unrecorded=5),
    "TT": Plan(_active(1, 4, 6, 6, 6), {FIRST_MONTH: ((1, 4),)}, unrecorded=6),
    "ADD": Plan(
        _active(2, 7, 11, 12, 13),
        {FIRST_MONTH: ((1, 3), (2, 6))},
        wanted={"2020-10": 0.34, "2026-09": 0.36, "2026-10": 0.85},
        exact=("2026-10",),
        drift=False,
    ),
    "FOR": Plan(_active(1, 3, 4, 4, 4), {FIRST_MONTH: ((1, 4),)}, unrecorded=6),
    "PC": Plan(
        {"2026-04": 0, "2026-05": 2, "2026-06": 3, "2026-08": 5, "2026-10": 6},
        {FIRST_MONTH: ((2, 4),)},
        exact=("2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"),
    ),
    "CORP": Plan(_active(1, 3, 4, 4, 4), {FIRST_MONTH: ((1, 5),)}, unrecorded=2),
}
