from decimal import Decimal

from data_model.rows import ChangeIdeaRow, TargetRow

IDEA = {
    "idea_id": "C1",
    "title": "Packs",
    "measure": "big_i_new",
    "start_date": "2025-03-01",
    "status": "testing",
}
TARGET = {"measure": "big_i_new", "from_date": "2027-04-01", "value": "70%", "agreed_by": "A group"}


def test_an_idea_ends_after_it_starts(problems):
    assert problems(ChangeIdeaRow, **IDEA) == []
    assert problems(ChangeIdeaRow, **IDEA | {"end_date": "2025-02-28"})[0][0] == "end_date"


def test_a_target_may_begin_in_the_future_and_keeps_how_it_was_written(read):
    row = read(TargetRow, **TARGET)
    assert row.value == (Decimal(70), True)
    assert row.area is None


def test_a_target_needs_who_agreed_it(problems):
    assert problems(TargetRow, **TARGET | {"agreed_by": ""}) == [("agreed_by", "This cell is empty.")]
