"""What the rows of an areas file must be among themselves and beside the areas that are stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data_model.rows import CellProblem
from data_model.rows.words import NAME_LENGTH
from data_model.terms import AreaType
from loaders.cells import show_value
from loaders.kind import Record
from loaders.matching import area_key

_PARENT_TYPES = {
    AreaType.TRUST: (),
    AreaType.DIRECTORATE: (AreaType.TRUST,),
    AreaType.BOROUGH: (AreaType.DIRECTORATE,),
    AreaType.TEAM: (AreaType.DIRECTORATE, AreaType.BOROUGH),
}
Claims = dict[tuple[str, str], set[str]]


def find_area_problems(
    records: Mapping[int, Record], stored: Mapping[str, Record]
) -> dict[int, list[CellProblem]]:
    """Problems by row number.

    Looks again after each round: an area whose parent is set aside cannot be stored either.

    Args:
        records: the areas of the file, by row number.
        stored: the areas of the store, by code.
    """
    problems: dict[int, list[CellProblem]] = {}
    left = dict(records)
    while found := _find_once(left, stored):
        problems |= found
        left = {row: record for row, record in left.items() if row not in found}
    return problems


def _find_once(records: Mapping[int, Record], stored: Mapping[str, Record]) -> dict[int, list[CellProblem]]:
    after = {**stored, **{record["area_code"]: record for record in records.values()}}
    claims = _collect_claims(after)
    found = {}
    for row, record in records.items():
        before = stored.get(record["area_code"])
        # What stands in the store already was accepted; a newcomer that clashes with it is at fault.
        if record == before:
            continue
        problems = [
            *_check_code(record, before),
            *_check_names(record, claims),
            *_check_parents(record, after),
        ]
        if problems:
            found[row] = problems
    return found


def _names_of(record: Record) -> Iterator[tuple[str, str]]:
    yield "area_code", record["area_code"]
    yield "area_name", record["area_name"]
    for alias in record["aliases"]:
        yield "aliases", alias


def _collect_claims(areas: Mapping[str, Record]) -> Claims:
    claims: Claims = {}
    for code, record in areas.items():
        for _, name in _names_of(record):
            claims.setdefault((record["area_type"], area_key(name)), set()).add(code)
    return claims


def _check_code(record: Record, before: Record | None) -> Iterator[CellProblem]:
    if ";" in record["area_code"]:
        yield CellProblem(
            "area_code", record["area_code"], "A code cannot hold a semicolon.", "Leave it out."
        )
    if before and before["area_type"] != record["area_type"]:
        yield CellProblem(
            "area_type",
            record["area_type"],
            f"This area is stored as a {before['area_type']}. An area cannot become another type.",
            "Give the new area a code of its own.",
        )


def _check_names(record: Record, claims: Claims) -> Iterator[CellProblem]:
    for column, name in _names_of(record):
        key = area_key(name)
        if not key or len(key) > NAME_LENGTH:
            yield CellProblem(
                column, name, "This name cannot be used.", "Use a short name with letters in it."
            )
        others = claims[record["area_type"], key] - {record["area_code"]}
        if key and others:
            listed = ", ".join(sorted(show_value(code) for code in others))
            yield CellProblem(
                column,
                name,
                f"Another {record['area_type']} has this code, name or alias: {listed}.",
                "Give each its own, so that files cannot confuse them.",
            )


def _check_parents(record: Record, areas: Mapping[str, Record]) -> Iterator[CellProblem]:
    allowed = _PARENT_TYPES[AreaType(record["area_type"])]
    for code in record["parent_code"]:
        parent = areas.get(code)
        if parent is None:
            yield CellProblem(
                "parent_code",
                code,
                f'There is no area with the code "{show_value(code)}".',
                "Write codes with ; between them, and have those areas in the store or in this file.",
            )
        elif parent["area_type"] not in allowed:
            words = " or ".join(allowed) or "no other area"
            yield CellProblem(
                "parent_code",
                code,
                f"A {record['area_type']} cannot belong to a {parent['area_type']}.",
                f"A {record['area_type']} belongs to {'a ' if allowed else ''}{words}.",
            )
