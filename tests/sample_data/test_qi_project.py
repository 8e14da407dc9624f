from datetime import date

from sample_data.qi_project import LevelRecord, Project


def project(*records, start=date(2025, 3, 10)):
    return Project("QI-1", "NMH", "Title", "Aim", (), "", start, 0, 0, [], levels=list(records))


def test_nothing_recorded_is_no_level():
    assert project().level is None
    assert not project().is_big


def test_both_is_big_i_and_little_i_is_not():
    assert project(LevelRecord(date(2025, 3, 10), "Both", 1, 1)).is_big
    assert not project(LevelRecord(date(2025, 3, 10), "Little I")).is_big


def test_a_change_comes_after_the_start_the_last_record_and_if_settled_the_new_time():
    march, june = date(2025, 3, 31), date(2025, 6, 30)
    assert project().earliest_change(march, settled=False) == date(2025, 3, 10)
    assert project().earliest_change(march, settled=True) == date(2025, 5, 10)
    recorded = project(LevelRecord(date(2025, 6, 12), "Big I", 1, 0))
    assert recorded.earliest_change(june, settled=True) == date(2025, 6, 13)
    assert project().earliest_change(june, settled=True) == date(2025, 6, 1)
