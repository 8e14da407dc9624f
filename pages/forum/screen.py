"""QI Forum: the agenda, what was written down, and the big screen for the meeting."""

from __future__ import annotations

from ui.forum import show_forum
from ui.screen import show_screen
from ui.screen_view import is_on_screen

if is_on_screen():
    show_screen()
else:
    show_forum()
