from datetime import date

from sample_data.involvement_levels import Flow, big_record, join_team, leave_team, small_record
from sample_data.qi_project import LevelRecord, Project

DAY = date(2025, 3, 3)


def project(start=DAY, *records):
    return Project("QI-1", "NMH", "Title", "Aim", (), "", start, 0, [], levels=list(records))


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
