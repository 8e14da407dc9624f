"""The slides as one file: all words, nothing from outside, and no text of people that acts."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import build_spc_chart
from exports.forum_file import write_forum_file
from exports.slides import Slide
from exports.wording import tidy
from measures.examples import build_series
from measures.sentences import describe_series

MADE_ON = date(2026, 11, 23)
SERIES = build_series("big_i_active", [40, 50, 44, 48, 42] * 5 + [80], [100] * 26)
SLIDES = (
    Slide("Welcome", points=("Everybody speaks.", "Everybody listens.")),
    Slide(
        "Who has a seat?", describe_series(SERIES), build_spc_chart(SERIES, size="screen"), note="Monthly."
    ),
    Slide("No seat yet", columns=("Project", "Since"), rows=(("Better ward rounds", "4 weeks"),)),
)


def write(*slides, **more):
    return write_forum_file("QI Forum: Newham", slides or SLIDES, made_on=MADE_ON, **more)


@pytest.fixture(scope="module")
def page(read_page):
    return read_page(write(notice="Made-up examples."))


def test_every_slide_is_a_section_with_one_heading_of_its_own(page):
    sections, headings = page.named("section"), page.named("h1")
    assert [s["id"] for s in sections] == ["slide-1", "slide-2", "slide-3"]
    assert [s["aria-labelledby"] for s in sections] == [h["id"] for h in headings]
    assert page.named("html") == [{"lang": "en-GB"}]


def test_all_words_are_in_it_and_each_slide_says_how_old_it_is(page):
    said = ["QI Forum: Newham", "Welcome", "Everybody listens.", describe_series(SERIES), "Monthly."]
    said += ["Better ward rounds", "Since", "4 weeks"]
    assert [words for words in said if words not in page.text] == []
    assert page.text.count("Made-up examples. Made on 23 November 2026.") == len(SLIDES)


def test_a_picture_is_there_for_each_shape_of_wall_and_says_what_it_shows(page):
    pictures = [s for s in page.named("svg") if s.get("role") == "img"]
    assert [p["aria-label"] for p in pictures] == [SLIDES[1].picture.alt] * 2
    assert pictures[0]["width"] > pictures[1]["width"]


def test_colours_of_pictures_are_the_pages_in_light_dark_and_print():
    text = write()
    assert text.count("--better: ") == 3
    asked = set(re.findall(r"var\((--[\w-]+)\)", text))
    given_ = set(re.findall(r"(--[\w-]+):", text))
    assert asked <= given_


def test_it_asks_for_nothing_from_outside(page):
    text = write()
    assert page.fetched == []
    assert page.named("link") == page.named("img") == page.named("a") == []
    assert set(re.findall(r"https?://[^\s\"']+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_only_our_own_script_may_run(page):
    text = write()
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)[1]
    policy = next(m["content"] for m in page.named("meta") if m.get("http-equiv"))
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")


def test_a_table_has_headings_for_its_columns(page):
    assert page.named("th") == [{"scope": "col"}] * 2


def test_a_short_cell_stays_on_one_line():
    slide = Slide("Actions", columns=("", "What"), rows=(("Done", "Ask each of the teams for a date."),))
    text = write_forum_file("QI Forum", [slide], made_on=MADE_ON)
    assert '<td class="short">Done</td><td>Ask each of the teams for a date.</td>' in text


def test_no_slide_is_an_error_that_says_what_to_do():
    with pytest.raises(ValueError, match="Choose at least one item"):
        write_forum_file("QI Forum", [], made_on=MADE_ON)


@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=60), st.sampled_from(["<script>", "</section>", '" onclick="', "</style>"])
    )
)
def test_text_of_people_is_shown_as_it_is_and_never_acts(read_page, text):
    def build(words):
        return Slide(
            f"a {words}", f"b {words}", points=(f"c {words}",), columns=("d",), rows=((f"e {words}",),)
        )

    page, plain = read_page(write(build(text))), read_page(write(build("x")))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    found = [words.strip() for words in page.words]
    assert [letter for letter in "abce" if tidy(f"{letter} {text}") not in found] == []
