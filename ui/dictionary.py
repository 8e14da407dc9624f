"""The words, the measures and other people's figures, for looking up."""

from __future__ import annotations

import streamlit as st

from measures.definitions import read_counting_rules, read_definitions
from measures.published import read_published_figures
from ui.headlines import BIG_I
from ui.text import show_lines, show_text

_WORDS = {
    "Usual range": "Where nearly all points fall while nothing has changed, worked out from the points.",
    "Usual level": "The middle of the points. On most charts it is their average.",
    "Real change": "The pattern is very unlikely to be chance. Chance alone is still possible.",
    "Missing": "Nobody sent figures. We draw a gap, never nought.",
    "Hidden": "Fewer than 5 people (staff: fewer than 10). We hide it so nobody can be recognised.",
    "None": "A project was asked and involves nobody. It is not the same as not recorded.",
    "Not recorded": "Nobody has told us whether a project involves people.",
    "Co-production workshop": "A meeting where service users, carers and staff work something out as equals.",
    "QI project": "Quality improvement: a team tests changes to care and measures whether they work.",
}


def show_words() -> None:
    """The words that the pages use."""
    st.header("What do the words mean?", anchor=False)
    show_text(BIG_I, "standing")
    for word, meaning in _WORDS.items():
        st.subheader(word, anchor=False)
        show_text(meaning)


def show_measures() -> None:
    """Every measure: what it asks, how it is worked out, who looks after it."""
    st.header("How is each number worked out?", anchor=False)
    for d in read_definitions().values():
        with st.expander(d.title, key=f"definition-{d.id}"):
            show_lines(
                [
                    d.question,
                    d.why_it_matters,
                    d.how_worked_out,
                    f"Number on top: {d.numerator}. Number below: {d.denominator or 'none'}.",
                    f"Looked after by: {d.owner}. Next review: {d.next_review:%d/%m/%Y}.",
                ]
            )
    for _, rule in read_counting_rules():
        show_text(f"{rule.meaning} ({rule.agreed_by}.)")


def show_published_figures() -> None:
    """What others published: cited with owner and date, never drawn as the trust's own data."""
    st.header("What have others published?", anchor=False)
    show_text("These figures belong to the people named. They are not in our charts.")
    for f in read_published_figures():
        show_text(f"{f.figure}. {f.whose}, {f.date}. Source: {f.source}.")
