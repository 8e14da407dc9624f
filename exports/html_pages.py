"""Self-contained pages from templates: one file with its style, and every word from people as mere text."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).parent / "templates"
_PAGES = Environment(
    loader=FileSystemLoader(_TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_page(template: str, **data: object) -> str:
    """The template filled in. Text is escaped; only what is given as `markupsafe.Markup` is taken as it is.

    Raises:
        jinja2.UndefinedError: the template asks for something that is not in ``data``.
    """
    return _PAGES.get_template(template).render(data)


def read_part(name: str) -> str:
    """A style or a script of ours that goes into a page as it is."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")
