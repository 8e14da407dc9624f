"""Loading on the page: previewed, loaded, taken back; refused in words; nothing kept of what was given."""

from html import unescape

import pytest
from html_tables import tables_on
from sqlalchemy import select

from data_model import ColumnMapping, FFTCount
from data_model.store import connect, reading
from loaders import query_history

PAGE = "data/check_the_data.py"
FFT = "month,directorate,borough,team,very_good,good,neither,poor,very_poor,dont_know\n"
GOOD = f"{FFT}2019-03,Newham mental health,,,40,20,3,1,1,0\n".encode()
BAD = f"{FFT}2019-03,Newham mental health,,,40,20,3,1,1,0\n2019-04,Newhm MH,,,4,2,3,1,1,0\n".encode()
LIFE_QI = b"""ID,Project Title,Department,Project lead,Status,Start
LQ17,Shorter waits,Newham mental health,Pat Example,In progress,01/04/2025
"""
JOINS = b"""Full Name,User Action,Timestamp
Pat Example,Joined,"22/07/2025, 10:00:00"
Pat Example,Left,"22/07/2025, 11:00:00"
"""


@pytest.fixture
def own_sample(stores):
    """A SQLite store with the sample data for one test to change: the page does the same on any store."""
    with stores.copy("sqlite", "with_sample") as url:
        engine = connect(url)
        yield engine
        engine.dispose()


@pytest.fixture
def page(own_sample, open_app, words_of):
    """The page over a store of its own, and what a visitor can do with it."""

    class Visit:
        def __init__(self):
            self.app = open_app(own_sample, PAGE)

        def give(self, name, content):
            self.app.file_uploader[0].upload(name, content).run()
            return self

        def press(self, label):
            buttons = [*self.app.button]
            next(b for b in buttons if b.label == label).click().run()
            return self

        @property
        def labels(self):
            return [b.label for b in self.app.button]

        @property
        def words(self):
            assert not self.app.exception
            return unescape(words_of(self.app))

        def loads(self):
            with reading(own_sample) as session:
                return query_history(session)

        def count(self, model):
            with reading(own_sample) as session:
                return len(session.execute(select(model.__table__.c.id)).all())

    return Visit()


def test_a_good_file_is_previewed_loaded_and_taken_back(page):
    before, rows = len(page.loads()), page.count(FFTCount)
    page.give("fft.csv", GOOD)
    assert "Of 1 row, 1 would be added." in page.words
    assert "Figures that would move: Friends and Family Test: good or very good" in page.words
    assert len(page.loads()) == before
    page.press("Load it")
    number = page.loads()[0].load_id
    assert f"Loaded as load {number}: 1 added." in page.words
    assert page.count(FFTCount) == rows + 1
    page.press(f"Undo load {number}")
    assert "If you undo it, the added rows go" in page.words
    assert page.count(FFTCount) == rows + 1
    page.press(f"Yes, undo load {number}")
    assert f"Load {number} (fft.csv) was undone" in page.words
    assert page.count(FFTCount) == rows
    assert page.loads()[0].undone_at is not None
    assert f"Undo load {number}" not in page.labels


