"""What the charts return: frozen results that other rooms read and never change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Variation = Literal[
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
]
Assurance = Literal["pass", "fail", "inconsistent"]
LimitsState = Literal["none", "run", "provisional", "firm"]


@dataclass(frozen=True, slots=True, eq=False)
class PhaseRuns(Mapping[str, int | bool | None]):
    """Anhøj's runs analysis of one phase; reads as an object and as a mapping.

    `n_useful` counts the points off the centre line. The other figures are None when there is no such
    point. `signal` is True when `longest` > `longest_max` or `crossings` < `crossings_min`.
    """

    n_useful: int
    longest: int | None
    longest_max: int | None
    crossings: int | None
    crossings_min: int | None
    signal: bool

    def __getitem__(self, key: str) -> int | bool | None:
        if key not in self.__slots__:
            raise KeyError(key)
        return getattr(self, key)

    def __iter__(self) -> Iterator[str]:
        return (field.name for field in fields(self))

    def __len__(self) -> int:
        return len(fields(self))


@dataclass(frozen=True, slots=True, eq=False)
class SpcResult:
    """One time chart of n rows. Arrays have shape (n,), are in the order of the input and read-only.

    `value`, `mean`, `lpl`, `upl`: in the unit of the chart (a proportion for p, events per exposure for u);
    NaN where there is none. On a run chart `mean` is the median. `phase`: 0 for the first phase.
    `hits`: rule name -> bool array, all rules that fired whether or not they may decide.
    `cause`: one letter a point, the first deciding rule that fired: `.` none, `U` above and `L` below the
    limits, `R` rising and `F` falling trend, `T` and `t` two in three high and low, `S` and `s` shift above
    and below. `special_cause`: the same as "", "improvement", "concern" or "neutral".
    `variation`: class of the last observed row. `mixed`: deciding rules of both directions fired there.
    `assurance`: at the median denominator of the current phase; `assurance_last`: at the last observed row.
    `limits_state`: how much data the current phase has. `runs`: one `PhaseRuns` a phase.
    The current phase is the one that holds the last observed row.
    """

    value: NDArray[np.float64]
    mean: NDArray[np.float64]
    lpl: NDArray[np.float64]
    upl: NDArray[np.float64]
    phase: NDArray[np.int_]
    hits: dict[str, NDArray[np.bool_]]
    special_cause: NDArray[np.str_]
    cause: NDArray[np.str_]
    variation: Variation
    mixed: bool
    assurance: Assurance | None
    assurance_last: Assurance | None
    limits_state: LimitsState
    runs: tuple[PhaseRuns, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FunnelResult:
    """One funnel of n units. Arrays have shape (n,), are in the order of the input and read-only.

    `target`: all numerators over all denominators. `value`: each unit's proportion. `lower95` … `upper998`:
    the lines at each unit's denominator (2.5 % and 0.1 % a side). `flag`: "", "low95", "high95", "low998" or
    "high998". A unit without a denominator is NaN and "". `tau2`: variance between units on the arcsine
    scale; `phi`: mean squared winsorised z. Both are estimates whether or not the lines were widened.
    """

    target: float
    value: NDArray[np.float64]
    lower95: NDArray[np.float64]
    upper95: NDArray[np.float64]
    lower998: NDArray[np.float64]
    upper998: NDArray[np.float64]
    flag: NDArray[np.str_]
    tau2: float
    phi: float


class FunnelLines(NamedTuple):
    """The four lines of a funnel as proportions, one entry a denominator: 2.5 % and 0.1 % a side."""

    lower95: NDArray[np.float64]
    upper95: NDArray[np.float64]
    lower998: NDArray[np.float64]
    upper998: NDArray[np.float64]
