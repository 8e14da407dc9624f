from datetime import date

import pytest

from sample_data.course import Course
from sample_data.months import month_ends
from sample_data.plans import FIRST_MONTH, PLANS, TEAM_SIZE, TEAM_SIZE_SPREAD
from sample_data.steering import Steering


@pytest.fixture(scope="module")
def played():
    courses = {code: Course(code, plan, seed=5) for code, plan in PLANS.items()}
    steering, number, seen = Steering(seed=5), 1, []
    for month in month_ends(FIRST_MONTH, date(2022, 12, 31)):
        for course in courses.values():
            before = len(course.projects)
            course.step(month, number)
            number += len(course.projects) - before
        steering.steer(courses, month)
        active = [project for course in courses.values() for project in course.active]
        teams = [project.level.people for project in active if project.is_big]
        blank = sum(project.level is None for project in active)
        seen.append((blank / len(active), sum(teams) / len(teams)))
    return seen


def test_blanks_are_few_and_go_up_and_down(played):
    shares = [blank for blank, _ in played]
    assert all(0.03 < blank < 0.085 for blank in shares)
    assert len({round(blank, 2) for blank in shares}) >= 3


def test_teams_are_of_about_the_usual_size(played):
    for _, people in played:
        assert abs(people - TEAM_SIZE) <= TEAM_SIZE_SPREAD + 0.02
