"""Ways to take part, with a project or without: ``opportunities.csv``."""

from datetime import date

from sample_data.project_picks import pick_project
from sample_data.qi_project import Project
from sample_data.writing import Cell

OPPORTUNITY_COLUMNS = (
    "opportunity_id",
    "project_id",
    "title",
    "directorate",
    "borough",
    "where",
    "how_to_take_part",
    "ask_role",
    "payment",
    "open_until",
)

_PAID = "You are paid for your time. Travel is paid on the day."
_TRAVEL = "Travel is paid on the day. There is no other pay."
_LEAD = "People participation lead"

# Directorate, how many newer projects to pass over, where, how, payment, last day.
_PROJECTS = (
    ("NMH", 0, "Town library and online", "Come to one meeting and see if you like it.", _PAID, "2026-12-31"),
    ("NMH", 1, "Team office", "We meet for one hour, once every two weeks.", _PAID, ""),
    (
        "THMH",
        0,
        "Community centre",
        "Tell us when you are free. We fit the time to you.",
        _PAID,
        "2027-01-15",
    ),
    ("CHMH", 0, "Online", "Join from home. We can lend you a tablet.", _PAID, "2026-11-30"),
    ("BMH", 0, "Health centre", "Have a chat with the team first. Bring a friend.", _PAID, "2027-02-26"),
    (
        "BMH",
        1,
        "Health centre and online",
        "Two seats are empty. No experience is needed.",
        _PAID,
        "2026-12-18",
    ),
    (
        "LMH",
        0,
        "Town hall, room on the ground floor",
        "Come to the first meeting in December.",
        _PAID,
        "2026-12-11",
    ),
    ("CAMHS", 0, "School hall", "For parents and young people from 14. We meet after school.", _PAID, ""),
    ("PC", 0, "GP practice", "We start with a short walk round the practice.", _TRAVEL, "2027-01-29"),
    ("TT", 0, "Online", "One hour a month, in the evening.", _PAID, "2026-10-16"),
)

# Title, directorate, borough, where, how, payment, last day.
_OTHERS = (
    (
        "Sit on an interview panel for new nurses",
        *("NMH", "B-NE", "Training room", "We train you for one morning. Then you choose the days."),
        *(_PAID, ""),
    ),
    (
        "Read our leaflets and say what is not clear",
        *("LCH", "", "By post or online", "Ask for a pack. Send it back with your notes."),
        *("You get a shopping voucher for each pack.", ""),
    ),
    (
        "Help to plan the carers' day",
        *("CHMH", "B-HA", "Community centre", "Come to three planning meetings. Lunch is there."),
        *(_PAID, "2026-11-13"),
    ),
    (
        "Mystery shopper: call us and tell us how it was",
        *("ADD", "B-NE", "From your own phone", "We give you a list of calls to make in one week."),
        *(_PAID, "2026-12-04"),
    ),
    (
        "Speak to new staff on their first day",
        *("BCH", "B-BE", "Training centre", "Tell your story for ten minutes. We help you to get it ready."),
        *(_PAID, ""),
    ),
    (
        "Walk round the ward garden and say what would help",
        *("FOR", "", "Ward garden", "Ask your ward to put your name on the list."),
        *("A voucher for the ward shop.", "2026-10-23"),
    ),
    (
        "Join the working together group",
        *("LMH", "B-LU", "Town library", "Just come. The door is open and the tea is free."),
        *(_TRAVEL, ""),
    ),
    (
        "Test the new website with us",
        *("CORP", "", "Online", "Use it for half an hour while we watch and learn."),
        *(_PAID, "2027-01-08"),
    ),
)


def build_opportunity_rows(projects: list[Project], until: date) -> list[tuple[Cell, ...]]:
    """Ways to take part as ``OPPORTUNITY_COLUMNS``: seats on projects under way first, then the others."""
    rows = []
    for directorate, skip, *rest in _PROJECTS:
        project = pick_project(projects, directorate, seat=False, by=until, skip=skip)
        if project:
            rows.append(_seat(project, *rest))
    rows += [("", *other[:5], _ask(other[2]), *other[5:]) for other in _OTHERS]
    return [(f"OPP-{number:02d}", *row) for number, row in enumerate(rows, start=1)]


def _seat(project: Project, where: str, how: str, payment: str, open_until: str) -> tuple[Cell, ...]:
    borough = project.boroughs[0] if len(project.boroughs) == 1 else ""
    title = f"A seat on the team: {project.title}"
    return (
        project.project_id, title, project.directorate, borough, where, how, _ask(borough), payment,
        open_until,
    )  # fmt: skip


def _ask(borough: str) -> str:
    return f"{_LEAD} for your borough" if borough else _LEAD
