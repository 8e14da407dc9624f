from collections import defaultdict

import pytest
from attendance_files import draw, layout_of, refusal, rewrite_one
from hypothesis import given, settings
from hypothesis import strategies as st

CURRENT = """
1. Summary
Meeting title | Working together group
Attended participants | 5
Start time | 7/22/26, 7:00:11 PM
End time | 7/22/26, 8:27:51 PM
Meeting duration | 1h 27m 40s
Average attendance time | 1h 2m 3s

2. Participants
Name | First Join | Last Leave | In-Meeting Duration | Email | Participant ID (UPN) | Role
Person A | 7/22/26, 7:00:11 PM | 7/22/26, 8:27:51 PM | 1h 27m 40s | person.a@example.org | | Organizer
Person B | 7/22/26, 7:01:11 PM | 7/22/26, 8:27:51 PM | 47m 3s | person.b@example.nhs.uk | | Presenter
Person C (Guest) | 7/22/26, 7:02:11 PM | 7/22/26, 7:04:11 PM | 2m | | | Attendee
Person D | 7/22/26, 7:02:11 PM | 7/22/26, 7:10:11 PM | 4m 59s | person.d@example.org | | Attendee
person d | 7/22/26, 7:12:11 PM | 7/22/26, 7:13:11 PM | 10s | PERSON.D@example.org | | Attendee
 | 7/22/26, 7:12:11 PM | 7/22/26, 8:13:11 PM | 1h 1m 0s | | | Attendee

3. In-Meeting Activities
Name | Join Time | Leave Time | Duration | Email | Role
Person A | 7/22/26, 7:00:11 PM | 7/22/26, 8:27:51 PM | 1h 27m 40s | person.a@example.org | Organizer
Person E | 7/22/26, 7:00:11 PM | 7/22/26, 8:27:51 PM | 1h 27m 40s | person.e@example.org | Attendee
"""
SUMMARY = """
Meeting Summary
Total Number of Participants | 3
Meeting Title | Working together group
Meeting Start Time | 22/07/2021, 18:55:03
Meeting End Time | 22/07/2021, 20:30:21
Meeting Id | 00000000-0000

Full Name | Join Time | Leave Time | Duration | Email | Role | Participant ID (UPN)
Person A | 22/07/2021, 18:55:03 | 22/07/2021, 20:30:21 | 1h 35m | person.a@example.org | Organizer |
Person B | 22/07/2021, 19:00:00 | 22/07/2021, 19:03:00 | 3m | person.b@example.org | Attendee |
Person B | 22/07/2021, 19:10:00 | 22/07/2021, 19:13:00 | 3m | person.b@example.org | Attendee |
Person C | 22/07/2021, 19:10:00 | 22/07/2021, 19:12:00 | 2m | | Attendee |
"""  # fmt: skip


def test_the_current_report_counts_people_of_its_second_section_once():
    row, notes, read = rewrite_one(draw(CURRENT))
    assert layout_of(draw(CURRENT)) == "teams_report"
    assert row["unknown_role"] == "3"
    assert not {"service_users", "carers", "staff", "others", "booked"} & row.keys()
    assert (row["workshop_date"], row["title"], row["mode"]) == (
        "2026-07-22",
        "Working together group",
        "online",
    )
    assert read == 6
    assert "Not counted for under 5 minutes in the meeting: 1 (min_minutes=5)." in notes
    assert "1 row was left out: no name (first: row 16)." in notes
    assert "The file itself says 5 people; its list holds 4 different ones." in notes


def test_nhs_addresses_are_a_suggestion_and_no_role():
    row, notes, _ = rewrite_one(draw(CURRENT))
    assert "1 of 3 addresses end in nhs.net or nhs.uk; peer workers and some service users" in notes
    assert "staff" not in row
    row, notes, _ = rewrite_one(draw(CURRENT), staff="1")
    assert (row["staff"], row["unknown_role"]) == ("1", "2")
    assert "nhs.net" not in notes


def test_roles_that_are_told_in_full_leave_nobody_unknown():
    row, _, _ = rewrite_one(draw(CURRENT), staff="1", service_users="2")
    assert (row["service_users"], row["carers"], row["staff"]) == ("2", "0", "1")
    assert "unknown_role" not in row


def test_more_roles_than_people_are_refused():
    assert "add up to 9, but 3 people were counted" in refusal(draw(CURRENT), staff="9")
    assert "The answer for staff is not a whole number" in refusal(draw(CURRENT), staff="Person A")


@pytest.mark.parametrize(("least", "came"), [("0", "4"), ("2", "4"), ("5", "3"), ("6", "2"), ("60", "1")])
def test_the_shortest_stay_is_a_question(least, came):
    row, notes, _ = rewrite_one(draw(CURRENT), min_minutes=least)
    assert row["unknown_role"] == came
    assert f"(min_minutes={least})" in notes


