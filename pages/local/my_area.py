"""My area: three sentences about one borough, each with a small picture."""

from __future__ import annotations

from ui.borough import choose_borough, show_borough

borough = choose_borough()
if borough is not None:
    show_borough(borough)
