import numpy as np
import pandas as pd

from charts.picture import build_frame

COLUMNS = {"name": "str", "value": "float64", "row": "int64"}


def test_a_row_may_leave_columns_out():
    frame = build_frame([{"name": "a", "row": 1}, {"value": 2.5, "row": 2}], COLUMNS)
    assert frame["name"].isna().tolist() == [False, True]
    assert frame["value"].isna().tolist() == [True, False]
    assert frame["row"].tolist() == [1, 2]


def test_an_empty_table_has_the_same_kinds():
    full, empty = build_frame([{"name": "a", "value": 1, "row": 1}], COLUMNS), build_frame([], COLUMNS)
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert empty.dtypes.to_dict() == {
        "name": pd.StringDtype(na_value=np.nan), "value": np.dtype("float64"), "row": np.dtype("int64"),
    }  # fmt: skip
