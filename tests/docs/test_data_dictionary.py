"""The data dictionary is the code's: every column and measure is on it, and it is fresh."""

from data_model import Base
from docs.generate_data_dictionary import PAGE, write_page
from loaders.kinds import KINDS
from measures.definitions import read_definitions


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == write_page(), "run: python -m docs.generate_data_dictionary"


def test_every_column_and_every_measure_is_on_it():
    page = write_page()
    for kind in KINDS.values():
        part = page.split(f"### File `{kind.name}`\n")[1].split("\n### ")[0]
        assert all(f"\n| {name}" in part for name in kind.row.columns())
    for table in Base.metadata.sorted_tables:
        part = page.split(f"### Table `{table.name}`\n")[1].split("\n### ")[0]
        assert all(f"| {name} |" in part.replace("*", "") for name in table.c.keys())  # noqa: SIM118 - columns, not a dict
    assert all(f"### Measure `{measure}`\n" in page for measure in read_definitions())


def test_words_that_may_stand_in_a_cell_are_listed():
    page = write_page()
    assert "| status\\* | active, completed, paused, stopped |" in page
    assert "| mean_score\\* | 1 to 7, `*` if hidden, `-` if nobody answered |" in page
