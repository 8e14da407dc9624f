ROWS = """
month   | directorate | borough | team | question             | strongly_disagree | disagree | neither | agree | strongly_agree
2025-03 | NMH         |         |      | heard                | 2                 | 3        | 4       | 20    | 11
Mar-25  | NMH         |         |      | I felt supported     | 0                 | 0        | 6       | 20    | 14
2025-03 | NMH         | LBN     |      | my voice was heard   | 1                 | *        | 0       | 4     | 0
"""  # noqa: E501


def test_a_question_is_known_by_its_word_and_by_its_sentence(load, exported):
    assert load(ROWS).rows.added == 3
    assert [(r["question"], r["borough"]) for r in exported("pulse")] == [
        ("heard", None), ("supported", None), ("heard", "B-NE"),
    ]  # fmt: skip


def test_one_star_hides_all_five_answers(load, exported):
    load(ROWS)
    (hidden,) = (r for r in exported("pulse") if r["borough"])
    assert {hidden[c] for c in ("strongly_disagree", "disagree", "neither", "agree", "strongly_agree")} == {
        "*"
    }


def test_another_question_is_set_aside_with_the_words_to_use(load):
    report = load(ROWS.replace("I felt supported", "Was the tea good"))
    (problem,) = report.problems
    assert (problem.row, problem.column) == (3, "question")
    assert "heard, supported, paid, stay" in problem.cure


def test_the_same_question_twice_for_one_place_and_month_is_two_answers_to_one(load):
    report = load(ROWS.replace("I felt supported", "heard"))
    assert [problem.row for problem in report.problems] == [2, 3]
