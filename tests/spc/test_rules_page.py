"""The page for analysts says only what the code and the reference cases bear out."""

import json
import re
from pathlib import Path

import pytest

import spc
from spc.funnel import OVERDISPERSION_FROM_UNITS
from spc.icons import LETTERS, find_limits_state

PAGE = (Path(__file__).parents[2] / "docs" / "spc_rules.md").read_text(encoding="utf-8")
CASES = {
    case["id"]: case
    for case in json.loads(Path(__file__).with_name("reference_cases.json").read_text(encoding="utf-8"))[
        "cases"
    ]
}
BY_HAND = PAGE.split("## One number by hand")[1]


def bold_numbers(section):
    return [float(number) for number in re.findall(r"\*\*([\d.]+)\*\*", section)]


def test_every_case_it_names_exists():
    named = set(re.findall(r"`((?:xmr|p|pp|u|up|c|run|funnel)-[\w.-]+)`", PAGE))
    assert len(named) > 15
    assert named <= set(CASES)


@pytest.mark.parametrize("letters", LETTERS.values())
def test_it_names_every_letter(letters):
    assert f"| `{letters[1]}` `{letters[-1]}` |" in PAGE


def test_xmr_by_hand():
    mean, lower, upper = bold_numbers(BY_HAND.split("`p-short-05`")[0])
    result = spc.xmr(CASES["xmr-short-05"]["input"]["y"])
    assert (mean, lower, upper) == pytest.approx((result.mean[-1], result.lpl[-1], result.upl[-1]), abs=1e-12)


def test_p_by_hand():
    mean, lower, upper, median = bold_numbers(BY_HAND.split("`p-short-05`")[1])
    case = CASES["p-short-05"]["input"]
    result = spc.p(case["num"], case["den"], target=0.5)
    assert (mean, lower, upper) == pytest.approx((result.mean[-1], result.lpl[-1], result.upl[-1]), abs=1e-12)
    assert median == sorted(case["den"])[2]
    assert result.assurance == "inconsistent"


def test_its_python_gives_the_same():
    names = {}
    lines = re.search(r"```python\n(.*?)```", BY_HAND, re.DOTALL)[1].strip().splitlines()
    exec("\n".join(lines[:-1]), names)  # noqa: S102 -- our own page
    mean, *_, assurance = eval(lines[-1], names)  # noqa: S307
    assert (mean, assurance) == (pytest.approx(55 / 107), "inconsistent")


def test_the_amounts_of_data_it_gives_are_those_of_the_code():
    assert [find_limits_state(n) for n in (1, 2, 11, 12, 19, 20)] == [
        "none", "run", "run", "provisional", "provisional", "firm",
    ]  # fmt: skip
    assert f"from {OVERDISPERSION_FROM_UNITS} units" in PAGE
