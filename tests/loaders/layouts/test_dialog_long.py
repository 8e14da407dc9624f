import tracemalloc
from collections import defaultdict
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model.rows import DialogRow
from loaders.layouts import Asked
from loaders.layouts.dialog_items import CONCEPTS
from loaders.layouts.dialog_long import DialogLong
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

ID = {item: concept for concept, item in CONCEPTS.items()}
HEADER = (
    "Person_ID",
    "ServiceRequestId",
    "AssToolCompDate",
    "CodedAssToolType",
    "PersScore",
    "directorate",
    "team",
)
LAYOUT = DialogLong()


def answer(day="31/03/2025", item=11, score="5", team="T-NSO", concept=None):
    return ("P-CANARY", "R-CANARY", day, concept or ID[item], score, "NMH", team)


def test_answers_are_counted_by_month_place_and_item(raw_table, rewritten):
    rows, notes, read = rewritten(
        LAYOUT,
        raw_table(
            [
                HEADER,
                answer(score="7"),
                answer(day="2025-03-01 10:15:00", score="5"),
                answer(day="1 Mar 2025", score="4"),
                answer(item=2, score="1"),
                answer(day="2025-04-01", score="6"),
            ]
        ),
    )
    assert [tuple(row.values()) for row in rows] == [
        ("2025-03", "NMH", "", "T-NSO", "2", "1", "1", "0"),
        ("2025-03", "NMH", "", "T-NSO", "11", "3", "5.333333333333333", "2"),
        ("2025-04", "NMH", "", "T-NSO", "11", "1", "6", "1"),
    ]
    assert tuple(rows[0]) == DialogRow.columns()
    assert read == 5
    assert "5 rows of the file were counted" in notes
    assert "CodedAssToolType as item" in notes
    assert "CANARY" not in notes


def test_every_row_that_comes_out_is_a_good_row_of_the_template(raw_table, rewritten):
    rows, *_ = rewritten(
        LAYOUT, raw_table([HEADER, *(answer(item=i, score=str(i % 9)) for i in range(1, 12))])
    )
    context = {"today": date(2026, 11, 1), "month_first": frozenset()}
    read = [DialogRow.model_validate({k: v for k, v in row.items() if v}, context=context) for row in rows]
    assert [(row.item, row.answered, row.mean_score) for row in read[-4:]] == [
        (8, 0, None), (9, 0, None), (10, 1, 1), (11, 1, 2),
    ]  # fmt: skip


def test_scores_outside_the_scale_count_as_not_answered_and_are_said(raw_table, rewritten):
    scores = ["7", "07", "7.0", "0", "8", "3.5", "seven", ""]
    rows, notes, _ = rewritten(LAYOUT, raw_table([HEADER, *(answer(score=score) for score in scores)]))
    assert (rows[0]["answered"], rows[0]["mean_score"]) == ("3", "7")
    assert "4 scores were not from 1 to 7" in notes


@pytest.mark.parametrize("concept", ["1.03775E+15", "1,03775E+15", "1.03775e15", "1037751000000100"])
def test_an_id_that_excel_damaged_refuses_the_file_with_advice(raw_table, rewritten, concept):
    with pytest.raises(RefusedFileError, match=r"text") as refused:
        rewritten(LAYOUT, raw_table([HEADER, answer(), answer(concept=concept)]))
    assert "row 3" in str(refused.value)
    assert "CANARY" not in str(refused.value)


def test_rows_without_a_day_or_about_another_tool_are_left_out_and_said(raw_table, rewritten):
    rows, notes, read = rewritten(
        LAYOUT,
        raw_table(
            [
                HEADER,
                answer(day=""),
                answer(day="31/13/2025"),
                answer(day="45748"),
                answer(day="2027-01-01"),
                answer(day="1999-12-31"),
                answer(concept="747901000000107"),
                answer()[:4],
                answer(),
            ]
        ),
    )
    assert (len(rows), rows[0]["answered"], read) == (1, "1", 8)
    assert "1 row was left out: no date (first: row 2)." in notes
    assert "2 rows were left out: no date that can be read (first: row 3)." in notes
    assert "2 rows were left out: a date before 2000 or after today (first: row 5)." in notes
    assert "eleven DIALOG items (first: row 7)" in notes
    assert "more or fewer cells than headings (first: row 8)" in notes


def test_a_file_with_nothing_to_count_is_refused(raw_table, rewritten):
    with pytest.raises(RefusedFileError, match=r"no date that can be read \(first: row 2\)"):
        rewritten(LAYOUT, raw_table([HEADER, answer(day="soon")]))


def test_days_with_the_month_first_refuse_the_file(raw_table, rewritten):
    with pytest.raises(RefusedFileError, match="AssToolCompDate have the month before the day"):
        rewritten(LAYOUT, raw_table([HEADER, answer(day="07/22/2025"), answer(day="03/04/2025")]))


