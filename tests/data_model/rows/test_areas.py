from data_model.rows import AreaRow
from data_model.terms import AreaType

AREA = {"area_code": "N", "area_name": "Newham", "area_type": "Borough"}


def test_an_area_with_lists(read):
    row = read(AreaRow, **AREA | {"parent_code": "A;B", "aliases": "LBN; The borough"})
    assert row.area_type is AreaType.BOROUGH
    assert (row.parent_code, row.aliases) == (("A", "B"), ("LBN", "The borough"))


def test_an_area_type_is_one_of_four(problems):
    assert problems(AreaRow, **AREA | {"area_type": "ward"}) == [
        ("area_type", "This is not one of the words for this column.")
    ]
