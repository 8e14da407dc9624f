import pytest

from loaders.headers import LOOKED_AT, heading_key
from loaders.kinds import KINDS
from loaders.report import RefusedFileError

STAFF = """
month   | directorate | team | answers | positive
2025-03 | NMH         |      | 10      | 7
"""


@pytest.mark.parametrize("text", ["very_good", "Very Good", "VERYGOOD", " very\u00a0good", "very__good"])
def test_headings_match_whatever_case_spaces_and_underscores(text):
    assert heading_key(text) == "verygood"


def test_every_kind_is_recognised_by_its_own_template(kind, read_drawn):
    columns = kind.row.columns()
    table = read_drawn(" | ".join(columns) + "\n" + " | ".join("x" for _ in columns))
    assert table.header.kind is kind
    assert list(table.header.places) == list(columns)


def test_a_kind_is_recognised_by_the_columns_that_it_needs(kind, read_drawn):
    columns = kind.row.required_columns()[::-1]
    table = read_drawn(" | ".join(c.upper() for c in columns) + "\n" + " | ".join("x" for _ in columns))
    assert table.header.kind is kind


def test_titles_above_the_header_are_passed_over_and_said(read_drawn):
    table = read_drawn("Staff survey\n\nAs at March, by directorate" + STAFF)
    assert (table.header.row.number, next(table.rows).number) == (4, 5)
    assert "The headings are in row 4; the 2 rows above were not read." in table.notes


def test_a_header_too_far_down_is_not_found(read_drawn):
    with pytest.raises(RefusedFileError):
        read_drawn("title\n" * LOOKED_AT + STAFF.strip())


def test_the_kind_with_most_columns_wins(read_drawn):
    both = [*KINDS["workshops"].row.columns(), "answers", "positive", "month"]
    table = read_drawn(" | ".join(both) + "\n" + " | ".join("x" for _ in both))
    assert table.header.kind.name == "workshops"


def test_a_header_that_fits_two_kinds_equally_well_is_refused_unless_the_kind_is_given(read_drawn):
    columns = "month | directorate | team | answers | positive | project_id | from_date | involvement"
    columns += " | note | carers"
    drawn = columns + "\n" + " | ".join("x" for _ in columns.split("|"))
    with pytest.raises(RefusedFileError, match="involvement, staff_survey"):
        read_drawn(drawn)
    assert read_drawn(drawn, kind="staff_survey").header.kind.name == "staff_survey"


def test_missing_columns_are_named_with_what_was_found(read_drawn):
    with pytest.raises(RefusedFileError) as refused:
        read_drawn("month | directorate | very_good | good | neutral\n2025-03 | N | 1 | 2 | 3")
    message = str(refused.value)
    assert "looks most like fft" in message
    assert "neither, poor, very_poor, dont_know" in message
    assert "month, directorate, very_good, good, neutral" in message


def test_a_file_of_nothing_known_shows_none_of_its_cells(read_drawn):
    with pytest.raises(RefusedFileError) as refused:
        read_drawn("Pat Example | pat@example.org\nSam Example | sam@example.org")
    assert "Example" not in str(refused.value)
    assert "template" in str(refused.value)


def test_one_shared_heading_is_no_likeness(read_drawn):
    with pytest.raises(RefusedFileError, match="headings that are known"):
        read_drawn("trust_code | residents\nRZ1 | 12")


def test_a_given_kind_says_what_it_needs(read_drawn):
    with pytest.raises(
        RefusedFileError, match="staff_survey, which needs: month, directorate, answers, positive"
    ):
        read_drawn("a | b\n1 | 2", kind="staff_survey")


def test_doubled_and_blank_headings_are_refused_by_name(read_drawn):
    with pytest.raises(RefusedFileError, match="answers"):
        read_drawn(STAFF.replace("team", "Answers"))
    with pytest.raises(RefusedFileError, match="Column 3 has no heading"):
        read_drawn(STAFF.replace("team", "    "))


def test_blank_headings_over_nothing_are_trailing_separators(read_drawn):
    drawn = "\n".join(line + " | | " for line in STAFF.strip().splitlines())
    assert read_drawn(drawn).header.width == 5


def test_an_extra_column_is_named_and_a_personal_one_is_pointed_out(read_drawn):
    drawn = "\n".join(
        f"{line} | {end}" for line, end in zip(STAFF.strip().splitlines(), ["NHS Number", "1"], strict=True)
    )
    table = read_drawn(drawn)
    assert table.header.extra == ("NHS Number",)
    assert any("NHS Number may hold personal data: none of it was read" in note for note in table.notes)


def test_a_heading_that_is_itself_personal_is_not_shown(read_drawn):
    lines = STAFF.strip().splitlines()
    table = read_drawn(f"{lines[0]} | pat@example.org\n{lines[1]} | yes")
    assert not any("pat@" in note for note in table.notes)
