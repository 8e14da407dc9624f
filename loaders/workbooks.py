"""Excel workbooks: checked as an archive before anything opens them, then read as text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import python_calamine

from loaders.archives import check_archive, holds_macros
from loaders.cells import clean_cell, text_of_excel_cell
from loaders.report import RefusedFileError
from loaders.sheets import Sheet, TextRow

_DAMAGED = "The workbook is damaged and cannot be read. Open it in Excel and save it again as .xlsx."
_MACROS = "The workbook holds macros. They were neither run nor stored."
_NOT_WORKED_OUT = "Cells with an error, or a formula without a result: {}. They were read as empty."


def read_workbook(data: bytes) -> Iterator[tuple[str, Sheet]]:
    """Every visible worksheet with its name, in the order of the workbook.

    Raises:
        RefusedFileError: it is not an .xlsx workbook, is too large or damaged.
    """
    valueless = check_archive(data)
    notes = (_NOT_WORKED_OUT.format(valueless),) if valueless else ()
    if holds_macros(data):
        notes = (*notes, _MACROS)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        for sheet in book.sheets_metadata:
            visible = sheet.visible == python_calamine.SheetVisibleEnum.Visible
            if visible and sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
                rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                yield sheet.name, Sheet(tuple(_number(rows)), notes=notes)
    except (RefusedFileError, GeneratorExit, KeyboardInterrupt, MemoryError):
        raise
    except BaseException as error:  # the reader's own panic is not an Exception
        raise RefusedFileError(_DAMAGED) from error


def _number(rows: Sequence[Sequence[object]]) -> Iterator[TextRow]:
    for number, cells in enumerate(rows, 1):
        cleaned = tuple(clean_cell(text_of_excel_cell(cell)) for cell in cells)
        if any(cleaned):
            yield TextRow(number, cleaned)
