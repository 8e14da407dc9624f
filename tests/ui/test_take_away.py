"""A chart as files behind plain links: what the page shows, to whom the page shows it, and no more."""

import asyncio
import csv
import io
import re
import struct
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import NamedTuple

import httpx
import pytest
from defusedxml import ElementTree
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette

from data_model.store import StoreError
from data_model.terms import FigureState
from exports.chart_files import write_chart_svg
from measures.definitions import read_definitions
from measures.viewer import EVERYTHING, Viewer
from ui import take_away
from ui.notices import MADE_UP
from ui.numbers import build_numbers_table
from ui.reads import read_areas, read_series
from ui.take_away import NOT_HERE, NOT_NOW, build_chart_file, build_take_away_route, write_take_away

BIG_I_OF_ALL = "/take/big_i_active/RWK"
BYTE_ORDER_MARK = "\ufeff"


class Client(NamedTuple):
    """A visitor without a browser."""

    app: Starlette

    def get(self, link, **params):
        async def ask():
            served = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=served, base_url="http://dashboard") as client:
                return await client.get(link, params=params or None)

        # Playwright leaves a loop running in the thread of tests that share this process with its own.
        return ThreadPoolExecutor(1).submit(asyncio.run, ask()).result()


@pytest.fixture
def served(monkeypatch):
    """The app as `asgi.py` serves it, for one test."""
    monkeypatch.setattr(take_away, "_is_served", threading.Event())
    return build_take_away_route()


@pytest.fixture
def client(served, sample_engine, open_app):
    open_app(sample_engine)
    return Client(Starlette(routes=[served]))


def area_of(code):
    return next(a for a in read_areas().by_id.values() if a.code == code)


def series_of(measure_id, code, **shown):
    return read_series(EVERYTHING, measure_id, [area_of(code).id], **shown)[0]


def rows_of(answer):
    assert answer.status_code == 200
    assert answer.content.decode().startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def words_in(svg):
    return " ".join(node.text for node in ElementTree.fromstring(svg).iter() if node.text)


# --- what comes -----------------------------------------------------------------------------------


def test_the_picture_is_a_file_with_a_name_and_is_kept_nowhere(client):
    answer = client.get(f"{BIG_I_OF_ALL}.png")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    assert struct.unpack(">I", answer.content[16:20])[0] > 1600
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"
    name = r'attachment; filename="big-i-active-east-london-nhs-foundation-trust-[\d-]+\.png"'
    assert re.fullmatch(name, answer.headers["content-disposition"])


def test_a_picture_is_drawn_once_while_its_figures_stand(client, monkeypatch):
    drawn = []
    monkeypatch.setattr(take_away, "write_chart_png", lambda content: drawn.append(content) or b"picture")
    take_away._draw.cache_clear()
    assert [client.get(f"{BIG_I_OF_ALL}.png").content for _ in range(3)] == [b"picture"] * 3
    assert client.get(f"{BIG_I_OF_ALL}.png?dates=Last+12+months").content == b"picture"
    take_away._draw.cache_clear()
    assert len(drawn) == 2


def test_a_file_is_not_made_where_all_other_visitors_are_answered(client, monkeypatch):
    real, loops = take_away._make, []

    def make(*asked):
        loops.append(asyncio._get_running_loop())
        return real(*asked)

    monkeypatch.setattr(take_away, "_make", make)
    assert client.get(f"{BIG_I_OF_ALL}.csv").status_code == 200
    assert loops == [None]


@pytest.mark.parametrize("dates", ["All months", "Last 12 months"])
def test_the_numbers_are_those_of_the_page(client, dates):
    rows = rows_of(client.get(f"{BIG_I_OF_ALL}.csv", dates=dates))
    series = series_of("big_i_active", "RWK")
    table = build_numbers_table(series).to_dict("records")
    shown = table if dates == "All months" else table[: len(rows)]
    assert [{name: row[name] for name in shown[0]} for row in rows] == shown
    assert len(rows) in (range(10, 13) if dates == "Last 12 months" else [len(series.points)])


