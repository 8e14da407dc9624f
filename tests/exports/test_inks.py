"""The colours of paper."""

from itertools import pairwise

from charts.palette import DOMAIN, colour
from exports.inks import find_inks, write_ink_styles


def test_each_paper_has_every_colour_in_the_order_of_the_palette():
    for paper in ("print", "light", "dark", "page"):
        assert tuple(find_inks(paper)) == DOMAIN


def test_print_is_black_white_and_grey():
    for ink in find_inks("print").values():
        assert ink[1:3] == ink[3:5] == ink[5:7]


def test_parts_of_a_whole_stay_apart_in_greys():
    levels = [int(find_inks("print")[name][1:3], 16) for name in ("deep", "middle", "pale", "paper")]
    assert all(after - before >= 45 for before, after in pairwise(levels))


def test_a_page_gives_the_colours_that_its_pictures_ask_for():
    styles = write_ink_styles("dark")
    for name, asked in find_inks("page").items():
        variable = asked.removeprefix("var(").removesuffix(")")
        assert f"{variable}: {colour(name, 'dark')};" in styles
