"""Attendance lists as bytes, from the file to the store: counted, and nobody in them is left anywhere."""

import io
import re
from datetime import date

import openpyxl
import pytest

import loaders
from loaders.layouts.attendance_list import make_id
from loaders.loading import Options
from loaders.personal_data import find_personal_data

PERSONAL = re.compile(r"Person [A-Z]|@|example\.org|07700", re.IGNORECASE)
TEAMS = """\
1. Summary
Meeting title\tWorking together group
Start time\t7/22/26, 7:00:11\u202fPM

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Person A\t7/22/26, 7:00:11\u202fPM\t7/22/26, 8:27:51\u202fPM\t1h 27m 40s\tperson.a@example.org\t\tOrganizer
Person B\t7/22/26, 7:00:11\u202fPM\t7/22/26, 8:27:51\u202fPM\t1h 27m 40s\t\t\tAttendee

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Person A\t7/22/26, 7:00:11\u202fPM\t7/22/26, 8:27:51\u202fPM\t1h 27m 40s\tperson.a@example.org\tOrganizer
"""
ANSWERS = Options(answers={"directorate": "NMH"})


@pytest.fixture
def load_list(store):
    def load(data, name="list.csv", options=ANSWERS):
        return loaders.load_file(store, data, name, options=options)

    return load


def found_in(report, store, content_of):
    """Everything personal in a report and in every table."""
    return PERSONAL.findall(f"{report} {content_of(store)}")


@pytest.mark.parametrize(
    "data",
    [
        TEAMS.replace("\n", "\r\n").encode("utf-16"),
        "\n".join(
            ",".join(f'"{cell}"' if "," in cell else cell for cell in line.split("\t"))
            for line in TEAMS.splitlines()
        ).encode(),
    ],
    ids=["as downloaded", "saved again by Excel"],
)
def test_a_teams_report_is_counted_and_forgotten(load_list, store, exported, content_of, data):
    report = load_list(data)
    assert report.rows.added == 1
    [row] = exported("workshops")
    assert (row["unknown_role"], row["staff"], str(row["workshop_date"])) == (2, None, "2026-07-22")
    assert found_in(report, store, content_of) == []
    assert load_list(data).status == "unchanged"


def test_a_list_that_is_refused_leaves_nobody_behind(load_list, store, content_of):
    report = load_list(TEAMS.encode("utf-16"), options=None)
    assert report.status == "refused"
    assert "directorate" in report.message
    assert found_in(report, store, content_of) == []


def test_a_register_in_a_workbook(load_list, store, exported, content_of):
    book = openpyxl.Workbook()
    sheet = book.active
    for cells in (
        ["Workshops in March"],
        [],
        ["Date", "Workshop", "Name", "Role", "Attended"],
        ["2026-03-02", "Aims", "Person A", "Service user", "Y"],
        [None, None, "Person B", "Staff", "Y"],
        ["Total", None, 2, None, None],
    ):
        sheet.append(cells)
    sheet.merge_cells("A4:A5")
    stream = io.BytesIO()
    book.save(stream)
    report = load_list(stream.getvalue(), "register.xlsx")
    [row] = exported("workshops")
    assert (row["title"], row["service_users"], row["carers"], row["staff"]) == ("Aims", 1, 0, 1)
    assert report.problems == ()
    assert found_in(report, store, content_of) == []


def test_a_title_with_an_address_is_set_aside_like_any_other(load_list, store, content_of):
    report = load_list(TEAMS.replace("group", "group person.z@example.org").encode("utf-16"))
    assert [problem.column for problem in report.problems] == ["title"]
    assert found_in(report, store, content_of) == []


def test_no_id_that_is_made_looks_like_anything_personal():
    # About one in forty did: "...-29987310" is as long as a telephone number, and its row was set aside.
    days = [date(2026, month, day) for month in (3, 4, 11) for day in (1, 3, 21)]
    ids = [make_id(day, f"Workshop {n}", "") for day in days for n in range(60)]
    assert [made for made in ids if find_personal_data(made)] == []
    assert len(set(ids)) == len(ids)


def test_a_meeting_whose_print_looks_like_a_number_is_stored(load_list):
    made = make_id(date(2026, 4, 3), "Co-production of the garden", "19:00")
    meeting = TEAMS.replace("7/22/26", "03/04/2026").replace(
        "Working together group", "Co-production of the garden"
    )
    options = Options(answers={"directorate": "NMH", "date_order": "day first"})
    report = load_list(meeting.encode("utf-16"), options=options)
    assert (report.rows.added, report.problems) == (1, ()), made
