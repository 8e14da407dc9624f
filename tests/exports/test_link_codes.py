"""The square code of a link."""

from defusedxml import ElementTree

from exports.link_codes import write_link_code_svg


def test_the_code_is_a_picture_with_a_white_edge_and_no_size_of_its_own():
    root = ElementTree.fromstring(write_link_code_svg("https://dashboard.example.org/my-area?borough=newham"))
    assert root.get("width") is None
    left, top, width, height = map(int, root.get("viewBox").split())
    assert (left, top) == (0, 0)
    assert width == height == 33 + 2 * 4


def test_the_same_link_gives_the_same_code_and_another_link_another():
    first, again, other = map(
        write_link_code_svg, ("https://a.example", "https://a.example", "https://b.example")
    )
    assert first == again != other
