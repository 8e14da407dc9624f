"""The page of all sentences is fresh, and every sentence can be read by those it is for."""

import pytest

from docs.generate_sentences import LIMITS, LOCAL, PAGE, reading_age, write_page
from measures.definitions import read_definitions
from measures.examples import SHAPES, build_example
from measures.sentences import describe_series


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == write_page(), "run: python -m docs.generate_sentences"


@pytest.mark.parametrize("measure_id", sorted(read_definitions()))
def test_reading_ages(measure_id):
    limit = LIMITS["local" if measure_id in LOCAL else "board"]
    ages = {s.name: reading_age(describe_series(build_example(measure_id, s))) for s in SHAPES}
    assert len(ages) == len(SHAPES)
    assert {name: age for name, age in ages.items() if age > limit} == {}
