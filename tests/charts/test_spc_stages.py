from charts.spc_stages import Stage, find_stages

SWING = [9, 11, 10, 12, 8]


def stages(series):
    return [str(s) for s in find_stages(series)]


def test_a_phase_earns_its_lines_point_by_point(make_series):
    for count, stage in [
        (1, "dots"),
        (5, "dots"),
        (6, "middle"),
        (11, "middle"),
        (12, "early"),
        (20, "firm"),
    ]:
        series = make_series("big_i_active", (SWING * 5)[:count])
        assert stages(series) == [stage] * count


def test_gaps_do_not_count(make_series):
    assert stages(make_series("big_i_active", [*SWING, None, None])) == ["dots"] * 7


def test_each_phase_stands_alone(make_series):
    series = make_series("big_i_active", SWING * 4 + SWING[:3], rebase=[20])
    assert stages(series) == ["firm"] * 20 + ["dots"] * 3


def test_a_run_chart_has_a_middle_and_nothing_more(make_series):
    assert stages(make_series("involvement_recorded", SWING * 6)) == ["middle"] * 30


def test_a_plain_line_stays_plain(make_series):
    assert stages(make_series("little_i_active", SWING * 2)) == ["plain"] * 10


def test_nothing_observed_is_dots_of_nothing(make_series):
    assert stages(make_series("big_i_active", [None, None])) == ["dots", "dots"]


def test_one_value_all_along_has_no_limits(make_series):
    assert stages(make_series("workshops_held", [2] * 24)) == ["plain"] * 24
    assert stages(make_series("big_i_active", [20] * 24)) == ["plain"] * 24


def test_months_at_everything_at_the_end_have_no_limits(make_series):
    series = make_series("big_i_active", SWING * 4 + [20, 20, 20])
    assert stages(series) == ["firm"] * 20 + ["plain"] * 3
    assert stages(make_series("big_i_active", SWING * 4 + [20, 20])) == ["firm"] * 22


def test_stages_have_one_entry_a_point(make_series):
    assert find_stages(make_series("big_i_active", [])) == []
    assert Stage.FIRM in find_stages(make_series("big_i_active", SWING * 5))
