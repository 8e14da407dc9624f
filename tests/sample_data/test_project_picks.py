from datetime import date

import pytest

from sample_data.project_picks import pick_project
from sample_data.qi_project import LevelRecord, Project

DAY = date(2026, 10, 31)


def project(code, start, *, seat=False, status="active", ended=None):
    levels = [LevelRecord(start, "Big I", 1, 0)] if seat else []
    statuses = [(start, status)]
    return Project(
        code, "NMH", "Title", "Aim", (), "", start, 0, 0, [], ended, levels=levels, statuses=statuses
    )


@pytest.fixture
def projects():
    return [
        project("Q1", date(2026, 1, 5)),
        project("Q2", date(2026, 3, 5)),
        project("Q3", date(2026, 4, 5), seat=True),
        project("Q4", date(2026, 5, 5), status="paused"),
        project("Q5", date(2026, 6, 5), ended=date(2026, 9, 1)),
        project("Q6", date(2026, 10, 5)),
    ]


def test_the_newest_project_under_way_with_or_without_a_seat(projects):
    assert pick_project(projects, "NMH", seat=False, by=DAY).project_id == "Q6"
    assert pick_project(projects, "NMH", seat=False, by=date(2026, 9, 30)).project_id == "Q2"
    assert pick_project(projects, "NMH", seat=False, by=DAY, skip=2).project_id == "Q1"
    assert pick_project(projects, "NMH", seat=True, by=DAY).project_id == "Q3"


def test_no_project_is_an_answer(projects):
    assert pick_project(projects, "LMH", seat=False, by=DAY) is None
    assert pick_project(projects, "NMH", seat=True, by=DAY, skip=1) is None
