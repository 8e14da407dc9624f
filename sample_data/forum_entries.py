"""What QI Forums wrote down: ``forum_entries.csv``."""

from datetime import date

from sample_data.project_picks import pick_project
from sample_data.qi_project import Project
from sample_data.writing import Cell

FORUM_ENTRY_COLUMNS = (
    "entry_id",
    "entry_type",
    "entry_date",
    "directorate",
    "borough",
    "measure",
    "project_id",
    "text",
    "owner_role",
    "due_date",
    "done_date",
)

_NOTES = (
    ("2026-08-20", "NMH", "B-NE", "big_i_new",
     "Two new projects asked the local group before they set their aim."),
    ("2026-10-15", "NMH", "", "big_i_active",
     "Most of our projects have no seat yet. One team said it will ask."),
    ("2026-09-10", "THMH", "B-TH", "big_i_new",
     "Teams like the pack. They ask for a short film as well."),
    ("2026-09-24", "LCH", "", "big_i_active",
     "All our teams have a seat. We now ask how it feels to sit there."),
    ("2026-10-08", "CHMH", "", "big_i_active",
     "Ups and downs, as before. What we try does not yet move it."),
    ("2026-09-17", "BMH", "", "big_i_active",
     "Fewer teams have a seat than a year ago. People left and were not asked."),
    ("2026-10-22", "ADD", "", "big_i_active",
     "Many said yes on the recruitment day. We do not know if they will stay."),
    ("2026-10-20", "PC", "", "big_i_new",
     "We are new. Each project starts with the question: who is with us?"),
)  # fmt: skip
_DECISIONS = (
    ("2026-08-20", "NMH", "", "big_i_new",
     "Each new project comes to the local group first."),
    ("2026-09-10", "THMH", "", "big_i_new",
     "We keep the pack and add one page on pay."),
    ("2026-09-24", "LCH", "", "workshop_worth",
     "We ask each member twice a year if it is worth their time."),
    ("2026-10-08", "CHMH", "", "people_on_projects",
     "We stop the buddy plan and keep the shared meeting."),
    ("2026-09-17", "BMH", "", "big_i_active",
     "We fill empty seats before we start a new project."),
    ("2026-10-13", "CAMHS", "", "involvement_recorded",
     "The coach asks at the first visit and writes it down."),
)  # fmt: skip
# Entry date, directorate, measure, text, owner, due, done.
_ACTIONS = (
    ("2026-08-20", "NMH", "big_i_new",
     "Put the group's dates on the project page.", "QI coach", "2026-09-30", "2026-09-22"),
    ("2026-08-20", "NMH", "",
     "Tell the carers who will answer the phone.", "Service manager", "2026-09-30", ""),
    ("2026-10-15", "NMH", "big_i_active",
     "Ask each team without a seat what would help.", "QI coach", "2026-11-19", ""),
    ("2026-09-10", "THMH", "big_i_new",
     "Write one page on pay with the group.", "People participation lead", "2026-10-08", "2026-10-06"),
    ("2026-09-10", "THMH", "",
     "Find someone to make a short film.", "Communications lead", "2026-10-15", ""),
    ("2026-09-24", "LCH", "workshop_worth",
     "Send the first round of questions.", "People participation lead", "2026-11-27", ""),
    ("2026-10-08", "CHMH", "",
     "Thank the buddies and ask what they learnt.", "People participation lead", "2026-11-06", ""),
    ("2026-09-17", "BMH", "big_i_active",
     "Write to each person who left a team.", "QI lead", "2026-10-09", ""),
    ("2026-09-17", "BMH", "big_i_active",
     "Bring the list of empty seats to both groups.", "QI coach", "2026-11-24", ""),
    ("2026-07-16", "LMH", "workshop_gap",
     "Put all workshop dates on the wall.", "Team lead", "2026-08-14", "2026-08-20"),
    ("2026-10-13", "CAMHS", "involvement_recorded",
     "Send the list of blanks to each team.", "QI coach", "2026-10-27", ""),
    ("2026-10-22", "ADD", "big_i_active",
     "Call each person who said yes.", "Team lead", "2026-11-12", ""),
)  # fmt: skip
# Entry date, directorate, how many newer projects to pass over, text, owner, due.
_PLANS = (
    ("2026-10-20", "NMH", 0,
     "Two people from the group will join in November.", "Project lead", "2026-11-30"),
    ("2026-10-15", "THMH", 0,
     "The team will ask a carer to set the aim with them.", "Project lead", "2026-12-11"),
    ("2026-10-15", "BMH", 0,
     "One seat for a service user and one for a carer.", "Project lead", "2027-01-15"),
    ("2026-10-22", "CHMH", 0,
     "Ask the people whom it is for before the next test.", "QI coach", "2026-12-04"),
    ("2026-10-20", "PC", 0,
     "Ask the patient group of the practice for two people.", "Practice manager", "2026-12-18"),
    ("2026-10-13", "TT", 0,
     "Ask two people who had the treatment to join.", "Project lead", ""),
)  # fmt: skip


def build_forum_entry_rows(projects: list[Project], until: date) -> list[tuple[Cell, ...]]:
    """What was written down by ``until`` as ``FORUM_ENTRY_COLUMNS``, by day."""
    rows: list[tuple[str, ...]] = []
    for day, directorate, borough, measure, text in _NOTES:
        rows.append(("note", day, directorate, borough, measure, "", text, "", "", ""))
    for day, directorate, borough, measure, text in _DECISIONS:
        rows.append(("decision", day, directorate, borough, measure, "", text, "", "", ""))
    for day, directorate, measure, text, owner, due, done in _ACTIONS:
        rows.append(("action", day, directorate, "", measure, "", text, owner, due, done))
    for day, directorate, skip, text, owner, due in _PLANS:
        by = date.fromisoformat(day)
        project = pick_project(projects, directorate, seat=False, by=by, skip=skip)
        if project:
            code = project.project_id
            rows.append(("big_i_plan", day, directorate, "", "", code, text, owner, due, ""))
    rows.sort(key=lambda row: row[1])
    numbered = [(f"FORUM-{number:02d}", *row) for number, row in enumerate(rows, start=1)]
    return [row for row in numbered if row[2] <= until.isoformat()]
