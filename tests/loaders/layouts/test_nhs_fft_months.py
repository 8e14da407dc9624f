from datetime import date

import pytest
from public_files import NEW, as_table

from data_model.public_figures import FFTQuestion
from loaders.layouts.layout import Asked
from loaders.layouts.nhs_fft_columns import find_columns
from loaders.layouts.nhs_fft_months import find_month, settle_question
from loaders.report import RefusedFileError

TITLE = "Inpatient Friends and Family Test (FFT) Data - July 2025"


def month_of(name="file.xlsm", *titles, **answers):
    notes = []
    tables = [as_table([[title]]) for title in titles or ["x"]]
    return find_month(tables, Asked(name, date(2026, 11, 1), answers=answers), notes), notes


# Names seen in lists of links to published files.
@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("fft-gp-jul-22.xlsm", date(2022, 7, 1)),
        ("FFT-GP-data--January-2024.xlsm", date(2024, 1, 1)),
        ("friends-and-family-test-gp-data-march-2025.xlsm", date(2025, 3, 1)),
        ("fft-gp-data-sept-25.xlsm", date(2025, 9, 1)),
        ("FFT_GP_MacroWebfile_Dec-25.xlsm", date(2025, 12, 1)),
        ("ftt-gp-apr-26.xlsm", date(2026, 4, 1)),
        ("FFT_IP_MacroWebfile_Jul-25.xlsm", date(2025, 7, 1)),
        ("fft_mh_2025-06.csv", date(2025, 6, 1)),
    ],
)
def test_the_name_of_the_file_is_a_last_resort_and_said(name, month):
    found, notes = month_of(name)
    assert found == month
    assert notes == [f"The month was taken from the name of the file: {month:%B %Y}."]


@pytest.mark.parametrize(
    "name", ["fft.xlsm", "summary-20.xlsm", "fft-may-25-and-june-25.xlsm", "mh-12345.csv"]
)
def test_a_name_that_does_not_say_one_month_is_no_help(name):
    with pytest.raises(RefusedFileError, match="--set month=2025-07"):
        month_of(name)


def test_the_files_own_words_come_first():
    assert month_of("fft-jul-25.xlsm", TITLE) == (date(2025, 7, 1), [])
    month, [note] = month_of("fft-jun-25.xlsm", TITLE)
    assert month == date(2025, 7, 1)
    assert "another month than its text: July 2025 was used" in note


def test_prose_about_the_test_names_no_month():
    with pytest.raises(RefusedFileError):
        month_of(
            "fft.xlsm", "The Friends and Family Test was first asked in April 2013 and is asked by all trusts"
        )
    with pytest.raises(RefusedFileError):
        month_of("fft.xlsm", "Friends and Family Test " + "long " * 40 + "July 2025")


def test_an_answer_holds_and_a_contradiction_is_said():
    assert month_of("fft.xlsm", month="Jul-25") == (date(2025, 7, 1), [])
    month, [note] = month_of("fft.xlsm", TITLE, month="2025-06")
    assert month == date(2025, 6, 1)
    assert note == "The file itself says July 2025; June 2025 was given and used."
    with pytest.raises(RefusedFileError, match='"soon" is not a month'):
        month_of("fft.xlsm", month="soon")


def test_two_months_in_one_workbook_are_refused():
    with pytest.raises(RefusedFileError, match="more than one month"):
        month_of("fft.xlsm", TITLE, TITLE.replace("July", "June"))


def test_the_question_follows_the_month_and_the_answers_must_agree():
    columns = find_columns(as_table([["Code", "Name", "Total Responses", *NEW]]))
    assert settle_question(columns, date(2020, 4, 1)) == FFTQuestion.EXPERIENCE
    with pytest.raises(RefusedFileError, match=r"Very Good, Good \.\.\."):
        settle_question(columns, date(2020, 3, 1))
