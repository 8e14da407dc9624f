import pytest
from public_files import TRUST, as_table, england, fft_sheet

from loaders.layouts.left_out import LeftOut
from loaders.layouts.nhs_fft_columns import find_columns
from loaders.layouts.nhs_fft_figures import describe_differences, read_figures


def trust(**changes):
    """The row of a trust with other figures in some of its places."""
    places = {
        "responses": 3,
        "eligible": 4,
        "positive": 5,
        "negative": 6,
        "very_good": 7,
        "good": 8,
        "neither": 9,
    }
    row = list(TRUST)
    for name, value in changes.items():
        row[places[name]] = value
    return row


def read(*rows):
    table, left_out = as_table(fft_sheet(*rows), "Trusts"), LeftOut()
    return read_figures(table, find_columns(table), left_out), left_out.describe()


def test_the_marks_stay_what_they_are():
    marks = {
        "responses": "1,303",
        "eligible": "",
        "positive": "\u2212",
        "very_good": "*",
        "good": 0,
        "neither": "n/a",
    }
    [figures], _ = read(trust(**marks))
    assert [figures.cells[name] for name in ("responses", "eligible", "printed_positive")] == [
        "1,303",
        "",
        "-",
    ]
    assert [figures.cells[name] for name in ("very_good", "good", "neither")] == ["*", "0", ""]


def test_rows_of_dashes_notes_and_filters_are_left_out_and_counted():
    dashes, note = ["", *["-"] * 12], ["Source: NHS England", ""]
    figures, said = read(
        england("Selection (excluding suppressed data)", 5), england("England"), TRUST, dashes, note
    )
    assert [each.code for each in figures] == ["RZ1"]
    filtered = '"Selection", which follows the filter that was left on'
    assert said == [
        f'1 row was left out: {filtered} (first: row 5 of "Trusts").',
        '1 row was left out: England without figures (first: row 6 of "Trusts").',
        '2 rows were left out: no organisation and no figures (first: row 8 of "Trusts").',
    ]


def test_units_without_a_code_are_kept_so_that_they_are_set_aside_in_the_open():
    [figures], said = read(["-", "-", "A unit without a code", *TRUST[3:]])
    assert (figures.code, figures.name, said) == ("", "A unit without a code", [])


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ([0.9, 0.88, 1], ["0.9", "0.88", "1"]),
        (["90%", "88%", "100%"], ["90%", "88%", "100%"]),
        ([90, 88, 1], ["90%", "88%", "1%"]),
        ([0.9, 88, 0.7], ["0.9", "88", "0.7"]),
        ([90, "*", "-"], ["90%", "*", "-"]),
    ],
)
def test_whole_percentages_get_their_sign_but_one_slip_does_not_turn_the_others(printed, kept):
    figures, _ = read(*(trust(positive=value) for value in printed))
    assert [each.cells["printed_positive"] for each in figures] == kept


def test_a_printed_share_more_than_half_a_point_away_is_said():
    figures, _ = read(trust(positive=0.905), trust(positive=0.9051), trust(positive="80%"))
    assert list(describe_differences(figures)) == [
        "In 2 rows the printed percentage positive is more than half a point away from (very good + good) / "
        "all six answers (first: row 6, 90.5% printed, 90.0% worked out). Both are kept."
    ]


def test_rows_that_cannot_be_worked_out_are_not_compared():
    nobody = [*TRUST[:5], "-", "-", 0, 0, 0, 0, 0, 0]
    figures, _ = read(trust(positive=0.2, very_good="*"), trust(positive="-"), nobody)
    assert list(describe_differences(figures)) == []
