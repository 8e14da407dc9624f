"""Zoom's participants, registrations and webinars."""

from attendance_files import draw, layout_of, refusal, rewrite_one

STAYS = """
Name (Original Name) | User Email | Join Time | Leave Time | Duration (Minutes) | Guest | In Waiting Room
Person A | person.a@example.org | 07/22/2026 07:00:00 PM | 07/22/2026 07:03:00 PM | 3 | No | No
Person A | person.a@example.org | 07/22/2026 07:05:00 PM | 07/22/2026 07:08:00 PM | 3 | No | No
Person B | | 07/22/2026 07:00:00 PM | 07/22/2026 07:04:00 PM | 4 | Yes | No
Person C | | 07/22/2026 06:50:00 PM | 07/22/2026 08:00:00 PM | 70 | Yes | Yes
Person D | | 07/22/2026 07:00:00 PM | 07/22/2026 08:00:00 PM | 60 | Yes | No
"""
UNIQUE = """
Name (Original Name) | User Email | Total Duration (Minutes) | Guest
Person A | person.a@example.org | 60 | No
Person B | | 4 | Yes
Person C | | 50 | Yes
"""
BLOCK = """
Meeting ID | Topic | Start Time | End Time | User Email | Duration (Minutes) | Participants
000 | Working together group | 22/07/2026 19:00:00 | 22/07/2026 20:00:00 | person.h@example.org | 60 | 3

"""
REGISTRATION = """
Registration Report
Topic | ID | Scheduled Time | Duration (Minutes)
Working together group | 000 | 07/22/2026 07:00 PM | 60
Attendee Details
First Name | Last Name | Email | Registration Time | Approval Status | What are your access needs?
Person | A | person.a@example.org | 07/01/2026 10:00 | approved | none
Person | A | person.a@example.org | 07/02/2026 10:00 | approved | none
Person | B | person.b@example.org | 07/03/2026 10:00 | pending | none
Person | C | person.c@example.org | 07/03/2026 10:00 | approved | a lift, please call 07700 900123
"""
WEBINAR = """
Attendee Report
Topic | Webinar ID | Actual Start Time | Actual Duration (minutes) | # Registered
Working together group | 000 | 07/22/2026 07:00:00 PM | 60 | 4
Host Details
Attended | User Name (Original Name) | Email | Join Time | Leave Time | Time in Session (minutes)
Yes | Person H | person.h@example.org | 07/22/2026 06:55 PM | 07/22/2026 08:00 PM | 65
Panelist Details
Attended | User Name (Original Name) | Email | Join Time | Leave Time | Time in Session (minutes)
Yes | Person P | person.p@example.org | 07/22/2026 06:55 PM | 07/22/2026 08:00 PM | 65
Attendee Details
Attended | User Name (Original Name) | First Name | Last Name | Email | Phone | Registration Time | Approval Status | Join Time | Leave Time | Time in Session (minutes) | Is Guest | Country/Region Name | Source Name
Yes | Person A | Person | A | person.a@example.org | 07700 900123 | 07/01/2026 10:00 | approved | 07/22/2026 07:00 PM | 07/22/2026 08:00 PM | 60 | Yes | |
Yes | Person B | Person | B | person.b@example.org | 07700 900123 | 07/01/2026 10:00 | approved | 07/22/2026 07:00 PM | 07/22/2026 07:03 PM | 3 | Yes | |
Yes | Person B | Person | B | person.b@example.org | 07700 900123 | 07/01/2026 10:00 | approved | 07/22/2026 07:10 PM | 07/22/2026 07:13 PM | 3 | Yes | |
No | Person C | Person | C | person.c@example.org | 07700 900123 | 07/01/2026 10:00 | approved | -- | -- | -- | -- | |
No | Person D | Person | D | person.d@example.org | 07700 900123 | 07/01/2026 10:00 | denied | -- | -- | -- | -- | |
"""  # noqa: E501 - as wide as the file itself


def test_participants_who_come_back_count_once_and_the_waiting_room_does_not():
    row, notes, read = rewrite_one(draw(STAYS), title="Aims")
    assert layout_of(draw(STAYS)) == "zoom_participants"
    assert (row["unknown_role"], row["workshop_date"], row["mode"], read) == ("2", "2026-07-22", "online", 5)
    assert "1 row was left out: only in the waiting room (first: row 5)." in notes


def test_one_row_a_person_needs_a_day():
    assert layout_of(draw(UNIQUE)) == "zoom_participants"
    assert "workshop_date" in refusal(draw(UNIQUE), title="Aims")
    row, _, _ = rewrite_one(draw(UNIQUE), title="Aims", workshop_date="2026-07-22")
    assert (row["unknown_role"], row["workshop_date"]) == ("2", "2026-07-22")


def test_the_block_about_the_meeting_gives_title_and_day_and_not_its_host():
    row, notes, _ = rewrite_one(draw(BLOCK + UNIQUE.strip()))
    assert (row["title"], row["workshop_date"]) == ("Working together group", "2026-07-22")
    assert row["unknown_role"] == "2"
    assert "The file itself says" not in notes, "Zoom's number of participants counts stays"


def test_a_title_with_the_hosts_name_is_not_taken():
    named = BLOCK.replace("Working together group", "Person H's Personal Meeting Room") + UNIQUE.strip()
    assert "made of somebody's name" in refusal(draw(named))


def test_registrations_are_bookings_once_each():
    row, notes, read = rewrite_one(draw(REGISTRATION))
    assert layout_of(draw(REGISTRATION)) == "zoom_registration"
    assert (row["booked"], row["title"], row["workshop_date"], read) == (
        "2",
        "Working together group",
        "2026-07-22",
        4,
    )
    assert not {"service_users", "carers", "staff", "unknown_role"} & row.keys()
    assert "2 bookings were counted. A booking does not show that somebody came" in notes
    assert "1 row was left out: the registration was not approved (first: row 8)." in notes


def test_registrations_without_a_day_ask_for_it():
    plain = draw(REGISTRATION.split("Attendee Details\n")[1])
    assert "workshop_date" in refusal(plain, title="Aims")
    unsure = draw(REGISTRATION.replace("07/22/2026", "07/08/2026"))
    assert "date_order" in refusal(unsure)


def test_a_webinar_counts_attendees_and_bookings_and_says_who_was_not_counted():
    row, notes, read = rewrite_one(draw(WEBINAR))
    assert layout_of(draw(WEBINAR)) == "zoom_webinar"
    assert (row["unknown_role"], row["booked"], row["workshop_date"], read) == ("2", "3", "2026-07-22", 7)
    assert "3 registrations were counted as booked." in notes
    assert "2 rows were left out: hosts, panellists and callers outside Attendee Details" in notes
    assert "1 row was left out: the registration was not approved" in notes


def test_a_webinar_to_which_nobody_came_is_bookings_only():
    row, _, _ = rewrite_one(
        draw(
            WEBINAR.replace("\nYes | Person A", "\nNo | Person A").replace(
                "\nYes | Person B", "\nNo | Person B"
            )
        )
    )
    assert row["booked"] == "3"
    assert "unknown_role" not in row


def test_a_question_called_topic_is_never_taken_for_the_title():
    asked = WEBINAR.replace("Topic | Webinar ID", "Subject | Webinar ID").replace("Source Name", "Topic")
    assert "title" in refusal(draw(asked))


def test_a_webinar_without_attendees_is_refused():
    assert "Attendee Details" in refusal(draw(WEBINAR.split("Attendee Details", maxsplit=1)[0]))
