"""What people call each kind of file."""

from __future__ import annotations

KIND_TITLES = {
    "areas": "Areas: directorates, boroughs and teams",
    "qi_projects": "QI projects",
    "involvement": "Involvement in QI projects",
    "workshops": "Workshops and who came",
    "fft": "Friends and Family Test counts",
    "dialog": "DIALOG scores",
    "staff_survey": "Staff survey counts",
    "pulse": "Pulse survey: how it feels to take part",
    "payments": "Payments to people who take part",
    "staying": "People who joined and stayed",
    "change_ideas": "Change ideas",
    "targets": "Targets",
    "opportunities": "Ways to take part",
    "you_said": "You said, we did",
    "meetings": "Meetings",
    "stories": "Stories",
    "forum_entries": "What a QI Forum wrote down",
    "drivers": "Driver diagrams",
    "nhs_oversight": "NHS England's Oversight Framework figures",
    "nhs_fft": "NHS England's Friends and Family Test figures",
    "nhs_trusts": "The list of NHS trusts",
    "nhs_staff_survey": "NHS Staff Survey benchmarks",
}


def describe_kind(kind: str | None) -> str:
    """A kind in words; a file of no known kind is "Not known"."""
    return KIND_TITLES.get(kind or "", "Not known")
