"""Areas by code, name or alias: tidied in case, spaces and punctuation, and never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import ChangeIdea, Driver, NHSTrust
from data_model.base import table_of
from data_model.rows import CellProblem
from data_model.terms import AreaType
from loaders.cells import show_value
from loaders.project_ids import query_project_ids
from measures.areas import AreaRef, query_areas
from measures.definitions import read_definitions

# The columns that name one area, and the type that each may name.
AREA_COLUMNS = {
    "directorate": AreaType.DIRECTORATE,
    "borough": AreaType.BOROUGH,
    "team": AreaType.TEAM,
}
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_PUNCTUATION = re.compile(r"[^\w]+|_")
_OFFERED = 3


@lru_cache(maxsize=4096)
def area_key(text: str) -> str:
    """A name with case, spaces, punctuation and "and"/"&" made alike, for comparing."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return " ".join(_PUNCTUATION.sub(" ", _APOSTROPHES.sub("", plain)).split())


class AreaMismatchError(LookupError):
    """A cell names no area that its column may name; the arguments are a problem and a cure."""


class AreaIndex:
    """All areas of the store, findable by what files call them."""

    def __init__(self, areas: Iterable[AreaRef]) -> None:
        self.by_id = {area.id: area for area in areas}
        self.by_code = {area.code: area for area in self.by_id.values()}
        self._by_type: dict[AreaType, dict[str, int]] = {area_type: {} for area_type in AreaType}
        for area in self.by_id.values():
            for name in (area.code, area.name, *area.aliases):
                self._by_type[area.type].setdefault(area_key(name), area.id)
        self._found: dict[tuple[str, AreaType | None], int | AreaMismatchError] = {}

    def code_of(self, area_id: int | None) -> str | None:
        """The code of an area; ``None`` for none."""
        return None if area_id is None else self.by_id[area_id].code

    def find(self, text: str, area_type: AreaType | None) -> int:
        """The id of the area that ``text`` names, within one type (``None``: any type).

        Raises:
            AreaMismatchError: no area, or areas of several types, go by it.
        """
        if (text, area_type) not in self._found:
            self._found[text, area_type] = self._look_up(text, area_type)
        answer = self._found[text, area_type]
        if isinstance(answer, AreaMismatchError):
            raise answer
        return answer

    def _look_up(self, text: str, area_type: AreaType | None) -> int | AreaMismatchError:
        wanted = area_key(text)
        types = list(AreaType) if area_type is None else [area_type]
        found = {self._by_type[t][wanted] for t in types if wanted in self._by_type[t]}
        if len(found) == 1:
            return found.pop()
        if found and text in self.by_code:
            return self.by_code[text].id
        if found:
            several = ", ".join(sorted(f"{self.by_id[i].code} ({self.by_id[i].type})" for i in found))
            return AreaMismatchError("More than one area goes by this name.", f"Write the code: {several}.")
        return self._unknown(text, area_type)

    def _unknown(self, text: str, area_type: AreaType | None) -> AreaMismatchError:
        wanted, shown = area_key(text), show_value(text)
        others = [t for t in AreaType if wanted in self._by_type[t]]
        noun = str(area_type) if area_type else "area"
        problem = f'"{shown}" is a {others[0]}, not a {noun}.' if others else f'No {noun} goes by "{shown}".'
        near = self._nearest(wanted, area_type)
        if near:
            return AreaMismatchError(
                problem, f"Did you mean: {', '.join(near)}? If it is new, load it as an area."
            )
        return AreaMismatchError(problem, f"Check the spelling, or load an areas file that has this {noun}.")

    def _nearest(self, wanted: str, area_type: AreaType | None) -> list[str]:
        names: dict[str, int] = {}
        for each in AreaType if area_type is None else [area_type]:
            names |= self._by_type[each]
        close = get_close_matches(wanted, names, n=_OFFERED * 3, cutoff=0.6)
        close += [name for name in names if wanted and name.startswith(f"{wanted} ")]
        return list(dict.fromkeys(self.by_id[names[name]].name for name in close))[:_OFFERED]

    def match_columns(self, record: dict[str, Any]) -> list[CellProblem]:
        """Put ids in the place of the names of areas, and say what does not fit.

        Changes ``record``: its column ``directorate`` becomes ``directorate_id``, and so on.
        """
        problems, written = [], {}
        for column, area_type in AREA_COLUMNS.items():
            if column not in record:
                continue
            text = written[column] = record.pop(column)
            record[f"{column}_id"] = None
            if text is None:
                continue
            try:
                record[f"{column}_id"] = self.find(text, area_type)
            except AreaMismatchError as mismatch:
                problems.append(CellProblem(column, text, *mismatch.args))
        if problems:
            return problems
        return [replace(p, value=written[p.column]) for p in self._check_belonging(record)]

    def _check_belonging(self, record: dict[str, Any]) -> list[CellProblem]:
        directorate = record.get("directorate_id")
        found = [self.check_team(directorate, record.get("team_id"))]
        found.append(self.check_borough(directorate, record.get("borough_id"), "borough"))
        return [problem for problem in found if problem]

    def check_team(self, directorate: int | None, team: int | None) -> CellProblem | None:
        """Whether the team is one of the directorate's; a team without a recorded directorate passes."""
        if directorate is None or team is None:
            return None
        homes = [p for p in self.by_id[team].parents if self.by_id[p].type == AreaType.DIRECTORATE]
        if not homes or directorate in homes:
            return None
        name, home = self.by_id[directorate].name, " or ".join(self.by_id[p].name for p in sorted(homes))
        return CellProblem(
            "team", self.by_id[team].name, f"This team is not part of {name}.", f"The team belongs to {home}."
        )

    def check_borough(self, directorate: int | None, borough: int | None, column: str) -> CellProblem | None:
        """Whether the directorate serves the borough; a directorate without recorded boroughs passes."""
        if directorate is None or borough is None:
            return None
        served = self._served.get(directorate)
        if not served or borough in served:
            return None
        names = ", ".join(sorted(self.by_id[b].name for b in served))
        return CellProblem(
            column,
            self.by_id[borough].name,
            f"{self.by_id[directorate].name} does not serve this borough.",
            f"It serves: {names}. If that is out of date, load a corrected areas file first.",
        )

    @cached_property
    def _served(self) -> dict[int, set[int]]:
        served: dict[int, set[int]] = {}
        for area in self.by_id.values():
            if area.type == AreaType.BOROUGH:
                for parent in area.parents:
                    served.setdefault(parent, set()).add(area.id)
        return served


