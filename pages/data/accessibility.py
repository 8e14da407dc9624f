"""About accessibility: what was tested, what was not, what is known to be wrong, and whom to tell."""

from __future__ import annotations

from ui.accessibility_statement import show_statement

show_statement()
