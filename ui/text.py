"""Text on the screen. Words from files pass through here, so that nothing in them acts as code."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>$#:~|!"})


def plain(text: str) -> str:
    """The text with Markdown made harmless, for headings and labels that Streamlit reads as Markdown."""
    return text.translate(_MARKDOWN)


def name_button(label: str, about: str) -> str:
    """The label of a button that stands there more than once: what it is about is heard and never seen.

    Small text in the label of a button is hidden from the eye by the style of these lists in `ui.look`.
    """
    return f"{label} :small[{plain(' '.join(about.split()))}]"


def show_table(table: pd.DataFrame, alt: str) -> None:
    """Show a table of words."""
    st.html(write_table(table, alt))


def write_table(table: pd.DataFrame, alt: str) -> str:
    """A table of words as HTML: every cell as text, without an index, shown as it is whatever its cells hold.

    Not ``st.table``: it reads each cell as Markdown, a second of work for a browser with twenty tables, and
    its box that scrolls cannot be reached by keyboard.
    """
    name = escape(alt)
    head = "".join(f'<th scope="col">{escape(str(column))}</th>' for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in table.astype(str).itertuples(index=False)
    )
    return (
        f'<div class="words" role="group" aria-label="{name}" tabindex="0"><table aria-label="{name}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def show_text(text: str, css_class: str = "quiet") -> None:
    """One paragraph; whatever stands in ``text`` is shown as it is."""
    st.html(f'<p class="{css_class}">{escape(text)}</p>')


def show_answer(question: str, sentence: str) -> None:
    """Show a question and its answer."""
    st.html(write_answer(question, sentence))


def write_answer(question: str, sentence: str, latest: str = "") -> str:
    """A question as heading, its answer in larger type, and the newest figure close under it, as HTML.

    Empty words are left out. One element: a page of six measures is ready sooner than with two for each.
    """
    heading = f'<h2 class="question">{escape(question)}</h2>' if question else ""
    more = f'<p class="latest">{escape(latest)}</p>' if latest else ""
    return f'{heading}<p class="sentence">{escape(sentence)}</p>{more}'


def show_lines(lines: Iterable[str], css_class: str = "quiet") -> None:
    """Several paragraphs as one element; nothing if there are none."""
    found = write_lines(lines, css_class)
    if found:
        st.html(found)


def write_lines(lines: Iterable[str], css_class: str = "quiet") -> str:
    """Paragraphs as HTML; whatever stands in a line is shown as it is."""
    return "".join(f'<p class="{css_class}">{escape(line)}</p>' for line in lines)


def show_folded(label: str, inside: str, name: str) -> None:
    """Show HTML that `write_folded` folds away."""
    st.html(write_folded(label, inside, name))


def write_folded(label: str, inside: str, name: str) -> str:
    """HTML that is folded away under a label until somebody opens it; ``name`` is a class to find it by.

    The browser's own fold: twenty of Streamlit's, each with elements of its own, keep a page waiting.
    """
    return f'<details class="folded {name}"><summary>{escape(label)}</summary>{inside}</details>'


def show_list(items: Iterable[str], css_class: str) -> None:
    """Show a list; nothing if it is empty."""
    found = write_list(items, css_class)
    if found:
        st.html(found)


def write_list(items: Iterable[str], css_class: str, first: int | None = None) -> str:
    """A list as HTML, numbered from ``first`` on where that is given; empty if there is nothing in it."""
    found = "".join(f"<li>{escape(item)}</li>" for item in items)
    if not found:
        return ""
    if first is None:
        return f'<ul class="{css_class}">{found}</ul>'
    return f'<ol class="{css_class}" start="{first}">{found}</ol>'
