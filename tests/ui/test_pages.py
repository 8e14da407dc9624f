"""Every page of the one list: it runs, it says what it shows, and its pictures say what they mean."""

import re
from html import escape, unescape

import pytest
from html_tables import tables_on

from loaders import load_file
from measures.definitions import Chart, Unit, read_definitions
from ui.navigation import PAGES
from ui.notices import MADE_UP
from ui.panel import MOST_CHANGES

SCRIPTS = [page.script for page in PAGES]
CHART_PAGES = [
    "overview/home.py",
    "involvement/big_i.py",
    "coproduction/workshops.py",
    "experience/satisfaction.py",
    "experience/taking_part.py",
    "local/my_area.py",
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_runs_and_says_that_its_data_are_made_up(sample_engine, open_app, words_of, script):
    app = open_app(sample_engine, script)
    words = unescape(words_of(app))
    assert "Something went wrong" not in words
    assert MADE_UP in words
    assert len(app.title) == 1


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_over_an_empty_store_says_so(sqlite_engine, open_app, words_of, script, monkeypatch):
    monkeypatch.setattr("ui.store.load_sample_data", lambda engine: [])
    words = unescape(words_of(open_app(sqlite_engine, script)))
    assert "There is no information yet. A people participation lead can add some" in words


def test_an_empty_store_of_somebody_is_filled_only_when_asked(engine, open_app, words_of):
    app = open_app(engine)
    if engine.dialect.name == "postgresql":
        assert [b.label for b in app.button] == ["Look at made-up examples"]
        app.button[0].click().run()
    words = unescape(words_of(app))
    assert MADE_UP in words
    assert "How many projects have a service user or carer on the team?" in words


def test_a_choice_that_leaves_nothing_says_so_and_offers_the_way_out(sample_engine, open_app, words_of):
    app = open_app(sample_engine, "experience/satisfaction.py", area="Corporate (directorate)")
    words = unescape(words_of(app))
    assert "Nothing matches. You chose Corporate and “Friends and Family Test: good or very good”." in words
    next(b for b in app.button if b.label == "Show the whole trust").click().run()
    assert "You are looking at: East London NHS Foundation Trust, all months." in unescape(words_of(app))


@pytest.mark.parametrize("script", CHART_PAGES)
def test_each_picture_has_its_sentence_as_alt_text_and_its_question_as_heading(
    sample_engine, open_app, words_of, alts_of, script
):
    app = open_app(sample_engine, script, borough="Newham")
    alts = alts_of(app)
    assert len(alts) >= 3
    words = re.sub(r"<svg.*?</svg>", "", unescape(words_of(app)))
    for alt in alts:
        assert len(alt) > 40
        if alt.startswith("Bars of active projects by level"):
            continue  # many areas at one month: its alt text is the table
        first = re.split(r"(?<=[.:])\s", alt)[0]
        assert first.rstrip(".:") in words, alt


def test_headings_come_in_order(sample_engine, open_app, headings_of):
    app = open_app(sample_engine, "involvement/big_i.py")
    assert [t.value for t in app.title] == ["Who has a seat on the team?"]
    assert headings_of(app)[0] == "How many projects have a service user or carer on the team?"


def test_every_directorate_has_its_picture(sample_engine, open_app, words_of):
    app = open_app(sample_engine, "involvement/big_i.py")
    shown = set(re.findall('aria-level="3">([^<]+)</div>', unescape(words_of(app))))
    expected = {
        "City and Hackney mental health", "Newham mental health", "Tower Hamlets mental health",
        "Bedfordshire mental health", "Luton mental health", "London community health",
        "Bedfordshire community health", "Child and adolescent mental health",
        "Specialist children's services", "Talking therapies", "Addictions", "Forensics", "Primary care",
        "Corporate",
    }  # fmt: skip
    assert expected <= shown


def test_the_pictures_of_all_directorates_have_one_table_between_them(sample_engine, open_app):
    app = open_app(sample_engine, "involvement/big_i.py")
    (table,) = [t for t in tables_on(app) if "London community health" in t]
    september = table.set_index("When").loc["September 2025"]
    assert september["London community health"] == "19 of 19"
    assert len(september) == 14
    assert table["When"].iloc[0] == "October 2026"


def test_directorates_are_compared_by_chance_and_not_ranked(sample_engine, open_app, words_of):
    app = open_app(sample_engine, "involvement/big_i.py")
    parts = re.findall('id="(\\w+)" tabindex="-1">([^<]+)', words_of(app))
    assert parts[-2:] == [
        ("mix", "What is the mix now?"),
        ("comparison", "Are the directorates different, or is it chance?"),
    ]
    assert all(f'href="#{place}"' in words_of(app) for place, _ in parts)
    assert "London community health (19 of 19)" in unescape(words_of(app))
    funnel = next(c.proto.alt for c in app.get("vega_lite_chart") if "Funnel of" in c.proto.alt)
    assert funnel.startswith("In October 2026 most directorates differ no more than chance allows.")
    table = next(t for t in tables_on(app) if "Against chance" in t)
    assert table["Directorate"].tolist() == sorted(table["Directorate"])
    assert len(table) == 14


def test_london_community_is_all_the_same_and_never_fails(sample_engine, open_app, words_of):
    app = open_app(sample_engine, "involvement/big_i.py", area="London community health (directorate)")
    words = unescape(words_of(app))
    assert re.search(
        r"All \d+ projects had a service user or carer on the team\. This has been so for", words
    )
    assert "fail" not in words.lower()
    numbers = next(t for t in tables_on(app) if "Value" in t)
    rows = {row["When"]: list(row[1:3]) for _, row in numbers.iterrows()}
    assert rows["July 2025"] == ["15", "15"]
    assert rows["August 2025"] == ["16", "16"]
    assert rows["September 2025"] == ["19", "19"]
    april = numbers[numbers["When"] == "April 2022"].iloc[0]
    assert april["Value"] == "42%"


def test_a_link_that_asks_for_what_there_is_not_says_so(sample_engine, open_app, words_of):
    words = unescape(words_of(open_app(sample_engine, area="Atlantis")))
    assert "The link asked for “Atlantis”, which there is not here. You see Whole trust." in words


def test_fewer_months_move_no_limits(sample_engine, open_app, words_of):
    all_months = open_app(sample_engine, "experience/satisfaction.py")
    one_year = open_app(sample_engine, "experience/satisfaction.py", dates="Last 12 months")
    sentence = re.compile(r'class="sentence">([^<]+)<')
    assert sentence.findall(words_of(all_months)) == sentence.findall(words_of(one_year))
    assert len(tables_on(one_year)[0]) < len(tables_on(all_months)[0])


def test_a_range_in_a_table_ends_where_its_unit_ends(sample_engine, open_app):
    area = "Newham mental health (directorate)"
    tables = tables_on(open_app(sample_engine, "coproduction/workshops.py", area=area))
    ranges = [cell for table in tables if "Usual range" in table for cell in table["Usual range"] if cell]
    assert any(cell.startswith("0 to ") for cell in ranges)
    assert not any(cell.startswith("-") for cell in ranges)


def test_a_name_from_a_file_is_shown_as_it_is_and_never_acts(sample_copy, open_app, words_of):
    name = "![seen](https://example.org/x.png) *bold* <b>team</b>"
    areas = f"area_code,area_name,area_type,parent_code\nCORP,{name},directorate,RWK\n"
    assert load_file(sample_copy, areas.encode(), "areas.csv").status == "loaded"
    app = open_app(sample_copy, "involvement/big_i.py")
    words = words_of(app)
    assert "<b>team" not in words
    assert f'aria-level="3">{escape(name)}</div>' in words
    assert any(name in set(table["Directorate"]) for table in tables_on(app) if "Directorate" in table)


def test_staff_stand_beside_service_users_on_one_axis(
    sample_engine, open_app, words_of, alts_of, headings_of
):
    app = open_app(sample_engine, "experience/satisfaction.py")
    assert "Do staff see the care as service users do?" in headings_of(app)
    words = unescape(words_of(app))
    assert re.search(
        r"Service users and carers, October 2026: 1,312 of 1,468 answers \(89%\) were good or very good\. "
        r"Staff, [A-Z][^:]+ 2026: [\d,]+ of [\d,]+ staff who answered \(\d+%\) were positive\.",
        words,
    )
    small = [e.value for e in app.markdown if 'class="multiples"' in e.value]
    assert re.findall(r">(\d+%)</text>", small[0])[:3] == ["0%", "50%", "100%"]
    assert small[0].count('class="multiple"') == 2
    assert len(alts_of(app)) >= 6


def test_old_figures_say_so_in_another_colour(sample_engine, open_app, words_of, settings_env):
    assert 'class="quiet old"' not in words_of(open_app(sample_engine, "involvement/big_i.py"))
    settings_env(PARTICIPATION_TODAY="2027-01-20")
    words = words_of(open_app(sample_engine, "involvement/big_i.py"))
    assert '<p class="quiet old">Figures up to 31 October 2026. Last updated 81 days ago.</p>' in words


def test_of_many_numbered_changes_the_newest_are_said_and_older_ones_folded_away(
    sample_copy, open_app, words_of
):
    rows = "".join(f"D{n},decision,2026-{n:02d}-05,LMH,Thing {n}.\n" for n in range(1, 11))
    entries = f"entry_id,entry_type,entry_date,directorate,text\n{rows}"
    assert load_file(sample_copy, entries.encode(), "entries.csv").rows.added == 10
    app = open_app(sample_copy, "experience/taking_part.py", area="Luton mental health (directorate)")
    body = next(b for b in re.split("(?=<ol|<details)", words_of(app)) if "Thing 10." in b)
    assert body.startswith(f'<ol class="changes quiet" start="{11 - MOST_CHANGES}">')
    assert body.count("<li>") == MOST_CHANGES
    assert "<summary>Show what 1 to 2 stand for</summary>" in words_of(app)


def test_one_press_leads_back_from_all_choices(sample_engine, open_app, words_of):
    assert "reset" not in [b.key for b in open_app(sample_engine).sidebar.button]
    link = {"area": "Luton mental health (directorate)", "dates": "Last 12 months"}
    app = open_app(sample_engine, "involvement/big_i.py", **link)
    assert "You are looking at: Luton mental health, last 12 months." in words_of(app)
    app.button(key="reset").click().run()
    assert "You are looking at: East London NHS Foundation Trust, all months." in words_of(app)
    assert "reset" not in [b.key for b in app.sidebar.button]


@pytest.mark.parametrize("script", CHART_PAGES[1:5])
def test_every_percentage_of_a_page_is_there_as_board_papers_show_it(
    sample_engine, open_app, headings_of, alts_of, script
):
    app = open_app(sample_engine, script)
    shown = set(headings_of(app))
    assert not any("As board papers" in alt for alt in alts_of(app))
    app.session_state["board-papers"] = True
    app.run()
    expected = {
        d.question
        for d in read_definitions().values()
        if d.unit == Unit.PERCENT and d.chart != Chart.LINE and d.question in shown
    }
    assert len(expected) > 1
    assert {s.value for s in app.subheader} == expected
    said = [alt for alt in alts_of(app) if alt.startswith("As board papers show it. XmR chart")]
    assert len(said) == len(expected)
