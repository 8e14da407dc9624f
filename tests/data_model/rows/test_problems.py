import inspect
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from data_model.rows import FFTRow, WorkshopRow, describe_errors
from data_model.rows.problems import MESSAGES

ROOM = Path(inspect.getfile(FFTRow)).parent


def kinds_raised() -> set[str]:
    code = "".join(file.read_text(encoding="utf-8") for file in ROOM.glob("*.py"))
    return set(re.findall(r'problem\(\s*"(\w+)"', code)) | set(re.findall(r'"(date_\w+)"\)', code))


def test_every_problem_that_is_raised_has_words_and_every_word_is_used():
    assert kinds_raised() | {"missing", "date_serial", "date_not_read"} == set(MESSAGES)


def test_words_are_sentences():
    for problem, cure in MESSAGES.values():
        assert problem[0].isupper() and problem.endswith(".")
        assert cure[0].isupper() and cure.endswith(".")


@pytest.fixture
def found(context):
    cells = {"month": "45748", "directorate": "Newham", "very_good": "1_0", "good": "x" * 20}
    with pytest.raises(ValidationError) as raised:
        FFTRow.model_validate(cells, context=context)
    return describe_errors(raised.value, cells)


def test_each_cell_has_its_own_problem_value_and_cure(found):
    assert [(p.column, p.value) for p in found] == [
        ("month", "45748"), ("very_good", "1_0"), ("good", "x" * 20),
        ("neither", ""), ("poor", ""), ("very_poor", ""), ("dont_know", ""),
    ]  # fmt: skip
    assert found[1].problem == "This is not a whole number."
    assert found[3].problem == "This cell is empty."


def test_no_word_of_the_library_is_shown(found):
    text = " ".join(f"{p.problem} {p.cure}" for p in found).lower()
    for word in ("pydantic", "input", "validation", "type=", "field", "integer", "string"):
        assert word not in text


def test_numbers_and_names_are_filled_in(read, context):
    cells = {
        "workshop_id": "W1", "workshop_date": "2025-03-01", "title": "Aims", "directorate": "N",
        "service_users": "99999999", "carers": "0", "staff": "1", "mode": "by boat",
    }  # fmt: skip
    with pytest.raises(ValidationError) as raised:
        WorkshopRow.model_validate(cells, context=context)
    cures = {p.column: p.cure for p in describe_errors(raised.value, cells)}
    assert cures["service_users"] == "Check it. The most is 9,999,999."
    assert cures["mode"] == "Use one of: in person, online, hybrid, phone."


def test_an_unforeseen_error_still_gets_plain_words(context):
    with pytest.raises(ValidationError) as raised:
        FFTRow.model_validate({"surprise": "x"}, context=context)
    extra = next(p for p in describe_errors(raised.value, {}) if p.column == "surprise")
    assert extra.problem == "This value cannot be used."
