"""``python -m loaders``: load files, write templates and exports, read the load log.

Exit codes: 0 done, 2 a file or an argument was refused, 1 a fault of ours.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError
from sqlalchemy import Engine

from data_model.rows.dates import parse_date
from data_model.store import StoreError, open_store, reading
from data_model.terms import LoadStatus
from loaders.cells import show_value
from loaders.exports import ENDINGS, query_export, save_file, write_csv, write_rows, write_template
from loaders.faults import describe_fault
from loaders.history import query_history
from loaders.kinds import KINDS
from loaders.loading import load_files, load_sample_data
from loaders.report import LoadReport
from loaders.undo import undo_load
from loaders.watching import watch_folder
from loaders.wording import describe_history, describe_report
from settings import SettingError

DONE, FAULT, REFUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    asked = _parser().parse_args(arguments)
    try:
        return _run(asked)
    except BrokenPipeError:
        # Whoever read the output has had enough, as with `| head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _fail(asked, "Stopped. What was not finished was not stored.")
    except (StoreError, SettingError) as error:
        return _fail(asked, str(error))
    except Exception as error:
        return _fail(asked, describe_fault(error))


def _run(asked: argparse.Namespace) -> int:
    if asked.command == "template":
        _deliver(asked.out, write_template(asked.kind, _ending(asked.out)))
        return DONE
    engine = open_store(asked.database)
    try:
        return _COMMANDS[asked.command](engine, asked)
    finally:
        engine.dispose()


def _load(engine: Engine, asked: argparse.Namespace) -> int:
    found: list[tuple[str, bytes] | LoadReport] = [_read_file(Path(name)) for name in asked.files]
    files = [item for item in found if isinstance(item, tuple)]
    loaded = iter(
        load_files(engine, files, kind=asked.kind, as_at=asked.as_at, dry_run=asked.dry_run) if files else []
    )
    reports = [item if isinstance(item, LoadReport) else next(loaded) for item in found]
    return _report(reports, as_json=asked.json)


def _read_file(path: Path) -> tuple[str, bytes] | LoadReport:
    try:
        return path.name, path.read_bytes()
    except FileNotFoundError:
        problem = "There is no file of this name."
    except IsADirectoryError:
        problem = "This is a folder. Name the files in it."
    except OSError:
        problem = "This file cannot be read. Check that it is not open elsewhere and that you may read it."
    return LoadReport(
        show_value(path.name), None, LoadStatus.REFUSED, message=f"{problem} Nothing was stored."
    )


def _sample(engine: Engine, asked: argparse.Namespace) -> int:
    reports = load_sample_data(engine)
    if not reports and not asked.json:
        print("The store is not empty, so the sample data was not loaded.")
    return _report(reports, as_json=asked.json)


def _report(reports: Sequence[LoadReport], *, as_json: bool) -> int:
    for report in reports:
        print(json.dumps(report.as_json()) if as_json else describe_report(report))
    if any(report.is_fault for report in reports):
        return FAULT
    return REFUSED if any(report.status == LoadStatus.REFUSED for report in reports) else DONE


def _export(engine: Engine, asked: argparse.Namespace) -> int:
    with reading(engine) as session:
        rows = query_export(session, asked.kind)
    columns = KINDS[asked.kind].row.columns()
    if asked.json:
        found = {"kind": asked.kind, "columns": columns, "rows": rows}
        _deliver(asked.out, f"{json.dumps(found)}\n".encode())
    elif asked.out:
        _deliver(asked.out, write_rows(columns, rows, _ending(asked.out)))
    else:
        _deliver(None, write_csv(columns, rows).encode())
    return DONE


def _history(engine: Engine, asked: argparse.Namespace) -> int:
    with reading(engine) as session:
        loads = query_history(session)
    if asked.json:
        print(json.dumps({"loads": [load.as_json() for load in loads]}))
    else:
        print("\n".join(describe_history(loads)))
    return DONE


def _undo(engine: Engine, asked: argparse.Namespace) -> int:
    report = undo_load(engine, asked.load_id)
    print(json.dumps(report.as_json()) if asked.json else report.message)
    if report.is_fault:
        return FAULT
    return REFUSED if report.status == "refused" else DONE


def _watch(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        watch_folder(engine, asked.folder, seconds=asked.seconds, once=asked.once, tell=_say)
    except KeyboardInterrupt:
        _say("Stopped. Files that were not taken lie where they were.")
    return DONE


def _say(message: str) -> None:
    print(message, flush=True)


def _deliver(out: Path | None, content: bytes) -> None:
    if out:
        save_file(out, content)
    else:
        sys.stdout.write(content.decode())
        sys.stdout.flush()


def _ending(out: Path | None) -> str:
    return out.suffix.lower() if out else ".csv"


def _fail(asked: argparse.Namespace, message: str) -> int:
    """Say what went wrong: for people on standard error, in JSON once for each file."""
    if asked.command == "load" and asked.json:
        for name in asked.files:
            shown = show_value(Path(name).name)
            print(json.dumps(LoadReport(shown, None, LoadStatus.REFUSED, message=message).as_json()))
    print(message, file=sys.stderr)
    return FAULT


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except PydanticCustomError:
        raise argparse.ArgumentTypeError("write a day such as 2025-03-31 or 31/03/2025") from None


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError("there is no such folder")
    return path


def _out_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError("the name must end in .csv or .xlsx")
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError("there is no such folder")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    load = commands.add_parser("load", help="load files into the store")
    load.add_argument("files", nargs="+", metavar="FILE")
    load.add_argument("--kind", choices=KINDS, metavar="KIND", help="by default the headings say which")
    load.add_argument("--as-at", type=_day, metavar="DATE", help="the day of the export, for QI projects")
    load.add_argument("--dry-run", action="store_true", help="say what would happen and keep nothing")
    template = commands.add_parser("template", help="write an empty file with the headings of a kind")
    export = commands.add_parser("export", help="write the stored rows of a kind")
    for command in (template, export):
        command.add_argument("kind", choices=KINDS, metavar="KIND", help=f"one of: {', '.join(KINDS)}")
        command.add_argument("--out", type=_out_file, metavar="FILE", help="a .csv or .xlsx file")
    history = commands.add_parser("history", help="list what was loaded")
    undo = commands.add_parser("undo", help="take a load back: every row as it was before")
    undo.add_argument("load_id", type=int, metavar="LOAD_ID", help="its number in the history")
    watch = commands.add_parser("watch", help="load each new file of a folder once and move it")
    watch.add_argument("folder", type=_folder, metavar="FOLDER")
    watch.add_argument("--once", action="store_true", help="take what is there now, and end")
    watch.add_argument("--seconds", type=float, default=5.0, help="between two looks (default: 5)")
    watch.add_argument("--database", metavar="URL", help="the store (default: DATABASE_URL)")
    sample = commands.add_parser("sample", help="load the made-up sample data into an empty store")
    for command in (load, export, history, undo, sample):
        command.add_argument("--json", action="store_true", help="answer in JSON")
        command.add_argument("--database", metavar="URL", help="the store (default: DATABASE_URL)")
    return parser


_COMMANDS = {
    "load": _load,
    "export": _export,
    "history": _history,
    "undo": _undo,
    "watch": _watch,
    "sample": _sample,
}

if __name__ == "__main__":
    sys.exit(main())
