"""Each result of the table in words; then every result for every measure, held against the rules of style."""

import re

from data_model.terms import FigureState
from measures.definitions import read_definitions
from measures.examples import SHAPES, build_all_examples
from measures.sentences import describe_series

LEVEL = 0.45
BANNED = re.compile(
    r"\b(n=|denominator|special cause|assurance|RAG|baseline|significant|because|caused)\b", re.IGNORECASE
)
WOBBLE = [0.40, 0.50, 0.44, 0.48, 0.42, 0.47, 0.41, 0.49, 0.43, 0.46] * 3


def p_series(make_series, shares, size=40, **more):
    return make_series(
        "big_i_new", [round(s * size) for s in shares], [size] * len(shares), period="month", **more
    )


def stock(make_series, shares, size=40, **more):
    return make_series("big_i_active", [round(s * size) for s in shares], [size] * len(shares), **more)


def test_shift_for_the_better(make_series):
    assert describe_series(p_series(make_series, [0.4, 0.42] * 12 + [0.55] * 8)) == (
        "More new projects have a service user or carer on the team: the last 8 months are all above "
        "the usual level of 45%. This is a real change, not just ups and downs."
    )


def test_shift_for_the_worse(make_series):
    words = describe_series(p_series(make_series, [0.5, 0.48] * 12 + [0.35] * 7))
    assert "the last 7 months are all below the usual level" in words
    assert words.endswith("This needs a conversation.")


def test_one_point_outside(make_series):
    words = describe_series(stock(make_series, [*WOBBLE, 0.9]))
    assert words == (
        "October 2024 was unusually high: 36 of 40 projects. "
        "One month on its own may have a simple reason, so ask what happened."
    )


def test_several_points_outside_are_a_real_change(make_series):
    words = describe_series(stock(make_series, [*WOBBLE, 0.9, 0.9, 0.88]))
    assert words == (
        "More projects have a service user or carer on the team: the last 3 months are all above the usual "
        "range. This is a real change, not just ups and downs."
    )


def test_trend(make_series):
    rising = [0.36, 0.39, 0.42, 0.44, 0.47, 0.49, 0.52]
    words = describe_series(p_series(make_series, [0.44, 0.46, 0.43, 0.47] * 5 + rising, size=100))
    assert words == "It has risen 7 months running. This is a real change."


def test_two_in_three(make_series):
    words = describe_series(p_series(make_series, [*([0.45, 0.44, 0.46] * 8), 0.58, 0.5, 0.58], size=100))
    assert words == (
        "Two of the last three months were close to the top of the usual range. Keep an eye on it."
    )


def test_a_lesser_sign_does_not_soften_the_shift_it_stands_in(make_series):
    shares = [0.44, 0.46] * 12 + [0.50, 0.51, 0.50, 0.52, 0.51, 0.60, 0.51, 0.61]
    series = p_series(make_series, shares, size=100)
    assert str(series.result.cause[-1]) in "TU"
    assert "the last 8 months are all above the usual level" in describe_series(series)


def test_normal(make_series):
    assert describe_series(p_series(make_series, WOBBLE)) == (
        "This goes up and down between about 21% and 69%. "
        "That is normal here: there is no sign of real change."
    )


def test_all_the_same_needs_three_months(make_series):
    shares = [0.6] * 20 + [1, 1, 1]
    words = describe_series(stock(make_series, shares, size=19))
    assert words == (
        "All 19 projects had a service user or carer on the team. This has been so for 3 months."
    )
    assert not describe_series(stock(make_series, shares[:-1], size=19)).startswith("All")


def test_none_at_all_and_a_single_project(make_series):
    nothing = make_series("big_i_active", [0] * 4, [9] * 4)
    assert describe_series(nothing).startswith("None of the 9 projects had a service user")
    alone = make_series("big_i_active", [1] * 4, [1] * 4)
    assert describe_series(alone).startswith("The only project had a service user")


def test_too_few_then_early(make_series):
    assert describe_series(stock(make_series, WOBBLE[:4])) == (
        "It is too soon to show a pattern. We have 4 months and need at least 6."
    )
    assert describe_series(stock(make_series, WOBBLE[:8])) == (
        "In November 2022, 20 of 40 projects had a service user or carer on the team. "
        "These are early limits and will move."
    )


def test_a_stock_measure_is_not_moved_by_a_shift(make_series):
    assert "real change" not in describe_series(stock(make_series, [0.4, 0.42] * 12 + [0.5] * 8)).replace(
        "no sign of real change", ""
    )


def test_nothing_and_hidden(make_series):
    assert describe_series(make_series("fft_positive", [])) == ("We have no figures here yet.")
    hidden = make_series("fft_positive", [None], [None], states={0: FigureState.SUPPRESSED})
    assert describe_series(hidden) == "We hide numbers below 5 so nobody can be recognised."


def test_run_chart_says_only_what_its_rule_says(make_series):
    flat = make_series("involvement_recorded", [95, 96, 94, 97] * 6, [100] * 24)
    assert describe_series(flat).startswith("This goes up and down around 9")
    moved = make_series("involvement_recorded", [80, 81] * 8 + [95] * 16, [100] * 32)
    assert "the last 16 months are all above the middle" in describe_series(moved)


def test_style_of_every_sentence():
    seen = 0
    for definition, (name, shares), series in build_all_examples():
        words = describe_series(series)
        sentences = [s for s in re.split(r"(?<=[.?!])\s+", words) if s]
        where = f"{definition.id} / {name}: {words}"
        assert 1 <= len(sentences) <= 2, where
        assert all(len(s.split()) <= 30 for s in sentences), where
        assert not BANNED.search(words), where
        if "risen" in words:
            assert shares[-1] > shares[-2], where
        if "fallen" in words:
            assert shares[-1] < shares[-2], where
        said_real = "real change" in words and "no sign of real change" not in words
        if said_real:
            assert series.result is not None and series.result.variation.startswith("improvement"), where
        seen += 1
    assert seen == len(read_definitions()) * len(SHAPES)


def test_the_same_number_every_month_is_no_change(make_series):
    assert describe_series(make_series("workshop_attendance", [40] * 24)) == (
        "This has stayed at about 40. There is no sign of real change."
    )
