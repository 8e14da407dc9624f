import pytest
from public_files import MODES, NEW, OLD, TRUST, as_table, fft_sheet

from data_model.public_figures import FFTQuestion
from data_model.surveys import FFT_ANSWERS
from loaders.layouts.nhs_fft_columns import find_columns


def columns_of(*grid):
    return find_columns(as_table(list(grid)))


def test_a_name_is_the_lower_cell_where_it_is_filled_and_the_upper_one_else():
    columns = columns_of(*fft_sheet(TRUST))
    assert columns.last == 4
    assert [columns.places[name] for name in FFT_ANSWERS] == [7, 8, 9, 10, 11, 12]
    assert columns.headings["very_poor"] == "Very Poor"
    assert columns.is_of_trusts


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u2018", ""])
def test_apostrophes_do_not_matter(apostrophe):
    headings = ["Trust Code", "Trust Name", "Total Responses", *NEW[:5], f"Don{apostrophe}t Know"]
    assert columns_of(headings).places["dont_know"] == 8


def test_a_table_without_total_responses_or_without_any_result_is_none():
    assert columns_of(["Trust Code", "Trust Name", *NEW]) is None
    assert columns_of(["Trust Code", "Trust Name", "Total Responses", *MODES]) is None


@pytest.mark.parametrize(
    ("answers", "questions"),
    [
        (NEW, {FFTQuestion.EXPERIENCE}),
        (OLD, {FFTQuestion.RECOMMEND}),
        ([*OLD[:2], "Neither", *OLD[3:]], {FFTQuestion.RECOMMEND}),
        (["Extremely Likely/Very Good", "Likely / Good"], set(FFTQuestion)),
        (["Extremely Likely/Very Good", "Good"], {FFTQuestion.EXPERIENCE}),
        ([*OLD[:3], *NEW[3:]], set()),
    ],
)
def test_the_names_of_the_answers_tell_the_question(answers, questions):
    assert columns_of(["Code", "Name", "Total Responses", *answers]).questions == questions


@pytest.mark.parametrize("heading", ["Site Code", "Ward Name", "Practice Code"])
def test_parts_of_trusts_are_no_trusts(heading):
    columns = columns_of(["Trust Code", "Trust Name", heading, "Total Responses", *NEW])
    assert not columns.is_of_trusts


def test_headings_far_down_are_not_looked_for():
    assert find_columns(as_table([["x"]] * 30 + fft_sheet(TRUST))) is None
