import re

import loaders
from data_model.rows.problems import MESSAGES
from data_model.store import reading
from loaders.out_of_range import OutOfRange, query_out_of_range

DIALOG = """
month   | directorate | item | answered | mean_score
2025-03 | NMH         | 1    | 5        | 7.5
2025-03 | NMH         | 12   | 5        | 7
2025-04 | NMH         | 1    | 5        | 8
2025-04 | NMH         | 2    | 5        | 5
"""
STAFF = """
month   | directorate | team | answers | positive
2025-03 | NMH         |      | 4       | 5
2025-03 | Nowhere     |      | 4       | 4
"""
SCORES = ",".join(f"q{n}" for n in range(1, 12))


def found(store) -> list[OutOfRange]:
    with reading(store) as session:
        return query_out_of_range(session)


def test_answers_outside_their_range_are_counted_by_kind_and_column(load, store):
    load(DIALOG)
    load(STAFF)
    mean, item = (MESSAGES["number_out_of_range"][0].format(least=a, most=b) for a, b in ((1, 7), (1, 11)))
    positive = MESSAGES["part_larger_than_whole"][0].format(whole="answers")
    assert found(store) == [
        OutOfRange("dialog", "mean_score", mean, 2, True),
        OutOfRange("dialog", "item", item, 1, True),
        OutOfRange("staff_survey", "positive", positive, 1, True),
    ]


def test_a_load_that_was_undone_counts_no_more(load, store):
    report = load(DIALOG)
    loaders.undo_load(store, report.load_id)
    assert found(store) == []


def test_scores_of_an_extract_that_count_as_not_answered_are_told(store):
    lines = [
        f"completed_date,directorate,{SCORES}",
        "2026-01-05,NMH,9,0" + ",5" * 9,
        "2026-01-06,NMH" + ",5" * 11,
    ]
    loaders.load_file(store, "\n".join(lines).encode(), "dialog.csv")
    assert found(store) == [OutOfRange("dialog", None, "Scores that are not from 1 to 7.", 2, False)]


def test_every_problem_of_a_range_is_looked_for():
    words = re.compile(r"outside|below 0|more than|too large", re.IGNORECASE)
    named = {name for name, (problem, _) in MESSAGES.items() if words.search(problem)}
    assert named - {"date_too_late", "share_not_read"} == {
        "number_out_of_range", "number_negative", "count_too_large", "answers_more_than_responses",
        "part_larger_than_whole",
    }  # fmt: skip
