"""Writes ``docs/sentences.md``: every sentence of every measure, with its reading age.

Run ``python -m docs.generate_sentences`` after changing a sentence or a definition; a test holds the
page to the code. Reading age: Flesch-Kincaid grade plus 5.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import textstat

from measures.examples import build_all_examples
from measures.sentences import describe_series

PAGE = Path(__file__).with_name("sentences.md")
YEARS_BEFORE_SCHOOL_GRADES = 5
LIMITS = {"local": 11, "board": 14}
# Read on local pages, so the lower limit holds.
LOCAL = ("big_i_active", "workshop_parity", "fft_positive", "voice_heard", "paid_on_time")

_INTRODUCTION = """\
# Every sentence a chart can say

Made by `python -m docs.generate_sentences` from made-up series of each shape, a hundred counted each period.
Reading age is the Flesch-Kincaid grade plus 5. It is at most 11 for measures on local pages and at most 14
for all others.
"""


def reading_age(words: str) -> float:
    """The age, in years, at which a text can be read: Flesch-Kincaid grade plus 5."""
    return textstat.flesch_kincaid_grade(words) + YEARS_BEFORE_SCHOOL_GRADES


def write_page() -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION]
    for definition, examples in groupby(build_all_examples(), key=lambda example: example[0]):
        parts.append(f"\n## {definition.title} (`{definition.id}`)\n")
        parts.append("| What the chart shows | What it says | Reading age |\n|---|---|---|")
        for _, shape, series in examples:
            words = describe_series(series)
            parts.append(f"| {shape.name} | {words} | {reading_age(words):.0f} |")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
