"""Answers on a scale of five as bars that grow both ways: who disagrees to the left, who agrees to the right.

Our own SVG inside HTML: widths are percentages, so that words keep their size whatever the width of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import NamedTuple

from charts.icons import css_colour
from measures.disclosure import AnswerGroup
from measures.pulse import ANSWER_WORDS, SENTENCES, AnswerBar, PulseAnswers, describe_bar, describe_pulse
from measures.writing import format_value

_HEIGHT = 30  # of one bar, in pixels
_NARROWEST = 280  # pixels that a bar has on the smallest phone
_DIGIT = 9  # pixels of one sign of a number


class _Fill(NamedTuple):
    """How one group of answers is painted; ``opacity`` of its fill, ``ink`` of the number on it."""

    colour: str
    opacity: float
    ink: str
    edge: str = "ordinary"
    edge_width: int = 1


# In the order of the scale. What is told as one has an edge of its own.
_FILLS = {
    (0, 0): _Fill("worse", 1, "paper"),
    (0, 1): _Fill("worse", 0.45, "text", "worse", 3),
    (1, 1): _Fill("worse", 0.45, "text"),
    (0, 2): _Fill("pale", 1, "text", "worse", 3),
    (2, 2): _Fill("pale", 1, "text"),
    (3, 3): _Fill("middle", 1, "paper"),
    (3, 4): _Fill("middle", 1, "paper", "deep", 3),
    (4, 4): _Fill("deep", 1, "paper"),
}
_MIDDLE = (2, 2)


class _Span(NamedTuple):
    """One group between two shares of all answers; 0 is where agreeing and disagreeing part."""

    group: AnswerGroup
    start: float
    end: float


@lru_cache(maxsize=128)
def build_answer_bars(answers: PulseAnswers) -> str:
    """A key, and under each sentence its bar on one scale, as HTML; empty text where nothing may be told."""
    if not answers.told:
        return ""
    spans = {bar.question: list(_spans(bar)) for bar in answers.bars}
    low = min(span.start for found in spans.values() for span in found)
    high = max(span.end for found in spans.values() for span in found)
    drawn = "".join(
        f'<div class="answer"><strong>{escape(SENTENCES[bar.question])}</strong> '
        f"<span>{escape(describe_bar(bar, answers))}</span>{_draw(spans[bar.question], low, high)}</div>"
        for bar in answers.bars
    )
    return (
        f'{_write_key(answers)}<div class="answers" role="img" aria-label="{escape(_describe(answers))}">'
        f"{drawn}</div>"
    )


def _spans(bar: AnswerBar) -> Iterator[_Span]:
    """The groups from left to right, the middle half on each side of 0."""
    if not bar.groups:
        return
    begun = -sum(_left_of_nought(group) for group in bar.groups) / bar.answers
    for group in bar.groups:
        share = group.people / bar.answers
        if share:
            yield _Span(group, begun, begun + share)
        begun += share


def _left_of_nought(group: AnswerGroup) -> float:
    if (group.first, group.last) == _MIDDLE:
        return group.people / 2
    return group.people if group.last <= _MIDDLE[0] else 0


def _draw(spans: list[_Span], low: float, high: float) -> str:
    if not spans:
        return ""
    scale = 100 / (high - low)
    drawn = "".join(_box(span, (span.start - low) * scale, (span.end - span.start) * scale) for span in spans)
    parting = f"{-low * scale:.2f}%"
    # Behind the bar, so that it crosses no number.
    line = f'<line x1="{parting}" x2="{parting}" y1="0" y2="{_HEIGHT}" stroke="{css_colour("text", None)}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="100%" height="{_HEIGHT}">'
        f"{line}{drawn}</svg>"
    )


def _box(span: _Span, x: float, width: float) -> str:
    fill = _FILLS[span.group.first, span.group.last]
    said = f"{span.group.people:,}"
    fits = width / 100 * _NARROWEST > _DIGIT * (len(said) + 1)
    number = (
        f'<text x="{x + width / 2:.2f}%" y="{_HEIGHT / 2 + 5:g}" text-anchor="middle" font-weight="600" '
        f'font-size="14" fill="{css_colour(fill.ink, None)}">{said}</text>'
        if fits
        else ""
    )
    return f'<rect x="{x:.2f}%" width="{width:.2f}%" y="4" height="{_HEIGHT - 8}" {_paint(fill)}/>{number}'


def _paint(fill: _Fill) -> str:
    return (
        f'fill="{css_colour(fill.colour, None)}" fill-opacity="{fill.opacity:g}" '
        f'stroke="{css_colour(fill.edge, None)}" stroke-width="{fill.edge_width}"'
    )


def _write_key(answers: PulseAnswers) -> str:
    """The answers that stand in the picture, in the order of the scale."""
    seen = {(group.first, group.last) for bar in answers.bars for group in bar.groups}
    parts = "".join(
        f'<li><svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="16" height="16">'
        f'<rect x="2" y="2" width="12" height="12" {_paint(fill)}/></svg> {escape(ANSWER_WORDS[key])}</li>'
        for key, fill in _FILLS.items()
        if key in seen
    )
    return f'<ul class="key" aria-label="What the bars show">{parts}</ul>'


def _describe(answers: PulseAnswers) -> str:
    """The sentence, then what is drawn, its dates and its range."""
    shares = sorted(bar.share for bar in answers.told)
    low, high = (format_value(share, answers.heard.definition) for share in (shares[0], shares[-1]))
    reach = f"{high} agree" if low == high else f"from {low} to {high} agree"
    return f"{describe_pulse(answers)} Bars of answers, {answers.when}, {reach}."