def test_the_summary_of_years_ago_adds_up_the_stays_of_one_person():
    row, notes, read = rewrite_one(draw(SUMMARY))
    assert layout_of(draw(SUMMARY)) == "teams_report"
    assert (row["unknown_role"], row["workshop_date"], read) == ("2", "2021-07-22", 4)
    assert "2 different people were counted." in notes
    assert "The file itself says" not in notes


def test_a_report_saved_again_by_excel_is_read_alike():
    saved = "\n".join(line + "|" * (6 - line.count("|")) for line in CURRENT.strip("\n").splitlines())
    assert rewrite_one(draw(saved)) == rewrite_one(draw(CURRENT))
    dated = CURRENT.replace("7/22/26, 7:00:11 PM", "2026-07-22 19:00:11")
    assert rewrite_one(draw(dated, name="Report"))[0] == rewrite_one(draw(CURRENT))[0]
    split = CURRENT.replace("Start time | 7/22/26, 7:00:11 PM", "Start time | 7/22/26 | 7:00:11 PM")
    assert rewrite_one(draw(split))[0] == rewrite_one(draw(CURRENT))[0]


UNSURE = CURRENT.replace("7/22/26", "3/4/26")


def test_a_date_that_could_be_two_is_asked_for():
    assert "date_order" in refusal(draw(UNSURE))
    assert rewrite_one(draw(UNSURE), date_order="day first")[0]["workshop_date"] == "2026-04-03"
    assert rewrite_one(draw(UNSURE), date_order="Month first")[0]["workshop_date"] == "2026-03-04"
    assert rewrite_one(draw(UNSURE), workshop_date="2026-03-04")[0]["workshop_date"] == "2026-03-04"
    assert "date_order" in refusal(draw(UNSURE), date_order="american")
    assert "month first, but date_order says day first" in refusal(draw(CURRENT), date_order="day first")


def test_any_day_above_twelve_in_the_file_tells_the_order():
    mixed = UNSURE.replace("Person B | 3/4/26", "Person B | 3/14/26")
    assert rewrite_one(draw(mixed))[0]["workshop_date"] == "2026-03-04"


def test_the_id_stays_the_same_and_is_shown():
    row, notes, _ = rewrite_one(draw(CURRENT))
    assert row["workshop_id"].startswith("2026-07-22-")
    assert row["workshop_id"] in notes
    assert rewrite_one(draw(CURRENT), min_minutes="0")[0]["workshop_id"] == row["workshop_id"]
    assert (
        rewrite_one(draw(CURRENT.replace("7:00:11 PM", "3:00:11 PM")))[0]["workshop_id"] != row["workshop_id"]
    )
    assert rewrite_one(draw(CURRENT), workshop_id="W-9")[0]["workshop_id"] == "W-9"


def test_a_day_that_is_given_wins_and_is_said():
    row, notes, _ = rewrite_one(draw(CURRENT), workshop_date="23/07/2026")
    assert row["workshop_date"] == "2026-07-23"
    assert "The file says 22 July 2026; the day given as workshop_date was taken instead." in notes
    assert "workshop_date cannot be read" in refusal(draw(CURRENT), workshop_date="Person A")


def test_what_is_needed_is_asked_for():
    assert "directorate" in refusal(draw(CURRENT), directorate="")
    assert "title" in refusal(draw(CURRENT.replace("Working together group", "")))
    row = rewrite_one(draw(CURRENT), title="Aims", borough="Newham", mode="hybrid")[0]
    assert (row["title"], row["borough"], row["mode"], row["directorate"]) == (
        "Aims",
        "Newham",
        "hybrid",
        "NMH",
    )


@pytest.mark.parametrize("title", ["Meeting with Person A", "Person A's Zoom Meeting", "Call with Person B"])
def test_a_title_made_of_a_name_by_the_program_is_not_taken(title):
    named = draw(CURRENT.replace("Working together group", title))
    assert "made of somebody's name" in refusal(named)
    assert rewrite_one(named, title="Aims")[0]["title"] == "Aims"


def test_a_list_of_nobody_is_refused():
    empty = CURRENT.split("Person A", maxsplit=1)[0]
    assert "names nobody" in refusal(draw(empty))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 400)), min_size=1, max_size=30))
def test_whoever_comes_back_how_often_the_count_is_the_naive_one(stays):
    seconds = defaultdict(int)
    lines = SUMMARY.split("Person A", maxsplit=1)[0]
    for who, stayed in stays:
        seconds[who] += stayed
        lines += (
            f"Person {who} | 22/07/2021, 19:00:00 | 22/07/2021, 19:09:00 | {stayed // 60}m {stayed % 60}s"
        )
        lines += f" | {'' if who % 3 else f'person.{who}@example.org'} | Attendee |\n"
    row, notes, read = rewrite_one(draw(lines))
    naive = sum(total >= 300 for total in seconds.values())
    assert int(row.get("unknown_role", 0)) == naive
    assert f"under 5 minutes in the meeting: {len(seconds) - naive} " in notes
    assert read == len(stays)
