"""Holds the catalogue of definitions against the calculations, both ways."""

from __future__ import annotations

from measures.calculations import CALCULATIONS
from measures.definitions import DefinitionError, read_counting_rules, read_definitions


def find_definition_problems() -> list[str]:
    """Everything that is wrong with the catalogue, in plain words; an empty list if nothing is."""
    try:
        definitions = read_definitions()
        read_counting_rules()
    except DefinitionError as error:
        return [str(error)]
    problems = [
        f"{i}.yaml has no calculation in measures/calculations." for i in definitions.keys() - CALCULATIONS
    ]
    problems += [
        f"{i} is calculated but has no file in measures/catalogue." for i in CALCULATIONS.keys() - definitions
    ]
    for definition in definitions.values():
        named = [definition.known_by, definition.hidden_with.measure if definition.hidden_with else None]
        problems += [
            f"{definition.id}.yaml names the measure {other!r}, which there is not."
            for other in named
            if other is not None and other not in definitions
        ]
    return sorted(problems)
