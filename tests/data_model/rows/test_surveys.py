import pytest

from data_model.rows import DialogRow, FFTRow, PulseRow, StaffSurveyRow

FFT = {"month": "2025-03", "directorate": "N", "very_good": "5", "good": "4", "neither": "0", "poor": "1",
       "very_poor": "0", "dont_know": "2"}  # fmt: skip
DIALOG = {"month": "2025-03", "directorate": "N", "item": "3", "answered": "10", "mean_score": "5.2"}
STAFF = {"month": "2025-03", "directorate": "N", "answers": "10", "positive": "7"}


def test_zero_is_zero(read):
    row = read(FFTRow, **FFT)
    assert (row.very_good, row.neither, row.dont_know) == (5, 0, 2)


def test_one_star_hides_the_whole_answer_set(read):
    row = read(FFTRow, **FFT | {"poor": "*"})
    assert {row.very_good, row.good, row.neither, row.poor, row.very_poor, row.dont_know} == {None}


def test_empty_is_not_submitted_and_a_dash_is_not_a_count(problems):
    assert problems(FFTRow, **FFT | {"poor": ""}) == [("poor", "This cell is empty.")]
    assert problems(FFTRow, **FFT | {"poor": "-"})[0][0] == "poor"


@pytest.mark.parametrize("cell", [{"answered": "*"}, {"mean_score": "*"}, {"satisfied": "*"}])
def test_a_star_in_any_dialog_cell_hides_all_three(read, cell):
    row = read(DialogRow, **DIALOG | {"satisfied": "6"} | cell)
    assert (row.answered, row.mean_score, row.satisfied) == (None, None, None)


def test_dialog_satisfied_may_be_left_out(read):
    row = read(DialogRow, **DIALOG)
    assert (row.answered, row.mean_score, row.satisfied) == (10, 5.2, None)


def test_nobody_answered_has_no_mean(read, problems):
    assert read(DialogRow, **DIALOG | {"answered": "0", "mean_score": "-"}).mean_score is None
    assert problems(DialogRow, **DIALOG | {"mean_score": "-"})[0][0] == "mean_score"
    assert problems(DialogRow, **DIALOG | {"answered": "0"})[0][0] == "mean_score"


@pytest.mark.parametrize(
    "cell",
    [{"item": "0"}, {"item": "12"}, {"item": "1.5"}, {"mean_score": "0.9"}, {"mean_score": "7.1"}],
)
def test_dialog_items_and_scores_have_ranges(problems, cell):
    assert [column for column, _ in problems(DialogRow, **DIALOG | cell)] == list(cell)


def test_satisfied_is_part_of_answered(problems):
    assert problems(DialogRow, **DIALOG | {"satisfied": "11"}) == [
        ("satisfied", "This is more than answered in the same row.")
    ]


def test_staff_positive_is_part_of_answers(read, problems):
    assert read(StaffSurveyRow, **STAFF).positive == 7
    assert problems(StaffSurveyRow, **STAFF | {"positive": "11"})[0][0] == "positive"
    hidden = read(StaffSurveyRow, **STAFF | {"positive": "*"})
    assert (hidden.answers, hidden.positive) == (None, None)


def test_a_star_hides_all_five_answers_of_the_pulse_survey(read, problems):
    answers = ("strongly_disagree", "disagree", "neither", "agree", "strongly_agree")
    cells = {"month": "2025-03", "directorate": "N", "question": "I felt supported"} | dict.fromkeys(
        answers, "6"
    )
    assert read(PulseRow, **cells).question == "supported"
    hidden = read(PulseRow, **cells | {"agree": "*"})
    assert {getattr(hidden, name) for name in answers} == {None}
    assert problems(PulseRow, **cells | {"question": "fed"})[0][0] == "question"
