"""Writes ``docs/accessibility.md``: what axe finds on every page, and whose it is.

The browser tests run axe, hold each page to its row in the document and leave what they found in
``build/accessibility``. Where a row is stale they fail; then run ``python -m docs.generate_accessibility``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from ui.navigation import PAGES

PAGE = Path(__file__).with_name("accessibility.md")
FINDINGS = Path(__file__).resolve().parent.parent / "build" / "accessibility"
SIZES = {"laptop": (1440, 900), "phone": (390, 844)}
WALL, BARE = "QI Forum on the big screen", "A bare Streamlit page"
# What is left is Streamlit's and not ours to cure; a page may break these rules and no other.
REASONS = {
    "presentation-role-conflict": (
        "Streamlit gives its box for files a name and at once the role that says it has none. The button "
        "inside it has a name and works by keyboard; no setting changes the box."
    ),
}
STALE = "docs/accessibility.md is stale; run: python -m docs.generate_accessibility"

Findings = Mapping[tuple[str, str], Collection[str]]

_INTRODUCTION = """\
# Accessibility: what axe finds on every page

Made by `python -m docs.generate_accessibility` from what the browser tests found. They open every page of
the menu with the sample data and run [axe-core](https://github.com/dequelabs/axe-core) with every rule
that it has switched on, those beyond WCAG 2.2 too. They fail where a page breaks a rule that its row does not
name, or no longer breaks one that it names.

An automatic check finds only part of what can be wrong. What it cannot see, and what people have not tested
yet, stands on the page "About accessibility".
"""
_BARE_INTRODUCTION = """
## The same with nothing of ours

One page of plain Streamlit: a title, three ways to choose, a chart, two tables and a box for files.
"""


def write_finding(place: str, size: str, rules: Collection[str]) -> None:
    """Leave the rules that axe found broken for the next writing of the page."""
    FINDINGS.mkdir(parents=True, exist_ok=True)
    finding = {"place": place, "size": size, "rules": sorted(rules)}
    name = f"{place}_{size}".lower().replace(" ", "_").replace("?", "")
    (FINDINGS / f"{name}.json").write_text(json.dumps(finding), encoding="utf-8")


def read_findings() -> dict[tuple[str, str], set[str]]:
    """What the browser tests left: place and size to the rules broken there."""
    found = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(FINDINGS.glob("*.json"))]
    return {(one["place"], one["size"]): set(one["rules"]) for one in found}


def read_page() -> dict[tuple[str, str], set[str]]:
    """What the committed page says: place and size to the rules broken there."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        place, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        if len(cells) == len(SIZES) and place in (*places(), WALL, BARE):
            for size, cell in zip(SIZES, cells, strict=True):
                if cell != "-":
                    found[place, size] = {rule.strip("` ") for rule in cell.split(",")} - {"none"}
    return found


def places() -> list[str]:
    """Every page of the menu by its name there."""
    return [entry.name for entry in PAGES]


def write_page(found: Findings) -> str:
    """The whole page as Markdown.

    Raises:
        KeyError: a page of the menu has not been looked at; run the browser tests.
    """
    heads = [f"{size.capitalize()}, {width} × {height}" for size, (width, height) in SIZES.items()]
    table = [f"| Page | {' | '.join(heads)} |", "|---|---|---|"]
    ours = [*(_write_row(place, SIZES, found) for place in places()), _write_row(WALL, ["laptop"], found)]
    used = sorted({rule for (place, _), rules in found.items() if place != BARE for rule in rules})
    reasons = [f"- `{rule}`: {REASONS[rule]}" for rule in used]
    left = ["\n## What is left, and why\n", *reasons] if reasons else []
    bare = [_BARE_INTRODUCTION, *table, _write_row(BARE, ["laptop"], found)]
    return "\n".join([_INTRODUCTION, *table, *ours, *left, *bare]) + "\n"


def _write_row(place: str, sizes: Collection[str], found: Findings) -> str:
    cells = [_write_cell(found[place, size]) if size in sizes else "-" for size in SIZES]
    return f"| {place} | {' | '.join(cells)} |"


def _write_cell(rules: Collection[str]) -> str:
    return ", ".join(f"`{rule}`" for rule in sorted(rules)) or "none"


if __name__ == "__main__":
    PAGE.write_text(write_page(read_findings()), encoding="utf-8")