class Known:
    """What the store knows that rows are matched with; read when first asked for, once a file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def areas(self) -> AreaIndex:
        """All areas."""
        return AreaIndex(query_areas(self._session).by_id.values())

    @cached_property
    def projects(self) -> dict[str, int]:
        """The ids of all QI projects, by the id that their own system gave them."""
        return query_project_ids(self._session)

    @cached_property
    def idea_ids(self) -> frozenset[str]:
        """The ids of all change ideas."""
        return frozenset(self._session.scalars(select(ChangeIdea.idea_id)))

    @cached_property
    def drivers(self) -> dict[str, dict[str, Any]]:
        """Every box of the driver diagrams by id, with ``parent_id`` and ``directorate_id``."""
        found = self._session.execute(select(Driver.driver_id, Driver.parent_id, Driver.directorate_id))
        return {
            row.driver_id: {"parent_id": row.parent_id, "directorate_id": row.directorate_id} for row in found
        }

    @cached_property
    def trusts(self) -> tuple[int, str]:
        """How many trusts are listed, and the newest day in ISO form on which one opened or closed."""
        table = table_of(NHSTrust)
        columns = func.count(), func.max(table.c.open_date), func.max(table.c.close_date)
        count, *days = self._session.execute(select(*columns)).one()
        return count, max((day.isoformat() for day in days if day), default="")

    @cached_property
    def measure_units(self) -> dict[str, str]:
        """The unit of every measure, by id."""
        return {measure.id: str(measure.unit) for measure in read_definitions().values()}

    def as_sent(self) -> dict[str, Any]:
        """All of it as plain lists and words, for the process that reads files."""
        areas = [
            (a.id, a.code, a.name, str(a.type), a.service_type, sorted(a.parents), list(a.aliases))
            for a in self.areas.by_id.values()
        ]
        return {
            "areas": areas,
            "projects": self.projects,
            "idea_ids": sorted(self.idea_ids),
            "drivers": self.drivers,
            "trusts": self.trusts,
            "measure_units": self.measure_units,
        }


class ToldKnown(Known):
    """The same, as told by `Known.as_sent`."""

    def __init__(self, sent: dict[str, Any]) -> None:
        self.areas = AreaIndex(
            AreaRef(key, code, name, AreaType(kind), service, frozenset(parents), tuple(aliases))
            for key, code, name, kind, service, parents, aliases in sent["areas"]
        )
        self.projects, self.measure_units = sent["projects"], sent["measure_units"]
        self.idea_ids, self.drivers = frozenset(sent["idea_ids"]), sent["drivers"]
        self.trusts = sent["trusts"]
