"""A bare Streamlit page: as many Altair charts of 60 points as asked, as most people write it."""

import altair as alt
import pandas as pd
import streamlit as st
from sqlalchemy import create_engine

from settings import read_settings

CHARTS = int(st.query_params.get("charts", "1"))

st.title("Bare page")
st.toggle("Again")
engine = create_engine(read_settings().database_url)
figures = pd.read_sql(
    "SELECT area_id, period_start, numerator, denominator FROM measure_value "
    "WHERE measure_id = 'big_i_active'",
    engine,
)
engine.dispose()
figures["value"] = figures.numerator / figures.denominator
for area_id in figures.area_id.value_counts().index[:CHARTS]:
    points = figures[figures.area_id == area_id].sort_values("period_start").tail(60)
    chart = alt.Chart(points).mark_line(point=True).encode(x="period_start:T", y="value:Q")
    st.altair_chart(chart, key=f"chart-{area_id}")
