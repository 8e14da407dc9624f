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


def test_the_value_of_a_problem_is_what_stands_in_the_cell(load):
    assert [p.value for p in load(HEADER + ROW.replace("Newham |", "B-LU |")).problems] == ["B-LU"]
    assert [p.value for p in load(HEADER + ROW.replace("T-NSO", "rehab")).problems] == ["rehab"]
