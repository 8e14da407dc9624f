"""The house rules that a linter does not know: sizes, names, doors between rooms, words for the reader."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOP = ("app.py", "asgi.py", "settings.py")
ROOMS = ("charts", "data_model", "exports", "loaders", "measures", "pages", "sample_data", "spc", "ui")
SCREEN = ("app", "asgi", "ui", "pages")
# Who may import whom of the files that import-linter cannot hold to it, because they are no packages.
TOP_MAY_IMPORT = {"app": {"ui", "settings"}, "asgi": {"ui", "settings"}, "settings": set()}

FILE_LINES, SCRIPT_LINES, FUNCTION_LINES = 300, 60, 50
GRAB_BAGS = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def code_files() -> list[Path]:
    """Our code, tests left out."""
    inside = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    return sorted([*(ROOT / name for name in TOP), *inside])


def all_files() -> list[Path]:
    """Our code, tests and benchmarks."""
    more = [file for folder in ("tests", "benchmarks") for file in (ROOT / folder).rglob("*.py")]
    return sorted([*code_files(), *more])


def shipped_files() -> Iterator[Path]:
    """Every file of a room, whatever its kind."""
    for folder in (*ROOMS, "tests", "benchmarks", "docs"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def short(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def functions(file: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, Function))


def imported(file: Path) -> set[str]:
    """The first names of all that a file imports, wherever it does so."""
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
    return found


def public_functions(file: Path) -> Iterator[tuple[str, Function]]:
    """Functions of the module and methods of its public classes whose names do not begin with _."""
    for node in tree(file).body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node.name, node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, Function) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", inner


# --- rooms and doors ------------------------------------------------------------------------------


def test_pages_has_no_script_beside_app():
    # Streamlit runs a script that lies directly in pages/ without app.py, so without frame and gate.
    assert [file.name for file in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("room", ROOMS)
def test_every_folder_of_code_is_a_package(room):
    folders = {file.parent for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts}
    bare = [short(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert not bare, "import-linter does not look into a folder without __init__.py"


def test_import_linter_looks_at_every_room():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(settings["tool"]["importlinter"]["root_packages"]) == set(ROOMS)
    there = {file.parent.name for file in ROOT.glob("*/__init__.py")}
    assert there == set(ROOMS), "a new room needs its contracts in pyproject.toml and its line here"


@pytest.mark.parametrize("name", TOP_MAY_IMPORT)
def test_the_files_on_top_import_only_what_they_may(name):
    ours = {*ROOMS, *TOP_MAY_IMPORT}
    outside = {"sqlalchemy", "altair", "pandas"}
    assert imported(ROOT / f"{name}.py") & (ours | outside) <= TOP_MAY_IMPORT[name]


def test_only_the_screen_imports_streamlit():
    strangers = [
        short(file)
        for file in code_files()
        if "streamlit" in imported(file) and file.relative_to(ROOT).parts[0].removesuffix(".py") not in SCREEN
    ]
    assert strangers == []


def test_spc_needs_nothing_but_numpy():
    needed = set().union(*(imported(file) for file in (ROOT / "spc").rglob("*.py")))
    assert needed - set(sys.stdlib_module_names) <= {"numpy", "spc"}


# --- sizes ----------------------------------------------------------------------------------------


def test_app_and_page_scripts_are_short():
    scripts = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py")]
    assert {short(file): lines(file) for file in scripts if lines(file) > SCRIPT_LINES} == {}


def test_no_file_is_long():
    assert {short(file): lines(file) for file in all_files() if lines(file) > FILE_LINES} == {}


def test_no_function_is_long():
    too_long = {
        f"{short(file)}:{function.lineno} {function.name}": length
        for file in code_files()
        if "versions" not in file.parts  # a migration is one list from top to bottom
        for function in functions(file)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES
    }
    assert too_long == {}


# --- names ----------------------------------------------------------------------------------------


def test_no_file_is_a_grab_bag():
    stems = {short(file): file.stem.lower() for file in shipped_files()}
    assert {name for name, stem in stems.items() if set(re.split(r"[_\W]", stem)) & GRAB_BAGS} == set()


def test_file_names_are_plain_words():
    # Documents and pictures as well: a stranger should be able to read any name aloud.
    plain = re.compile(r"[A-Za-z_.\-]+")
    assert [short(file) for file in shipped_files() if not plain.fullmatch(file.name)] == []


def test_every_test_lies_where_its_room_is():
    folders = {
        file.parent.relative_to(ROOT / "tests").parts[0] for file in (ROOT / "tests").glob("*/**/test_*.py")
    }
    assert folders <= {*ROOMS, "browser", "docs", "benchmarks"}


# --- words for the reader -------------------------------------------------------------------------


def test_every_public_function_says_what_it_does_and_what_it_returns():
    silent = [
        f"{short(file)}:{function.lineno} {name}"
        for file in code_files()
        for name, function in public_functions(file)
        if ast.get_docstring(function) is None or function.returns is None
    ]
    assert silent == []


def test_every_file_begins_with_what_it_is():
    assert [short(file) for file in code_files() if not ast.get_docstring(tree(file))] == []


def test_no_path_of_somebodys_machine_is_in_a_file():
    foreign = re.compile(r"(?<![\w.])/(?:work|home|Users|root|tmp)/\w")
    text_kinds = {".py", ".md", ".toml", ".yaml", ".yml", ".csv", ".txt"}
    found = [
        f"{short(file)}: {match.group()}"
        for file in shipped_files()
        if file.suffix in text_kinds and file != Path(__file__)
        for match in [foreign.search(file.read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert found == []


# --- tests that test ------------------------------------------------------------------------------


def test_no_test_is_hollow():
    hollow = [
        f"{short(file)}:{function.lineno} {function.name}"
        for file in (ROOT / "tests").rglob("test_*.py")
        for function in functions(file)
        if function.name.startswith("test_") and not _asserts(function)
    ]
    assert hollow == []


def _asserts(function: Function) -> bool:
    """Whether a test asserts, expects an error, or calls something named for doing so."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rsplit(".", 1)[-1].lstrip("_")
            if called.startswith(("raises", "assert", "expect", "check", "must", "fail", "testing")):
                return True
    return False
