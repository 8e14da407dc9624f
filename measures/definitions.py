"""Measure definitions as data: one YAML file a measure in ``catalogue/``, checked when read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

CATALOGUE = Path(__file__).with_name("catalogue")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Rule = Literal["outside", "trend", "two_in_three", "shift"]
M = TypeVar("M", bound=BaseModel)
DEFAULT_HIDE_BELOW = 5


class DefinitionError(ValueError):
    """A definition file cannot be used; the message names the file, the key and what is wrong."""


class Unit(StrEnum):
    """What a value is: it decides how a number is written and how its axis runs."""

    PERCENT = "percent"
    COUNT = "count"
    RATIO = "ratio"
    SCORE = "score"
    DAYS = "days"


class Chart(StrEnum):
    """Which chart a measure is drawn on."""

    P = "p"
    P_PRIME = "p_prime"
    XMR = "xmr"
    RUN = "run"
    C = "c"
    T = "t"
    LINE = "line"


class Disclosure(StrEnum):
    """How small numbers are treated."""

    NONE = "none"
    THRESHOLD = "threshold"
    STRICT = "strict"


class Strict(BaseModel):
    """A record in which an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DefinedTarget(Strict):
    """A target that comes with the definition, not with a file."""

    value: float
    area: Text | None = None
    from_date: date
    source: Text


class Rebase(Strict):
    """A date from which the usual level is worked out afresh, with its reason; in one area or in all."""

    date: date
    area: Text | None = None
    reason: Text
    agreed_by: Text


class Words(Strict):
    """The measure's own words for the sentences.

    Attributes:
        one, counted: what the denominator counts: "project", "projects".
        happened: what was true of the counted ones: "had a service user or carer on the team".
        rose, fell: one clause that says the value is higher or lower than it was.
    """

    one: Text
    counted: Text
    happened: Text
    rose: Text
    fell: Text


class HiddenWith(Strict):
    """Counts of another measure that this one would give away: where they are hidden, so is this."""

    measure: Text
    part: Text


class Definition(Strict):
    """Everything that is said about one measure in one place, governance included."""

    id: Text
    title: Text
    question: Text
    why_it_matters: Text
    how_worked_out: Text
    numerator: Text
    denominator: Text | None
    unit: Unit
    direction: Literal["increase", "decrease", "neutral"]
    chart: Chart
    deciding_rules: tuple[Rule, ...]
    is_stock: bool = False
    period: Literal["month", "quarter", "event"] = "month"
    quarter_takes: Literal["sum", "last"] = "sum"
    quarterly_below: float | None = None
    widen_if_overdispersed: bool = False
    minimum_denominator: int
    disclosure: Disclosure
    hide_below: int = DEFAULT_HIDE_BELOW
    hidden_with: HiddenWith | None = None
    known_by: Text | None = None
    when_missing: Text = "No figures for"
    kinds: tuple[Text, ...]
    words: Words
    targets: tuple[DefinedTarget, ...]
    rebases: tuple[Rebase, ...]
    owner: Text
    checked_by: Text
    reviewed_on: date
    next_review: date
    status: Literal["in use", "draft", "retired"]

    @model_validator(mode="after")
    def _parts_agree(self) -> Definition:
        if self.unit in (Unit.PERCENT, Unit.RATIO, Unit.SCORE) and self.denominator is None:
            raise ValueError(f"a {self.unit} needs a denominator")
        if self.disclosure == Disclosure.STRICT:
            # Better no measure than one whose small numbers are treated by a weaker rule than it names.
            raise ValueError("the disclosure class strict is not built yet")
        if self.next_review <= self.reviewed_on:
            raise ValueError("next_review must come after reviewed_on")
        return self


class Counting(Strict):
    """One setting of the way things are counted, with who agreed it."""

    value: bool | int
    meaning: Text
    agreed_by: Text
    agreed_on: date


class CountingRules(Strict):
    """The settings that change what is counted; see ``counting_rules.yaml``."""

    carer_counts_as_big_i: Counting
    paused_counts_as_active: Counting
    big_i_new_window_days: Counting


@lru_cache(maxsize=1)
def read_definitions() -> dict[str, Definition]:
    """Read every definition, by id in the order of the catalogue.

    Raises:
        DefinitionError: a file is not YAML, has an unknown key or a blank text, or its name and id differ.
    """
    return {d.id: d for d in map(read_definition, sorted(CATALOGUE.glob("*.yaml")))}


def read_definition(path: Path) -> Definition:
    """Read and check one definition file; raises `DefinitionError` in plain words."""
    definition = _read(path, Definition)
    if definition.id != path.stem:
        raise DefinitionError(
            f"{path.name}: the id is {definition.id!r}, so the file must be {definition.id}.yaml."
        )
    return definition


@lru_cache(maxsize=1)
def read_counting_rules() -> CountingRules:
    """Read the settings of the way things are counted."""
    return _read(CATALOGUE.with_name("counting_rules.yaml"), CountingRules)


def _read(path: Path, model: type[M]) -> M:
    try:
        return model.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise DefinitionError(f"{path.name} is not readable as YAML: {error}") from error
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()]
        raise DefinitionError(f"{path.name}: " + "; ".join(lines)) from error
