from datetime import date

import pytest

from data_model.public_figures import CellState
from data_model.rows import NHSFFTRow, NHSStaffSurveyRow, NHSTrustRow
from data_model.surveys import FFT_ANSWERS

FFT = {
    "month": "2025-07", "setting": "Mental Health", "level": "trust", "org_code": "RZ1", "org_name": "T",
    "question": "experience",
}  # fmt: skip
ANSWERS = dict(zip(FFT_ANSWERS, ("60", "30", "3", "2", "3", "2"), strict=True))
TRUST = {"trust_code": "RZ1", "trust_name": "T", "open_date": "1991-04-01"}
SURVEY = {"org_id": "RZ1", "org_name": "T", "benchmark_group": "G", "year": "2025"}


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("0", 0, CellState.GIVEN),
        ("1,303", 1303, CellState.GIVEN),
        ("*", None, CellState.SUPPRESSED),
        ("-", None, CellState.NOT_CALCULATED),
        ("\u2212", None, CellState.NOT_CALCULATED),
        ("", None, CellState.NOT_SUBMITTED),
    ],
)
def test_four_things_that_are_no_number_or_nought_stay_four(read, text, value, state):
    assert read(NHSFFTRow, **FFT | {"eligible": text}).eligible == (value, state)


def test_a_star_in_one_answer_hides_all_six(read):
    row = read(NHSFFTRow, **FFT, **ANSWERS | {"poor": "*"})
    assert {getattr(row, name) for name in FFT_ANSWERS} == {(None, CellState.SUPPRESSED)}


@pytest.mark.parametrize("odd", ["", "-"])
def test_some_answers_without_a_number_are_held(problems, odd):
    assert problems(NHSFFTRow, **FFT, **ANSWERS | {"poor": odd}) == [
        ("poor", "Some of the six answers are numbers and others are not.")
    ]


def test_answers_may_not_add_up_to_more_than_the_responses(read, problems):
    assert read(NHSFFTRow, **FFT, **ANSWERS, responses="100").responses.value == 100
    assert problems(NHSFFTRow, **FFT, **ANSWERS, responses="99") == [
        ("responses", "The six answers add up to more than this.")
    ]


@pytest.mark.parametrize(
    ("text", "share"), [("88%", 0.88), ("0.88", 0.88), ("38.20%", 0.382), ("1", 1), ("0", 0)]
)
def test_shares_are_fractions(read, text, share):
    assert read(NHSFFTRow, **FFT, printed_positive=text).printed_positive == (share, CellState.GIVEN)


@pytest.mark.parametrize("text", ["88", "1.2", "101%", "-0.5", "nan", "most"])
def test_other_shares_are_held(problems, text):
    [(column, _)] = problems(NHSFFTRow, **FFT, printed_positive=text)
    assert column == "printed_positive"


def test_words_are_those_of_the_lists(problems):
    wrong = FFT | {"setting": "dental", "level": "ward", "question": "both"}
    assert [column for column, _ in problems(NHSFFTRow, **wrong)] == ["setting", "level", "question"]


def test_trusts_are_older_than_the_century_and_may_close_in_time_to_come(read, problems):
    row = read(NHSTrustRow, **TRUST, close_date="2027-03-31")
    assert (row.open_date, row.close_date) == (date(1991, 4, 1), date(2027, 3, 31))
    assert problems(NHSTrustRow, **TRUST, close_date="2099-01-01")[0][0] == "close_date"
    assert problems(NHSTrustRow, **TRUST, close_date="1990-01-01") == [
        ("close_date", "The end is before the start.")
    ]


@pytest.mark.parametrize(
    ("variable", "kept"),
    [
        ("theme_engagement", "theme_engagement"),
        ("pp3_2", "PP3_2"),
        ("PP7", "PP7"),
        ("Response_Rate", "response_rate"),
    ],
)
def test_variables_of_use(read, variable, kept):
    assert read(NHSStaffSurveyRow, **SURVEY, variable=variable, value="0.5").variable == kept


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"variable": "q25c"}, "variable"),
        ({"value": "10.1"}, "value"),
        ({"variable": "response_rate", "value": "55"}, "value"),
        ({"variable": "response_rate", "value": "1.1"}, "value"),
        ({"year": "2027"}, "year"),
        ({"answers": "*"}, "answers"),
    ],
)
def test_what_cannot_be_is_held(problems, changed, column):
    cells = SURVEY | {"variable": "PP1", "value": "7"} | changed
    assert [named for named, _ in problems(NHSStaffSurveyRow, **cells)] == [column]


def test_a_star_is_a_hidden_value(read):
    assert read(NHSStaffSurveyRow, **SURVEY, variable="PP1", value="*").value is None
