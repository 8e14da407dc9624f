from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells import (
    clean_cell,
    guard_cell,
    has_unwanted_characters,
    show_value,
    text_of_excel_cell,
    write_number,
)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Newham\u00a0", "Newham"),
        ("Tower\u00a0Hamlets", "Tower Hamlets"),
        ("\u200bNewham\ufeff", "Newham"),
        ("'=1+1", "=1+1"),
        ("''=1+1", "'=1+1"),
        ("'tis so", "'tis so"),
        ("'", "'"),
        ("a\nb", "a\nb"),
        ("-", "-"),
        ("\u2009-5\u2003", "-5"),
        ("\x1f", "\x1f"),
    ],
)
def test_cleaning(text, clean):
    assert clean_cell(text) == clean


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@x", "\tx", "＝1", "'=1", "''@"])
def test_what_a_spreadsheet_would_run_gets_a_quote(text):
    assert guard_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "", "'tis", "1-2", " =1"])
def test_other_text_stays(text):
    assert guard_cell(text) == text


@given(st.text(alphabet="'=+-@\t\r＝＋ab ", max_size=6))
def test_reading_takes_back_exactly_the_quote_that_writing_added(text):
    stored = clean_cell(text)
    assert clean_cell(guard_cell(stored)) == stored


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[31m", "\u202eabc", "a\ufffdb", "\x85", "\u2066x", "\ud800"])
def test_unwanted_characters(text):
    assert has_unwanted_characters(text)


@pytest.mark.parametrize(
    "text", ["plain", "two\nlines\tand tab", "naïve – café", "Cymraeg ŵ ŷ", "日本語", "👍"]
)
def test_wanted_characters(text):
    assert not has_unwanted_characters(text)


def test_a_shown_value_is_short_visible_and_without_personal_data():
    assert show_value("Newham") == "Newham"
    assert show_value("\x1b[31mred\u202e") == "\\x1b[31mred\\u202e"
    assert show_value("x" * 81) == "x" * 79 + "…"
    assert len(show_value("\x00" * 80)) == 80
    assert show_value("call 07700 900123") == "(not shown)"
    assert show_value("x" * 90 + " pat@example.org") == "(not shown)"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_exactly(number):
    text = write_number(number)
    assert float(text) == number
    assert "e" not in text.lower()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (5.0, "5"), (5.25, "5.25"), (45748.0, "45748"), (1037751000000109.0, "1037751000000109"),
        (True, "TRUE"),
        (date(2025, 3, 31), "2025-03-31"), (datetime(2025, 3, 31), "2025-03-31"),
        (datetime(2025, 3, 31, 10, 5), "2025-03-31 10:05:00"), (time(10, 5), "10:05:00"),
        ("a\r\nb", "a\nb"), (None, ""), (float("inf"), "inf"), (0.7, "0.7"), (1e-7, "0.0000001"),
    ],
)  # fmt: skip
def test_typed_cells_become_the_text_that_people_see(cell, text):
    assert text_of_excel_cell(cell) == text
