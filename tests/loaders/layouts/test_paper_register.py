import pytest
from attendance_files import draw, layout_of, refusal, rewrite, rewrite_one

MARCH = """
Workshop attendance March 2026
Newham | | |

Date | Workshop | Location | Name | Role | Team | Attended Y/N | Paid Y/N
02/03/2026 | Aims | Room 1 | Person A | Service user | South | Y | Y
 | | | Person B | service users | South | yes | N
 | | | Person C | Carer | | PC | Y
 | | | Person D | Staff | | Y | N
 | | | person a | Service user | | Y |
 | | | | | | Y |
Subtotal | | | 4 | | | |
16/03/2026 | Letters | | Person A | SU | | Y |
 | | | Person E | peer worker | | Y |
 | | | Person F | Partner | | Y |
 | | | Person G | Staff | | N |
 | | | Person H | Staff | | |
Date | Workshop | Location | Name | Role | Team | Attended Y/N | Paid Y/N
Total | | | 7 | | | |
"""
APRIL = """
Name | Signature
Person A | PA
Person B | PB
"""


def test_each_day_and_title_is_a_workshop_with_its_roles():
    rows, notes, read = rewrite(draw(MARCH, name="March"))
    assert layout_of(draw(MARCH, name="March")) == "paper_register"
    first, second = rows
    assert (first["workshop_date"], first["title"]) == ("2026-03-02", "Aims")
    assert [first[r] for r in ("service_users", "carers", "staff")] == ["2", "1", "1"]
    assert "unknown_role" not in first
    assert (second["workshop_date"], second["title"]) == ("2026-03-16", "Letters")
    assert (second["service_users"], second["others"], second["unknown_role"]) == ("1", "1", "1")
    assert "staff" not in second, "with a role unknown, no role is said to be 0"
    assert read == 14
    for said in (
        "2 workshops were found, with 7 people in all",
        "not one of the known words (service user, carer, staff, partner): 1.",
        "1 row was left out: no name",
        "2 rows were left out: a row of totals",
        "1 row was left out: headings again",
        "1 row was left out: marked as not attended",
        "1 row was left out: no mark of attendance",
    ):
        assert said in notes


def test_a_sheet_each_month_is_read_together():
    april = MARCH.replace("/03/2026", "/04/2026")
    rows, notes, read = rewrite(
        draw(MARCH, name="March"), draw("Notes\nsome text", name="Person Z"), draw(april, name="April")
    )
    assert [row["workshop_date"] for row in rows] == ["2026-03-02", "2026-03-16", "2026-04-02", "2026-04-16"]
    assert read == 28
    assert "Worksheets without a register, which were not read: 1." in notes
    assert 'first: row 11 of "worksheet 1"' in notes


def test_a_list_without_days_or_roles_asks_and_leaves_the_roles_unknown():
    assert layout_of(draw(APRIL)) == "paper_register"
    assert "workshop_date" in refusal(draw(APRIL), title="Aims")
    row, _, _ = rewrite_one(draw(APRIL), title="Aims", workshop_date="2026-04-02")
    assert (row["unknown_role"], row["workshop_date"]) == ("2", "2026-04-02")


def test_a_day_above_the_headings_or_between_the_people_holds_for_the_rows_below():
    above = draw("Working group | Date: 14/04/2026\n" + APRIL.strip())
    assert rewrite_one(above, title="Aims")[0]["workshop_date"] == "2026-04-14"
    between = draw(APRIL + "Next one on 15 April 2026 |\nPerson A | PA\n")
    rows, _, _ = rewrite(draw("Held 14 April 2026\n" + APRIL.strip()), title="Aims")
    assert [row["workshop_date"] for row in rows] == ["2026-04-14"]
    assert "workshop_date" in refusal(between, title="Aims"), "the first two have no day"


def test_a_period_above_the_headings_is_no_day():
    period = draw("From 01/04/2026 to 30/04/2026\n" + APRIL.strip())
    assert "workshop_date" in refusal(period, title="Aims")


def test_a_day_that_cannot_be_read_is_never_replaced_by_the_one_above():
    broken = draw(MARCH.replace("16/03/2026", "16/33/2026"))
    rows, notes, _ = rewrite(broken, date_order="day first")
    assert [row["workshop_date"] for row in rows] == ["2026-03-02"]
    assert "5 rows were left out: a date that cannot be read" in notes


def test_days_that_could_be_two_are_asked_for():
    unsure = draw(MARCH.replace("16/03/2026", "04/03/2026"))
    assert "date_order" in refusal(unsure)
    rows, _, _ = rewrite(unsure, date_order="month first")
    assert [row["workshop_date"] for row in rows] == ["2026-02-03", "2026-04-03"]
    one = draw("Name | Attended | Date\nPerson A | Y | 04/03/2026")
    assert "date_order" in refusal(one, title="Aims")
    assert rewrite_one(one, title="Aims", workshop_date="2026-03-04")[0]["workshop_date"] == "2026-03-04"
    assert "date_order" in refusal(one, title="Aims", workshop_date="2026-03-05")


def test_an_x_means_that_somebody_came_only_where_nothing_else_is_written():
    crossed = "Name | Attended | Date\nPerson A | x | 2026-04-14\nPerson B | x |\nPerson C | |"
    assert rewrite_one(draw(crossed), title="Aims")[0]["unknown_role"] == "2"
    mixed = draw(crossed + "\nPerson D | \u2713 |")
    assert "x_means" in refusal(mixed, title="Aims")
    assert rewrite_one(mixed, title="Aims", x_means="did not come")[0]["unknown_role"] == "1"
    assert rewrite_one(mixed, title="Aims", x_means="came")[0]["unknown_role"] == "3"
    assert "x_means" in refusal(mixed, title="Aims", x_means="perhaps")


def test_a_mark_that_could_be_anything_is_left_out_and_said():
    unread = "Name | Attended | Date\nPerson A | Y | 2026-04-14\nPerson B | NA |\nPerson C | tbc |"
    row, notes, _ = rewrite_one(draw(unread), title="Aims")
    assert row["unknown_role"] == "1"
    assert "2 rows were left out: a mark of attendance that cannot be read (first: row 3)." in notes


def test_somebody_with_two_roles_has_none_that_is_known():
    twice = "Name | Role | Date\nPerson A | Staff | 2026-04-14\nPerson A | Carer |"
    assert rewrite_one(draw(twice), title="Aims")[0]["unknown_role"] == "1"


def test_first_and_last_names_are_one_name():
    split = "First name | Surname | Attended | Date\nPerson | A | Y | 2026-04-14\nPerson | B | Y |"
    assert rewrite_one(draw(split), title="Aims")[0]["unknown_role"] == "2"


@pytest.mark.parametrize(
    "other", ["Name | Role\nPerson A | Chair", "Name | Score\nPerson A | 5", "Date | Role\n1 | 2"]
)
def test_other_lists_of_people_are_not_taken_for_a_register(other):
    assert layout_of(draw(other)) is None


def test_a_register_of_nobody_is_refused():
    assert "names nobody who came" in refusal(draw("Name | Attended | Date\nPerson A | N | 2026-04-14"))
