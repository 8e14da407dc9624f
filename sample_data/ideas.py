"""Change ideas that were tried and targets that were agreed: ``change_ideas.csv`` and ``targets.csv``."""

from datetime import date

from sample_data.writing import Cell

IDEA_COLUMNS = (
    "idea_id",
    "title",
    "directorate",
    "borough",
    "measure",
    "start_date",
    "end_date",
    "status",
    "prediction",
    "what_happened",
)
TARGET_COLUMNS = ("measure", "area", "from_date", "value", "agreed_by")

_IDEAS = (
    (
        "Information packs for new project teams",
        *("THMH", "B-TH", "big_i_new", "2023-06-01", "2023-11-30", "adopted"),
        "If every new team gets a pack on how to invite people, more teams will start with a service user.",
        "Most new teams used the pack. More of them started with a service user or carer on the team. Other "
        "things may have helped too.",
    ),
    (
        "Service user leads in every quality forum",
        *("LCH", "", "big_i_active", "2023-01-09", "2024-03-29", "adopted"),
        "If forums are led together with service users, teams will find people to join them sooner.",
        "Two forums began and the other followed. Teams now ask for a person before they set their aim.",
    ),
    (
        "One page on what a seat on the team means",
        *("LCH", "B-NE", "big_i_new", "2022-10-03", "2023-02-28", "adapted"),
        "If people know what they are asked to do, more will say yes.",
        "The page was too long. Service users rewrote it as six questions and answers.",
    ),
    (
        "Buddy for each new service user on a team",
        *("CHMH", "B-HA", "people_on_projects", "2024-02-05", "2024-08-30", "abandoned"),
        "If new members have a buddy, they will stay until the project ends.",
        "There were too few buddies. People asked for a shared meeting instead.",
    ),
    (
        "Shared meeting before each project meeting",
        *("CHMH", "", "people_on_projects", "2024-10-07", "2025-03-31", "adopted"),
        "If people meet for half an hour before, they will feel ready to speak.",
        "People said that they felt better prepared. The number on each team stayed about the same.",
    ),
    (
        "Record the level at the first coaching visit",
        *("CORP", "", "involvement_recorded", "2024-05-01", "", "testing"),
        "If the coach asks at the first visit, fewer projects will be left blank.",
        "Some coaches ask each time. Corporate projects are still often left blank.",
    ),
    (
        "Monthly list of blanks to each directorate",
        *("CAMHS", "", "involvement_recorded", "2025-09-01", "", "testing"),
        "If directorates see their blanks every month, they will fill them.",
        "",
    ),
    (
        "Evening workshops for carers",
        *("NMH", "B-NE", "workshop_parity", "2022-09-05", "2023-03-31", "adapted"),
        "If workshops are held in the evening, more carers will come.",
        "Carers preferred the end of the school day. The time was moved.",
    ),
    (
        "Travel paid on the day",
        *("THMH", "B-TH", "workshop_parity", "2023-04-03", "2023-09-29", "adopted"),
        "If travel is paid at the door, more people will come back.",
        "People came back more often. The share of the room with lived experience rose a little.",
    ),
    (
        "Two service users open every workshop",
        *("BCH", "", "workshop_worth", "2024-01-08", "2024-06-28", "adopted"),
        "If service users open the workshop, more people will find it worth their time.",
        "People liked it. The answers went up and down as before.",
    ),
    (
        "Ask about access needs on the invitation",
        *("", "", "access_needs_met", "2022-06-06", "2022-12-30", "adopted"),
        "If people are asked before the day, more needs can be met.",
        "More needs were known in time. Hearing loops are still hard to book.",
    ),
    (
        "Fixed workshop dates for the whole year",
        *("LMH", "B-LU", "workshop_gap", "2025-01-06", "2025-07-31", "adopted"),
        "If dates are fixed for the year, workshops will not be put off.",
        "Two workshops moved, none was dropped.",
    ),
    (
        "Text message the day after a visit",
        *("TT", "", "fft_positive", "2021-05-03", "2021-10-29", "adopted"),
        "If people are asked the day after, more of them will answer.",
        "More people answered. The share of good answers stayed about the same.",
    ),
    (
        "You said, we did board in the clinic",
        *("BMH", "B-CB", "fft_positive", "2023-02-06", "2023-08-31", "abandoned"),
        "If people see what changed, they will be more satisfied.",
        "The board was hard to keep up to date and people did not look at it.",
    ),
    (
        "Ask DIALOG together on one screen",
        *("NMH", "B-NE", "dialog_meetings", "2024-09-02", "2025-02-28", "adapted"),
        "If both look at the screen, the talk will be about what the person wants.",
        "It worked in the clinic and not on home visits. Paper cards are used at home.",
    ),
    (
        "Letters that start with thank you",
        *("THMH", "B-TH", "dialog_treatment", "2025-06-02", "2025-12-19", "abandoned"),
        "If letters are warmer, people will be more satisfied with their treatment.",
        "Nobody noticed a difference. The time is better spent on shorter letters.",
    ),
    (
        "Service users join the staff briefing",
        *("FOR", "", "staff_satisfaction", "2025-04-07", "2025-10-31", "adapted"),
        "If staff hear from service users each week, they will be prouder of the care they give.",
        "Once a month suits everyone better than once a week.",
    ),
    (
        "Recruitment day led by people in recovery",
        *("ADD", "", "big_i_active", "2026-10-05", "", "testing"),
        "If people in recovery present the projects themselves, more will join a team.",
        "Several teams found a member on the day. It is too early to say whether they stay.",
    ),
    (
        "Find new members for teams that lost theirs",
        *("BMH", "", "big_i_active", "2026-09-01", "", "testing"),
        "If the local group hears which seats are empty, it will help to fill them.",
        "",
    ),
    (
        "Every project starts with a service user",
        *("PC", "", "big_i_new", "2026-05-04", "", "testing"),
        "If the first question is who is with us, every project will start with a service user.",
        "",
    ),
    (
        "Swap shop for projects that need people",
        *("", "", "big_i_new", "2027-01-11", "", "planned"),
        "If teams and people meet in one room, they will find each other sooner.",
        "",
    ),
    (
        "Short film on the two levels of involvement",
        *("SCYPS", "", "little_i_active", "2026-12-01", "", "planned"),
        "If families see what a seat on the team looks like, fewer teams will stop at a survey.",
        "",
    ),
    (
        "Friday payments by one team",
        *("", "", "paid_on_time", "2025-02-03", "2025-07-31", "adopted"),
        "If one team pays all claims each week, fewer people will wait for their money.",
        "Claims no longer wait on a desk. Far more people were paid on time.",
    ),
    (
        "A round in which everybody speaks",
        *("BMH", "", "voice_heard", "2026-09-07", "", "testing"),
        "If the chair asks each person in turn, more people will feel heard.",
        "",
    ),
)

