import re
from xml.etree import ElementTree

import pytest

from charts.strokes import write_circle, write_circles, write_lines, write_shape


def test_each_run_of_spots_is_a_line_of_its_own():
    assert write_lines([[(0, 1), (2, 3)], [(4, 5.5)]]) == "M0 1 L2 3 M4 5.5"
    assert write_lines([]) == ""


def test_a_circle_is_one_element_however_many_there_are():
    assert ElementTree.fromstring(write_circle((3, 4), 2.6, "red")).attrib == {  # noqa: S314
        "cx": "3", "cy": "4", "r": "2.6", "fill": "red",
    }  # fmt: skip
    assert write_circles([(10, 20), (30, 20)], 2).count("M") == 2
    assert write_circles([(10, 20)], 2).startswith("M8.00 20a2 2 0 1 0 4 0")


def test_a_shape_points_where_its_name_says():
    def corners(shape):
        return [
            tuple(float(n) for n in pair.split(","))
            for pair in re.search('points="([^"]+)"', write_shape((0, 0), shape, "red"))[1].split()
        ]

    assert min(corners("triangle-up"), key=lambda corner: corner[1])[0] == 0
    assert max(corners("triangle-down"), key=lambda corner: corner[1])[0] == 0
    assert len(corners("diamond")) == len(corners("square")) == 4
    with pytest.raises(KeyError):
        write_shape((0, 0), "star", "red")


def test_a_smaller_shape_has_its_corners_nearer():
    assert write_shape((10, 10), "square", "red", scale=0.5) == (
        '<polygon points="8.2,8.2 11.8,8.2 11.8,11.8 8.2,11.8" fill="red"/>'
    )
