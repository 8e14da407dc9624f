import io

import pytest

from data_model.rows import ReadingContext
from loaders import tables
from loaders.swallowed_rows import holds_other_rows


def read_table(data: bytes, name: str, kind: str | None = None):
    return tables.read_table(io.BytesIO(data), tables.Hints(name, kind))


HEADER = "project_id,from_date,involvement,service_users,carers,note\n"


@pytest.fixture
def swallowed(today):
    def ask(text: str) -> list[bool]:
        table = read_table((HEADER + text).encode(), "file.csv")
        context = ReadingContext(today=today, month_first=frozenset())
        return [holds_other_rows(row, table.header, ",", context) for row in table.rows]

    return ask


def test_two_stray_quotes_glue_rows_into_one_cell(swallowed):
    glued = 'Q1,2025-01-01,Big I,1,0,"began\nQ2,2025-02-01,None,0,0,none\nQ3,2025-03-01,Both,1,1,end"\n'
    assert swallowed(glued + "Q4,2025-04-01,Both,1,1,\n") == [True, False]


def test_two_neighbouring_rows_glued(swallowed):
    assert swallowed('Q1,2025-01-01,Big I,1,0,"began\nQ2,2025-02-01,None,0,0,none"\n') == [True]


def test_a_note_of_several_lines_with_commas_is_a_note(swallowed):
    text = 'Q1,2025-01-01,Big I,1,0,"We met, talked, ate,\nand then, slowly, with care, we, all, agreed"\n'
    assert swallowed(text) == [False]
    assert swallowed('Q1,2025-01-01,Big I,1,0,"a\n,,,,,"\n') == [False]
