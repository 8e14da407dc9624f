"""Every reference case: equal to our rule set, and to each named peer unless the case lists it in `differ`.

The inputs are made up. `spec@1` is the rule set of docs/spc_rules.md; the peers are the tools that NHS
analysts use, run once and stored with 12 digits.
"""

import json
from pathlib import Path

import numpy as np
import pytest

import spc
from spc.binomial import lower_tail, upper_tail
from spc.funnel import Z95, Z998

SPEC = "spec@1"
NHSR, QIC, QIC_RAW = "NHSRplotthedots@0.2.2", "qicharts2@0.8.1", "qicharts2@0.8.1/noscreen"
POWER_BI, NHSPY = "PowerBI-SPC@1.7.4.28", "nhspy-plotthedots@0.1.6"
CASES = json.loads(Path(__file__).with_name("reference_cases.json").read_text(encoding="utf-8"))["cases"]
CHARTS = {
    "xmr": spc.xmr,
    "p": spc.p,
    "pprime": spc.p_prime,
    "u": spc.u,
    "uprime": spc.u_prime,
    "c": spc.c,
    "run": spc.run,
}
TIME_CASES = [case for case in CASES if case["kind"] in CHARTS]
FUNNEL_CASES = [case for case in CASES if case["kind"] == "funnel"]
LINES = {"cl": "mean", "lcl": "lpl", "ucl": "upl"}
POINTS = {"improvement": "i", "concern": "c", "neutral": {"high": "h", "low": "l"}}
RULE_NAMES = {
    "above_ucl": "outside",
    "below_lcl": "outside",
    "trend_up": "trend",
    "trend_down": "trend",
    "two3_above": "two_in_three",
    "two3_below": "two_in_three",
    "shift_above": "shift",
    "shift_below": "shift",
}


def by_id(cases):
    return pytest.mark.parametrize("case", cases, ids=[case["id"] for case in cases])


def with_peer(peer, *kinds):
    return by_id(
        [case for case in TIME_CASES if peer in case["expected"] and case["kind"] in (kinds or CHARTS)]
    )


def draw(case, **changes):
    given = dict(case["options"])
    given["screen"] = given.pop("screen_mr")
    inputs = case["input"]
    columns = (inputs["y"],) if "y" in inputs else (inputs["num"], inputs["den"])
    return CHARTS[case["kind"]](*columns, **(given | changes))


def differs(case, what, peer):
    return f"{what}:{peer}" in case["differ"]


def spread_out(stored, n):
    """`{"all": v}` stands for v at every point; null is NaN."""
    return np.array([stored["all"]] * n if isinstance(stored, dict) else stored, dtype=float)


def assert_equal_line(ours, expected, tolerance=1e-9):
    assert np.array_equal(np.isnan(ours), np.isnan(expected))
    there = ~np.isnan(expected)
    error = np.abs(ours - expected)[there]
    assert (error <= tolerance * np.maximum(1, np.abs(expected[there]))).all(), error.max()


def codes(result):
    """Class of each point as the case stores it."""
    words = zip(result.special_cause, result.cause, strict=True)
    side = dict.fromkeys("URTS", "high") | dict.fromkeys("LFts", "low")
    return "".join(
        "." if not word else POINTS[word] if word != "neutral" else POINTS[word][side[letter]]
        for word, letter in words
    )


def test_the_file_holds_all_the_cases():
    kinds = [case["kind"] for case in CASES]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "xmr": 41, "p": 23, "run": 13, "pprime": 5, "funnel": 5, "u": 2, "uprime": 2, "c": 2,
    }  # fmt: skip


@by_id(TIME_CASES)
def test_lines_equal_the_rule_set(case):
    result, expected = draw(case), case["expected"][SPEC]
    for stored, ours in LINES.items():
        if stored in expected:
            assert_equal_line(getattr(result, ours), spread_out(expected[stored], len(result.value)))