def test_beside_some_days_with_the_month_first_days_that_could_be_either_are_left_out(raw_table, rewritten):
    days = ["03/04/2025", "2025-04-30", "04/22/2025", "05/05/2025", "03/04/2025"]
    rows, notes, _ = rewritten(LAYOUT, raw_table([HEADER, *(answer(day=day) for day in days)]))
    assert [(row["month"], row["answered"]) for row in rows] == [("2025-04", "1"), ("2025-05", "1")]
    assert "3 rows were left out: the date has, or may have, the month before the day" in notes
    rows, *_ = rewritten(LAYOUT, raw_table([HEADER, *(answer(day=day) for day in days if day[3:5] != "22")]))
    assert [(row["month"], row["answered"]) for row in rows] == [("2025-04", "3"), ("2025-05", "1")]


def test_two_spellings_of_a_place_are_one(raw_table, rewritten):
    rows, *_ = rewritten(LAYOUT, raw_table([HEADER, answer(team="C & H"), answer(team="c and h")]))
    assert [(row["team"], row["answered"]) for row in rows] == [("C & H", "2")]


def test_without_a_directorate_somebody_must_say_it(raw_table, rewritten):
    table = raw_table([HEADER[:5], answer()[:5]])
    assert LAYOUT.fits(table)
    with pytest.raises(RefusedFileError, match="directorate="):
        rewritten(LAYOUT, table)
    rows, *_ = rewritten(LAYOUT, table, answers={"directorate": "NMH"})
    assert rows[0]["directorate"] == "NMH"


def test_rows_that_a_stray_quotation_mark_swallowed_refuse_the_file(raw_table, rewritten):
    inside = "P-CANARY\n" + ",".join(answer()) + "\nP"
    with pytest.raises(RefusedFileError, match="row 2 one cell holds other rows") as refused:
        rewritten(LAYOUT, raw_table([HEADER, (inside, *answer()[1:])]))
    assert "CANARY" not in str(refused.value)


def test_all_worksheets_that_fit_are_counted_and_the_others_named(raw_table, rewritten):
    sheets = [raw_table([HEADER, answer(), answer(day="")], name) for name in ("April", "May")]
    rows, notes, read = rewritten(LAYOUT, raw_table([("Notes",)], "Read me"), *sheets)
    assert (rows[0]["answered"], read) == ("2", 4)
    assert "Worksheets that were not read: Read me." in notes
    assert 'no date (first: row 3 of "April")' in notes


@pytest.mark.parametrize(
    ("header", "cells", "fits"),
    [
        (("Date", "Concept ID", "Score"), ("2025-03-01", ID[3], "4"), True),
        (("Date", "DIALOG item", "Score"), ("2025-03-01", "3", "4"), True),
        (("Date", "Question", "Answer"), ("2025-03-01", "Are you satisfied with your job?", "4"), True),
        (("Date", "Question", "Answer"), ("2025-03-01", "3", "4"), False),
        (("Date", "Question", "Answer"), ("2025-03-01", "Was it clean?", "4"), False),
        (("Date", "Concept ID"), ("2025-03-01", ID[3]), False),
    ],
)  # fmt: skip
def test_what_is_taken_for_such_a_file(raw_table, header, cells, fits):
    assert LAYOUT.fits(raw_table([("A title",), header, cells])) is fits


def test_memory_does_not_grow_with_the_rows():
    def read():
        yield TextRow(1, HEADER)
        for n in range(2, 6_002):
            day = f"2025-03-01 {n % 24}:{n % 60:02d}:{n % 59:02d}"
            yield TextRow(n, (f"P{n}", f"R{n}", day, ID[n % 11 + 1], "5", "N", ""))

    out = LAYOUT.rewrite([RawTable("", tuple(islice(read(), 30)), read, ",")], Asked("x", date(2026, 1, 1)))
    tracemalloc.start()
    counted = list(out.rows)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (out.read, len(counted)) == (6_000, 11)
    assert peak < 800_000


ROWS = st.lists(
    st.tuples(
        st.integers(0, 60).map(lambda n: date(2025, 1, 1) + timedelta(days=n)),
        st.integers(1, 11),
        st.sampled_from(["", "0", "1", "2", "3", "4", "5", "6", "7", "8"]),
        st.sampled_from(["A", "B"]),
        st.sampled_from(["iso", "uk", "words"]),
    ),
    min_size=1,
    max_size=60,
)
WRITTEN = {"iso": "%Y-%m-%d", "uk": "%d/%m/%Y", "words": "%d %b %Y"}


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_counts_are_those_of_a_naive_calculation(rows):
    table = [HEADER, *(answer(d.strftime(WRITTEN[how]), i, s, team) for d, i, s, team, how in rows)]
    made = tuple(TextRow(n, cells) for n, cells in enumerate(table, 1))
    out = LAYOUT.rewrite([RawTable("", made[:30], lambda: iter(made), ",")], Asked("x", date(2026, 1, 1)))
    naive = defaultdict(list)
    for day, item, score, team, _ in rows:
        naive[day.strftime("%Y-%m"), team, item] += [int(score)] if score in "1234567" and score else []
    expected = {
        key: (len(s), sum(s) / len(s) if s else None, sum(n >= 5 for n in s)) for key, s in naive.items()
    }
    counted = {
        (month, place, int(item)): (int(n), None if mean == "-" else float(mean), int(satisfied))
        for month, _, _, place, item, n, mean, satisfied in (row.cells for row in out.rows)
    }
    assert counted == expected
