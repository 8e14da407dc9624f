"""What a cell says, read plainly and with none of our readers, to hold what is stored against it."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from loaders.cells import clean_cell
from loaders.matching import area_key

DATES = ("%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d %B %Y", "%Y-%m-%d 00:00:00", "%Y-%m-%d")
MONTHS = ("%b-%y", "%B %Y", "%Y-%m", "%d/%m/%Y", "%Y-%m-%d", "%b %Y")


def number(text: str) -> Decimal | None:
    try:
        found = Decimal(text.replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return None
    return found / 100 if text.endswith("%") else found


def means(column: str, text: str, stored, names: dict[str, str]) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether what is stored is what the cell says: a plain reading that knows none of our readers."""
    text = clean_cell(text)
    if stored is None:
        return text in ("", "*", *"-\u2212\u2013\u2014") or (column == "workshop_type" and not text)
    if stored in ("*", "-"):
        return True  # hidden together with a cell that holds a star; whether one does is asked below
    if isinstance(stored, int | float):
        return number(text) is not None and abs(number(text) - Decimal(repr(stored))) < Decimal("1e-9")
    if column in ("directorate", "borough", "team", "area"):
        return names.get(area_key(text)) == stored
    if column in ("boroughs", "aliases", "parent_code"):
        said = [clean_cell(part) for part in text.split(";") if clean_cell(part)]
        known = {names.get(area_key(part), part) for part in said} if column == "boroughs" else set(said)
        return set(stored.split(";")) >= known or {s.strip() for s in stored.split(";")} == known
    if text == stored or "".join(text.split()).casefold() == "".join(stored.split()).casefold():
        return True
    for form in (*DATES, *MONTHS):
        try:
            day = datetime.strptime(text, form)
        except ValueError:
            continue
        return stored in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}")
    squeezed = "".join(c for c in text.casefold() if c.isalnum())
    return squeezed == "".join(c for c in stored.casefold() if c.isalnum())
