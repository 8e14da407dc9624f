"""What can be typed after ``python -m loaders``."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from data_model.rows.dates import parse_date
from loaders.exports import ENDINGS
from loaders.kinds import KINDS
from loaders.questions import find_question_names


def build_parser(about: str | None) -> argparse.ArgumentParser:
    """The parser of all commands; ``about`` stands at the top of its help."""
    parser = argparse.ArgumentParser(prog="python -m loaders", description=about)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    load = commands.add_parser("load", help="load files into the store")
    _add_load(load)
    template = commands.add_parser("template", help="write an empty file with the headings of a kind")
    export = commands.add_parser("export", help="write the stored rows of a kind")
    for command in (template, export):
        command.add_argument("kind", choices=KINDS, metavar="KIND", help=f"one of: {', '.join(KINDS)}")
        command.add_argument("--out", type=_out_file, metavar="FILE", help="a .csv or .xlsx file")
    mapping = commands.add_parser("map", help="say which column of a file stands for which of ours")
    _add_map(mapping)
    history = commands.add_parser("history", help="list what was loaded")
    undo = commands.add_parser("undo", help="take a load back: every row as it was before")
    undo.add_argument("load_id", type=int, metavar="LOAD_ID", help="its number in the history")
    watch = commands.add_parser("watch", help="load each new file of a folder once and move it")
    watch.add_argument("folder", type=_folder, metavar="FOLDER")
    watch.add_argument("--once", action="store_true", help="take what is there now, and end")
    watch.add_argument("--seconds", type=float, default=5.0, help="between two looks (default: 5)")
    watch.add_argument("--database", metavar="URL", help="the store (default: DATABASE_URL)")
    sample = commands.add_parser("sample", help="load the made-up sample data into an empty store")
    for command in (load, export, mapping, history, undo, sample):
        command.add_argument("--json", action="store_true", help="answer in JSON")
        command.add_argument("--database", metavar="URL", help="the store (default: DATABASE_URL)")
    return parser


def _add_load(load: argparse.ArgumentParser) -> None:
    load.add_argument("files", nargs="+", metavar="FILE")
    load.add_argument("--kind", choices=KINDS, metavar="KIND", help="by default the headings say which")
    load.add_argument("--as-at", type=_day, metavar="DATE", help="the day of the export, for QI projects")
    load.add_argument("--dry-run", action="store_true", help="say what would happen and keep nothing")
    load.add_argument(
        "--set", dest="answers", action="append", default=[], type=_answer, metavar="NAME=ANSWER",
        help="what a file does not say and is asked for; may be given more than once",
    )  # fmt: skip
    load.add_argument(
        "--set-aside", type=_workbook, metavar="FILE",
        help="write the rows of the one file that were set aside as a workbook to correct",
    )  # fmt: skip


def _add_map(mapping: argparse.ArgumentParser) -> None:
    mapping.add_argument("file", type=Path, metavar="FILE")
    mapping.add_argument("--kind", choices=KINDS, metavar="KIND", help="by default the likeliest")
    mapping.add_argument(
        "--set", dest="told", action="append", default=[], type=_pair, metavar="COLUMN=HEADING",
        help="our column and the heading that stands for it; without a heading, none does",
    )  # fmt: skip
    mapping.add_argument("--save", action="store_true", help="keep it for all files with these headings")


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


def _workbook(text: str) -> Path:
    if Path(text).suffix.lower() != ".xlsx":
        raise argparse.ArgumentTypeError("the name must end in .xlsx")
    return _out_file(text)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError("write it as name=answer")
    return name.strip(), value.strip()


def _answer(text: str) -> tuple[str, str]:
    name, answer = _pair(text)
    names = find_question_names()
    if name not in names:
        raise argparse.ArgumentTypeError(f"nothing is called that; known: {', '.join(sorted(names))}")
    return name, answer
