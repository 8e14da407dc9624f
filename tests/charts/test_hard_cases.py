"""What other tools get wrong on data like ours: each case from numbers to words and picture."""

import pytest

from charts import build_spc_chart
from measures.examples import build_series
from measures.sentences import describe_series

WOBBLE = [40, 50, 44, 48, 42, 47, 41, 49, 43, 46] * 3


def of_a_hundred(tops, measure_id="big_i_active", **more):
    return build_series(measure_id, tops, [None if t is None else 100 for t in tops], **more)


def drawn(series, field):
    return build_spc_chart(series).frame[field].dropna().tolist()


def test_everybody_every_month_has_no_limits_and_no_verdict():
    series = build_series("big_i_active", [19] * 24, [19] * 24, target=0.7)
    assert describe_series(series).startswith("All 19 projects had")
    assert series.result.assurance != "fail"
    assert drawn(series, "lower") == []
    assert set(series.result.cause) == {"."}


def test_one_change_in_a_flat_series_flags_only_itself():
    series = build_series("workshop_attendance", [40] * 20 + [60] + [40] * 5)
    assert [i for i, c in enumerate(series.result.cause) if c in "UL"] in ([], [20])
    assert series.result.variation == "common_cause"


def test_a_month_of_nothing_out_of_nothing_is_a_gap_and_keeps_the_limits():
    whole, gapped = of_a_hundred(WOBBLE), of_a_hundred([*WOBBLE[:12], None, *WOBBLE[13:]])
    assert len(drawn(gapped, "value")) == len(drawn(whole, "value")) - 1
    assert gapped.usual_range == pytest.approx(whole.usual_range, abs=0.01)
    assert set(gapped.result.cause) == {"."}


def test_a_missing_month_breaks_a_rising_run():
    rising = [44, 47, 50, 53, 56, 59, 62]
    unbroken = of_a_hundred([*WOBBLE[:20], *rising], "big_i_new", period="month")
    broken = of_a_hundred([*WOBBLE[:20], *rising[:4], None, *rising[4:]], "big_i_new", period="month")
    assert bool(unbroken.result.hits["trend"][-1])
    assert not any(broken.result.hits["trend"])


def test_seven_points_on_the_mean_are_no_shift():
    series = build_series("workshop_attendance", [38, 42] * 10 + [40] * 7)
    assert not any(series.result.hits["shift"])
    assert describe_series(series).endswith("there is no sign of real change.")


def test_a_tiny_last_denominator_does_not_turn_the_verdict():
    shares = [round(t * 0.3) for t in WOBBLE]
    steady = build_series("big_i_active", shares, [30] * 30, target=0.15)
    tiny = build_series("big_i_active", [*shares, 0], [30] * 30 + [1], target=0.15)
    assert steady.result.assurance == tiny.result.assurance == "pass"
    assert tiny.usual_range == pytest.approx(steady.usual_range, abs=0.02)
