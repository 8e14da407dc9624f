"""Undo: after every kind the store is, to the last digit, what it was."""

import pytest
from sqlalchemy import select
from stores import read_facts as content

import loaders
from data_model import Load
from data_model.store import reading
from loaders.sample import sample_paths

# One cell of each kind that a corrected file could change.
CORRECTIONS = {
    "areas": ("area_name", "A corrected name"),
    "qi_projects": ("title", "A corrected title"),
    "involvement": ("involvement", "Little I"),
    "workshops": ("carers", 31),
    "fft": ("very_good", 77),
    "dialog": ("answered", 4321),
    "staff_survey": ("answers", 4321),
    "change_ideas": ("title", "A corrected title"),
    "targets": ("agreed_by", "Another group"),
    "opportunities": ("title", "A corrected title"),
    "you_said": ("you_said", "Corrected words"),
    "meetings": ("place", "Another room"),
    "stories": ("title", "A corrected title"),
    "forum_entries": ("text", "Corrected words"),
    "drivers": ("text", "Corrected words"),
}
HEADER = "month | directorate | team | answers | positive\n"
MARCH = "2025-03 | NMH | | 40 | 30\n"
APRIL = "2025-04 | NMH | | 42 | 31\n"


def correct(engine, kind: str) -> bytes:
    """The stored rows of a kind, all of them with one cell changed."""
    column, value = CORRECTIONS[kind]
    with reading(engine) as session:
        rows = loaders.query_export(session, kind)
    columns = loaders.KINDS[kind].row.columns()
    changed = [row | {column: value} if row[column] != "*" else row for row in rows[:400]]
    return loaders.exports.write_rows(columns, changed, ".csv")


def test_undoing_one_load_after_the_other_leads_back_to_nothing(engine):
    files = {path.stem: path for path in sample_paths()}
    moments = []
    for kind in (kind for kind in loaders.KINDS if kind in files):
        moments.append((kind, content(engine)))
        report = loaders.load_file(engine, files[kind], files[kind].name)
        assert report.status == "loaded", report.message
    for kind, before in reversed(moments):
        newest = load_ids(engine)[-1]
        undone = loaders.undo_load(engine, newest)
        assert (undone.kind, undone.status) == (kind, "undone"), undone.message
        assert content(engine) == before


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_undoing_a_correction_restores_every_row(sample_copy, kind):
    before = content(sample_copy)
    report = loaders.load_file(sample_copy, correct(sample_copy, kind), f"{kind}.csv")
    assert report.status == "loaded", report.message
    assert report.rows.changed > 0
    assert content(sample_copy) != before
    undone = loaders.undo_load(sample_copy, report.load_id)
    assert (undone.status, undone.restored, undone.removed) == ("undone", report.rows.changed, 0)
    assert content(sample_copy) == before


def load_ids(engine) -> list[int]:
    with reading(engine) as session:
        return list(session.scalars(select(Load.id).where(Load.undone_at.is_(None)).order_by(Load.id)))


def test_other_loads_of_other_rows_stay(load, store, exported):
    first = load(HEADER + MARCH)
    load(HEADER + APRIL)
    assert loaders.undo_load(store, first.load_id).removed == 1
    assert [row["month"] for row in exported("staff_survey")] == ["2025-04"]


def test_a_row_that_a_later_load_changed_refuses_and_says_which(load, store):
    first = load(HEADER + MARCH + APRIL)
    later = load(HEADER + MARCH.replace("30", "20"), name="corrected.csv")
    before = content(store)
    refused = loaders.undo_load(store, first.load_id)
    assert refused.status == "refused"
    assert f"{later.load_id} (corrected.csv, 1 rows)" in refused.message
    assert '["2025-03", "NMH", null]' in refused.message
    assert content(store) == before


def test_undone_the_newest_first_both_can_be_undone(load, store, exported):
    first = load(HEADER + MARCH)
    later = load(HEADER + MARCH.replace("30", "20"))
    assert loaders.undo_load(store, later.load_id).restored == 1
    assert exported("staff_survey")[0]["positive"] == 30
    assert loaders.undo_load(store, first.load_id).status == "undone"
    assert exported("staff_survey") == []


def test_rows_that_later_loads_rest_on_cannot_go(load, store):
    load(HEADER + MARCH)
    areas = load_ids(store)[0]
    refused = loaders.undo_load(store, areas)
    assert refused.status == "refused"
    assert f"{load_ids(store)[-1]} (file.csv)" in refused.message


def test_an_undone_file_can_be_loaded_again(load, store, exported):
    first = load(HEADER + MARCH)
    loaders.undo_load(store, first.load_id)
    again = load(HEADER + MARCH)
    assert (again.status, again.rows.added) == ("loaded", 1)
    assert exported("staff_survey")[0]["positive"] == 30


def test_a_load_is_undone_once_and_the_log_says_so(load, store):
    first = load(HEADER + MARCH)
    loaders.undo_load(store, first.load_id, undone_by="analyst")
    assert "undone already" in loaders.undo_load(store, first.load_id).message
    with reading(store) as session:
        assert session.get_one(Load, first.load_id).undone_by == "analyst"
        assert loaders.query_history(session)[0].undone_at is not None


def test_a_fault_while_undoing_says_that_the_load_stays(load, store, monkeypatch):
    report = load(HEADER + MARCH)

    def fail(*_):
        raise RuntimeError("made up")

    monkeypatch.setattr("loaders.undo._undo", fail)
    undone = loaders.undo_load(store, report.load_id)
    assert undone.is_fault
    assert "The load stays as it was." in undone.message
    assert "file" not in undone.message


def test_a_load_that_there_is_not(store):
    assert "There is no load 99" in loaders.undo_load(store, 99).message


def test_figures_move_back(load, store):
    load(HEADER + MARCH)
    before = content(store)["measure_value"]
    later = load(HEADER + APRIL)
    assert loaders.undo_load(store, later.load_id).figures == {"staff_satisfaction": 2}
    assert content(store)["measure_value"] == before
