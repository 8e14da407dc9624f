from datetime import date

from sample_data.course import Course
from sample_data.months import month_ends
from sample_data.plans import Plan
from sample_data.topics import topics_for

FLOW = {"2021-04": ((1, 2),)}


def play(plan, until=date(2023, 3, 31)):
    course = Course("BMH", plan, seed=5)
    for month in month_ends("2021-04", until):
        course.step(month, len(course.projects) + 1)
    return course


def test_exact_months_have_the_planned_number_and_share():
    plan = Plan({"2021-04": 10}, FLOW, wanted={"2021-04": 0.5, "2023-03": 0.8}, exact=("2023-03",))
    course = play(plan)
    assert len(course.active) == 10
    assert sum(project.is_big for project in course.active) == 8


def test_projects_last_at_least_a_quarter_and_numbers_run_on():
    course = play(Plan({"2021-04": 12, "2021-12": 6}, FLOW))
    ended = [project for project in course.projects if project.end_date]
    assert ended
    later = [project for project in ended if project.start_date > date(2021, 4, 30)]
    assert min((project.end_date - project.start_date).days for project in later) > 60
    assert [project.project_id for project in course.projects[:2]] == ["QI-0001", "QI-0002"]


def test_the_register_opens_with_projects_of_all_ages():
    course = play(Plan({"2021-04": 40}, FLOW), until=date(2021, 4, 30))
    assert {project.start_date for project in course.active} == {date(2021, 4, 1)}
    opening = 2021 * 12 + 3
    ages = [opening - project.began for project in course.active]
    left = [project.planned_end - opening for project in course.active]
    assert min(ages) == 0
    assert max(ages) >= 6
    assert min(left) == 1
    assert max(left) >= 6
    assert len({project.scores[0][1] for project in course.active}) >= 4


def test_a_title_comes_again_only_when_all_topics_were_used_in_that_place():
    plan = Plan({"2021-04": 12}, FLOW)
    course = Course("CORP", plan, seed=5)
    for month in month_ends("2021-04", date(2023, 3, 31)):
        course.step(month, len(course.projects) + 1)
    titles = [project.title for project in course.projects]
    topics = len(topics_for("CORP"))
    assert len(titles) > topics
    assert len(set(titles[:topics])) == topics


def test_some_projects_start_with_nothing_recorded():
    course = play(Plan({"2021-04": 12}, FLOW, unrecorded=3))
    first = [p for p in course.projects if not p.levels or (p.levels[0].from_date - p.start_date).days > 60]
    assert len(course.projects) // 3 - 1 <= len(first) <= len(course.projects) // 3 + 1


def test_bring_to_changes_as_few_projects_as_needed():
    course = play(Plan({"2021-04": 12}, FLOW))
    held = sum(project.is_big for project in course.active)
    records = sum(len(project.levels) for project in course.projects)
    course.bring_to(date(2023, 3, 31), held + 1, force=True)
    assert sum(project.is_big for project in course.active) == held + 1
    assert sum(len(project.levels) for project in course.projects) == records + 1
