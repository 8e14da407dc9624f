from measures.drivers import query_drivers

DRIVERS = """
driver_id,parent_id,driver_type,text,directorate,measure,idea_id,position
D3,D1,primary,People feel ready,,,,1
D4,D2,change idea,A pack for each team,,,,
D1,,aim,A seat on every team,,big_i_active,,
D2,D1,primary,Teams know how to ask,,,,2
D5,D2,secondary,Coaches ask early,,,,1
N1,,aim,Newham together,NMH,,,
N2,N1,primary,Pay on the day,NMH,,,0
"""


def test_boxes_come_in_reading_order_with_their_depth(ask, load_rows):
    load_rows("drivers", DRIVERS)
    found = ask(query_drivers, "RWX")
    assert [(d.driver_id, d.depth) for d in found] == [
        ("D1", 0), ("D3", 1), ("D2", 1), ("D5", 2), ("D4", 2), ("N1", 0), ("N2", 1),
    ]  # fmt: skip
    assert (found[0].driver_type, found[0].measure, found[0].directorate) == ("aim", "big_i_active", None)


def test_a_directorate_has_its_own_diagram(ask, load_rows):
    load_rows("drivers", DRIVERS)
    assert [d.driver_id for d in ask(query_drivers, "NMH")] == ["N1", "N2"]
    assert ask(query_drivers, "B-NE") == []
    assert ask(query_drivers, "NMH", see=["LCH"]) == []
    assert [d.driver_id for d in ask(query_drivers, "RWX", see=["RWX"])] == ["D1", "D3", "D2", "D5", "D4"]
