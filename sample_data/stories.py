"""Stories told with consent and without names: ``stories.csv``."""

from datetime import date

from sample_data.project_picks import pick_project
from sample_data.qi_project import Project
from sample_data.writing import Cell

STORY_COLUMNS = (
    "story_id",
    "title",
    "story",
    "told_by",
    "directorate",
    "borough",
    "project_id",
    "consent_date",
    "consent_until",
)

# Title; story; teller, directorate, borough, whether it is about a project; consent from, to.
_STORIES = (
    (
        "I said yes on the third try",
        "I was asked three times to join the team. The first two times I said no. I thought I had "
        "nothing to give. The third time they asked what I would change. I had a list. Two things on it "
        "are done now. One is not, and they told me why.",
        *("service user", "NMH", "B-NE", True, "2026-06-10", "2027-06-09"),
    ),
    (
        "My mum is more than her notes",
        "I care for my mum. For years I sat in the corner and took notes. Now I have a seat at the "
        "table. We changed the first page of the care plan. It starts with what she likes. It is a "
        "small thing. To us it is a big one.",
        *("carer", "NMH", "B-NE", False, "2026-09-09", "2026-10-15"),
    ),
    (
        "It was slower, and it was better",
        "I have led six projects. This was the first with service users on the team from day one. It "
        "took us longer to start. Then we stopped doing three things that nobody had asked for. I would "
        "not go back.",
        *("staff", "THMH", "B-TH", True, "2026-05-06", "2027-05-05"),
    ),
    (
        "The day my travel was paid at the door",
        "I used to wait six weeks for my bus fare. It was not much, but I had to choose between that "
        "and lunch. We raised it in the group. Now it is paid on the day. I have not missed a meeting "
        "since.",
        *("service user", "THMH", "B-TH", False, "2026-08-05", ""),
    ),
    (
        "Nobody laughed",
        "I was afraid to speak. My hands shook. I said that the letters made me feel like a case. "
        "Nobody laughed. A nurse said that she felt the same when she got one. We are now writing new "
        "ones. They are not finished yet.",
        *("service user", "CHMH", "B-HA", False, "2026-07-14", "2027-01-13"),
    ),
    (
        "We did not get what we asked for",
        "We asked for one nurse for each of us. The answer was no. I was cross. But they came to the "
        "group and told us why, and we found another way. I can now name two people to call. I still "
        "want more.",
        *("carer", "BMH", "B-BE", False, "2026-05-12", ""),
    ),
    (
        "Two seats are empty",
        "Our team had two people from the local group. Both have left. We did not tell them what came "
        "of their ideas. That was our fault. We now write to each member once a month, and we are "
        "asking again.",
        *("staff", "BMH", "B-CB", False, "2026-09-22", "2027-09-21"),
    ),
    (
        "I chair the forum now",
        "First I came for the tea. Then I read the numbers and asked what they meant. Half the room did "
        "not know. Now two of us lead the forum together. We start each time with what has changed "
        "since the last one.",
        *("service user", "LCH", "B-NE", False, "2026-07-22", ""),
    ),
    (
        "Text me when you are late",
        "I look after my husband. We used to sit by the window and wait for the nurse. I said that a "
        "text would do. It took them four weeks. Now we have our mornings back.",
        *("carer", "LCH", "B-TH", False, "2026-05-20", "2026-11-19"),
    ),
    (
        "My dates are on the fridge",
        "They kept moving the workshop. I had to ask for time off work each time. We asked for dates "
        "for the whole year. They are on my fridge now. Two were moved, and they called me first.",
        *("service user", "LMH", "B-LU", False, "2026-03-04", "2027-03-03"),
    ),
    (
        "A face at the door",
        "I went home twice before I came in. The third time a man at the door said that he had done the "
        "same. I stayed. Now I stand at the door on Tuesdays.",
        *("service user", "ADD", "B-NE", False, "2026-08-19", ""),
    ),
    (
        "What we learnt from being told no",
        "As a trust we like to say yes. The groups told us that a clear no is better than a slow maybe. "
        "So we now give a day for each answer. We miss some of those days. You can see which ones.",
        *("staff", "", "", False, "2026-10-01", ""),
    ),
)


def build_story_rows(projects: list[Project], until: date) -> list[tuple[Cell, ...]]:
    """The stories that were told by ``until`` as ``STORY_COLUMNS``."""
    rows = []
    for number, (title, text, teller, directorate, borough, linked, told, ends) in enumerate(
        _STORIES, start=1
    ):
        project = (
            pick_project(projects, directorate, seat=True, by=date.fromisoformat(told)) if linked else None
        )
        code = project.project_id if project else ""
        rows.append((f"STORY-{number:02d}", title, text, teller, directorate, borough, code, told, ends))
    return [row for row in rows if row[7] <= until.isoformat()]