@by_id(TIME_CASES)
def test_classes_and_icons_equal_the_rule_set(case):
    result, expected = draw(case), case["expected"][SPEC]
    assert list(result.runs) == expected["runs"]
    if case["kind"] == "run":
        return
    assert "".join(result.cause) == expected["cause"]
    assert codes(result) == expected["point"]
    assert result.variation == expected["variation"]
    assert result.mixed is expected["mixed"]
    assert result.assurance_last == expected["assurance_last"]
    assert result.assurance == expected.get("assurance_typical", expected["assurance_last"])
    assert np.flatnonzero(~np.isnan(result.value))[-1] == expected["last"]


@by_id([case for case in TIME_CASES if "rules_multi" in case["expected"][SPEC]])
def test_all_fired_rules_are_kept(case):
    result = draw(case)
    for point, names in case["expected"][SPEC]["rules_multi"].items():
        fired = {rule for rule, hits in result.hits.items() if hits[int(point)]}
        assert fired == {RULE_NAMES[name] for name in names}


@with_peer(NHSR, "xmr")
def test_xmr_equals_nhsr_plotthedots(case):
    result, peer = draw(case), case["expected"][NHSR]
    if not differs(case, "limits", NHSR):
        for stored, ours in LINES.items():
            assert_equal_line(getattr(result, ours), spread_out(peer[stored], len(result.value)))
    if not differs(case, "class", NHSR):
        assert "".join(result.cause) == peer["cause"]
        assert codes(result) == peer["point"]
    if not differs(case, "assurance", NHSR):
        assert result.assurance_last == peer["assurance"]
    assert result.variation == peer["variation"]


def qic_lines(case, peer, result):
    """The peer's lines; those of an XmR chart rescaled from its 3/1.128 to the 2.66 of NHS workbooks."""
    scale = 2.66 / (3 / 1.128) if case["kind"] == "xmr" else 1.0
    n = len(result.value)
    return {
        name: result.mean + (spread_out(peer[name], n) - result.mean) * scale
        for name in ("lcl", "ucl")
        if name in peer
    }


@with_peer(QIC)
def test_all_kinds_equal_qicharts2(case):
    result, peer = draw(case), case["expected"][QIC]
    if differs(case, "limits", QIC):
        return
    assert_equal_line(result.mean, spread_out(peer["cl"], len(result.value)))
    for name, line in qic_lines(case, peer, result).items():
        assert_equal_line(getattr(result, LINES[name]), line)
    if "outside" in peer:
        assert np.flatnonzero(result.hits["outside"]).tolist() == peer["outside"]
    assert [{k: v for k, v in runs.items() if k != "n_obs"} for runs in peer["runs"]] == list(result.runs)


@with_peer(QIC_RAW)
def test_unscreened_limits_equal_qicharts2(case):
    result, peer = draw(case, screen=False), case["expected"][QIC_RAW]
    for name, line in qic_lines(case, peer, result).items():
        assert_equal_line(getattr(result, LINES[name]), line)


@with_peer(POWER_BI)
def test_all_kinds_equal_power_bi(case):
    result, peer = draw(case), case["expected"][POWER_BI]
    if "error" in peer or differs(case, "rows-dropped", POWER_BI):
        assert differs(case, "error", POWER_BI) or differs(case, "rows-dropped", POWER_BI)
        return
    if not differs(case, "limits", POWER_BI):
        for name, line in qic_lines(case, peer, result).items():
            assert_equal_line(getattr(result, LINES[name]), line)
    rules = {"astro": "outside", "shift": "shift", "trend": "trend"}
    rules |= {} if differs(case, "two3", POWER_BI) else {"two_in_three": "two_in_three"}
    for theirs, rule in rules.items():
        if not differs(case, theirs, POWER_BI):
            assert [flag != "." for flag in peer[theirs]] == result.hits[rule].tolist()
    if not differs(case, "variation", POWER_BI):
        assert [result.variation] == peer["variation"]
    if not differs(case, "assurance", POWER_BI):
        assert result.assurance_last == peer["assurance"]


