"""Areas as the figures need them: which areas a row counts for, and what an area is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import Area, AreaAlias, AreaParent
from data_model.terms import AreaType

_RANK = {t: i for i, t in enumerate(AreaType)}


class AreaNotFoundError(LookupError):
    """No area, or more than one, goes by that name; the message offers what there is."""


@dataclass(frozen=True)
class AreaRef:
    """One area: its key in the store, code, name and type, and the keys of the areas it belongs to."""

    id: int
    code: str
    name: str
    type: AreaType
    service_type: str | None
    parents: frozenset[int]
    aliases: tuple[str, ...] = ()


class AreaTree:
    """All areas, and the questions that are asked of them."""

    def __init__(self, areas: Iterable[AreaRef]) -> None:
        self.by_id = {a.id: a for a in areas}
        trusts = self.of_type(AreaType.TRUST)
        self._only_trust = trusts[0].id if len(trusts) == 1 else None

    def of_type(self, area_type: AreaType) -> list[AreaRef]:
        """All areas of one type, by name."""
        return sorted((a for a in self.by_id.values() if a.type == area_type), key=lambda a: a.name)

    def ordered(self) -> list[AreaRef]:
        """All areas: trust first, then directorates, boroughs and teams, each by name."""
        return sorted(self.by_id.values(), key=lambda a: (_RANK[a.type], a.name))

    def children(self, area_id: int, area_type: AreaType) -> list[AreaRef]:
        """The areas of one type that belong to ``area_id``. A lone trust holds every directorate."""
        if area_type == AreaType.DIRECTORATE:
            return [a for a in self.of_type(area_type) if area_id in self.trusts_of(a.id)]
        return [a for a in self.of_type(area_type) if area_id in a.parents]

    def trusts_of(self, directorate_id: int) -> list[int]:
        """The trust that a directorate belongs to; where none is recorded, the only trust there is."""
        parents = self.by_id[directorate_id].parents
        trusts = [p for p in parents if self.by_id[p].type == AreaType.TRUST]
        if not trusts and self._only_trust is not None:
            return [self._only_trust]
        return trusts

    def counted_in(self, directorate_id: int, *others: int | None) -> list[int]:
        """Every area that a row of this directorate, and of these boroughs or team, counts for, once each."""
        found = [*self.trusts_of(directorate_id), directorate_id, *(o for o in others if o is not None)]
        return list(dict.fromkeys(found))

    def find(self, code_or_name: str) -> AreaRef:
        """The area with this code, name or alias; case and spaces do not matter.

        Raises:
            AreaNotFoundError: none, or several, go by it.
        """
        wanted = _key(code_or_name)
        for names in (lambda a: (a.code,), lambda a: (a.name,), lambda a: a.aliases):
            found = [a for a in self.ordered() if wanted in map(_key, names(a))]
            if len(found) == 1:
                return found[0]
            if found:
                several = ", ".join(f"{a.code} ({a.name}, {a.type})" for a in found)
                raise AreaNotFoundError(f"{code_or_name!r} could be {several}. Give the code.")
        known = ", ".join(a.name for a in self.ordered() if a.type != AreaType.TEAM) or "none yet"
        raise AreaNotFoundError(f"There is no area {code_or_name!r}. Areas: {known}.")


def query_areas(session: Session) -> AreaTree:
    """Read all areas with their parents and aliases."""
    parents: dict[int, set[int]] = {}
    for child, parent in session.execute(select(AreaParent.area_id, AreaParent.parent_id)):
        parents.setdefault(child, set()).add(parent)
    aliases: dict[int, list[str]] = {}
    for area_id, alias in session.execute(select(AreaAlias.area_id, AreaAlias.alias).order_by(AreaAlias.id)):
        aliases.setdefault(area_id, []).append(alias)
    rows = session.execute(select(Area.id, Area.area_code, Area.area_name, Area.area_type, Area.service_type))
    return AreaTree(
        AreaRef(
            i, code, name, AreaType(kind), service, frozenset(parents.get(i, ())), tuple(aliases.get(i, ()))
        )
        for i, code, name, kind, service in rows
    )


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
