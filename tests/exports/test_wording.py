"""Text from people on its way to paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.wording import shorten, tidy


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\tand  spaces ", "two lines and spaces"),
        ("nul\x00 bell\x07 escape\x1b[31m", "nul bell escape[31m"),
        ("turned \u202egnp.exe", "turned gnp.exe"),
        ("half \ud83d a sign", "half a sign"),
        ("#strong[*no*] $x$ <script>", "#strong[*no*] $x$ <script>"),
        ("e\u0301toile 😀 বাংলা", "étoile 😀 বাংলা"),
    ],
)
def test_tidy_keeps_what_can_be_seen(text, shown):
    assert tidy(text) == shown


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("short enough", 12, "short enough"),
        ("cut between two words", 16, "cut between two…"),
        ("no comma, left", 11, "no comma…"),
        ("Donaudampfschiff", 6, "Donau…"),
    ],
)
def test_shorten_cuts_between_words_where_it_can(text, longest, shown):
    assert shorten(text, longest) == shown


@given(st.text(max_size=80), st.integers(min_value=2, max_value=40))
def test_shortened_text_is_never_too_long(text, longest):
    assert len(shorten(tidy(text), longest)) <= longest
