import pytest

from data_model.rows import InvolvementRow, QIProjectRow
from data_model.terms import Involvement

PROJECT = {
    "project_id": "Q1",
    "title": "Waits",
    "directorate": "N",
    "status": "Active",
    "start_date": "01/04/2025",
}
RECORD = {"project_id": "Q1", "from_date": "2025-04-01", "involvement": "None"}


def test_a_project_with_the_least_that_it_needs(read):
    row = read(QIProjectRow, **PROJECT)
    assert (row.status, row.start_date.isoformat(), row.involvement) == ("active", "2025-04-01", None)


def test_blank_involvement_is_not_none(read):
    assert read(QIProjectRow, **PROJECT | {"involvement": "None"}).involvement is Involvement.NONE


@pytest.mark.parametrize("text", ["Not yet", "not recorded", "NOT YET"])
def test_not_yet_in_an_export_is_not_recorded_and_never_none(read, problems, text):
    assert read(QIProjectRow, **PROJECT | {"involvement": text}).involvement is None
    assert problems(InvolvementRow, **RECORD | {"involvement": text})[0][0] == "involvement"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In progress", "active"),
        ("Closed", "completed"),
        ("Complete", "completed"),
        ("On-hold", "paused"),
        ("Cancelled", "stopped"),
        ("Paused", "paused"),
    ],
)
def test_words_of_other_systems_whose_meaning_is_certain(read, text, status):
    assert read(QIProjectRow, **PROJECT | {"status": text}).status == status


@pytest.mark.parametrize("text", ["Draft", "Archived", "Live", "Open"])
def test_other_words_for_a_status_are_not_guessed_and_ours_are_offered(problems, text):
    assert problems(QIProjectRow, **PROJECT | {"status": text})[0][0] == "status"


def test_an_end_before_the_start(problems):
    assert problems(QIProjectRow, **PROJECT | {"end_date": "31/03/2025"}) == [
        ("end_date", "The end is before the start.")
    ]
    assert problems(QIProjectRow, **PROJECT | {"end_date": "01/04/2025"}) == []


@pytest.mark.parametrize(("score", "fits"), [("0.5", True), ("5", True), ("0", False), ("5.5", False)])
def test_the_progress_score_has_a_range(problems, score, fits):
    assert (problems(QIProjectRow, **PROJECT | {"progress_score": score}) == []) is fits


def test_a_project_may_start_and_end_in_the_future_but_no_export_is_from_there(problems):
    assert problems(QIProjectRow, **PROJECT | {"start_date": "2027-01-01", "end_date": "2028-01-01"}) == []
    assert problems(QIProjectRow, **PROJECT | {"as_at": "2027-01-01"})[0][0] == "as_at"


def test_involvement_must_say_something(read, problems):
    assert read(InvolvementRow, **RECORD).involvement is Involvement.NONE
    assert problems(InvolvementRow, **RECORD | {"involvement": ""}) == [
        ("involvement", "This cell is empty.")
    ]
    assert problems(InvolvementRow, **RECORD | {"from_date": "2027-01-01"})[0][0] == "from_date"
