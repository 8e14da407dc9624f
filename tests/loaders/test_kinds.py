from loaders.kinds import KINDS, loading_order


def test_what_others_refer_to_comes_first():
    assert list(KINDS)[:3] == ["areas", "qi_projects", "involvement"]
    assert loading_order("areas") < loading_order("involvement") < loading_order("fft") < loading_order(None)


def test_a_kind_knows_the_columns_of_its_key(kind):
    assert kind.key_columns
    assert set(kind.key_columns) <= set(kind.row.columns())
    assert len(kind.key_columns) == len(kind.key)
