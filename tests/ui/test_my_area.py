"""The page of one borough: plain, whole, and never a story without consent or a number too small."""

import re
from html import unescape

import pytest
from html_tables import tables_on

from data_model.terms import AreaType
from docs.generate_sentences import reading_age
from loaders import load_file
from measures.viewer import Viewer
from ui.reads import read_areas

SCRIPT = "local/my_area.py"
PARTS = ["join", "said", "meetings", "story", "pictures"]
TODAY = "2026-11-23"


@pytest.fixture
def my_area(open_app, settings_env, words_of):
    """The page on a day of the sample data, and its words."""

    def opening(engine, **link):
        settings_env(PARTICIPATION_TODAY=TODAY)
        app = open_app(engine, SCRIPT, **link)
        return app, unescape(words_of(app))

    return opening


def without_tags(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_visitor_picks_a_borough_with_one_tap(sample_engine, my_area, words_of, alts_of):
    app, words = my_area(sample_engine)
    assert "Choose your borough." in words
    assert "Projects you could join" not in words
    assert not alts_of(app)
    (pills,) = [p for p in app.button_group if p.key == "borough"]
    pills.set_value("Luton").run()
    assert "You are looking at: Luton." in unescape(words_of(app))


def test_whoever_chose_a_borough_at_the_side_need_not_choose_it_again(sample_engine, my_area):
    _, words = my_area(sample_engine, area="Luton (borough)")
    assert "You are looking at: Luton." in words
    assert "do not change this page" not in words
    _, words = my_area(sample_engine, area="Luton (borough)", borough="Newham")
    assert "You are looking at: Newham." in words
    assert "Your choices of area and dates at the side do not change this page." in words


def test_a_link_to_a_borough_that_there_is_not_says_so(sample_engine, my_area):
    _, words = my_area(sample_engine, borough="Atlantis")
    assert "The link asked for “Atlantis”, which there is not here. Choose your borough here." in words


def test_three_sentences_stand_above_everything(sample_engine, my_area):
    _, words = my_area(sample_engine, borough="Newham")
    stack = [without_tags(p) for p in re.findall(r'<p class="near">(.*?)</p>', words)]
    assert [s.split(" ")[0] for s in stack] == ["Seats", "How", "What"]
    # The counts are said once, also where the sentence of the chart begins with them.
    assert "Seats on the team for service users and carers October 2026 was unusually high" in stack[0]
    assert stack[0].count("26 of 37") == 1
    assert "206 of 230 answers said the care was good or very good." in stack[1]
    assert stack[2] == (
        "What you said Of 7 things said near you, 4 were done, 1 is under way and 2 still wait for an answer."
    )
    assert words.index('class="near"') < words.index('id="join"')


def test_a_viewer_of_one_borough_finds_no_other(sample_engine, my_area, monkeypatch):
    my_area(sample_engine)
    luton = next(a for a in read_areas().of_type(AreaType.BOROUGH) if a.name == "Luton")
    for module in ("borough", "near_reads"):
        monkeypatch.setattr(f"ui.{module}.current_viewer", lambda: Viewer("of one", frozenset({luton.id})))
    app, words = my_area(sample_engine, borough="Newham")
    assert "The link asked for “Newham”, which there is not here." in words
    (pills,) = [p for p in app.button_group if p.key == "borough"]
    assert pills.options == ["Luton"]
    _, words = my_area(sample_engine, borough="Luton")
    assert "You are looking at: Luton." in words
    assert "Carers' evening" not in words, "it is of a directorate that this viewer may not see"


def test_each_part_has_a_link_at_the_top(sample_engine, my_area):
    _, words = my_area(sample_engine, borough="Newham")
    assert re.findall(r'href="#(\w+)"', words) == PARTS
    assert re.findall(r'<h2 class="part" id="(\w+)"', words) == PARTS


def test_a_project_to_join_says_where_how_payment_and_whom_to_ask(sample_engine, my_area):
    _, words = my_area(sample_engine, borough="Newham")
    cards = words.split('id="join"')[1].split('id="said"')[0]
    found = re.findall(r"<li .*?</li>", cards)
    assert len(found) == 6
    for card in found:
        for fact in ("Where", "How to take part", "Payment", "Ask"):
            assert f"<dt>{fact}</dt><dd>" in card
    assert "Read our leaflets" in cards, "what a directorate offers to all its boroughs is near them too"
    assert "Hackney" not in cards


def test_what_people_said_is_answered_one_by_one(sample_engine, my_area):
    _, newham = my_area(sample_engine, borough="Newham")
    waiting = without_tags(newham.split("You said: One number to call")[1].split("</li>")[0])
    assert "Waiting for an answer. 19 weeks so far. We promised an answer by 30 September 2026" in waiting
    assert waiting.endswith("so we are late.")
    _, bedford = my_area(sample_engine, borough="Bedford")
    refused = without_tags(bedford.split("You said: See the same person each time.")[1].split("</li>")[0])
    assert "Now We could not. Why not Staff change and we cannot promise it." in refused


def test_a_story_is_told_by_a_role_and_only_while_consent_holds(sample_engine, my_area):
    _, words = my_area(sample_engine, borough="Newham")
    assert "Shared with consent</span> Told by a service user, who said yes on" in words
    assert "My mum is more than her notes" not in words, "its consent ended on 15 October 2026"
    _, without = my_area(sample_engine, borough="City of London")
    assert 'id="story"' not in without
    assert "#story" not in without


def test_a_consent_that_ended_yesterday_takes_the_story_away(sample_copy, my_area):
    rows = (
        "story_id,title,story,told_by,directorate,borough,project_id,consent_date,consent_until\n"
        "S-A,It ended,I said what I had to say.,carer,CHMH,B-CL,,2026-10-01,2026-11-22\n"
        "S-B,It holds,I say it still.,carer,CHMH,B-CL,,2026-09-01,2026-11-23\n"
    )
    assert load_file(sample_copy, rows.encode(), "stories.csv").status == "loaded"
    _, words = my_area(sample_copy, borough="City of London")
    assert "It ended" not in words
    assert "It holds" in words
    assert "Told by a carer" in words


def test_few_answers_are_hidden_everywhere_on_the_page(sample_copy, my_area):
    head = "month,directorate,borough,team,very_good,good,neither,poor,very_poor,dont_know\n"
    month = "2026-10-01,CHMH,B-CL,,3,0,0,0,0,0\n"
    report = load_file(sample_copy, (head + month).encode(), "fft.csv")
    assert report.status == "loaded", report
    app, words = my_area(sample_copy, borough="City of London")
    assert "3 of 3" not in words
    assert not re.search(r"\b[1-4] (answers|people)", words)
    for table in tables_on(app):
        for _, row in table.iterrows():
            assert not re.fullmatch(r"[1-4]", str(row.get("People who answered", "")))


def test_our_own_words_can_be_read_at_eleven(sample_engine, my_area):
    for borough in ("Newham", "Bedford", "Luton"):
        _, words = my_area(sample_engine, borough=borough)
        body = words.split('class="near"')[1].split('id="pictures"')[0]
        lines = [without_tags(line) for line in re.findall(r"<(?:p|dd|blockquote)[^>]*>(.*?)</", body)]
        text = " ".join(line if line[-1:] in ".?!" else f"{line}." for line in lines if line)
        assert reading_age(text) <= 11, borough


def test_pictures_are_lines_until_the_usual_range_is_asked_for(sample_engine, my_area, alts_of):
    app, _ = my_area(sample_engine, borough="Newham")
    alts = alts_of(app)
    assert len(alts) == 3
    assert all("Line chart, " in alt and "usual range" not in alt.split("Line chart")[1] for alt in alts)
    assert alts[0].startswith("October 2026 was unusually high: 26 of 37 projects.")


def test_filters_that_do_not_count_here_say_so(sample_engine, my_area):
    said = "Your choices of area and dates at the side do not change this page."
    assert said not in my_area(sample_engine, borough="Newham")[1]
    assert said in my_area(sample_engine, borough="Newham", dates="Last 12 months")[1]
