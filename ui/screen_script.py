"""The few lines that a browser runs on the big screen, for what no button of the page can do."""

from __future__ import annotations

from pathlib import Path

# Inline, because nothing but our own pages may be asked for scripts; the headers allow this text alone.
SCREEN_SCRIPT = Path(__file__).with_name("screen.js").read_text(encoding="utf-8")
