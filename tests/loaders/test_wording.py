from data_model.terms import LoadStatus
from loaders.report import LoadReport, Problem, RowCounts, describe_counts
from loaders.wording import MOST_PROBLEMS, describe_history, describe_problem, describe_report


def test_counts_of_none_are_left_out():
    assert describe_counts(RowCounts(1, 1)) == "1 row read: 1 added."
    assert describe_counts(RowCounts(1303, 1200, 1, 2, 100)) == (
        "1,303 rows read: 1,200 added, 1 changed, 2 unchanged, 100 set aside."
    )


def test_a_report_shows_the_first_problems_and_counts_the_rest():
    problems = tuple(Problem(n, "month", "soon", "Not a month.", "Write one.") for n in range(2, 30))
    text = describe_report(LoadReport("a.csv", "fft", LoadStatus.LOADED, 1, RowCounts(), problems, "Done."))
    lines = text.splitlines()
    assert lines[:2] == ["a.csv: loaded as fft.", "  Done."]
    assert len(lines) == 2 + MOST_PROBLEMS + 1
    assert lines[-1] == "  … and 8 more. --json lists them all."


def test_a_problem_in_one_line():
    assert describe_problem(Problem(7, None, "", "Ragged.", "Mend it.")) == "Row 7: Ragged. Mend it."
    assert describe_problem(Problem(7, "month", "x", "A.", "B.")) == 'Row 7, month "x": A. B.'


def test_an_empty_log():
    assert list(describe_history([])) == ["Nothing has been loaded yet."]
