"""A row of an areas file: one trust, directorate, borough or team."""

from __future__ import annotations

from typing import ClassVar

from data_model.rows.base import Row
from data_model.rows.words import AreaTypeWord, Code, Name, Names, ServiceTypeWord


class AreaRow(Row):
    """One area; ``parent_code`` and ``aliases`` are lists with ; between."""

    free_text: ClassVar = frozenset({"area_code", "area_name", "aliases"})

    area_code: Code
    area_name: Name
    area_type: AreaTypeWord
    parent_code: Names | None = None
    service_type: ServiceTypeWord | None = None
    aliases: Names | None = None
