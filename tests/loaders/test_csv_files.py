import io

import pytest

from loaders.csv_files import TextFile
from loaders.report import RefusedFileError


def rows(text: str, separator: str = ",") -> list[tuple]:
    return [tuple(row) for row in text_file(text).read_rows(separator)]


def text_file(text: str) -> TextFile:
    return TextFile(io.BytesIO(text.encode()), "utf-8")


def test_rows_carry_the_numbers_that_a_person_sees():
    assert rows("a,b\n\n1,2\n,,\n3,4\n") == [(1, ("a", "b")), (3, ("1", "2")), (5, ("3", "4"))]


def test_a_cell_may_hold_separators_quotes_and_lines():
    assert rows('a,b\n"x, ""y""\nz",2\n3,4\n') == [(1, ("a", "b")), (2, ('x, "y"\nz', "2")), (3, ("3", "4"))]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators(separator):
    assert rows(f"a{separator}b,c\n", separator) == [(1, ("a", "b,c"))]


@pytest.mark.parametrize("text", ['a,b\n"1,2\n3,4\n', 'a,b\n"1"x,2\n'])
def test_quotes_that_do_not_fit_together_refuse_the_file(text):
    with pytest.raises(RefusedFileError, match="after row 1"):
        rows(text)


def test_an_inch_mark_inside_a_cell_is_only_a_character():
    assert rows('a\n5" pipe\n') == [(1, ("a",)), (2, ('5" pipe',))]


def test_a_very_long_cell_does_not_end_the_file():
    assert len(rows("a\n" + "x" * 400_000 + "\nb\n")) == 3


def test_peeking_reads_only_the_first_rows_and_never_refuses():
    assert len(text_file("a\n" * 100).peek_rows(",", 30)) == 30
    assert text_file('a,b\n"open,\n').peek_rows(",", 30)[0].cells == ("a", "b")
