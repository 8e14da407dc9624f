"""What was written down on one day from a page, and what became of change ideas."""

from datetime import UTC, date, datetime, timedelta

import pytest

from data_model.store import reading
from data_model.terms import ChangeIdeaStatus
from loaders import load_file, undo_load
from measures.areas import query_areas
from measures.captured import query_captured
from measures.change_ideas import query_change_ideas
from measures.viewer import EVERYTHING, Viewer

SOURCE = "From the page"
ENTRY = "entry_id,entry_type,entry_date,directorate,project_id,text\n"
IDEA = "idea_id,title,directorate,borough,measure,start_date,status\n"


@pytest.fixture
def ask(sample_copy):
    """``ask("NMH", day)``: what was captured in an area."""

    def asking(code, day=None, viewer=EVERYTHING):
        with reading(sample_copy) as session:
            area = query_areas(session).find(code)
            return query_captured(session, viewer, [area.id], SOURCE, day or datetime.now(UTC).date())

    return asking


def test_rows_of_the_page_are_found_newest_first_until_they_are_taken_back(sample_copy, ask):
    note = load_file(sample_copy, f"{ENTRY}C-1,note,2026-11-02,NMH,,Said.\n".encode(), SOURCE)
    plan = load_file(sample_copy, f"{ENTRY}C-2,big_i_plan,2026-11-02,NMH,QI-1060,Ask.\n".encode(), SOURCE)
    idea = f"{IDEA}C-3,Try it,NMH,B-NE,big_i_new,2026-11-02,testing\n"
    assert load_file(sample_copy, idea.encode(), SOURCE).rows.added == 1
    load_file(sample_copy, f"{ENTRY}C-4,note,2026-11-02,NMH,,Elsewhere.\n".encode(), "a file.csv")
    assert [(row.what, row.text, row.place) for row in ask("NMH")] == [
        ("change idea, testing", "Try it", "Newham"),
        ("plan for a seat", "Ask.", "Newham mental health"),
        ("note", "Said.", "Newham mental health"),
    ]
    assert undo_load(sample_copy, plan.load_id).status == "undone"
    assert [row.load_id for row in ask("NMH")][-1] == note.load_id
    assert len(ask("NMH")) == 2
    assert len(ask("RWK")) == 2
    assert ask("THMH") == []
    assert ask("NMH", date.today() - timedelta(days=2)) == []
    assert ask("NMH", viewer=Viewer("nobody", frozenset())) == []


def test_change_ideas_of_an_area_begin_with_the_newest(sample_engine):
    with reading(sample_engine) as session:
        areas = query_areas(session)
        found = query_change_ideas(session, EVERYTHING, [areas.find("BMH").id])
        everywhere = query_change_ideas(session, EVERYTHING, [areas.find("RWK").id])
        nobody = query_change_ideas(session, Viewer("nobody", frozenset()), [areas.find("BMH").id])
    assert [i.start_date for i in found] == sorted((i.start_date for i in found), reverse=True)
    seats = next(i for i in found if i.idea_id == "CI-19")
    assert (seats.place, seats.status) == ("Bedfordshire mental health", ChangeIdeaStatus.TESTING)
    assert (seats.what_happened, seats.end_date) == ("", None)
    assert next(i.place for i in everywhere if i.idea_id == "CI-21") == "Everywhere"
    assert nobody == []
