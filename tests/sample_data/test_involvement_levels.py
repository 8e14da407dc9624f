from datetime import date

import pytest

from sample_data.involvement_levels import (
    Flow,
    big_record,
    change_team_size,
    join_team,
    leave_team,
    small_record,
)
from sample_data.qi_project import LevelRecord, Project

DAY = date(2025, 3, 3)


def project(start=DAY, *records):
    return Project("QI-1", "NMH", "Title", "Aim", (), "", start, 0, 0, [], levels=list(records))


def test_each_run_of_new_projects_has_its_fixed_number_with_big_i(rng):
    flow = Flow(rng, {"2020-10": ((3, 8),), "2023-06": ((3, 5), (2, 3))})
    assert sum(flow.draw("2021-01") for _ in range(8)) == 3
    assert sum(flow.draw("2023-05") for _ in range(16)) == 6
    assert [sum(flow.draw("2023-06") for _ in range(size)) for size in (5, 3, 5)] == [3, 2, 3]


def test_a_team_with_big_i_always_counts_somebody(rng):
    records = [big_record(rng, DAY) for _ in range(400)]
    assert all(record.is_big and record.service_users + record.carers >= 1 for record in records)
    assert any(record.service_users == 0 for record in records)
    assert {record.level for record in records} == {"Big I", "Both"}


def test_without_a_seat_nobody_is_counted(rng):
    records = [small_record(rng, DAY) for _ in range(100)]
    assert {record.level for record in records} == {"Little I", "None"}
    assert {(record.service_users, record.carers) for record in records} == {(None, None)}


def test_joining_waits_until_the_project_is_no_longer_new(rng):
    young = project(DAY, LevelRecord(DAY, "Little I"))
    assert not join_team(rng, young, date(2025, 4, 30))
    assert join_team(rng, young, date(2025, 5, 31))
    assert young.is_big
    assert (young.level.from_date - DAY).days > 60


def test_leaving_is_dated_after_the_record_before(rng):
    held = project(DAY, LevelRecord(DAY, "Little I"), LevelRecord(date(2025, 5, 29), "Big I", 1, 0))
    assert leave_team(rng, held, date(2025, 5, 31))
    assert held.level.from_date == date(2025, 5, 30)
    assert not held.is_big
    assert not leave_team(rng, held, date(2025, 5, 31))


@pytest.mark.parametrize(
    ("users", "carers", "step", "after"),
    [(1, 0, 1, (2, 0)), (3, 1, -1, (2, 1)), (1, 1, -1, (1, 0)), (0, 1, 1, (0, 2)), (0, 2, -1, (0, 1))],
)
def test_a_team_grows_or_shrinks_by_one_person(rng, users, carers, step, after):
    team = project(DAY, LevelRecord(DAY, "Both", users, carers))
    assert change_team_size(rng, team, date(2025, 3, 31), step)
    assert (team.level.service_users, team.level.carers) == after
    assert team.level.level == "Both"
    assert DAY < team.level.from_date <= date(2025, 3, 31)


@pytest.mark.parametrize(
    ("level", "month", "step"),
    [
        (LevelRecord(DAY, "Big I", 1, 0), date(2025, 3, 31), -1),
        (LevelRecord(DAY, "Big I", 3, 2), date(2025, 3, 31), 1),
        (LevelRecord(date(2025, 3, 31), "Big I", 2, 0), date(2025, 3, 31), 1),
    ],
)
def test_a_team_is_never_empty_crowded_or_changed_twice_in_a_day(rng, level, month, step):
    team = project(DAY, level)
    assert not change_team_size(rng, team, month, step)
    assert team.levels == [level]


def test_a_project_with_nothing_recorded_has_no_team_to_change(rng):
    assert not change_team_size(rng, project(DAY), date(2025, 3, 31), 1)
