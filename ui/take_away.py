"""A chart to take away: its picture and its numbers as files, each behind a plain link on the page.

A link costs a page nothing until somebody follows it. Only the app as `asgi.py` serves it answers here;
elsewhere pages show no such links.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlencode

import pandas as pd
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from charts.attendance import build_attendance_chart
from charts.spc_chart import build_spc_chart
from data_model.store import StoreError
from exports.chart_files import ChartFile, write_chart_png
from loaders.exports import write_rows
from measures.attendance import build_attendance_table, describe_attendance
from measures.definitions import read_definitions
from measures.notes import describe_change, describe_notes
from measures.periods import write_period
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.viewer import Viewer
from measures.writing import describe_point
from settings import read_settings
from ui.access import find_viewer
from ui.faults import log_fault
from ui.filters import ALL_MONTHS, DATES, find_first_shown, list_offered_areas
from ui.notices import find_made_up_notice
from ui.numbers import build_numbers_table
from ui.reads import read_areas, read_series
from ui.store import UNREADABLE

NOT_HERE = "There is no such chart to take away. Please open its page and choose the link there."
NOT_NOW = "The figures cannot be read just now. Please try again in a few minutes."
_ATTENDANCE = "workshop_attendance"
_THOUSANDS = r"(?<=\d),(?=\d{3})"
_KINDS = {"png": "image/png", "csv": "text/csv; charset=utf-8"}
_PICTURES_KEPT = 16  # each up to 1 MB
# A file that is being made waits here and not in the pool that all other short answers share.
_one_at_a_time = CapacityLimiter(1)
_is_served = threading.Event()


class _Asked(NamedTuple):
    """What a link asks for."""

    measure_id: str
    area_code: str
    kind: str
    dates: str


def build_take_away_route() -> Route:
    """The route for the app that answers; from now on pages show the links."""
    _is_served.set()
    return Route("/take/{measure}/{area:path}.{kind}", _answer)


def write_take_away(series: MeasureSeries) -> str:
    """One line of links to the files of a chart as HTML; empty where no app answers or nothing is drawn."""
    dates = next((d for d in DATES if find_first_shown(d, series.today) == series.first_shown), None)
    if not _is_served.is_set() or series.last is None or dates is None:
        return ""
    place = f"take/{series.definition.id}/{quote(series.area.code, safe='')}"
    chosen = "" if dates == ALL_MONTHS else f"?{urlencode({'dates': dates})}"
    of_what = f"{series.definition.title}, {series.area.name}"
    links = " · ".join(
        f'<a href="{escape(f"{place}.{kind}{chosen}")}" '
        f'aria-label="{escape(f"{words}: {of_what}")}">{words}</a>'
        for kind, words in (("png", "picture"), ("csv", "numbers as a file"))
    )
    return f'<p class="quiet take">Take this chart away: {links}</p>'


async def _answer(request: Request) -> Response:
    parts = request.path_params
    asked = _Asked(
        parts["measure"], parts["area"], parts["kind"], request.query_params.get("dates", ALL_MONTHS)
    )
    answer = await to_thread.run_sync(_make, asked, find_viewer(request), limiter=_one_at_a_time)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _make(asked: _Asked, viewer: Viewer) -> Response:
    """The file that is asked for, or one plain sentence."""
    try:
        series = _find(asked, viewer)
        if series is None:
            return PlainTextResponse(NOT_HERE, 404)
        content = _draw(series, find_made_up_notice()) if asked.kind == "png" else _write_numbers(series)
    except StoreError as error:
        return PlainTextResponse(str(error), 503)
    except UNREADABLE:
        return PlainTextResponse(NOT_NOW, 503)
    except Exception:
        return PlainTextResponse(log_fault("A chart could not be taken away"), 500)
    name = f"{_plain(asked.measure_id)}-{_plain(series.area.name)}-{series.today.isoformat()}.{asked.kind}"
    held = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=held, media_type=_KINDS[asked.kind])


def _find(asked: _Asked, viewer: Viewer) -> MeasureSeries | None:
    """The series that the page shows at these choices; None where there is none that this viewer may see."""
    if asked.measure_id not in read_definitions() or asked.kind not in _KINDS or asked.dates not in DATES:
        return None
    offered = list_offered_areas(read_areas(), viewer)
    first_shown = find_first_shown(asked.dates, read_settings().today)
    for area in offered:
        if area.code == asked.area_code:
            (series,) = read_series(viewer, asked.measure_id, [area.id], first_shown=first_shown)
            return series if series.last is not None else None
    return None


@lru_cache(maxsize=_PICTURES_KEPT)
def _draw(series: MeasureSeries, notice: str) -> bytes:
    return write_chart_png(build_chart_file(series, notice))


def build_chart_file(series: MeasureSeries, notice: str) -> ChartFile:
    """The words of the page around the chart of the page."""
    if series.definition.id == _ATTENDANCE:
        picture = build_attendance_chart(series, describe_series(series))
        latest, changes = describe_attendance(series), []
    else:
        picture, latest = build_spc_chart(series, size="large"), ""
        if series.last is not None:
            latest = f"{series.when(series.last)}: {describe_point(series.last, series.definition)}."
        changes = [f"{mark.number}. {describe_change(series, mark)}" for mark in series.changes]
    return ChartFile(
        heading=series.definition.question,
        place=f"{series.definition.title}. {series.area.name}.",
        notice=notice,
        sentence=describe_series(series),
        latest=latest,
        picture=picture,
        notes=[*changes, *describe_notes(series)],
    )


def _write_numbers(series: MeasureSeries) -> bytes:
    """The rows of "Show the numbers" as CSV. Each says what it is of, so that files can be put together."""
    table = build_numbers_table(series)
    if series.definition.id == _ATTENDANCE:
        roles = build_attendance_table(series).drop(columns=["Month", "Everyone"])
        table = pd.concat([table, roles], axis="columns")
    as_at = write_period(series.data_as_at, "event") if series.data_as_at else ""
    before = {"Measure": series.definition.title, "Area": series.area.name}
    after = {
        "Figures up to": as_at,
        "How it is worked out": series.definition.how_worked_out,
        "Note": find_made_up_notice(),
    }
    # A comma between thousands is a decimal point in other countries.
    plain = table.replace(_THOUSANDS, "", regex=True)
    rows = [before | row | after for row in plain.to_dict("records")]
    return write_rows([*before, *table.columns, *after], rows, ".csv")


def _plain(name: str) -> str:
    """A name as a part of a file's name that every machine takes."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
