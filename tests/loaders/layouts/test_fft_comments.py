import pytest

from data_model.rows import FFTRow
from loaders.layouts.fft_comments import FFTComments
from loaders.report import RefusedFileError

HEADER = ("date", "location_1", "location_2", "location_3", "fft_score", "question_1", "sex", "age")
LAYOUT = FFTComments()
BEST_ONE, BEST_FIVE = {"direction": "1 is very good"}, {"direction": "5 is very good"}


def comment(score, day="31/03/2025", team="T-NSO"):
    return (day, "Division", "NMH", team, score, "CANARY, it was\ngood, really\nthanks", "CANARY", "41")


TABLE = [HEADER, *(comment(score) for score in ["1", "1", "2", "5", "5.0", "1"])]


@pytest.mark.parametrize(
    ("answers", "counts"), [(BEST_ONE, ("3", "1", "0", "0", "2")), (BEST_FIVE, ("2", "0", "0", "1", "3"))]
)
def test_answers_are_counted_in_the_direction_that_was_said(raw_table, rewritten, answers, counts):
    rows, notes, read = rewritten(LAYOUT, raw_table(TABLE), answers=answers)
    assert [tuple(row.values()) for row in rows] == [("2025-03", "NMH", "", "T-NSO", *counts, "0")]
    assert tuple(rows[0]) == FFTRow.columns()
    assert read == 6
    assert f"{counts[0]} very good" in notes
    assert "CANARY" not in notes + str(rows)


@pytest.mark.parametrize("answer", [None, "", "up", "3"])
def test_the_direction_is_never_guessed(raw_table, rewritten, answer):
    with pytest.raises(RefusedFileError, match="whether 1 or 5 is the best"):
        rewritten(LAYOUT, raw_table(TABLE), answers={"direction": answer} if answer is not None else {})


def test_what_cannot_be_counted_is_left_out_and_said(raw_table, rewritten):
    table = raw_table([HEADER, comment(""), comment("6"), comment("0"), comment("1", day="?"), comment("1")])
    rows, notes, read = rewritten(LAYOUT, table, answers=BEST_ONE)
    assert (rows[0]["very_good"], read) == ("1", 5)
    assert "1 row was left out: no score (first: row 2)." in notes
    assert "2 rows were left out: a score that is not from 1 to 5 (first: row 3)." in notes
    assert "no date that can be read (first: row 5)" in notes


def test_days_that_could_be_either_are_left_out_beside_month_first_ones(raw_table, rewritten):
    days = ["03/04/2025", "2025-04-30", "04/22/2025"]
    rows, notes, _ = rewritten(
        LAYOUT, raw_table([HEADER, *(comment("1", day) for day in days)]), answers=BEST_ONE
    )
    assert [(row["month"], row["very_good"]) for row in rows] == [("2025-04", "1")]
    assert "2 rows were left out" in notes
    rows, *_ = rewritten(
        LAYOUT, raw_table([HEADER, *(comment("1", d) for d in (*days[:2], "04/05/2025"))]), answers=BEST_ONE
    )
    assert [(row["month"], row["very_good"]) for row in rows] == [("2025-04", "2"), ("2025-05", "1")]


def test_a_file_without_answers_or_directorate_is_refused(raw_table, rewritten):
    with pytest.raises(RefusedFileError, match="no answers that can be counted"):
        rewritten(LAYOUT, raw_table([HEADER, comment("")]), answers=BEST_ONE)
    bare = raw_table([("date", "fft_score"), ("2025-03-01", "1")])
    with pytest.raises(RefusedFileError, match="directorate="):
        rewritten(LAYOUT, bare, answers=BEST_ONE)
    rows, *_ = rewritten(LAYOUT, bare, answers=BEST_ONE | {"directorate": "NMH"})
    assert rows[0]["directorate"] == "NMH"


def test_what_is_taken_for_such_a_file(raw_table):
    assert LAYOUT.fits(raw_table([("title",), HEADER]))
    assert not LAYOUT.fits(raw_table([FFTRow.columns()]))
