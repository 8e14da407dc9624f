"""``python -m measures list | show | check``: the measures from the command line.

Exit codes: 0 done, 2 refused (the reason is on standard error), 1 a fault of ours.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from sqlalchemy import Engine

from data_model.store import StoreError, open_store, reading
from measures.areas import AreaNotFoundError, query_areas
from measures.check import find_definition_problems
from measures.definitions import read_definitions
from measures.notes import describe_notes
from measures.periods import read_month
from measures.report import write_series
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.series_reader import query_series
from measures.viewer import EVERYTHING
from measures.writing import describe_point

DONE, FAULT, REFUSED = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return asked.run(asked)
    except (StoreError, AreaNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # the reader closed the pipe; that is its right
        return DONE
    except Exception as error:  # the last door: a person never sees a traceback
        print(
            f"Something went wrong on our side ({type(error).__name__}). Nothing was changed.",
            file=sys.stderr,
        )
        return FAULT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m measures", description="Read the measures.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="every measure with its title")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)
    show = commands.add_parser("show", help="one measure in one area, month by month")
    show.add_argument("measure", metavar="MEASURE")
    show.add_argument("--area", required=True, metavar="CODE_OR_NAME")
    show.add_argument("--from", dest="first", type=_month, metavar="MONTH", help="such as 2025-04")
    show.add_argument("--to", dest="last", type=_month, metavar="MONTH")
    show.add_argument("--period", choices=["month", "quarter"])
    show.add_argument("--database", metavar="URL", help="the store (default: DATABASE_URL)")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_show)
    check = commands.add_parser("check", help="hold the definitions against the calculations")
    check.set_defaults(run=_check)
    return parser


def _month(text: str) -> date:
    try:
        return read_month(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _list(asked: argparse.Namespace) -> int:
    definitions = read_definitions().values()
    if asked.json:
        keys = ("id", "title", "unit", "direction", "chart", "disclosure", "period", "status")
        rows = [d.model_dump(mode="json", include=set(keys)) for d in definitions]
        print(json.dumps([{k: row[k] for k in keys} for row in rows], ensure_ascii=False))
    else:
        for d in definitions:
            print(f"{d.id:<22} {d.title}")
    return DONE


def _show(asked: argparse.Namespace) -> int:
    if asked.measure not in read_definitions():
        raise ValueError(
            f"There is no measure {asked.measure!r}. There are: {', '.join(read_definitions())}."
        )
    engine = open_store(asked.database)
    try:
        series = _read(engine, asked)
    finally:
        engine.dispose()
    if asked.json:
        print(json.dumps(write_series(series), ensure_ascii=False))
    else:
        _print(series)
    return DONE


def _read(engine: Engine, asked: argparse.Namespace) -> MeasureSeries:
    with reading(engine) as session:
        area = query_areas(session).find(asked.area)
        found = query_series(
            session, EVERYTHING, asked.measure, [area.id],
            period=asked.period, first_shown=asked.first, last_shown=asked.last,
        )  # fmt: skip
    return found[0]


def _print(series: MeasureSeries) -> None:
    print(f"{series.definition.title} - {series.area.name}\n{describe_series(series)}\n")
    for point in series.points[series.shown]:
        print(f"{series.when(point):<28} {describe_point(point, series.definition) or point.state}")
    print()
    for note in describe_notes(series):
        print(note)


def _check(_asked: argparse.Namespace) -> int:
    problems = find_definition_problems()
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(read_definitions())} measures, each with its calculation." if not problems else "Not clean.")
    return REFUSED if problems else DONE


if __name__ == "__main__":
    sys.exit(main())
