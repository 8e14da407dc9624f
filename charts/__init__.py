"""Pure functions from a measure series to a picture: Vega-Lite charts, icons and sparklines as SVG."""

from charts.picture import ChartPicture
from charts.spc_chart import build_spc_chart

__all__ = ["ChartPicture", "build_spc_chart"]
