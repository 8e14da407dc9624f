"""From rule hits to the class of each point, and from limits to the assurance icon (rules 5 to 8)."""

from collections.abc import Sequence
from math import isnan

from spc.options import RULES, Improvement
from spc.result import Assurance, LimitsState, Variation

# Sign of a hit -> letter, as the reference cases code them.
LETTERS = {
    "outside": {1: "U", -1: "L"},
    "trend": {1: "R", -1: "F"},
    "two_in_three": {1: "T", -1: "t"},
    "shift": {1: "S", -1: "s"},
}
HIGH, LOW = "URTS", "LFts"
_HIGH_AND_LOW = {
    "increase": ("improvement", "concern"),
    "decrease": ("concern", "improvement"),
    "neutral": ("neutral", "neutral"),
}
_WORDS = {
    improvement: {".": "", **dict.fromkeys(HIGH, high), **dict.fromkeys(LOW, low)}
    for improvement, (high, low) in _HIGH_AND_LOW.items()
}
FEWEST_FOR_RUN, FEWEST_FOR_LIMITS, FEWEST_FOR_FIRM = 2, 12, 20


def find_causes(hits: dict[str, list[int]], rules: Sequence[str], n: int) -> list[str]:
    """Return one letter a point: the first of the rules that may decide and fired, `.` if none."""
    causes = ["."] * n
    for rule in reversed(RULES):
        if rule in rules and any(hits[rule]):
            letters = LETTERS[rule]
            causes = [letters.get(sign, cause) for sign, cause in zip(hits[rule], causes, strict=True)]
    return causes


def name_causes(causes: Sequence[str], improvement: Improvement) -> list[str]:
    """Return "", "improvement", "concern" or "neutral" for each letter."""
    words = _WORDS[improvement]
    return [words[cause] for cause in causes]


def name_variation(cause: str, improvement: Improvement) -> Variation:
    """Return the variation icon for the letter of the last observed point."""
    if cause == ".":
        return "common_cause"
    side = "high" if cause in HIGH else "low"
    return f"{_WORDS[improvement][cause]}_{side}"  # type: ignore[return-value]


def is_mixed(signs: list[int]) -> bool:
    """Return whether rules of both directions fired on one point; `signs` has one entry a rule."""
    return 1 in signs and -1 in signs


def find_assurance(
    target: float | None, lower: float, upper: float, improvement: Improvement, slack: float
) -> Assurance | None:
    """Return whether the process will keep meeting the target; a target on a limit counts as beyond it.

    None if neutral or without target or limits.
    """
    if target is None or improvement == "neutral" or isnan(lower) or isnan(upper):
        return None
    if improvement == "increase":
        passes, fails = target <= lower + slack, target > upper + slack
    else:
        passes, fails = target >= upper - slack, target < lower - slack
    return "pass" if passes else "fail" if fails else "inconsistent"


def find_limits_state(n: int) -> LimitsState:
    """Return how far n observed points of a phase can be trusted to set limits."""
    if n < FEWEST_FOR_RUN:
        return "none"
    if n < FEWEST_FOR_LIMITS:
        return "run"
    return "provisional" if n < FEWEST_FOR_FIRM else "firm"
