"""Puts the phases of one chart together into the result that other rooms read."""

from functools import lru_cache
from itertools import chain
from math import isnan
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from spc.icons import find_assurance, find_causes, find_limits_state, is_mixed, name_causes, name_variation
from spc.limits import observed
from spc.options import RULES, ChartOptions, CheckedOptions, Improvement, find_phases
from spc.phase import ChartKind, Phase, calculate_phase
from spc.result import Assurance, LimitsState, SpcResult, Variation
from spc.rows import Rows
from spc.runs import calculate_runs

T = TypeVar("T")


class Icons(NamedTuple):
    """What the last observed point and its phase say."""

    variation: Variation
    mixed: bool
    assurance: Assurance | None
    assurance_last: Assurance | None
    limits_state: LimitsState


NOTHING_OBSERVED = Icons(
    "common_cause", mixed=False, assurance=None, assurance_last=None, limits_state="none"
)


def build_chart(kind: ChartKind, rows: Rows, options: ChartOptions) -> SpcResult:
    """Return the result of one time chart; mean, limits and all rules live inside a phase."""
    checked = CheckedOptions(**options)
    spans = find_phases(checked.rebase, len(rows.values))
    phases = [calculate_phase(kind, rows.cut(*span), checked) for span in spans]
    signs = {rule: _join([phase.hits[rule] for phase in phases]) for rule in RULES}
    causes = find_causes(signs, checked.rules, len(rows.values))
    value, mean, lpl, upl = freeze(
        [
            rows.values,
            _join([[phase.centre] * len(phase.values) for phase in phases]),
            _join([phase.lower for phase in phases]),
            _join([phase.upper for phase in phases]),
        ]
    )
    icons = _read_icons(rows.values, phases, signs, causes, checked)
    cause, special_cause = _freeze_causes("".join(causes), checked.improvement)
    return SpcResult(
        value=value,
        mean=mean,
        lpl=lpl,
        upl=upl,
        phase=_number_phases(tuple(stop - start for start, stop in spans)),
        hits=dict(zip(RULES, freeze([signs[rule] for rule in RULES], bool), strict=True)),
        special_cause=special_cause,
        cause=cause,
        variation=icons.variation,
        mixed=icons.mixed,
        assurance=icons.assurance,
        assurance_last=icons.assurance_last,
        limits_state=icons.limits_state,
        runs=tuple(calculate_runs(phase.sides) for phase in phases),
    )


def freeze(numbers: ArrayLike, kind: DTypeLike = float) -> NDArray[Any]:
    """Return a read-only array, so that a result that is shared cannot be changed by one of its readers."""
    array = np.array(numbers, dtype=kind)
    array.setflags(write=False)
    return array


# Most charts of a page are quiet and equally long: they share these read-only arrays.
@lru_cache(maxsize=1024)
def _freeze_causes(causes: str, improvement: Improvement) -> tuple[NDArray[np.str_], NDArray[np.str_]]:
    """Return letters and words, one a point."""
    return freeze(list(causes), "<U1"), freeze(name_causes(causes, improvement), "<U11")


@lru_cache(maxsize=1024)
def _number_phases(lengths: tuple[int, ...]) -> NDArray[np.int_]:
    """Return 0 for every row of the first phase, 1 for the second and so on."""
    return freeze(np.repeat(np.arange(len(lengths)), lengths), int)


def _join(pieces: list[list[T]]) -> list[T]:
    return pieces[0] if len(pieces) == 1 else list(chain.from_iterable(pieces))


def _read_icons(
    values: list[float],
    phases: list[Phase],
    signs: dict[str, list[int]],
    causes: list[str],
    options: CheckedOptions,
) -> Icons:
    last = next((row for row in range(len(values) - 1, -1, -1) if not isnan(values[row])), None)
    if last is None:
        return NOTHING_OBSERVED
    phase, row = _find_phase_of(last, phases)
    limits = phase.lower[row], phase.upper[row]
    typical = phase.typical_limits or limits
    return Icons(
        variation=name_variation(causes[last], options.improvement),
        mixed=is_mixed([signs[rule][last] for rule in options.rules]),
        assurance=find_assurance(options.target, *typical, options.improvement, phase.slack),
        assurance_last=find_assurance(options.target, *limits, options.improvement, phase.slack),
        limits_state=find_limits_state(len(observed(phase.values))),
    )


def _find_phase_of(row: int, phases: list[Phase]) -> tuple[Phase, int]:
    """Return the phase that holds a row of the chart, and which of the phase's rows it is."""
    for phase in phases:
        if row < len(phase.values):
            return phase, row
        row -= len(phase.values)
    raise IndexError(row)
