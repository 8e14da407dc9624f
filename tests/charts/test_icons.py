import re
from typing import get_args
from xml.etree import ElementTree

import pytest

from charts.icons import build_assurance_icon, build_variation_icon
from spc.result import Assurance, Variation

VARIATIONS, ASSURANCES = get_args(Variation), get_args(Assurance)
ALL = [build_variation_icon(v) for v in VARIATIONS] + [build_assurance_icon(a) for a in ASSURANCES]
BANNED = r"RAG|assurance|special|variation|cause|common|fail|significant"


@pytest.mark.parametrize("svg", ALL)
def test_an_icon_is_an_image_with_plain_words(svg):
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own text
    assert root.get("role") == "img"
    assert len(root.get("aria-label")) > 10
    assert not re.search(BANNED, root.get("aria-label"), re.IGNORECASE)
    assert (root.get("width"), root.get("viewBox")) == ("24", "0 0 24 24")


def test_no_two_icons_are_alike_without_their_colour_and_words():
    plain = {re.sub(r'light-dark\([^)]*\)|aria-label="[^"]*"', "", svg) for svg in ALL}
    assert len(plain) == len(VARIATIONS) + len(ASSURANCES)


def test_better_worse_and_neither_have_their_own_shapes():
    shape = {v: re.findall(r' d="([^"]+)"', build_variation_icon(v))[0] for v in VARIATIONS}
    better, worse, neither = (
        {shape[f"{word}_{side}"] for side in ("high", "low")}
        for word in ("improvement", "concern", "neutral")
    )
    assert not better & worse
    assert not worse & neither
    assert not better & neither
    assert shape["common_cause"] not in better | worse | neither


@pytest.mark.parametrize(
    ("svg", "letter"),
    [
        (build_variation_icon("improvement_high"), "H"),
        (build_variation_icon("concern_low"), "L"),
        (build_assurance_icon("pass"), "P"),
        (build_assurance_icon("fail"), "F"),
        (build_assurance_icon("inconsistent"), "?"),
    ],
)
def test_letters_say_it_again(svg, letter):
    assert f">{letter}</text>" in svg


def test_normal_ups_and_downs_have_a_wave_and_no_letter():
    assert "<text" not in build_variation_icon("common_cause")


def test_colours_follow_the_page_or_are_fixed_for_paper():
    assert "light-dark(#005EB8,#6CB4FF)" in build_variation_icon("improvement_high")
    printed = build_variation_icon("improvement_high", mode="light", size=48)
    assert "light-dark" not in printed
    assert "#005EB8" in printed
    assert 'width="48"' in printed
