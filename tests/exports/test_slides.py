"""A slide is refused where a wall could not show it."""

import pytest

from exports.slides import Slide


def test_a_slide_needs_a_heading():
    with pytest.raises(ValueError, match="needs a heading"):
        Slide("  ")


def test_a_row_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="'Actions' a row has 1 cells for 2 columns"):
        Slide("Actions", columns=("What", "By when"), rows=(("Ask the ward",),))
