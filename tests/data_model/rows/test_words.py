import pytest
from pydantic import ValidationError

from data_model.rows.base import Row
from data_model.rows.words import (
    Code,
    InvolvementWord,
    Name,
    Names,
    Quarter,
    WorkshopTypeWord,
)
from data_model.terms import Involvement, WorkshopType


class Words(Row):
    involvement: InvolvementWord | None = None
    workshop_type: WorkshopTypeWord | None = None
    names: Names | None = None
    quarter: Quarter | None = None
    code: Code | None = None
    title: Name | None = None


def error_of(**cells) -> str:
    with pytest.raises(ValidationError) as found:
        Words.model_validate(cells)
    return found.value.errors()[0]["type"]


@pytest.mark.parametrize("text", ["Little I", "little i", "LITTLE-I", "little  i", "Littlei", "little_i"])
def test_a_word_is_known_whatever_its_case_and_spaces(text):
    assert Words.model_validate({"involvement": text}).involvement is Involvement.LITTLE_I


def test_none_is_a_word_of_its_own():
    assert Words.model_validate({"involvement": "None"}).involvement is Involvement.NONE
    assert Words.model_validate({}).involvement is None


@pytest.mark.parametrize("text", ["NA", "n/a", "null", "Not yet", "-", "0", "Big"])
def test_an_unknown_word_is_not_taken_for_another(text):
    assert error_of(involvement=text) == "word_not_known"


def test_coproduction_with_and_without_its_hyphen():
    for text in ("co-production workshop", "Coproduction Workshop", "co–production workshop"):
        assert Words.model_validate({"workshop_type": text}).workshop_type is WorkshopType.WORKSHOP


@pytest.mark.parametrize("text", ["NA", "None", "null", "nan", "TRUE", "007", "1e5"])
def test_text_stays_text(text):
    assert Words.model_validate({"title": text}).title == text


def test_a_list_is_split_trimmed_and_without_repeats():
    assert Words.model_validate({"names": "Luton; Newham ;;Luton"}).names == ("Luton", "Newham")
    assert error_of(names=" ; ") == "list_empty"


def test_text_has_a_longest_length():
    assert Words.model_validate({"code": "x" * 60}).code == "x" * 60
    assert error_of(code="x" * 61) == "text_too_long"
    assert error_of(title="x" * 301) == "text_too_long"
    assert error_of(names="x" * 301) == "text_too_long"


@pytest.mark.parametrize("text", ["Q1 2025/26", "q1 2025-26", "Q1  2025 / 26"])
def test_a_quarter_is_written_one_way(text):
    assert Words.model_validate({"quarter": text}).quarter == "Q1 2025/26"


@pytest.mark.parametrize("text", ["Q5 2025/26", "Q1 2025/27", "Q1 2025", "2025/26"])
def test_what_is_not_a_quarter(text):
    assert error_of(quarter=text) == "quarter_not_read"
