"""Driver diagrams of the trust and of one directorate: ``drivers.csv``."""

from datetime import date

from sample_data.ideas import build_idea_rows
from sample_data.writing import Cell

DRIVER_COLUMNS = (
    "driver_id",
    "parent_id",
    "driver_type",
    "text",
    "directorate",
    "measure",
    "idea_id",
    "position",
)
_IDEA_PLACE = DRIVER_COLUMNS.index("idea_id")

_AIM, _FIRST, _SECOND, _IDEA = "aim", "primary", "secondary", "change idea"
_DRIVERS = (
    ("DR-T", "", _AIM, "More projects each year have a seat for service users and carers",
     "", "big_i_active", "", 1),
    ("DR-T-A", "DR-T", _FIRST, "Teams ask people at the start", "", "big_i_new", "", 1),
    ("DR-T-A-A", "DR-T-A", _SECOND, "Teams know how to invite people", "", "big_i_new", "", 1),
    ("DR-T-A-A-A", "DR-T-A-A", _IDEA, "A pack for each new team", "", "big_i_new", "CI-01", 1),
    ("DR-T-A-A-B", "DR-T-A-A", _IDEA, "One page on what a seat means", "", "big_i_new", "CI-03", 2),
    ("DR-T-A-B", "DR-T-A", _SECOND, "People hear which teams need them", "", "big_i_new", "", 2),
    ("DR-T-A-B-A", "DR-T-A-B", _IDEA, "A swap shop for projects that need people",
     "", "big_i_new", "CI-21", 1),
    ("DR-T-B", "DR-T", _FIRST, "People want to stay", "", "people_on_projects", "", 2),
    ("DR-T-B-A", "DR-T-B", _SECOND, "It is worth their time", "", "workshop_worth", "", 1),
    ("DR-T-B-A-A", "DR-T-B-A", _IDEA, "Two service users open each workshop",
     "", "workshop_worth", "CI-10", 1),
    ("DR-T-B-B", "DR-T-B", _SECOND, "They feel ready to speak", "", "people_on_projects", "", 2),
    ("DR-T-B-B-A", "DR-T-B-B", _IDEA, "A shared meeting before each meeting",
     "", "people_on_projects", "CI-05", 1),
    ("DR-T-B-C", "DR-T-B", _SECOND, "Needs are known and met", "", "access_needs_met", "", 3),
    ("DR-T-B-C-A", "DR-T-B-C", _IDEA, "Ask about needs on the invitation",
     "", "access_needs_met", "CI-11", 1),
    ("DR-T-C", "DR-T", _FIRST, "We know how people take part", "", "involvement_recorded", "", 3),
    ("DR-T-C-A", "DR-T-C", _IDEA, "Write down the level at the first visit",
     "", "involvement_recorded", "CI-06", 1),
    ("DR-B", "", _AIM, "Two in three projects in Bedfordshire have a seat again",
     "BMH", "big_i_active", "", 1),
    ("DR-B-A", "DR-B", _FIRST, "Empty seats are filled", "BMH", "big_i_active", "", 1),
    ("DR-B-A-A", "DR-B-A", _IDEA, "Find new members for teams that lost theirs",
     "BMH", "big_i_active", "CI-19", 1),
    ("DR-B-B", "DR-B", _FIRST, "People hear what came of their ideas", "BMH", "workshop_worth", "", 2),
    ("DR-B-B-A", "DR-B-B", _SECOND, "Each team writes to its members once a month", "BMH", "", "", 1),
)  # fmt: skip


def build_driver_rows(until: date) -> list[tuple[Cell, ...]]:
    """The boxes as ``DRIVER_COLUMNS``, without those of change ideas that nobody knew by ``until``."""
    known = {"", *(row[0] for row in build_idea_rows(until))}
    return [row for row in _DRIVERS if row[_IDEA_PLACE] in known]
