import pytest

HEADER = (
    "workshop_id | workshop_date | title | workshop_type | directorate | borough | team | mode"
    " | service_users | carers | staff | others | access_needs_asked | access_needs_met"
    " | rating_answers | rating_positive\n"
)
ROW = "W1 | 2025-03-01 | Aims | learning set | NMH | Newham | T-NSO | In person | 4 | 1 | 6 | | 2 | 2 | 9 | 8"


def test_a_workshop_with_all_its_counts(load, exported):
    assert load(HEADER + ROW).rows.added == 1
    [row] = exported("workshops")
    assert (row["workshop_type"], row["mode"], row["borough"]) == ("learning set", "in person", "B-NE")
    assert (row["others"], row["access_needs_met"]) == (None, 2)


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (ROW.replace("Newham |", "Luton |"), "borough"),
        (ROW.replace("T-NSO", "T-REH"), "team"),
        (ROW.replace("NMH", "Newham"), "directorate"),
        (ROW.replace("9 | 8", "7 | 8"), "rating_positive"),
        (ROW.replace("2025-03-01", "01/03/25"), "workshop_date"),
        (ROW.replace("Aims", "With pat@example.org"), "title"),
    ],
)
def test_a_workshop_that_does_not_fit_is_set_aside(load, wrong, column):
    report = load(HEADER + wrong)
    assert [p.column for p in report.problems] == [column]
    assert report.rows.quarantined == 1


LIST = "workshop_id | workshop_date | title | directorate | borough | mode"
LIST += (
    " | service_users | carers | staff | others | rating_answers | rating_positive | unknown_role | booked\n"
)
FEEDBACK = LIST + "W1 | 2025-03-01 | Aims | NMH | | | | | | | 9 | 7 | | "
BOOKED = LIST + "W1 | 2025-03-01 | Aims | NMH | Newham | | | | | | | | | 30"
CAME = LIST + "W1 | 2025-03-01 | Aims | NMH | | online | | | 12 | | | | 8 | "
SHOWN = ("borough", "mode", "service_users", "staff", "others", "rating_answers", "unknown_role", "booked")


def shown(exported):
    [row] = exported("workshops")
    return [row[name] for name in SHOWN]


@pytest.mark.parametrize(
    "order", [(FEEDBACK, BOOKED, CAME), (CAME, FEEDBACK, BOOKED), (BOOKED, CAME, FEEDBACK)]
)
def test_lists_of_one_workshop_add_up_in_any_order(load, exported, order):
    assert [load(table).problems for table in order] == [(), (), ()]
    assert shown(exported) == ["B-NE", "online", None, 12, None, 9, 8, 30]
    for table in order:
        assert load(table).rows.unchanged == 1


def test_who_came_is_counted_anew_as_a_whole(load, exported):
    load(HEADER + ROW)
    load(LIST + "W1 | 2025-03-01 | Aims | NMH | | | | | | | | | 11 | ")
    assert shown(exported) == ["B-NE", "in person", None, None, None, 9, 11, None]


def test_a_row_that_knows_every_role_stands_for_itself(load, exported):
    load(BOOKED)
    load(LIST + "W1 | 2025-03-01 | Aims | NMH | | | 4 | 1 | 6 | | | | | ")
    assert shown(exported) == [None, None, 4, 6, None, None, None, None]


@pytest.mark.parametrize("cells", ["| | | | | | |", "4 | | 6 | | | | |", "4 | | 6 | | 9 | 7 | 0 | 30"])
def test_roles_must_be_filled_unless_some_people_have_none_that_is_known(load, cells):
    [problem] = load(f"{LIST}W1 | 2025-03-01 | Aims | NMH | | | {cells}").problems
    assert problem.column in ("service_users", "carers")
    assert "unknown_role" in problem.cure


def test_the_value_of_a_problem_is_what_stands_in_the_cell(load):
    assert [p.value for p in load(HEADER + ROW.replace("Newham |", "B-LU |")).problems] == ["B-LU"]
    assert [p.value for p in load(HEADER + ROW.replace("T-NSO", "rehab")).problems] == ["rehab"]
