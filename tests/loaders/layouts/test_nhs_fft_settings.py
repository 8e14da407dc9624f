from datetime import date

import pytest
from public_files import as_table

from loaders.layouts.layout import Asked
from loaders.layouts.nhs_fft_settings import find_settings
from loaders.report import RefusedFileError

TRUSTS = as_table([["x"]], "Trusts")


def settings_of(name, title="x", of_trusts=(TRUSTS,), **answers):
    return find_settings(
        [as_table([[title]])], list(of_trusts), Asked(name, date(2026, 11, 1), answers=answers)
    )


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("fft-mh-jul-25.xlsm", "mental health"),
        ("FFT-mental-health-data--January-2024.xlsm", "mental health"),
        ("fft-community-jul-25.xlsm", "community"),
        ("FFT_IP_MacroWebfile_Jul-25.xlsm", "inpatient"),
        ("FFT_Inpatients_V1.xlsx", "inpatient"),
        ("FFT_A&E_V1.xlsx", "A&E"),
        ("FFT_AE_MacroWebfile_Jul-25.xlsm", "A&E"),
        ("FFT_Outpatients_Jul-25.xlsm", "outpatient"),
        ("fft-ambulance-jul-25.xlsm", "ambulance"),
    ],
)
def test_the_name_of_the_file_helps_where_its_text_does_not(name, setting):
    assert settings_of(name) == [setting]


def test_the_files_own_words_come_first():
    title = "Community Friends and Family Test (FFT) Data - July 2025"
    assert settings_of("fft-mh-jul-25.xlsm", title) == ["community"]


@pytest.mark.parametrize(
    "name", ["fft.xlsm", "mental-health-and-community.xlsm", "shipping.csv", "fft-maternity.xlsm"]
)
def test_what_cannot_be_told_is_asked(name):
    with pytest.raises(RefusedFileError, match='--set "setting=mental health"'):
        settings_of(name)


def test_an_answer_holds_and_must_be_one_of_the_words():
    assert settings_of("fft.xlsm", setting="a&e") == ["A&E"]
    with pytest.raises(RefusedFileError, match='"dental" is not a setting'):
        settings_of("fft.xlsm", setting="dental")


def test_a_maternity_sheet_is_known_by_the_text_above_its_headings_too():
    table = as_table([["Question 4 - Postnatal Community"]])
    assert settings_of("fft-maternity.csv", of_trusts=[table]) == ["maternity postnatal community"]


def test_two_sheets_of_one_setting_are_refused():
    with pytest.raises(RefusedFileError, match='cannot be told apart: "Trusts", "Trusts"'):
        settings_of("fft-mh.xlsm", of_trusts=[TRUSTS, TRUSTS])
