"""The first sheet of an .xlsx workbook."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from directory.imports.cells.text import clean
from directory.imports.files.csv_files import check_cell, check_header
from directory.imports.files.limits import MAX_COLUMNS, MAX_ROWS
from directory.imports.files.sources import File, check_archive
from directory.imports.problems import (
    FORMULA,
    NO_HEADER,
    NOT_A_WORKBOOK,
    RAGGED,
    TOO_LARGE,
    Place,
    RefusedError,
)
from directory.imports.rows import Row


def rows_of(file: File) -> Iterator[Row]:
    lines = _lines(file)
    _line, names = next(lines, (1, []))
    header = check_header(names, file.name)
    for line, values in lines:
        if line > MAX_ROWS:
            raise RefusedError(TOO_LARGE, Place(file.name, line))
        if any(values[len(header) :]):
            raise RefusedError(RAGGED, Place(file.name, line), f"{len(values)} / {len(header)}")
        padded = [*values, *[""] * (len(header) - len(values))]
        for column, value in zip(header, padded, strict=False):
            check_cell(value, Place(file.name, line, column))
        yield Row(Place(file.name, line), dict(zip(header, map(clean, padded), strict=False)))


def header_of(file: File) -> list[str]:
    return check_header(next(_lines(file), (1, []))[1], file.name)


def _lines(file: File) -> Iterator[tuple[int, list[str]]]:
    """Damage shows only while the cells are read, in whatever way the XML is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            check_archive(archive, file.name)
        yield from _cells(file)
    except (zipfile.BadZipFile, LookupError, ValueError, TypeError, OSError, ParseError) as error:
        raise RefusedError(NOT_A_WORKBOOK, Place(file.name), error) from None


def _cells(file: File) -> Iterator[tuple[int, list[str]]]:
    workbook = load_workbook(io.BytesIO(file.content), read_only=True, keep_links=False)
    if not workbook.worksheets:
        raise RefusedError(NO_HEADER, Place(file.name))
    sheet = workbook.worksheets[0]
    sheet.reset_dimensions()  # a file may lie about its size
    for line, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
        yield line, [_text(cell, Place(file.name, line, _letter(cell))) for cell in cells]


def _letter(cell: Any) -> str:
    return getattr(cell, "column_letter", "")


def _text(cell: Any, place: Place) -> str:
    if cell.data_type == "f":
        raise RefusedError(FORMULA, place, cell.value)
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
