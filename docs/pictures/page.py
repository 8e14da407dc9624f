"""The charts of ``docs/reading_the_charts.md``, with made-up numbers, on a page to be photographed."""

import streamlit as st

from charts import build_spc_chart
from charts.theme import ChartSize
from data_model.terms import FigureState
from measures.examples import build_series
from measures.series import MeasureSeries

Months = list[float | None]


def make_ups_and_downs() -> MeasureSeries:
    """Two years of about 115 projects, two in five of them with a seat; nothing changes."""
    seats: Months = [
        37,
        37,
        38,
        45,
        43,
        43,
        45,
        50,
        55,
        54,
        57,
        49,
        48,
        48,
        43,
        43,
        50,
        55,
        59,
        58,
        51,
        54,
        51,
        53,
    ]
    projects: Months = [
        105, 99, 102, 112, 110, 110, 115, 118, 124, 126, 120, 116,
        115, 114, 109, 109, 116, 122, 125, 129, 124, 127, 122, 129,
    ]  # fmt: skip
    return build_series("big_i_active", seats, projects)


def make_real_change() -> MeasureSeries:
    """About 30 new projects a month for three years; in the last 8 months more of them have a seat."""
    seats: Months = [
        12, 9, 13, 13, 13, 12, 14, 10, 13, 13, 12, 13, 10, 15, 11, 12, 13, 9, 11,
        14, 12, 10, 14, 13, 9, 12, 15, 11, 18, 17, 19, 19, 16, 15, 20, 18,
    ]  # fmt: skip
    projects: Months = [
        31, 31, 26, 29, 35, 30, 28, 28, 33, 26, 35, 34, 31, 30, 33, 31, 30, 29, 30,
        29, 31, 30, 28, 33, 27, 30, 31, 32, 30, 29, 30, 33, 26, 26, 33, 29,
    ]  # fmt: skip
    return build_series("big_i_new", seats, projects)


def make_gaps() -> MeasureSeries:
    """Two years of answers: nothing for one month, and too few to show in another."""
    good: Months = [
        34,
        40,
        33,
        42,
        34,
        35,
        41,
        37,
        36,
        None,
        44,
        35,
        38,
        41,
        31,
        39,
        42,
        None,
        34,
        43,
        36,
        40,
        39,
        38,
    ]
    answers: Months = [
        41,
        45,
        42,
        47,
        42,
        39,
        45,
        46,
        41,
        None,
        50,
        43,
        43,
        47,
        39,
        46,
        47,
        None,
        42,
        48,
        43,
        45,
        46,
        42,
    ]
    return build_series("fft_positive", good, answers, states={17: FigureState.SUPPRESSED})


def make_too_few() -> MeasureSeries:
    """A new area with four months of figures."""
    return build_series("big_i_active", [2, 3, 3, 4], [6, 7, 7, 8])


PICTURES = {
    "ups_and_downs": (make_ups_and_downs,),
    "real_change": (make_real_change,),
    "gap_hidden_and_too_few": (make_gaps, make_too_few),
}


def show_picture(name: str) -> None:
    """One picture: a chart, or two beside each other, in a container that the camera finds by its name."""
    makers = PICTURES[name]
    size: ChartSize = "large" if len(makers) == 1 else "phone"
    with st.container(key=name):
        for place, make in zip(st.columns([3, 2][: len(makers)]), makers, strict=True):
            picture = build_spc_chart(make(), size=size)
            place.vega_lite_chart(picture.frame, picture.spec, alt=picture.alt, height=picture.height)


if __name__ == "__main__":
    st.set_page_config(layout="wide")
    for picture_name in PICTURES:
        show_picture(picture_name)
