"""Pure functions from a measure series to a picture: Vega-Lite charts, icons and sparklines as SVG."""

from charts.attendance import build_attendance_chart
from charts.mix import build_mix_chart
from charts.picture import ChartPicture
from charts.position import build_position_chart
from charts.spc_chart import build_spc_chart

__all__ = [
    "ChartPicture",
    "build_attendance_chart",
    "build_mix_chart",
    "build_position_chart",
    "build_spc_chart",
]
