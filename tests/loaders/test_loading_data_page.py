"""The page that people load by says what the code does."""

import re
from pathlib import Path

import pytest

import loaders
from loaders.__main__ import main

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "loading_data.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return PAGE.split(f"### {name}\n")[1].split("\n### ")[0].split("\n## ")[0]


def test_the_page_lists_each_column_and_marks_those_that_must_be_filled(kind):
    listed = section(kind.name).split("Columns: ")[1]
    without_words = re.sub(r"\([^)]*\)", "", listed.split(".\n")[0].split("; the file")[0].split(". ")[0])
    columns = [part.strip().rstrip(".") for part in without_words.replace("\n", " ").split(",")]
    assert [column.removesuffix("\\*") for column in columns] == list(kind.row.columns())
    starred = [column.removesuffix("\\*") for column in columns if column.endswith("\\*")]
    assert starred == list(kind.row.required_columns())


def test_the_page_names_the_key_of_each_kind(kind):
    known_by = section(kind.name).split("Columns:")[0]
    named = [name for name in kind.key_columns if re.search(rf"\b{name}\b", known_by)]
    assert named == list(kind.key_columns) or "Known as `fft`" in known_by


def test_every_command_on_the_page_is_one():
    commands = re.findall(r"^python -m loaders (\w+)", PAGE, re.MULTILINE)
    assert {"template", "load", "map", "history", "undo", "watch", "export", "sample"} <= set(commands)
    for command in commands:
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0


def test_every_python_name_on_the_page_is_one():
    names = set(re.findall(r"`loaders\.(\w+)\(", PAGE))
    assert names
    assert names <= set(loaders.__all__)