def test_every_row_says_what_it_is_of_how_old_and_that_it_is_made_up(client):
    series = series_of("fft_positive", "LMH")
    for row in rows_of(client.get("/take/fft_positive/LMH.csv")):
        assert (row["Measure"], row["Area"]) == (series.definition.title, "Luton mental health")
        assert row["Figures up to"] == "31 October 2026"
        assert row["How it is worked out"] == series.definition.how_worked_out
        assert row["Note"] == MADE_UP
    # A comma between thousands would be a decimal point in other countries.
    assert int(rows_of(client.get("/take/fft_positive/RWK.csv"))[0]["Answers of very good or good"]) > 1000


def test_attendance_comes_by_role_as_the_page_has_it(client):
    row = rows_of(client.get("/take/workshop_attendance/RWK.csv"))[0]
    assert int(row["Carers"]) < int(row["Service users"]) < int(row["Value"])
    content = build_chart_file(series_of("workshop_attendance", "RWK"), "")
    assert "carers" in content.latest
    assert "carers" in words_in(write_chart_svg(content))


def test_the_picture_says_what_the_page_says(client):
    series = series_of("big_i_new", "LMH")
    said = words_in(write_chart_svg(build_chart_file(series, MADE_UP)))
    for words in (series.definition.question, "Luton mental health.", MADE_UP, "Figures up to "):
        assert words in said
    for mark in series.changes:
        assert f"{mark.number}. {mark.title}" in said


# --- what does not come ---------------------------------------------------------------------------


def hidden_months(points, series):
    return [series.when(point) for point in points if point.state == FigureState.SUPPRESSED]


def with_most_hidden(measure_id, part=""):
    """The series of the directorate or borough with most months hidden, and those months."""
    areas = [a.id for a in read_areas().ordered() if a.type in ("directorate", "borough")]
    found = [s for s in read_series(EVERYTHING, measure_id, areas) if s.last]
    hidden = {s: hidden_months(s.parts.get(part, ()) if part else s.points, s) for s in found}
    series = max(hidden, key=lambda s: len(hidden[s]))
    assert hidden[series], "the sample data should hold small numbers"
    return series, hidden[series]


@pytest.mark.parametrize("measure_id", ["workshop_parity", "workshop_worth", "fft_positive"])
def test_no_hidden_share_is_in_a_file(client, sample_engine, measure_id):
    series, hidden = with_most_hidden(measure_id)
    rows = {row["When"]: row for row in rows_of(client.get(f"/take/{measure_id}/{series.area.code}.csv"))}
    for month in hidden:
        row = rows[month]
        assert row["Value"] == f"hidden: below {series.definition.hide_below}"
        for count in (row[series.definition.numerator], row[series.definition.denominator]):
            assert count.startswith("fewer than")
    said = words_in(write_chart_svg(build_chart_file(series, "")))
    assert "We hide numbers below" in said
    where = "where measure_id = :m and area_id = :a and part = ''"
    secret = text(f"select numerator, denominator from measure_value {where}")
    shown = {(p.numerator, p.denominator) for p in series.points if p.value is not None}
    with sample_engine.connect() as connection:
        figures = {tuple(row) for row in connection.execute(secret, {"m": measure_id, "a": series.area.id})}
    assert figures - shown
    for top, below in figures - shown:
        assert not re.search(rf"\b{top:.0f} of {below:.0f}\b", said)


@pytest.mark.parametrize("role", ["carers", "service_users"])
def test_no_hidden_role_is_in_a_file(client, role):
    series, hidden = with_most_hidden("workshop_attendance", role)
    found = rows_of(client.get(f"/take/workshop_attendance/{series.area.code}.csv"))
    rows = {row["When"]: row for row in found}
    assert {rows[month][role.replace("_", " ").capitalize()] for month in hidden} == {"hidden"}


def test_a_cell_that_a_spreadsheet_would_run_is_text(client, monkeypatch):
    series = series_of("big_i_active", "RWK")
    renamed = replace(series, area=replace(series.area, name='=HYPERLINK("x")'))
    monkeypatch.setattr(take_away, "read_series", lambda *_asked, **_shown: [renamed])
    row = rows_of(client.get(f"{BIG_I_OF_ALL}.csv"))[0]
    assert row["Area"] == '\'=HYPERLINK("x")'
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row.values())


