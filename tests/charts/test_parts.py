from charts.parts import name_parts, part_fill
from charts.theme import SIZES


def test_parts_get_darker_to_emptier_fills_in_order():
    parts = name_parts({"a": "first", "b": "second", "c": "third", "d": "fourth"})
    assert [(part.key, part.words, part.fill) for part in parts] == [
        ("a", "first", "deep"), ("b", "second", "middle"), ("c", "third", "pale"), ("d", "fourth", "paper"),
    ]  # fmt: skip


def test_the_key_names_only_the_parts_in_their_order():
    color = part_fill(name_parts({"a": "first", "b": "second"}), SIZES["large"]).to_dict()
    assert color["legend"]["values"] == ["deep", "middle"]
    assert "'deep': 'first', 'middle': 'second'" in color["legend"]["labelExpr"]
    assert color["legend"]["title"] is None
