"""The page says how recent, complete and safe the data are."""

from datetime import UTC, datetime
from html import unescape

from html_tables import tables_on
from sqlalchemy.orm import Session

import loaders
from data_model import StartedLoad
from data_model.store import reading

PAGE = "data/check_the_data.py"


def tables(app):
    return {tuple(table.columns): table for table in tables_on(app)}


def test_projects_with_nothing_recorded_are_listed_by_title(sample_engine, open_app, words_of):
    app = open_app(sample_engine, PAGE)
    found = tables(app)["Project", "Directorate", "Age", "Id"]
    assert len(found) > 0
    assert all(found["Project"])
    assert f"{len(found)} active projects have no involvement recorded." in words_of(app)


def test_how_recent_each_kind_is(sample_engine, open_app, words_of, settings_env):
    settings_env(PARTICIPATION_TODAY="2026-11-22")
    found = tables(open_app(sample_engine, PAGE))["What", "Newest figures", "Days since", "State"]
    row = found[found["What"] == "Friends and Family Test counts"].iloc[0]
    assert (row["Newest figures"], row["Days since"], row["State"]) == ("31 October 2026", "22", "recent")


def test_what_is_late_is_said(sample_engine, open_app, words_of, settings_env):
    settings_env(PARTICIPATION_TODAY="2026-12-20")
    words = unescape(words_of(open_app(sample_engine, PAGE)))
    assert "Late: " in words
    assert "QI projects" in words


def test_gaps_and_hidden_figures_are_counted(sample_engine, open_app, words_of):
    app = open_app(sample_engine, PAGE)
    assert "A missing month is drawn as a gap, never as nought." in words_of(app)
    hidden = tables(app)["Measure", "Figures", "Hidden in the file", "Hidden by us", "Counts below"]
    assert "People at workshops" in set(hidden["Measure"])
    assert all(int(count.replace(",", "")) >= 0 for count in hidden["Hidden by us"])


def test_older_loads_are_shown_on_request(sample_engine, open_app):
    app = open_app(sample_engine, PAGE)
    before = len(app.expander)
    app.toggle[0].set_value(True).run()
    assert len(app.expander) > before


def test_a_load_that_was_killed_is_said_to_be_not_finished(sample_copy, open_app, words_of):
    assert "Not finished" not in words_of(open_app(sample_copy, PAGE))
    begun = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)
    with Session(sample_copy.execution_options(writes=True)) as session, session.begin():
        session.add(StartedLoad(run=7, file_name="<b>fft.csv", started_at=begun, started_by="lead"))
    words = words_of(open_app(sample_copy, PAGE))
    assert "Not finished: &lt;b&gt;fft.csv, begun on 3 November 2026 at 09:05 (UTC)." in words
    assert "Nothing of the file was stored: load it again." in words


def test_answers_outside_their_range_are_shown_by_kind_of_file(sample_copy, open_app, words_of):
    assert "No answer lies outside its range." in words_of(open_app(sample_copy, PAGE))
    row = b"month,directorate,team,answers,positive\n2025-03,NMH,,4,5\n"
    assert loaders.load_file(
        sample_copy, row.replace(b"NMH", first_directorate(sample_copy)), "staff.csv"
    ).problems
    app = open_app(sample_copy, PAGE)
    assert "1 answer does." in words_of(app)
    shown = tables(app)["Kind of file", "Column", "What is wrong", "Answers", "What became of them"]
    assert [*shown.iloc[0]][:2] == ["Staff survey counts", "positive"]


def first_directorate(engine) -> bytes:
    with reading(engine) as session:
        areas = loaders.query_export(session, "areas")
    return next(row["area_code"] for row in areas if row["area_type"] == "directorate").encode()


def test_missing_months_name_what_and_where(sample_copy, open_app):
    code = first_directorate(sample_copy).decode()
    rows = "".join(f"ZZ,T,{code},active,2019-01-01,{day}\n" for day in ("2019-03-31", "2019-05-31"))
    content = f"project_id,title,directorate,status,start_date,as_at\n{rows}".encode()
    assert loaders.load_file(sample_copy, content, "projects.csv").rows.added == 2
    shown = tables(open_app(sample_copy, PAGE))["What", "Where", "Missing"]
    of_projects = shown[shown["What"] == "QI projects"].iloc[0]
    assert of_projects["Where"] == "Everywhere"
    assert of_projects["Missing"].startswith("April 2019, June 2019 to ")
    assert len(shown) > 1, "and measures with a month that nobody sent"
