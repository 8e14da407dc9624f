"""Our sheet from the page: the same words, the group's own things first, made only when asked for."""

import io
import re
from datetime import date

import pypdf
import pytest

from data_model.terms import AreaType
from exports.area_sheet import write_sheet_html, write_sheet_pdf
from ui.near_reads import read_near
from ui.near_sentences import write_sentences
from ui.notices import MADE_UP
from ui.reads import read_areas
from ui.sheet import build_sheet

BOROUGHS = ["Bedford", "City of London", "Hackney", "Luton", "Newham"]


@pytest.fixture
def near(sample_engine, open_app, settings_env):
    """What one borough's page reads, over the sample data on a day of theirs."""

    def reading(name):
        open_app(sample_engine)
        settings_env(
            DATABASE_URL=sample_engine.url.render_as_string(hide_password=False),
            PARTICIPATION_TODAY="2026-11-23",
        )
        return read_near(next(a for a in read_areas().of_type(AreaType.BOROUGH) if a.name == name))

    return reading


def test_the_sheet_says_what_the_page_says(near):
    newham = near("Newham")
    sheet = build_sheet(newham)
    assert {s.subject: s.text for s in sheet.sentences} == write_sentences(newham)
    assert sheet.title == "Our sheet: Newham"
    assert sheet.written_on == date(2026, 11, 23)
    assert sheet.notice == MADE_UP
    assert sheet.contact == "Ask: People participation lead, Newham."
    assert sheet.meetings[0].text == (
        "9 December 2026, 10:30: Working together group, Community room, town library"
    )
    said = {y.said: y for y in sheet.you_said}
    assert said["The waiting room is too loud."].outcome == "Done:"
    assert sheet.you_said[-1].said == "Long waits on the phone."


@pytest.mark.parametrize("borough", BOROUGHS)
def test_every_borough_has_a_sheet_of_one_page(near, borough):
    content = build_sheet(near(borough))
    pdf = pypdf.PdfReader(io.BytesIO(write_sheet_pdf(content)))
    assert len(pdf.pages) == 1
    words = write_sheet_html(content)
    assert f"Our sheet: {borough}" in words
    assert not re.search(r"\b[1-4] (of \d+ )?(answers|people)\b", words)


def test_a_borough_without_figures_says_so_and_draws_nothing(near):
    sheet = build_sheet(near("Hackney"))
    headings = [chart.heading for chart in sheet.charts]
    assert headings == [
        "How many projects near you have a seat for service users or carers?",
        "Do people say that workshops near you are worth their time?",
    ]
