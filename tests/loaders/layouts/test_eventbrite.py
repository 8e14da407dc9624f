import pytest
from attendance_files import draw, layout_of, refusal, rewrite, rewrite_one

CLASSIC = """
{order} | Order Date | Name | Email | Quantity | Ticket Type | Attendee # | Attendee Status | Date attending
1 | 01/07/2026 | Person A | person.a@example.org | 1 | Free | 11 | Checked In | 22/07/2026 19:00
1 | 01/07/2026 | Person A | person.a@example.org | 1 | Free | 12 | Checked In | 22/07/2026 19:00
2 | 02/07/2026 | Person B | person.b@example.org | 1 | Free | 13 | Attending | 22/07/2026 19:00
2 | 02/07/2026 | Person B | person.b@example.org | 1 | Free | 13 | Attending | 22/07/2026 19:00
3 | 02/07/2026 | Person C | person.c@example.org | 1 | Free | 14 | Refunded | 22/07/2026 19:00
4 | 02/07/2026 | Person D | person.d@example.org | 1 | Free | 15 | Maybe | 22/07/2026 19:00
"""
NEW = """
Order ID | Order date | Attendee first name | Attendee last name | Attendee email | Phone number | Event name | Event ID | Event start date | Event start time | Ticket quantity | Ticket type | Buyer email | Barcode number
1 | 2026-07-01 | Person | A | person.a@example.org | 07700 900123 | Aims | 5 | 2026-07-22 | 7:00 PM | 1 | Free | person.z@example.org | 21
1 | 2026-07-01 | Person | B | person.b@example.org | 07700 900123 | Aims | 5 | 2026-07-22 | 7:00 PM | 1 | Free | person.z@example.org | 22
2 | 2026-07-01 | Person | C | person.c@example.org | 07700 900123 | Aims | 5 | 2026-07-22 | 7:00 PM | 1 | Free | person.z@example.org | 23
"""  # noqa: E501 - as wide as the file itself


@pytest.mark.parametrize("order", ["Order #", "Order no."])
def test_only_checked_in_tickets_are_people_who_came(order):
    report = draw(CLASSIC.format(order=order))
    row, notes, read = rewrite_one(report, title="Aims")
    assert layout_of(report) == "eventbrite"
    assert (row["unknown_role"], row["booked"], row["workshop_date"], read) == ("2", "3", "2026-07-22", 6)
    assert "2 of 3 tickets were checked in" in notes
    assert "1 row was left out: the same ticket again (first: row 5)." in notes
    assert "1 row was left out: cancelled, refunded or passed on (first: row 6)." in notes
    assert "1 row was left out: a status that is not known (first: row 7)." in notes


def test_roles_can_be_told_of_those_who_came():
    row, _, _ = rewrite_one(draw(CLASSIC.format(order="Order #")), title="Aims", staff="2")
    assert (row["staff"], row["service_users"], row["booked"]) == ("2", "0", "3")


def test_nobody_checked_in_means_bookings_only():
    booked = CLASSIC.format(order="Order #").replace("Checked In", "Attending")
    row, notes, _ = rewrite_one(draw(booked), title="Aims")
    assert row["booked"] == "3"
    assert not {"unknown_role", "service_users", "carers", "staff"} & row.keys()
    assert "No ticket was checked in, so all the file holds are bookings." in notes


def test_the_new_report_without_a_status_holds_bookings():
    row, notes, read = rewrite_one(draw(NEW))
    assert layout_of(draw(NEW)) == "eventbrite"
    assert (row["booked"], row["title"], row["workshop_date"], read) == ("3", "Aims", "2026-07-22", 3)
    assert "unknown_role" not in row and "mode" not in row
    assert "The file has no attendee status, so all it holds are bookings." in notes


def test_each_event_of_a_file_is_a_workshop_of_its_own():
    two = draw(NEW + NEW.strip().split("\n", 1)[1].replace("2026-07-22", "2026-08-22"))
    rows, _, read = rewrite(two)
    assert [(row["workshop_date"], row["booked"]) for row in rows] == [
        ("2026-07-22", "3"),
        ("2026-08-22", "3"),
    ]
    assert (len({row["workshop_id"] for row in rows}), read) == (2, 6)
    assert "The file tells of 2 workshops" in refusal(two, workshop_id="W-1")


def test_days_that_could_be_two_are_asked_for_unless_an_order_tells():
    report = CLASSIC.format(order="Order #").replace("22/07/2026", "05/07/2026")
    assert "date_order" in refusal(draw(report), title="Aims")
    told = report.replace("| 01/07/2026", "| 30/06/2026")
    assert rewrite_one(draw(told), title="Aims")[0]["workshop_date"] == "2026-07-05"


def test_a_file_of_refunds_is_refused():
    refunds = CLASSIC.format(order="Order #")
    for status in ("Checked In", "Attending", "Maybe"):
        refunds = refunds.replace(f"| {status} |", "| Refunded |")
    assert "holds no bookings" in refusal(draw(refunds), title="Aims")
