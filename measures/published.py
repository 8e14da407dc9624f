"""Figures that others published. They are cited, never drawn as the trust's own data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml


class PublishedFigure(NamedTuple):
    """One published figure: what it says, whose it is, its date and its source."""

    figure: str
    whose: str
    date: str
    source: str


@lru_cache(maxsize=1)
def read_published_figures() -> tuple[PublishedFigure, ...]:
    """Read them all; an unknown or missing key is an error."""
    text = Path(__file__).with_name("published_figures.yaml").read_text(encoding="utf-8")
    return tuple(PublishedFigure(**entry) for entry in yaml.safe_load(text))
