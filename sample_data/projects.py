"""QI projects over all directorates, and the rows of ``qi_projects.csv`` and ``involvement.csv``."""

from dataclasses import dataclass
from datetime import date

from sample_data.course import Course
from sample_data.months import month_ends, month_key
from sample_data.plans import FIRST_MONTH, PLANS
from sample_data.qi_project import Project
from sample_data.steering import Steering
from sample_data.writing import Cell

PROJECT_COLUMNS = (
    "project_id",
    "title",
    "directorate",
    "boroughs",
    "team",
    "status",
    "start_date",
    "end_date",
    "progress_score",
    "aim",
    "aim_result",
    "involvement",
    "service_users",
    "carers",
    "as_at",
)
INVOLVEMENT_COLUMNS = ("project_id", "from_date", "involvement", "service_users", "carers", "note")


@dataclass(frozen=True)
class _State:
    """What one export says of a project; two equal states need one row."""

    status: str
    ended: bool
    score: float
    level: str
    service_users: int | None
    carers: int | None


def build_projects(until: date, seed: int) -> list[Project]:
    """Simulate every directorate together up to the month end ``until``, ordered by number."""
    courses = {code: Course(code, plan, seed) for code, plan in PLANS.items()}
    steering = Steering(seed)
    number = 1
    for month in month_ends(FIRST_MONTH, until):
        for course in courses.values():
            before = len(course.projects)
            course.step(month, number)
            number += len(course.projects) - before
        steering.steer(courses, month)
    projects = [project for course in courses.values() for project in course.projects]
    return sorted(projects, key=lambda project: project.project_id)


def build_state_rows(projects: list[Project], until: date) -> list[tuple[Cell, ...]]:
    """Dated states as ``PROJECT_COLUMNS``: one at the first month end, others where something changed."""
    rows: list[tuple[date, Project, _State]] = []
    for project in projects:
        before = None
        for month in month_ends(month_key(project.start_date), until):
            now = _state(project, month)
            if now != before:
                rows.append((month, project, now))
            if now.ended:
                break
            before = now
    rows.sort(key=lambda row: (row[0], row[1].project_id))
    return [_state_row(*row) for row in rows]


def _state(project: Project, month: date) -> _State:
    ended = project.end_date is not None and project.end_date <= month
    known = [record for record in project.levels if record.from_date <= month]
    level = known[-1] if known else None
    return _State(
        status=[status for day, status in project.statuses if day <= month][-1],
        ended=ended,
        score=[score for day, score in project.scores if day <= month][-1],
        level=level.level if level else "",
        service_users=level.service_users if level else None,
        carers=level.carers if level else None,
    )


def _state_row(month: date, project: Project, state: _State) -> tuple[Cell, ...]:
    return (
        project.project_id,
        project.title,
        project.directorate,
        ";".join(project.boroughs),
        project.team,
        state.status,
        project.start_date.isoformat(),
        project.end_date.isoformat() if state.ended and project.end_date else "",
        f"{state.score:.1f}",
        project.aim,
        project.aim_result if state.ended else "",
        state.level,
        _count(state.service_users),
        _count(state.carers),
        month.isoformat(),
    )


def build_involvement_rows(projects: list[Project]) -> list[tuple[Cell, ...]]:
    """Every change of level as ``INVOLVEMENT_COLUMNS``, by project and date."""
    return [
        (
            project.project_id,
            record.from_date.isoformat(),
            record.level,
            _count(record.service_users),
            _count(record.carers),
            record.note,
        )
        for project in projects
        for record in project.levels
    ]


def _count(value: int | None) -> Cell:
    return "" if value is None else value
