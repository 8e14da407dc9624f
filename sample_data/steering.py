"""What holds for the trust as a whole: a share with Big I, some blanks, and teams of about one size."""

from collections.abc import Mapping
from datetime import date
from random import Random

from sample_data.course import Course
from sample_data.involvement_levels import change_team_size
from sample_data.months import interpolate, month_key
from sample_data.plans import (
    BALANCED_MONTH,
    BALANCING,
    BLANK_DIRECTORATE,
    BLANK_SHARES,
    TEAM_SIZE,
    TEAM_SIZE_SPREAD,
    TRUST_SHARE,
    TRUST_SLACK,
)
from sample_data.qi_project import Project


class Steering:
    """Nudges the directorates after each month; its draws come from a seeded stream of its own."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(f"{seed}:steering")

    def steer(self, courses: Mapping[str, Course], month: date) -> None:
        """Bring blanks, the trust's share and the size of teams to what the month (its last day) wants."""
        self._fill_blanks(courses, month)
        _balance(courses, month)
        self._size_teams(courses, month)

    def _fill_blanks(self, courses: Mapping[str, Course], month: date) -> None:
        """Record the level of the oldest projects without one while the trust has too many of them."""
        active = _active(courses)
        blank = [project for project in active if project.level is None]
        too_many = max(0, len(blank) - round(self.rng.choice(BLANK_SHARES) * len(active)))
        fillable = [project for project in blank if project.directorate != BLANK_DIRECTORATE]
        for project in sorted(fillable, key=lambda one: (one.start_date, one.project_id))[:too_many]:
            courses[project.directorate].record_level(project, month)

    def _size_teams(self, courses: Mapping[str, Course], month: date) -> None:
        """Let people join or leave teams with Big I until they are as many as the month wants."""
        teams = [project for project in _active(courses) if project.is_big]
        held = sum(project.level.people for project in teams if project.level)
        usual = TEAM_SIZE + TEAM_SIZE_SPREAD * (self.rng.random() + self.rng.random() - 1)
        missing = round(usual * len(teams)) - held
        step = 1 if missing > 0 else -1
        for project in self.rng.sample(teams, len(teams)):
            if missing and change_team_size(self.rng, project, month, step):
                missing -= step


def _active(courses: Mapping[str, Course]) -> list[Project]:
    return [project for course in courses.values() for project in course.active]


def _balance(courses: Mapping[str, Course], month: date) -> None:
    """Keep the trust near its planned share by way of directorates that have no story of their own."""
    active = _active(courses)
    recorded = sum(project.level is not None for project in active)
    slack = 0 if month_key(month) == BALANCED_MONTH else TRUST_SLACK
    gap = sum(project.is_big for project in active) - round(interpolate(TRUST_SHARE, month) * recorded)
    excess = max(0, gap - slack) + min(0, gap + slack)
    step = 1 if excess > 0 else -1
    # One project a turn, so that no directorate carries the whole change.
    for course in [courses[code] for code in BALANCING] * len(active):
        held = sum(project.is_big for project in course.active)
        if excess and held >= step:
            course.bring_to(month, held - step)
            excess -= held - sum(project.is_big for project in course.active)
