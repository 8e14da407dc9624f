from datetime import date

import pytest

from charts.spc_stages import find_stages
from charts.spc_words import MOST_ROWS, change_rows, label_rows, line_rows
from charts.theme import SIZES
from charts.value_axis import find_value_axis
from measures.periods import add_months
from tests.charts.conftest import FIRST

SWING = [9, 11, 10, 12, 8]


def words(series, size="large", **options):
    found = label_rows(
        series, find_stages(series), find_value_axis([series]), SIZES[size], last_tone="ordinary", **options
    )
    return {row["shape"]: row["text"] for row in found}


def test_the_last_point_carries_its_count_and_value(make_series):
    assert words(make_series("big_i_active", [13], 19)) == {"last": "13 of 19\n68%"}
    assert words(make_series("workshops_held", [3]))["last"] == "3 workshops"
    assert words(make_series("dialog_meetings", [110], 20))["last"] == "5.5"
    assert words(make_series("workshop_gap", [12]))["last"] == "12 days"


def test_the_usual_range_is_written_with_its_two_numbers(make_series):
    series = make_series("big_i_active", SWING * 5, target=0.4)
    low, high = (f"{round(100 * limit)}%" for limit in series.usual_range)
    assert words(series) == {
        "last": "8 of 20\n40%",
        "target": "target 40%",
        "range": f"usually\n{low} to {high}",
        "level": "usual level\n50%",
    }


def test_the_usual_range_is_written_at_the_edge_farther_from_the_last_point(make_series):
    for last, edge in [(12, 0), (8, 1)]:
        series = make_series("big_i_active", [*SWING * 5, last])
        axis = find_value_axis([series])
        found = label_rows(series, find_stages(series), axis, SIZES["large"], last_tone="ordinary")
        assert {r["shape"]: r["value"] for r in found}["range"] == series.usual_range[edge]


def test_few_points_have_a_level_so_far_and_no_range(make_series):
    assert words(make_series("big_i_active", SWING + SWING))["level"] == "level so far\n50%"
    assert "range" not in words(make_series("big_i_active", SWING + SWING))
    assert words(make_series("involvement_recorded", SWING * 4))["level"] == "usual level\n50%"


@pytest.mark.parametrize("values", [SWING, [20] * 24, [*SWING * 4, 20, 20, 20]])
def test_nothing_is_called_usual_where_no_limits_are_drawn(make_series, values):
    assert set(words(make_series("big_i_active", values))) == {"last"}


def test_a_score_says_where_its_middle_is(make_series):
    assert words(make_series("dialog_meetings", [100, 104]))["middle"] == "4 in the middle"


def test_small_charts_say_the_last_value_only(make_series):
    assert set(words(make_series("big_i_active", SWING * 5, target=0.4), "small")) == {"last"}


def test_an_old_last_point_is_not_labelled_when_it_is_not_shown(make_series):
    series = make_series("big_i_active", [*SWING, None, None], first_shown=add_months(FIRST, 5))
    assert words(series) == {}
    assert words(make_series("big_i_active", [None])) == {}


def test_words_that_find_no_room_are_left_out_last_value_never(make_series):
    series = make_series("big_i_active", SWING * 5, target=0.4)
    assert list(words(series, "phone", rows_above=5)) == ["last", "target"]


def test_words_stand_inside_the_plot(make_series):
    series = make_series("big_i_active", [*SWING * 5, 20, 20], target=1)
    found = label_rows(
        series, find_stages(series), find_value_axis([series]), SIZES["phone"], last_tone="better"
    )
    assert all(0 < row["at"] < 1 for row in found)


def test_the_target_begins_when_it_was_agreed(make_series):
    agreed = add_months(FIRST, 3)
    series = make_series("big_i_active", SWING, target=0.4, target_from=agreed)
    (row,) = line_rows(series, find_value_axis([series]))
    assert row == {"what": "target", "x": agreed.year * 12 + agreed.month - 1, "value": 0.4}
    early = make_series("big_i_active", SWING, target=0.4, target_from=date(2000, 1, 1))
    assert next(line_rows(early, find_value_axis([early])))["x"] == FIRST.year * 12 + FIRST.month - 1


def test_no_lines_without_points_or_target(make_series):
    for series in (make_series("big_i_active", SWING), make_series("big_i_active", [], target=0.4)):
        assert list(line_rows(series, find_value_axis([series]))) == []


def test_change_ideas_stand_at_their_month_numbered(make_series):
    series = make_series("big_i_active", SWING * 4, changes=[date(2022, 6, 12), date(2023, 2, 28)])
    rows = list(change_rows(series))
    assert [(row["text"], row["at"]) for row in rows] == [("1", 0), ("2", 0)]
    assert rows[0]["x"] == 2022 * 12 + 5


def test_change_ideas_that_would_touch_stand_one_above_the_other(make_series):
    days = [date(2022, 6, 12), date(2022, 6, 20), date(2022, 7, 1), date(2023, 7, 1)]
    rows = change_rows(make_series("big_i_active", SWING * 4, changes=days))
    assert [row["at"] for row in rows] == [0, 1, 2, 0]


def test_however_often_a_forum_meets_the_chart_keeps_its_height(make_series):
    monthly = [add_months(FIRST, n) for n in range(60)]
    rows = list(change_rows(make_series("big_i_active", SWING * 12, changes=monthly)))
    assert [row["text"] for row in rows] == [str(n + 1) for n in range(60)]
    assert {row["at"] for row in rows} == set(range(MOST_ROWS))
    assert all(len({row["at"] for row in rows[n : n + MOST_ROWS]}) == MOST_ROWS for n in range(57))


def test_of_many_numbers_of_one_month_the_newest_are_read(make_series):
    same_month = [FIRST.replace(day=day) for day in range(2, 14)]
    rows = list(change_rows(make_series("big_i_active", SWING * 12, changes=same_month)))
    assert sorted(row["text"] for row in rows) == ["10", "11", "12", "9"]
    assert {row["at"] for row in rows} == set(range(MOST_ROWS))


def test_change_ideas_outside_the_shown_months_are_not_drawn(make_series):
    days = [date(2022, 4, 3), date(2023, 1, 1), date(2030, 1, 1)]
    series = make_series("big_i_active", SWING * 4, changes=days, first_shown=date(2022, 10, 1))
    assert [row["text"] for row in change_rows(series)] == ["2"]
    assert list(change_rows(make_series("big_i_active", [], changes=days))) == []


def test_what_came_after_the_newest_figures_widens_the_chart_up_to_today(make_series):
    series = make_series("big_i_active", SWING, changes=[date(2026, 11, 22), date(2026, 11, 23)])
    assert series.today == date(2026, 11, 22)
    assert series.points[-1].period_start < date(2023, 1, 1)
    assert [(row["text"], row["x"]) for row in change_rows(series)] == [("1", 2026 * 12 + 10)]


def test_a_change_idea_stands_at_the_quarter_that_holds_it(make_series):
    series = make_series("big_i_new", SWING, step=3, changes=[date(2022, 9, 5)])
    assert [row["x"] for row in change_rows(series)] == [2022 * 12 + 6]
