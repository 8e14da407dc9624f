"""What docs/reading_the_charts.md says under its pictures is what the charts say."""

from pathlib import Path

import pytest

from docs.generate_sentences import reading_age
from docs.pictures.page import PICTURES
from measures.sentences import describe_series

FOLDER = Path(__file__).resolve().parents[2] / "docs"
PAGE = (FOLDER / "reading_the_charts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_there_with_its_own_sentence(name):
    assert f"](pictures/{name}.png)" in PAGE
    assert (FOLDER / "pictures" / f"{name}.png").stat().st_size > 0
    for make in PICTURES[name]:
        assert describe_series(make()) in PAGE


def test_the_page_can_be_read_by_those_it_is_for():
    lines = [line for line in PAGE.splitlines() if line and not line.startswith(("|", "!", "    ", "#", ">"))]
    assert reading_age(" ".join(lines)) <= 11
