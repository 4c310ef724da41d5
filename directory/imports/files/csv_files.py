"""CSV as people save it: comma, semicolon or tab; UTF-8 with or without a mark."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from directory.imports.cells.text import clean
from directory.imports.files.limits import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from directory.imports.files.sources import File
from directory.imports.problems import (
    BAD_QUOTES,
    CELL_TOO_LONG,
    COLUMN_TWICE,
    FORMULA,
    FORMULA_FAILED,
    NO_HEADER,
    NOT_A_TABLE,
    NOT_UTF8,
    NUL_BYTES,
    RAGGED,
    TOO_LARGE,
    Place,
    RefusedError,
)
from directory.imports.rows import Row

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DELIMITERS = ",;\t"
BINARY_STARTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
MARKUP_STARTS = (b"<", b"{", b"[")
# A phone number starts with + as well, so + - @ count only before a function's name or a command.
_FORMULA = re.compile(r"\s*(=|[+\-@][A-Za-z_.]+[0-9]*[(|!])")
# What spreadsheet programs write where a formula failed, such as a text that began with a minus.
_FAILED = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}


def rows_of(file: File) -> Iterator[Row]:
    """The lines below the header. Raises RefusedError where the file breaks: exhaust it before you write."""
    text = decoded(file)
    header, lines = _header_and_lines(file, text)
    for count, (line, written) in enumerate(lines):
        if count >= MAX_ROWS:
            raise RefusedError(TOO_LARGE, Place(file.name, line))
        values = written if any(value.strip() for value in written) else [""] * len(header)
        if len(values) != len(header):
            raise RefusedError(RAGGED, Place(file.name, line), f"{len(values)} / {len(header)}")
        for column, value in zip(header, values, strict=True):
            check_cell(value, Place(file.name, line, column))
        yield Row(Place(file.name, line), dict(zip(header, map(clean, values), strict=True)))


def header_of(file: File) -> list[str]:
    return _header_and_lines(file, decoded(file))[0]


def decoded(file: File) -> str:
    if file.content.startswith(BINARY_STARTS) or file.content.lstrip().startswith(MARKUP_STARTS):
        raise RefusedError(NOT_A_TABLE, Place(file.name))
    return decoded_text(file)


def decoded_text(file: File) -> str:
    content = file.content
    if content.startswith(UTF_16):
        raise RefusedError(NOT_UTF8, Place(file.name, 1), "UTF-16")
    if b"\0" in content:
        raise RefusedError(NUL_BYTES, Place(file.name, content.count(b"\n", 0, content.index(b"\0")) + 1))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file.name, content.count(b"\n", 0, error.start) + 1)
        raise RefusedError(NOT_UTF8, place, f"0x{content[error.start]:02x}") from None


def check_cell(value: str, place: Place) -> None:
    if len(value) > MAX_CELL:
        raise RefusedError(CELL_TOO_LONG, place, f"{value[:40]}…")
    if _FORMULA.match(value):
        raise RefusedError(FORMULA, place, value[:200])
    if value.strip() in _FAILED:
        raise RefusedError(FORMULA_FAILED, place, value)


def check_header(names: list[str], file: str) -> list[str]:
    header = [clean(name).casefold().replace(" ", "_") for name in names]
    while header and not header[-1]:
        header.pop()
    if not header or not all(header) or len(header) > MAX_COLUMNS:
        raise RefusedError(NO_HEADER, Place(file, 1))
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice:
        raise RefusedError(COLUMN_TWICE, Place(file, 1, twice))
    return header


def _header_and_lines(file: File, text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    first_line = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    lines = _numbered(io.StringIO(text, newline=""), delimiter, file.name)
    _line, names = next(lines, (1, []))
    header = check_header(names, file.name)
    return header, ((line, _trimmed(values, len(header))) for line, values in lines)


def _trimmed(values: list[str], width: int) -> list[str]:
    """Spreadsheet programs write empty cells behind the last column."""
    while len(values) > width and not values[-1].strip():
        values.pop()
    return values


def _numbered(text: io.StringIO, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on; a quoted cell may span several."""
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            kind = CELL_TOO_LONG if "field limit" in str(error) else BAD_QUOTES
            raise RefusedError(kind, Place(name, line), error) from None
        yield line, values
