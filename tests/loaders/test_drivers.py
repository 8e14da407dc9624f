import pytest

IDEA = """
idea_id | title | measure   | start_date | status
C1      | Packs | big_i_new | 2025-03-01 | testing
"""
ROWS = """
driver_id | parent_id | driver_type | text    | directorate | measure   | idea_id | position
D3        | D2        | change idea | A pack  |             |           | C1      | 1
D2        | D1        | primary     | We ask  |             | Big I new |         | 1
D1        |           | aim         | A seat  |             |           |         |
"""


@pytest.fixture
def diagram(load):
    load(IDEA)
    assert load(ROWS).rows.added == 3
    return ROWS


def problems(report):
    return [(p.row, p.column, p.value) for p in report.problems]


def test_boxes_come_in_any_order(diagram, exported):
    assert [(r["driver_id"], r["parent_id"], r["measure"]) for r in exported("drivers")] == [
        ("D1", None, None), ("D2", "D1", "big_i_new"), ("D3", "D2", None),
    ]  # fmt: skip


def test_a_parent_may_be_in_the_store_already(diagram, load):
    assert load(ROWS.replace("D3 ", "D4 ")).rows.added == 1


def test_what_hangs_from_a_box_that_is_set_aside_is_set_aside_too(load):
    load(IDEA)
    report = load(ROWS.replace("| D1        | primary", "| D9        | primary"))
    assert problems(report) == [(2, "parent_id", "D2"), (3, "parent_id", "D9")]
    assert report.rows.added == 1


def test_boxes_cannot_go_round_in_a_circle(load):
    load(IDEA)
    report = load(ROWS.replace("| D1        | primary", "| D3        | primary"))
    assert problems(report) == [(2, "parent_id", "D2"), (3, "parent_id", "D3")]
    assert "back to this one" in report.problems[0].problem
    assert load(ROWS.replace("| D1        | primary", "| D2        | primary")).rows.quarantined == 2


def test_a_circle_through_the_store_is_found(diagram, load):
    report = load(
        diagram.replace("| D1        | primary", "| D3        | primary").replace(
            "D3        | D2 ", "D5        | D2 "
        )
    )
    assert (3, "parent_id", "D3") in problems(report)
    assert load(diagram).status == "unchanged"


def test_a_box_belongs_to_the_directorate_of_its_parent(load):
    load(IDEA)
    report = load(ROWS.replace("| We ask  |             |", "| We ask  | NMH         |"))
    assert (3, "directorate", "NMH") in problems(report)


def test_a_change_idea_must_be_known(load):
    report = load(ROWS)
    assert problems(report) == [(2, "idea_id", "C1")]
    assert report.rows.added == 2