_COMMITTEE = "People participation committee (made up)"
_TARGETS = (
    ("big_i_active", "", "2022-04-01", "40%", _COMMITTEE),
    ("big_i_active", "CHMH", "2024-04-01", "70%", "City and Hackney quality forum (made up)"),
    ("big_i_active", "LCH", "2023-04-01", "60%", "London community quality forum (made up)"),
    ("big_i_new", "RWK", "2023-04-01", "50%", _COMMITTEE),
    ("involvement_recorded", "RWK", "2022-04-01", "95%", _COMMITTEE),
    ("people_on_projects", "RWK", "2024-04-01", "2", _COMMITTEE),
    ("workshop_parity", "RWK", "2022-04-01", "40%", _COMMITTEE),
    ("workshop_gap", "RWK", "2022-04-01", "60", _COMMITTEE),
    ("workshop_worth", "RWK", "2023-04-01", "80%", _COMMITTEE),
    ("access_needs_met", "RWK", "2022-04-01", "90%", _COMMITTEE),
    ("fft_positive", "RWK", "2021-04-01", "85%", "Quality committee (made up)"),
    ("dialog_meetings", "RWK", "2023-04-01", "5.5", "Quality committee (made up)"),
    ("paid_on_time", "RWK", "2024-04-01", "85%", _COMMITTEE),
    ("staff_satisfaction", "RWK", "2022-04-01", "75%", "Quality committee (made up)"),
)


def build_idea_rows(until: date) -> list[tuple[Cell, ...]]:
    """The change ideas known by ``until`` as ``IDEA_COLUMNS``; those still planned are kept."""
    rows = [(f"CI-{number:02d}", *idea) for number, idea in enumerate(_IDEAS, start=1)]
    return [row for row in rows if row[7] == "planned" or str(row[5]) <= until.isoformat()]


def build_target_rows() -> list[tuple[Cell, ...]]:
    """The agreed targets as ``TARGET_COLUMNS``; shares are percentages, no area means every area."""
    return list(_TARGETS)
