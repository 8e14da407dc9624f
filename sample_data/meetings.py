"""Meetings that people can come to, past and to come: ``meetings.csv``."""

from sample_data.writing import Cell

MEETING_COLUMNS = (
    "meeting_id",
    "title",
    "meeting_date",
    "start_time",
    "directorate",
    "borough",
    "place",
    "how_to_join",
    "ask_role",
)

_GROUP, _LEAD = "Working together group", "People participation lead"
_JUST_COME = "Just come. Tea is free and travel is paid on the day."
_LINK = "Ask for the link, or come to the room. We can lend you a tablet."

# Title, time, directorate, borough, place, how to join, whom to ask, days.
_SERIES = (
    (
        *(_GROUP, "10:30", "NMH", "B-NE", "Community room, town library", _JUST_COME, f"{_LEAD}, Newham"),
        ("2026-10-14", "2026-11-11", "2026-12-09", "2027-01-13"),
    ),
    (
        *(_GROUP, "14:00", "THMH", "B-TH", "Community centre", _JUST_COME, f"{_LEAD}, Tower Hamlets"),
        ("2026-10-07", "2026-11-04", "2026-12-02", "2027-01-06"),
    ),
    (
        *(_GROUP, "11:00", "CHMH", "B-HA", "Community centre", _JUST_COME, f"{_LEAD}, City and Hackney"),
        ("2026-11-10", "2027-01-12"),
    ),
    (
        *(_GROUP, "12:30", "CHMH", "B-CL", "Online and in the library", _LINK, f"{_LEAD}, City and Hackney"),
        ("2026-11-17",),
    ),
    (
        *(_GROUP, "13:00", "LMH", "B-LU", "Town library", _JUST_COME, f"{_LEAD}, Luton"),
        ("2026-10-21", "2026-11-18", "2026-12-16"),
    ),
    (
        *(_GROUP, "10:00", "BMH", "B-BE", "Health centre", _JUST_COME, f"{_LEAD}, Bedfordshire"),
        ("2026-11-24", "2027-01-26"),
    ),
    (
        *(_GROUP, "10:00", "BMH", "B-CB", "Online", _LINK, f"{_LEAD}, Bedfordshire"),
        ("2026-12-08",),
    ),
    (
        *("QI Forum", "09:30", "NMH", "", "Training room", "Open to all. Say hello at the desk.", "QI coach"),
        ("2026-11-19", "2026-12-17"),
    ),
    (
        *("QI Forum", "15:00", "LCH", "", "Online and in the training room", _LINK, "QI coach"),
        ("2026-11-26",),
    ),
    (
        *("Carers' evening", "18:00", "CAMHS", "", "Online", _LINK, "Carers' lead"),
        ("2026-12-03",),
    ),
    (
        *("Trust-wide working together group", "13:30", "", "", "Head office and online", _LINK, _LEAD),
        ("2026-10-28", "2026-12-10", "2027-01-28"),
    ),
)


def build_meeting_rows() -> list[tuple[Cell, ...]]:
    """The meetings as ``MEETING_COLUMNS``, by day."""
    rows = [(title, day, time, *rest) for title, time, *rest, days in _SERIES for day in days]
    rows.sort(key=lambda row: (row[1], row[2]))
    return [(f"MEET-{number:02d}", *row) for number, row in enumerate(rows, start=1)]
