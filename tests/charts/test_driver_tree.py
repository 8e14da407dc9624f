from xml.etree import ElementTree

from charts.driver_tree import WIDTH, build_driver_tree
from measures.driver_figures import DriverBox

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("Aim", "Primary driver", "Secondary driver", "Change idea")


def box(text, column, *, depth=None, figure="", variation=None, towards=""):
    return DriverBox(
        text, KINDS[column], column, column if depth is None else depth, towards, "", figure, variation
    )


TREE = [
    box("A seat for everybody", 0, figure="13 of 19 projects (68%), July 2025", variation="improvement_high"),
    box("Teams ask early", 1, towards="A seat for everybody"),
    box("Coaches help", 2, towards="Teams ask early"),
    box("A pack", 3, towards="Coaches help", figure="too early"),
    box("People stay", 1, towards="A seat for everybody"),
    box("A buddy", 3, depth=2, towards="People stay"),
]


def parsed(boxes, **more):
    return ElementTree.fromstring(build_driver_tree(boxes, **more))  # noqa: S314 - our own text


def rectangles(root):
    return [[float(r.get(k)) for k in ("x", "y", "width", "height")] for r in root.iter(f"{SVG}rect")]


def test_columns_go_from_the_aim_on_the_left_to_ideas_on_the_right():
    lefts = [left for left, *_ in rectangles(parsed(TREE))]
    assert lefts[0] < lefts[1] < lefts[2] < lefts[3]
    assert lefts[4] == lefts[1]
    assert lefts[5] == lefts[3]  # an idea straight under a primary driver stands with the ideas
    assert len(set(lefts)) == 4


def test_no_two_boxes_meet_and_all_lie_inside():
    many = [box("Aim", 0)]
    for branch in range(4):
        many.append(box(f"Driver {branch} " + "with many words " * branch, 1))
        many += [box(f"Idea {leaf}", 3, depth=2, figure="no real change yet") for leaf in range(branch)]
    root = parsed(many)
    height = float(root.get("viewBox").split()[3])
    found = rectangles(root)
    assert len(found) == len(many)
    for i, (x, y, wide, tall) in enumerate(found):
        assert x >= 0
        assert x + wide < WIDTH
        assert y >= 0
        assert y + tall <= height
        for x2, y2, wide2, tall2 in found[i + 1 :]:
            assert x + wide <= x2 or x2 + wide2 <= x or y + tall <= y2 or y2 + tall2 <= y


def test_each_box_but_the_aim_hangs_on_one_line():
    lines = [p for p in parsed(TREE).findall(f"{SVG}path") if p.get("fill") == "none"]
    assert len(lines) == len(TREE) - 1


def test_it_is_one_picture_with_all_its_words():
    root = parsed(TREE)
    said = root.get("aria-label")
    assert root.get("role") == "img"
    assert said.startswith(
        "Driver diagram. Aim: A seat for everybody (13 of 19 projects (68%), July 2025); "
        "Primary driver: Teams ask early, works towards “A seat for everybody”;"
    )
    assert all(one.text in said for one in TREE)
    assert [inner for inner in root.iter(f"{SVG}svg") if inner is not root and inner.get("role")] == []


def test_words_never_act():
    nasty = '<script>alert(1)</script> & "quoted"'
    svg = build_driver_tree([box(nasty, 0, figure=nasty)])
    assert "<script>" not in svg
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own text
    assert nasty in root.get("aria-label")


def test_a_document_has_fixed_colours_and_a_page_follows_its_mode():
    assert "light-dark(" not in build_driver_tree(TREE, mode="light")
    assert "light-dark(" in build_driver_tree(TREE)


def test_no_boxes_no_picture():
    assert build_driver_tree([]) == ""


def test_two_diagrams_stand_one_below_the_other():
    first, second = rectangles(parsed([box("One", 0), box("Two", 0)]))
    assert first[1] + first[3] < second[1]