@pytest.mark.parametrize(
    "link",
    [
        "/take/nothing/RWK.csv",
        "/take/big_i_active/nowhere.png",
        "/take/big_i_active/RWK.xlsx",
        "/take/big_i_active/T-BCN.csv",  # a team, which no page offers
        "/take/big_i_active/RWK.png?dates=Ever",
        "/take/big_i_active/../../settings.py",
        "/take/big_i_active/%3Cscript%3E.csv",
    ],
)
def test_what_there_is_not_is_one_plain_sentence(client, link):
    answer = client.get(link)
    assert answer.status_code == 404
    assert answer.text == NOT_HERE or ".." in link
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (StoreError("The store is of another version."), "The store is of another version."),
        (OperationalError("select secret", {}, Exception("the disk is gone")), NOT_NOW),
    ],
)
def test_a_store_that_cannot_be_read_is_one_plain_sentence(client, monkeypatch, fault, said):
    def gone():
        raise fault

    monkeypatch.setattr(take_away, "read_areas", gone)
    answer = client.get(f"{BIG_I_OF_ALL}.csv")
    assert (answer.status_code, answer.text) == (503, said)
    assert answer.headers["cache-control"] == "no-store"


def test_a_fault_of_ours_is_a_sentence_with_a_reference(client, monkeypatch, caplog):
    monkeypatch.setattr(take_away, "_draw", lambda *_given: 1 / 0)
    answer = client.get(f"{BIG_I_OF_ALL}.png")
    assert answer.status_code == 500
    reference = re.fullmatch(r"Something went wrong on our side.* Reference: (\w{8})\.", answer.text)[1]
    assert reference in caplog.text


def test_a_viewer_takes_away_only_what_is_theirs(client, monkeypatch):
    newham = Viewer("local", frozenset({area_of("NMH").id}))
    monkeypatch.setattr(take_away, "find_viewer", lambda _request: newham)
    assert client.get("/take/big_i_active/NMH.csv").status_code == 200
    for code in ("LMH", "RWK", "nowhere"):
        answer = client.get(f"/take/big_i_active/{code}.csv")
        assert (answer.status_code, answer.text) == (404, NOT_HERE)


# --- the line on the page -------------------------------------------------------------------------


def test_pages_show_the_links_only_where_they_are_answered(sample_engine, open_app, words_of, monkeypatch):
    monkeypatch.setattr(take_away, "_is_served", threading.Event())
    assert 'href="take/' not in words_of(open_app(sample_engine, "involvement/big_i.py"))
    build_take_away_route()
    words = words_of(open_app(sample_engine, "involvement/big_i.py"))
    links = re.findall(r'<a href="(take/[^"]+)"', words)
    measures = ("big_i_active", "big_i_new", "involvement_recorded", "people_on_projects", "active_projects")
    assert links == [f"take/{m}/RWK.{kind}" for m in measures for kind in ("png", "csv")]


def test_a_link_is_named_by_what_it_shows_and_what_it_is_of(client):
    links = re.findall(r'aria-label="([^"]+)">([^<]+)</a>', write_take_away(series_of("big_i_active", "LMH")))
    assert [words for _, words in links] == ["picture", "numbers as a file"]
    for name, words in links:
        assert name == f"{words}: {read_definitions()['big_i_active'].title}, Luton mental health"
    assert write_take_away(replace(series_of("big_i_active", "LMH"), points=())) == ""


def test_a_link_keeps_the_dates_of_its_page(client):
    first = take_away.find_first_shown("Last 12 months", series_of("big_i_active", "RWK").today)
    (link, *_) = re.findall(
        r'href="([^"]+csv[^"]*)"', write_take_away(series_of("big_i_active", "RWK", first_shown=first))
    )
    assert link == "take/big_i_active/RWK.csv?dates=Last+12+months"
    assert len(rows_of(client.get(f"/{link}"))) <= 12


def test_any_code_finds_its_way(client, monkeypatch):
    series = series_of("big_i_active", "RWK")
    odd = replace(series, area=replace(series.area, code='N/E "1" é?'))
    (link, *_) = re.findall(r'href="([^"]+)"', write_take_away(odd))
    asked = []
    monkeypatch.setattr(take_away, "_find", lambda what, _viewer: asked.append(what))
    assert client.get(f"/{link}").status_code == 404
    assert (asked[0].area_code, asked[0].kind) == (odd.area.code, "png")