def test_a_bad_row_is_named_with_its_cure_and_comes_as_a_workbook(page):
    page.give("fft.csv", BAD)
    words = page.words
    assert 'directorate: No directorate goes by "Newhm MH".' in words
    assert "Did you mean: Newham mental health" in words
    assert "Row 3. The cell says: “Newhm MH”." in words
    assert any(b.label == "Download this row to correct" for b in page.app.download_button)
    page.press("Load the row that is right")
    assert "1 added, 1 set aside." in page.words
    assert any(b.label == "Download this row to correct" for b in page.app.download_button)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("page.csv", b"<html>", "This looks like a web page"),
        ("broken.xlsx", b"PK\x03\x04 no workbook", "The workbook is damaged"),
        ("empty.csv", b"", "Nothing was stored."),
        ("../../etc/fft.csv", b"<html>", "This looks like a web page"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_can_be_loaded(page, name, content, said):
    before = len(page.loads())
    page.give(name, content)
    assert said in page.words
    assert not [label for label in page.labels if label.startswith("Load")]
    assert len(page.loads()) == before


def test_other_headings_are_mapped_once_and_known_from_then_on(page, own_sample):
    page.give("life_qi.csv", LIFE_QI)
    assert "The headings of this file are not those of a file that we know." in page.words
    shown = next(t for t in tables_on(page.app) if "Project lead" in t)
    assert list(shown["Project lead"]) == ["(not shown)"]
    page.press("Save and look again")
    with reading(own_sample) as session:
        assert session.scalars(select(ColumnMapping.kind)).all() == ["qi_projects"]
    assert "Of 1 row, 1 would be added." in page.words
    page.press("Take the file away")
    assert "projecttitle is title" in page.words
    page.press("Forget these headings")
    assert "Forget these headings" not in page.labels
    page.give("life_qi.csv", LIFE_QI)
    assert "Save and look again" in page.labels


def test_a_load_is_taken_back_from_the_log_too(page):
    page.give("fft.csv", GOOD).press("Load it")
    number = page.loads()[0].load_id
    line = next(e for e in page.app.expander if e.label.startswith(f"{number}. "))
    page.app.session_state[f"load-{number}"] = True
    page.app.run()
    undo = [b for b in page.app.button if b.label == f"Undo load {number}"]
    assert line.label.endswith("1 added")
    assert len(undo) == 2
    undo[1].click().run()
    page.press(f"Yes, undo load {number}")
    assert page.loads()[0].undone_at is not None
    assert "was undone" in page.words.split("What has been loaded?")[1]


def test_a_mapping_that_lacks_a_column_is_not_saved(page, own_sample):
    page.give("life_qi.csv", LIFE_QI)
    next(s for s in page.app.selectbox if s.label == "Title *").select("")
    page.press("Save and look again")
    assert "These columns must have a heading: title." in page.words
    with reading(own_sample) as session:
        assert session.scalars(select(ColumnMapping.kind)).all() == []


def test_what_a_list_does_not_say_is_asked_and_answered(page):
    page.give("joins.csv", JOINS)
    assert "Say it below." in page.words
    next(s for s in page.app.selectbox if s.label == "Directorate *").select("Newham mental health")
    fields = {t.label: t for t in page.app.text_input}
    fields["Title of the workshop, where the file does not say"].input("Our day")
    fields["Day of the workshop, where the file does not say"].input("22/07/2025")
    page.press("Look again")
    assert "1 would be added" in page.words
    assert "It came as: Microsoft Teams attendance list (joined and left)." in page.words


def test_files_are_let_go_of(page):
    page.give("fft.csv", GOOD).press("Take the file away")
    assert page.app.file_uploader[0].value in (None, [])
    uploads = page.app.session_state["uploads"]
    assert (uploads.options, uploads.previews, uploads.looked_at) == ({}, [], ())
    page.give("fft.csv", GOOD).press("Load it")
    assert page.app.file_uploader[0].value in (None, [])
    assert GOOD not in repr(page.app.session_state["uploads"]).encode()


def test_who_may_not_load_is_told_and_sees_no_box(sample_engine, open_app, words_of, monkeypatch):
    monkeypatch.setattr("ui.file_loading.may_load", lambda viewer: False)
    monkeypatch.setattr("ui.load_undo.may_load", lambda viewer: False)
    app = open_app(sample_engine, PAGE)
    assert "ask a people participation lead" in words_of(app)
    assert not app.file_uploader
    assert not [b.label for b in app.button if b.label.startswith("Undo")]


def test_an_empty_store_can_be_loaded_into(sqlite_engine, open_app, words_of, monkeypatch):
    monkeypatch.setattr("ui.store.load_sample_data", lambda engine: [])
    app = open_app(sqlite_engine, PAGE)
    assert "There is no information yet." in words_of(app)
    app.file_uploader[0].upload(
        "areas.csv", b"area_code,area_name,area_type\nRWX,Example Trust,trust\n"
    ).run()
    next(b for b in app.button if b.label == "Load it").click().run()
    assert "There is no information yet." not in words_of(app)
