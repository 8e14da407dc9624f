"""Words and how we work things out."""

from __future__ import annotations

from ui.dictionary import show_measures, show_published_figures, show_words

show_words()
show_measures()
show_published_figures()
