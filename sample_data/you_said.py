"""What we asked, what people said and what came of it: ``you_said.csv``."""

from datetime import date

from sample_data.writing import Cell

YOU_SAID_COLUMNS = (
    "item_id",
    "directorate",
    "borough",
    "asked_on",
    "we_asked",
    "you_said",
    "status",
    "we_did",
    "why_not",
    "answer_due",
    "answered_on",
)

# Directorate, borough, asked on; asked; said; status; did; why not; answer due, answered on.
_ITEMS = (
    (
        *("NMH", "B-NE", "2026-02-11", "What is it like to wait with us?"),
        *("The waiting room is too loud.", "done"),
        *("We made a quiet corner with soft light.", "", "2026-03-25", "2026-03-18"),
    ),
    (
        *("NMH", "B-NE", "2026-06-10", "What stops you from coming to meetings?"),
        *("They are in the middle of the school run.", "done"),
        *("Meetings now start at 10:30.", "", "2026-07-22", "2026-07-08"),
    ),
    (
        *("NMH", "B-NE", "2026-09-09", "What would make letters better?"),
        *("Tell us who we will see, and put a picture of the door.", "in progress"),
        *("We are testing a new letter with two teams.", "", "2026-11-18", ""),
    ),
    (
        *("NMH", "B-NE", "2026-07-08", "What do carers need from us?"),
        *("One number to call that someone picks up.", "waiting"),
        *("", "", "2026-09-30", ""),
    ),
    (
        *("THMH", "B-TH", "2026-03-04", "What would help you to take part?"),
        *("Pay our travel on the day.", "done"),
        *("Travel is now paid at the door.", "", "2026-04-15", "2026-04-01"),
    ),
    (
        *("THMH", "B-TH", "2026-05-06", "What should we change first?"),
        *("Open the clinic on Sundays.", "could not"),
        *("", "There are not enough staff to be safe on Sundays. We opened late on Thursdays."),
        *("2026-06-17", "2026-06-24"),
    ),
    (
        *("THMH", "B-TH", "2026-09-02", "How can more people have a seat on a team?"),
        *("Ask us before the plan is made, not after.", "in progress"),
        *("New teams now get a pack on how to invite people.", "", "2026-12-02", ""),
    ),
    (
        *("CHMH", "B-HA", "2026-04-14", "How was the carers' workshop?"),
        *("We did not hear what came of the last one.", "done"),
        *("Each workshop now starts with what we did since.", "", "2026-05-26", "2026-05-19"),
    ),
    (
        *("CHMH", "B-HA", "2026-08-11", "What do you want from the group?"),
        *("A say in how money is spent.", "waiting"),
        *("", "", "2026-10-06", ""),
    ),
    (
        *("CHMH", "B-CL", "2026-06-16", "Is the building easy to find?"),
        *("No. The sign is behind a tree.", "done"),
        *("The tree was cut back and a new sign put up.", "", "2026-07-28", "2026-07-14"),
    ),
    (
        *("BMH", "B-BE", "2026-03-24", "What makes a good visit?"),
        *("See the same person each time.", "could not"),
        *("", "Staff change and we cannot promise it. You can now ask for two people who know you."),
        *("2026-05-05", "2026-05-12"),
    ),
    (
        *("BMH", "B-CB", "2026-07-21", "Why do people leave project teams?"),
        *("Nobody told us what happened after we spoke.", "in progress"),
        *("Teams will write to each member once a month.", "", "2026-10-13", ""),
    ),
    (
        *("BMH", "B-CB", "2026-09-22", "Which seats should we fill first?"),
        *("Those on the video visits team.", "waiting"),
        *("", "", "2026-11-24", ""),
    ),
    (
        *("LMH", "B-LU", "2026-02-18", "When should workshops be?"),
        *("Fix the dates for the whole year.", "done"),
        *("All dates for the year are on the wall and online.", "", "2026-04-01", "2026-03-04"),
    ),
    (
        *("LMH", "B-LU", "2026-08-19", "What is missing from our care plans?"),
        *("Room for our own words.", "in progress"),
        *("A new first page is being tried out.", "", "2026-11-11", ""),
    ),
    (
        *("LCH", "B-TH", "2026-04-22", "How do you like home visits?"),
        *("Call us when you are late.", "done"),
        *("Nurses now send a text when they are on the way.", "", "2026-06-03", "2026-05-20"),
    ),
    (
        *("LCH", "B-NE", "2026-06-24", "What would make our forum better?"),
        *("Let service users lead it.", "done"),
        *("The forum is now led by two people together.", "", "2026-08-05", "2026-07-22"),
    ),
    (
        *("BCH", "B-BE", "2026-05-19", "What do you need after a stroke?"),
        *("A group to meet others.", "done"),
        *("A group meets on the first Monday of the month.", "", "2026-07-14", "2026-06-30"),
    ),
    (
        *("BCH", "B-CB", "2026-08-25", "How do you get to us?"),
        *("The bus does not stop here any more.", "could not"),
        *("", "We do not run the buses. We have written to the council and will say what it answers."),
        *("2026-10-06", "2026-09-29"),
    ),
    (
        *("CAMHS", "B-LU", "2026-09-15", "What should we ask young people?"),
        *("If they feel heard. Ask it by text.", "waiting"),
        *("", "", "2026-11-10", ""),
    ),
    (
        *("ADD", "B-NE", "2026-07-15", "What helped you to come back?"),
        *("A friendly face at the door.", "done"),
        *("People in recovery now greet at the door.", "", "2026-08-26", "2026-08-19"),
    ),
    (
        *("PC", "", "2026-10-07", "What should new projects look at?"),
        *("Long waits on the phone.", "waiting"),
        *("", "", "2026-12-02", ""),
    ),
)


def build_you_said_rows(until: date) -> list[tuple[Cell, ...]]:
    """What was asked by ``until`` as ``YOU_SAID_COLUMNS``."""
    rows = [(f"SAID-{number:02d}", *item) for number, item in enumerate(_ITEMS, start=1)]
    return [row for row in rows if str(row[3]) <= until.isoformat()]
