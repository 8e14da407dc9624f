"""Which made-up project a row of another file speaks of, whatever the seed and the last day."""

from datetime import date

from sample_data.qi_project import Project


def pick_project(
    projects: list[Project], directorate: str, *, seat: bool, by: date, skip: int = 0
) -> Project | None:
    """The newest project under way that began by ``by`` and has a seat or not; ``None`` if there is none.

    ``skip`` passes over that many newer ones, so that two rows can name two projects.
    """
    fitting = [
        project
        for project in projects
        if project.directorate == directorate
        and project.end_date is None
        and project.status == "active"
        and project.is_big == seat
        and project.start_date <= by
    ]
    fitting.sort(key=lambda project: (project.start_date, project.project_id), reverse=True)
    return fitting[skip] if skip < len(fitting) else None
