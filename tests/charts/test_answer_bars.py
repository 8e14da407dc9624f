import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from charts.answer_bars import build_answer_bars
from data_model.terms import PulseQuestion
from measures.disclosure import AnswerGroup
from measures.pulse import AnswerBar, PulseAnswers, describe_pulse


def bar(question, *groups, hidden=False):
    return AnswerBar(PulseQuestion(question), tuple(AnswerGroup(*group) for group in groups), hidden)


def alone(question, *counts):
    return bar(question, *((n, n, count) for n, count in enumerate(counts)))


@pytest.fixture
def draw(make_series):
    def run(*bars):
        heard = make_series("voice_heard", [70], 100)
        answers = PulseAnswers(heard, date(2025, 11, 1), date(2026, 10, 1), 0, bars)
        return answers, ElementTree.fromstring(f"<div>{build_answer_bars(answers)}</div>")  # noqa: S314

    return run


def boxes(tree):
    """Start and end of every box in percent, bar by bar."""
    found = []
    for svg in tree.findall(".//{*}div[@class='answer']/{*}svg"):
        places = [(float(r.get("x")[:-1]), float(r.get("width")[:-1])) for r in svg.findall("{*}rect")]
        found.append([(x, x + width) for x, width in places])
    return found


def parting(tree):
    return [float(line.get("x1")[:-1]) for line in tree.findall(".//{*}line")]


def test_bars_share_one_scale_and_part_in_the_middle_of_neither(draw):
    _, tree = draw(alone("heard", 10, 10, 20, 30, 30), alone("supported", 0, 10, 10, 40, 40))
    first, second = boxes(tree)
    assert len(first) == 5
    assert len(second) == 4, "an answer of nobody has no box"
    (at,) = set(parting(tree))
    for found, neither in ((first, 2), (second, 1)):
        assert sum(found[neither]) / 2 == pytest.approx(at, abs=0.02)
        for (_, end), (start, _) in pairwise(found):
            assert end == pytest.approx(start, abs=0.02)
    assert min(start for start, _ in first + second) == 0
    assert max(end for _, end in first + second) == pytest.approx(100, abs=0.02)
    assert first[0][1] - first[0][0] == pytest.approx(second[1][1] - second[1][0], abs=0.02), "a tenth each"


def test_what_is_put_together_stands_left_of_the_parting_and_in_the_key(draw):
    _, tree = draw(bar("heard", (0, 2, 8), (3, 4, 12)))
    (found,) = boxes(tree)
    assert found[0] == (0, 40)
    assert parting(tree) == [40]
    key = ["".join(item.itertext()).strip() for item in tree.findall(".//{*}li")]
    assert key == ["neither, or disagree", "agree or strongly agree"]


def test_what_is_hidden_is_said_and_not_drawn(draw):
    _, tree = draw(alone("heard", 10, 10, 20, 30, 30), bar("paid", hidden=True))
    assert len(boxes(tree)) == 1
    assert "hidden: too few answers" in "".join(tree.itertext())
    answers, _ = draw(bar("paid", hidden=True))
    assert build_answer_bars(answers) == ""


def test_its_words_are_the_sentence_and_the_range(draw):
    answers, tree = draw(alone("heard", 10, 10, 20, 30, 30), alone("supported", 0, 10, 10, 40, 40))
    said = tree.find(".//*[@role='img']").get("aria-label")
    assert said == (
        f"{describe_pulse(answers)} "
        "Bars of answers, from November 2025 to October 2026, from 60% to 80% agree."
    )
    assert all(svg.get("aria-hidden") for svg in tree.iter() if svg.tag.endswith("svg"))


def test_a_number_stands_only_where_it_fits(draw):
    _, tree = draw(alone("heard", 5, 5, 5, 500, 500))
    written = [text.text for text in tree.findall(".//{*}div[@class='answer']/{*}svg/{*}text")]
    assert written == ["500", "500"]
    assert re.fullmatch(r"1,000 of 1,015 agree \(99%\)", tree.find(".//{*}span").text)
