"""``python -m loaders``: load files, write templates and exports, read the load log.

Exit codes: 0 done, 2 a file or an argument was refused, 1 a fault of ours.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from data_model.store import StoreError, open_store, reading
from data_model.terms import LoadStatus
from loaders.arguments import build_parser
from loaders.cells import show_value
from loaders.exports import query_export, save_file, write_csv, write_rows, write_template
from loaders.faults import describe_fault
from loaders.history import query_history
from loaders.kinds import KINDS
from loaders.loading import Options, load_files, load_sample_data
from loaders.map_command import describe_mapping, propose_mapping, save_proposed
from loaders.reader import start_early
from loaders.report import LoadReport, RefusedFileError
from loaders.set_aside import write_set_aside
from loaders.undo import undo_load
from loaders.unfinished import query_unfinished
from loaders.watching import watch_folder
from loaders.wording import describe_history, describe_report, describe_unfinished
from settings import SettingError, read_settings

DONE, FAULT, REFUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    parser = build_parser(__doc__)
    asked = parser.parse_args(arguments)
    if asked.command == "load" and asked.set_aside and len(asked.files) > 1:
        parser.error("--set-aside is for one file at a time")
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
    if asked.command == "load":
        # It starts beside the opening of the store, so that the first file need not wait.
        start_early()
    engine = open_store(asked.database)
    try:
        return _COMMANDS[asked.command](engine, asked)
    finally:
        engine.dispose()


def _load(engine: Engine, asked: argparse.Namespace) -> int:
    found: list[tuple[str, bytes] | LoadReport] = [_read_file(Path(name)) for name in asked.files]
    files = [item for item in found if isinstance(item, tuple)]
    options = Options(asked.kind, asked.as_at, dict(asked.answers))
    loaded = iter(load_files(engine, files, dry_run=asked.dry_run, options=options) if files else [])
    reports = [item if isinstance(item, LoadReport) else next(loaded) for item in found]
    code = _report(reports, as_json=asked.json)
    if asked.set_aside and reports[0].aside:
        _deliver(asked.set_aside, write_set_aside(reports[0]))
    return code


def _map(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        proposed = propose_mapping(asked.file, asked.kind, dict(asked.told))
    except RefusedFileError as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    except OSError:
        print("There is no file of this name, or it cannot be read.", file=sys.stderr)
        return REFUSED
    saved = asked.save and not proposed.problems
    if saved:
        save_proposed(engine, proposed, read_settings().loaded_by)
    if asked.json:
        print(json.dumps(proposed.as_json(saved=saved)))
    else:
        print("\n".join(describe_mapping(proposed)))
        print("  Kept: files with these headings are known from now on." if saved else "  Nothing was kept.")
    return REFUSED if proposed.problems else DONE


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
    unfinished = query_unfinished(engine)
    if asked.json:
        cut_off = {"not_finished": [load.as_json() for load in unfinished]} if unfinished else {}
        print(json.dumps({"loads": [load.as_json() for load in loads], **cut_off}))
    else:
        print("\n".join([*map(describe_unfinished, unfinished), *describe_history(loads)]))
    return DONE


def _undo(engine: Engine, asked: argparse.Namespace) -> int:
    report = undo_load(engine, asked.load_id)
    print(json.dumps(report.as_json()) if asked.json else report.message)
    if report.is_fault:
        return FAULT
    return REFUSED if report.status == "refused" else DONE


def _watch(engine: Engine, asked: argparse.Namespace) -> int:
    # A service is ended by this signal, and a job in the background never hears of Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for load in query_unfinished(engine):
        _say(describe_unfinished(load))
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


_COMMANDS = {
    "load": _load,
    "map": _map,
    "export": _export,
    "history": _history,
    "undo": _undo,
    "watch": _watch,
    "sample": _sample,
}

if __name__ == "__main__":
    sys.exit(main())
