"""What we tried and what happened: the chart with its lanes, the table of all ideas, the driver diagram."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from html_tables import tables_on

from loaders import load_file

SCRIPT = "forum/change_ideas.py"
TOWER_HAMLETS = "Tower Hamlets mental health (directorate)"
NEW = "New projects with Big I"
CAUSAL = re.compile(r"\b(because of|due to|caused|led to|thanks to)\b", re.IGNORECASE)
RESULTS = {
    "followed by a real rise", "followed by a real fall", "no real change yet", "too early", "we cannot tell",
    "not begun yet",
}  # fmt: skip


@pytest.fixture
def ideas(open_app, settings_env):
    """The page on a day of the sample data."""

    def opening(engine, **link):
        settings_env(PARTICIPATION_TODAY="2026-11-23")
        return open_app(engine, SCRIPT, **link)

    return opening


def drawn(app, part):
    (found,) = [m.value for m in app.markdown if part in m.value]
    return found


def without_tags(html):
    return " ".join(unescape(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", html)).split())


def rows(app):
    return re.findall(r'<tr role="row"><th scope="row".*?</tr>', drawn(app, 'class="ideas"'))


def test_the_packs_were_followed_by_a_real_rise(sample_engine, ideas, words_of):
    app = ideas(sample_engine, area=TOWER_HAMLETS, measure=NEW)
    (chart,) = [c.proto.alt for c in app.get("vega_lite_chart")]
    assert "This is a real change, not just ups and downs." in words_of(app)
    assert (
        "Information packs for new project teams, Tower Hamlets, adopted, June 2023 to November 2023" in chart
    )
    results = without_tags(drawn(app, 'class="results"'))
    assert "Followed by a real rise . Figures of Tower Hamlets mental health. About 38% before" in results
    assert "need not come from it" in words_of(app)
    assert "Planned from January 2027: Swap shop" in words_of(app)


def test_every_idea_is_in_the_table_with_a_result_and_the_newest_first(sample_engine, ideas):
    found = [without_tags(row) for row in rows(ideas(sample_engine))]
    assert len(found) == 24
    assert found[0].startswith("Swap shop for projects that need people")
    assert found[-1].startswith("Text message the day after a visit")
    for row in found:
        assert any(words in row.lower() for words in RESULTS), row
        assert not CAUSAL.search(row.split("What the figures did")[1])


def test_all_ideas_are_summed_up_in_words_above_the_table(sample_engine, ideas, words_of):
    words = words_of(ideas(sample_engine, about=NEW))
    said = re.search(r"A real change followed 1 of \d ideas: 1 rise\. For \d there is no real change", words)
    assert said
    assert said.start() < words.index('class="ideas"')


def test_the_table_is_narrowed_to_a_measure(sample_engine, ideas):
    app = ideas(sample_engine)
    app.selectbox(key="about").select(NEW).run()
    assert len(rows(app)) == 4
    assert len(rows(ideas(sample_engine, about=NEW))) == 4


def test_each_row_leads_to_its_chart_and_keeps_the_other_choices(sample_engine, ideas):
    app = ideas(sample_engine, dates="Last 24 months")
    row = next(r for r in rows(app) if "Information packs" in r)
    asked = parse_qs(urlsplit(unescape(re.search(r'href="([^"]+)"', row).group(1))).query)
    assert asked == {"dates": ["Last 24 months"], "area": [TOWER_HAMLETS], "measure": [NEW]}


def test_only_measures_that_ideas_aim_at_can_be_chosen(sample_engine, ideas):
    box = ideas(sample_engine).selectbox(key="measure")
    assert NEW in box.options
    assert "Active QI projects" not in box.options


def test_until_somebody_chooses_the_measure_goes_with_the_area(sample_engine, ideas):
    app = ideas(sample_engine)
    app.menu_button(key="pick-area").click(TOWER_HAMLETS).run()
    assert app.selectbox(key="measure").value == "DIALOG: treatment satisfaction"
    app.selectbox(key="measure").select(NEW).run()
    app.menu_button(key="pick-area").click("Luton mental health (directorate)").run()
    assert app.selectbox(key="measure").value == NEW


def test_a_place_without_such_an_idea_says_which_there_are(sample_engine, ideas, words_of):
    app = ideas(sample_engine, area="Luton mental health (directorate)", measure=NEW)
    words = unescape(words_of(app))
    assert "No idea in Luton mental health that has begun aimed at this measure" in words
    assert re.search(r"Ideas here aimed at: [^.]*\bDays between a team's workshops", words)


def test_a_measure_that_there_is_not_is_said(sample_engine, ideas, words_of):
    words = unescape(words_of(ideas(sample_engine, measure="Atlantis")))
    assert "The link asked for “Atlantis”, which there is not here. You see “Projects with" in words


def test_days_between_workshops_need_a_place(sample_engine, ideas, words_of):
    gap = "Days between a team's workshops"
    assert "Choose a directorate or a borough" in words_of(ideas(sample_engine, measure=gap))


def test_an_area_without_figures_offers_the_way_out(sample_engine, ideas, words_of):
    fft = "Friends and Family Test: good or very good"
    app = ideas(sample_engine, area="Corporate (directorate)", measure=fft)
    assert "Nothing matches. You chose Corporate" in unescape(words_of(app))


def test_the_diagram_of_a_directorate_or_else_of_the_trust(sample_engine, ideas, words_of):
    own = ideas(sample_engine, area="Bedfordshire mental health (directorate)")
    assert "Two in three projects in Bedfordshire have a seat again" in drawn(own, 'class="drivers"')
    assert "has no diagram of its own" not in words_of(own)
    other = ideas(sample_engine, area="Newham (borough)")
    assert "Newham has no diagram of its own. This is the one of East London" in words_of(other)
    assert "Bedfordshire have a seat again" not in drawn(other, 'class="drivers"')


def test_the_tree_its_list_and_its_table_say_the_same(sample_engine, ideas):
    app = ideas(sample_engine)
    html = drawn(app, 'class="drivers"')
    tree, branches = html.split('<ul class="branches">')
    label = unescape(re.search(r'role="img" aria-label="([^"]+)"', tree).group(1))
    (table,) = [t for t in tables_on(app) if "Works towards" in t]
    assert len(table) == branches.count("<li>") == 16
    assert branches.count("<ul>") == branches.count("</ul>") - 1
    for _, row in table.iterrows():
        assert row["Driver"] in label
        assert row["Driver"] in unescape(branches)
    aim = table.iloc[0]
    assert (
        aim["Newest figure, or what followed"].replace("\\", "") == "61 of 125 projects (49%), October 2026"
    )


def test_words_from_a_file_never_act(sample_copy, ideas):
    nasty = '![x](https://example.org/x.png) *b* <b onclick="x">t</b>'.replace('"', '""')
    header = "idea_id,title,directorate,borough,measure,start_date,end_date,status,prediction,what_happened"
    row = f'CI-90,"{nasty}",LMH,,big_i_new,2025-02-03,,testing,"{nasty}","{nasty}"'
    assert load_file(sample_copy, f"{header}\n{row}\n".encode(), "change_ideas.csv").status == "loaded"
    header = "driver_id,parent_id,driver_type,text,directorate,measure,idea_id,position"
    row = f'DX,,aim,"{nasty}",LMH,,,1'
    assert load_file(sample_copy, f"{header}\n{row}\n".encode(), "drivers.csv").status == "loaded"
    app = ideas(sample_copy, area="Luton mental health (directorate)", measure=NEW)
    for part in ("results", "ideas", "drivers"):
        html = drawn(app, f'class="{part}"')
        assert "&lt;b onclick=" in html
        assert "<b " not in html
        assert "\n\n" not in html


def test_without_ideas_the_page_says_so(engine, ideas, words_of):
    areas = b"area_code,area_name,area_type,parent_code\nRWX,Example Trust,trust,\n"
    assert load_file(engine, areas, "areas.csv").status == "loaded"
    assert "No change ideas have been loaded yet." in words_of(ideas(engine))