@with_peer(NHSPY)
def test_xmr_equals_nhspy(case):
    result, peer = draw(case), case["expected"][NHSPY]
    if not differs(case, "limits", NHSPY):
        for stored, ours in LINES.items():
            assert_equal_line(getattr(result, ours), spread_out(peer[stored], len(result.value)))
    if not differs(case, "class", NHSPY):
        assert "".join("01"[letter != "."] for letter in result.cause) == peer["special"]


def draw_funnel(case, **options):
    return spc.funnel(case["input"]["num"], case["input"]["den"], **options)


FUNNEL_LINES = {"l95": "lower95", "u95": "upper95", "l998": "lower998", "u998": "upper998"}
FUNNEL_FLAGS = {".": "", "l": "low95", "h": "high95", "-": "low998", "+": "high998"}


@by_id(FUNNEL_CASES)
def test_funnels_equal_the_rule_set(case):
    expected = case["expected"][SPEC]
    plain, widened = draw_funnel(case), draw_funnel(case, overdispersion=True)
    for name in ("target", "phi", "tau2"):
        assert getattr(plain, name) == pytest.approx(expected[name], rel=1e-9, abs=1e-9)
    for stored, ours in FUNNEL_LINES.items():
        assert_equal_line(getattr(plain, ours), np.array(expected[stored]))
        adjusted = expected.get("od_" + stored, expected[stored])
        assert_equal_line(getattr(widened, ours), np.array(adjusted))
    assert list(plain.flag) == [FUNNEL_FLAGS[flag] for flag in expected["flag"]]


@by_id(FUNNEL_CASES)
def test_funnel_tails_are_exact(case):
    expected, target = case["expected"][SPEC], draw_funnel(case).target
    units = list(zip(case["input"]["num"], case["input"]["den"], strict=True))
    low = [lower_tail(top, bottom, target) for top, bottom in units]
    high = [upper_tail(top, bottom, target) for top, bottom in units]
    assert low == pytest.approx(expected["p_low"], rel=1e-9)
    assert high == pytest.approx(expected["p_high"], rel=1e-9)


@by_id(FUNNEL_CASES)
def test_funnels_equal_funnel_plot_r(case):
    """Its lines rest on z rounded to 1.959964 and 3.090232, and at 0 and 1 they turn back: left out here."""
    peer, ours = case["expected"]["FunnelPlotR@0.6.0"], draw_funnel(case, overdispersion=True)
    assert ours.target == pytest.approx(peer["target"], rel=1e-9)
    assert ours.phi == pytest.approx(peer["phi"], rel=1e-9)
    assert ours.tau2 == pytest.approx(peer["tau2"], rel=1e-9)
    assert_equal_line(ours.value, np.array(peer["value"]))
    for stored, name in FUNNEL_LINES.items():
        line = getattr(ours, name)
        straight = (line > 0) & (line < 1)
        assert_equal_line(line[straight], np.array(peer["od_" + stored])[straight], tolerance=1e-7)


@by_id(FUNNEL_CASES)
def test_funnels_equal_the_power_bi_funnel(case):
    """Where its line has turned back it is null or beyond the target; ours stays on 0 or 1 there."""
    for peer, widen in (("PowerBI-Funnels@1.7.0.18/no", False), ("PowerBI-Funnels@1.7.0.18/auto", True)):
        expected = case["expected"][peer]
        ours = draw_funnel(case, overdispersion=widen)
        assert ours.tau2 == pytest.approx(expected["tau2"], rel=1e-9)
        for stored, name in FUNNEL_LINES.items():
            line = getattr(ours, name)
            straight = (line > 0) & (line < 1)
            assert_equal_line(line[straight], np.array(expected[stored], dtype=float)[straight])


def test_the_funnel_constants_are_the_exact_quantiles():
    assert (Z95, Z998) == (1.959963984540054, 3.0902323061678132)
