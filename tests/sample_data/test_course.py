from datetime import date

from sample_data.course import Course
from sample_data.months import month_ends
from sample_data.plans import Plan

FLOW = {"2020-10": ((1, 2),)}


def play(plan, until=date(2022, 9, 30)):
    course = Course("BMH", plan, seed=5)
    for month in month_ends("2020-10", until):
        course.step(month, len(course.projects) + 1)
    return course


def test_exact_months_have_the_planned_number_and_share():
    plan = Plan({"2020-10": 10}, FLOW, wanted={"2020-10": 0.5, "2022-09": 0.8}, exact=("2022-09",))
    course = play(plan)
    assert len(course.active) == 10
    assert sum(project.is_big for project in course.active) == 8


def test_projects_last_at_least_a_quarter_and_numbers_run_on():
    course = play(Plan({"2020-10": 12, "2021-06": 6}, FLOW))
    ended = [project for project in course.projects if project.end_date]
    assert ended
    assert min((project.end_date - project.start_date).days for project in ended) > 60
    assert [project.project_id for project in course.projects[:2]] == ["QI-0001", "QI-0002"]


def test_some_projects_start_with_nothing_recorded():
    course = play(Plan({"2020-10": 12}, FLOW, unrecorded=3))
    first = [p for p in course.projects if not p.levels or (p.levels[0].from_date - p.start_date).days > 60]
    assert len(course.projects) // 3 - 1 <= len(first) <= len(course.projects) // 3 + 1


def test_bring_to_changes_as_few_projects_as_needed():
    course = play(Plan({"2020-10": 12}, FLOW))
    held = sum(project.is_big for project in course.active)
    records = sum(len(project.levels) for project in course.projects)
    course.bring_to(date(2022, 9, 30), held + 1, force=True)
    assert sum(project.is_big for project in course.active) == held + 1
    assert sum(len(project.levels) for project in course.projects) == records + 1
