import pytest
from attendance_files import draw, layout_of, refusal, rewrite_one

TOLD = {"title": "Aims", "workshop_date": "2026-07-22"}
SIGN_UP = """
ID | Start time | Completion time | Email | Name | Last modified time | What is your name? | Access needs?
1 | 2026-07-01 10:00:00 | 2026-07-01 10:01:00 | person.a@example.org | Person A | | Person A | none
2 | 2026-07-01 10:00:00 | 2026-07-01 10:01:00 | person.a@example.org | Person A | | Person A | none
3 | 2026-07-01 10:00:00 | 2026-07-01 10:01:00 | anonymous | | | Person B | call 07700 900123
4 | 2026-07-01 10:00:00 | 2026-07-01 10:01:00 | anonymous | | | Person B | none
"""
FEEDBACK = """
Id | Start time | Completion time | Email | Name | {worth} | Was the room easy to reach? | Anything else?
1 | 7/1/26 10:00:00 | 7/1/26 10:01:00 | anonymous | | 5 | 2 | Person A was kind
2 | 7/1/26 10:00:00 | 7/1/26 10:01:00 | anonymous | | 4 | 3 |
3 | 7/1/26 10:00:00 | 7/1/26 10:01:00 | anonymous | | 2 | 3 |
4 | 7/1/26 10:00:00 | 7/1/26 10:01:00 | anonymous | | | 5 |
"""
WORTH = FEEDBACK.format(worth="It was worth my time")


def test_a_form_without_a_scale_is_a_sign_up_form_and_says_so():
    row, notes, read = rewrite_one(draw(SIGN_UP, name="Form1"), **TOLD)
    assert layout_of(draw(SIGN_UP)) == "microsoft_forms"
    assert (row["booked"], read) == ("3", 4)
    assert not {"unknown_role", "rating_answers", "staff", "mode"} & row.keys()
    assert (
        "The form was taken as a sign-up form: its responses are bookings, and no answer was read." in notes
    )


def test_the_day_of_an_answer_is_not_the_day_of_the_workshop():
    assert "workshop_date" in refusal(draw(SIGN_UP), title="Aims")


def test_the_question_about_worth_is_the_rating():
    row, notes, read = rewrite_one(draw(WORTH), **TOLD)
    assert (row["rating_answers"], row["rating_positive"], read) == ("3", "2", 4)
    assert not {"booked", "unknown_role"} & row.keys()
    assert "Read: the question It was worth my time. 2 of 3 answers are 4 or 5 out of 5" in notes
    assert "responses that left it blank: 1." in notes


def test_which_question_is_asked_for_if_it_is_not_clear():
    unclear = draw(FEEDBACK.format(worth="How was it?"))
    said = refusal(unclear, **TOLD)
    assert "1 (How was it?), 2 (Was the room easy to reach?)" in said
    assert "--set rating_question=" in said
    for answer in ("1", "how was it"):
        assert rewrite_one(unclear, rating_question=answer, **TOLD)[0]["rating_positive"] == "2"
    assert rewrite_one(unclear, rating_question="2", **TOLD)[0]["rating_positive"] == "1"
    assert rewrite_one(unclear, rating_question="none", **TOLD)[0]["booked"] == "4"


@pytest.mark.parametrize("wrong", ["3", "9", "Something"])
def test_a_question_without_a_scale_cannot_be_the_rating(wrong):
    assert "not one whose answers are all on a scale of five" in refusal(
        draw(WORTH), rating_question=wrong, **TOLD
    )


def test_agreement_in_words_is_a_scale():
    worded = WORTH.replace("| 5 | 2", "| Strongly agree; | 2").replace("| 4 | 3", "| Agree | 3")
    worded = worded.replace("| 2 | 3", "| Neutral | 3")
    row, _, _ = rewrite_one(draw(worded), **TOLD)
    assert (row["rating_answers"], row["rating_positive"]) == ("3", "2")


def test_the_columns_of_a_quiz_are_no_questions():
    quiz = WORTH.replace("Was the room easy to reach?", "Points - It was worth my time")
    assert rewrite_one(draw(quiz), rating_question="1", **TOLD)[0]["rating_positive"] == "2"
    assert "not one whose" in refusal(draw(quiz), rating_question="3", **TOLD)


def test_a_form_without_responses_is_refused():
    assert "no responses yet" in refusal(draw(SIGN_UP.strip().split("\n", maxsplit=1)[0]), **TOLD)
