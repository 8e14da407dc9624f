import pytest

from data_model.rows import DriverRow, ForumEntryRow

NOTE = {
    "entry_id": "E1", "entry_type": "note", "entry_date": "2026-03-01", "directorate": "NMH",
    "text": "Two came",
}  # fmt: skip
ACTION = NOTE | {"entry_type": "action", "owner_role": "QI coach", "due_date": "2027-03-01"}
AIM = {"driver_id": "D1", "driver_type": "aim", "text": "A seat"}


def test_an_action_needs_owner_and_day(problems):
    assert problems(ForumEntryRow, **ACTION) == []
    for column in ("owner_role", "due_date"):
        assert problems(ForumEntryRow, **ACTION | {column: ""}) == [
            (column, "This cell is empty, but entry_type is action.")
        ]


@pytest.mark.parametrize("entry_type", ["note", "decision", "big_i_plan"])
def test_only_an_action_is_done(problems, entry_type):
    cells = NOTE | {"entry_type": entry_type, "project_id": "Q1", "done_date": "2026-03-02"}
    found = problems(ForumEntryRow, **cells)
    assert found == [("done_date", f"This is filled, but entry_type is {entry_type}.")]
    assert problems(ForumEntryRow, **ACTION, done_date="2026-03-02") == []


def test_a_plan_for_big_i_names_its_project(problems):
    plan = NOTE | {"entry_type": "Big I plan"}
    assert problems(ForumEntryRow, **plan)[0][0] == "project_id"
    assert problems(ForumEntryRow, **plan, project_id="Q1") == []


def test_days_come_after_the_entry_and_nothing_was_done_in_the_future(problems):
    assert problems(ForumEntryRow, **ACTION | {"due_date": "2026-02-01"})[0][0] == "due_date"
    assert problems(ForumEntryRow, **ACTION, done_date="2026-02-01")[0][0] == "done_date"
    assert problems(ForumEntryRow, **ACTION, done_date="2026-12-01")[0][0] == "done_date"


def test_an_aim_stands_alone_and_every_other_box_has_a_parent(problems):
    assert problems(DriverRow, **AIM) == []
    assert problems(DriverRow, **AIM, parent_id="D0")[0] == (
        "parent_id", "This is filled, but driver_type is aim.",
    )  # fmt: skip
    assert problems(DriverRow, **AIM | {"driver_type": "Change idea"})[0] == (
        "parent_id", "This cell is empty, but driver_type is change idea.",
    )  # fmt: skip
