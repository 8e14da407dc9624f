"""Our sheet as a page: the same words, nothing from outside, and text of people as mere text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import build_spc_chart
from exports.area_sheet import YouSaid, write_sheet_html
from exports.wording import tidy

BARE = {"charts": (), "link": ""}
HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", "</p>", '" onload="x', "{{ 7 * 7 }}", "&amp;", "<!--", "]]>"]
)


@pytest.fixture(scope="module")
def page(make_sheet, read_page):
    return read_page(write_sheet_html(make_sheet()))


def test_all_words_are_on_it(make_sheet, page):
    content = make_sheet()
    said = [content.title, "23 November 2026", content.contact, content.link, content.notice]
    said += [
        *(m.text for m in content.meetings),
        *content.projects,
        *(part for y in content.you_said for part in y),
    ]
    said += [part for s in content.sentences for part in s] + [c.heading for c in content.charts]
    assert [words for words in said if words not in page.text] == []


def test_it_asks_for_nothing_from_outside_and_holds_no_script(make_sheet, page):
    text = write_sheet_html(make_sheet())
    assert page.fetched == []
    assert page.named("script") == page.named("iframe") == page.named("img") == []
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text)
    assert [a["href"] for a in page.named("a")] == [make_sheet().link]
    policy = next(m["content"] for m in page.named("meta") if m.get("http-equiv"))
    assert policy.startswith("default-src 'none';")


def test_it_says_its_language_and_has_one_title_and_headings_in_order(page):
    assert page.named("html") == [{"lang": "en-GB"}]
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels == [1, 2, 2, 2, 2, 2, 2]
    assert len(page.named("title")) == len(page.named("main")) == 1


def test_each_picture_says_its_sentence_and_its_range(make_sheet, page):
    labels = [attributes.get("aria-label") for _, attributes in page.tags if attributes.get("role") == "img"]
    alts = [build_spc_chart(chart.series, size="small").alt for chart in make_sheet().charts]
    assert labels == [*alts, f"A square code for a phone camera. It opens {make_sheet().link}"]


def test_nothing_is_left_out_for_want_of_room(make_sheet, read_page):
    many = [f"Project {i}" for i in range(40)]
    assert len(read_page(write_sheet_html(make_sheet(projects=many))).named("li")) == 2 + 1 + 40


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=80), HOSTILE, st.lists(st.one_of(HOSTILE, st.text())).map("".join)))
def test_text_of_people_is_shown_as_it_is_and_never_acts(make_sheet, read_page, text):
    bare = make_sheet(**BARE, you_said=(YouSaid("said", "We did:", "answer"),), contact="contact")
    content = make_sheet(**BARE, you_said=(YouSaid(f"said {text}", text, text),), contact=f"contact {text}")
    page = read_page(write_sheet_html(content))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in read_page(write_sheet_html(bare)).tags]
    assert tidy(f"said {text}") in [words.strip() for words in page.words]
