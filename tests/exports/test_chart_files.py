"""One chart as a picture to paste: every word has its place, and none of them acts."""

import re
from dataclasses import replace

import pytest
from defusedxml import ElementTree

from charts.spc_chart import build_spc_chart
from exports.chart_files import ChartFile, write_chart_png, write_chart_svg
from measures.examples import build_series

SPACE = "{http://www.w3.org/2000/svg}"
TOPS = [40, 50, 44, 48, 42, 47, 41, 49, 43, 46] * 2 + [80]


@pytest.fixture(scope="module")
def content():
    return ChartFile(
        heading="Do people say so?",
        place="A measure. Newham.",
        notice="These are made-up examples.",
        sentence="This goes up and down.",
        latest="May 2026: 80 of 100.",
        picture=build_spc_chart(build_series("big_i_active", TOPS, [100] * len(TOPS))),
        notes=["1. A forum decided.", "Figures up to 31 May 2026."],
    )


def lines_of(svg):
    """Our own lines from top to bottom: where each stands, and its words."""
    root = ElementTree.fromstring(svg)
    return [(int(line.get("y")), line.text) for line in root.findall(f"{SPACE}text")]


def test_all_words_stand_in_their_order_around_the_chart(content):
    svg = write_chart_svg(content)
    lines = lines_of(svg)
    said = [content.heading, content.place, content.notice, content.sentence, content.latest, *content.notes]
    assert [words for _, words in lines] == said
    assert lines == sorted(lines)
    root = ElementTree.fromstring(svg)
    chart = root.find(f"{SPACE}svg")
    top, bottom = int(chart.get("y")), int(chart.get("y")) + content.picture.height
    above, below = ([y for y, words in lines if (words in content.notes) == side] for side in (False, True))
    assert max(above) < top
    assert bottom < min(below)
    assert max(below) < int(root.get("height"))


def test_what_is_empty_takes_no_room(content):
    less = replace(content, notice="", latest="", notes=[])
    heights = [int(ElementTree.fromstring(write_chart_svg(c)).get("height")) for c in (content, less)]
    assert heights[0] > heights[1]
    assert "" not in [words for _, words in lines_of(write_chart_svg(less))]


def test_a_long_text_is_broken_into_lines_and_one_without_end_is_cut(content):
    long = replace(content, sentence="Some words that go on. " * 20, notes=["x" * 100_000])
    lines = [words for _, words in lines_of(write_chart_svg(long))]
    assert sum(words.startswith(("Some", "words", "that", "go", "on.")) for words in lines) > 3
    assert max(map(len, lines)) < 120
    assert len(lines) < 60


def test_wide_letters_break_sooner_than_narrow_ones(content):
    wide, narrow = (
        len(lines_of(write_chart_svg(replace(content, notes=[f"{word} " * 60]))))
        for word in ("WORDS", "words")
    )
    assert wide > narrow


def test_words_from_files_are_only_words(content):
    svg = write_chart_svg(replace(content, notes=['<script>alert("x")</script> & more\x00\u202e']))
    assert lines_of(svg)[-1][1] == '<script>alert("x")</script> & more'
    assert "<script" not in svg
    assert set(re.findall(r"\w+://[^\"']+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_the_file_is_a_picture(content):
    assert write_chart_png(content).startswith(b"\x89PNG")
