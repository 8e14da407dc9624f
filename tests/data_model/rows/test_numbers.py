from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from data_model.rows.numbers import parse_answers, parse_between, parse_count, parse_number, parse_written


@pytest.mark.parametrize(
    ("text", "count"), [("0", 0), ("12", 12), ("007", 7), ("1,303", 1303), ("9,999,999", 9999999)]
)
def test_a_count(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1_000", "count_not_read"),
        ("NaN", "count_not_read"),
        ("inf", "count_not_read"),
        ("-3", "count_not_read"),
        ("12.0", "count_not_read"),
        ("12 people", "count_not_read"),
        ("1,30", "count_not_read"),
        ("1e3", "count_not_read"),
        ("٣", "count_not_read"),
        ("²", "count_not_read"),
        ("10000000", "count_too_large"),
        ("9" * 400, "count_too_large"),
        ("*", "count_hidden"),
        ("-", "count_dash"),
        ("\u2212", "count_dash"),
        ("–", "count_dash"),
    ],
)
def test_what_is_not_a_count_says_why(text, why):
    with pytest.raises(PydanticCustomError) as found:
        parse_count(text)
    assert found.value.type == why


def test_a_star_hides_a_count_of_answers_and_is_not_zero():
    assert parse_answers("*") is None
    assert parse_answers("0") == 0


@pytest.mark.parametrize(
    ("text", "number"), [("5.3", 5.3), ("-0.5", -0.5), ("1,303.25", 1303.25), ("35.0", 35.0), ("0.1", 0.1)]
)
def test_a_number(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["nan", "inf", "1e5", "1_0.5", ".5", "5.", "5,3", "five", "0x10", ""])
def test_what_is_not_a_number(text):
    with pytest.raises(PydanticCustomError):
        parse_number(text)


def test_a_range_includes_its_ends():
    assert (parse_between(0.5, 5, "0.5"), parse_between(0.5, 5, "5.0")) == (0.5, 5.0)
    with pytest.raises(PydanticCustomError):
        parse_between(0.5, 5, "5.01")


@pytest.mark.parametrize(
    ("text", "number", "percent"), [("70%", "70", True), ("38.20 %", "38.20", True), ("0.7", "0.7", False)]
)
def test_a_number_as_written(text, number, percent):
    assert parse_written(text) == (Decimal(number), percent)


@pytest.mark.parametrize("text", ["-5", "%", "70%%", "about 70"])
def test_a_written_number_is_neither_negative_nor_prose(text):
    with pytest.raises(PydanticCustomError):
        parse_written(text)
