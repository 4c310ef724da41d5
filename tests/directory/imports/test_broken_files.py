"""A file that cannot be trusted changes nothing, and says what to do about it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from directory.models import Country, ImportedRecord, Organization, Service
from tests.directory.imports.conftest import import_hsds, import_listings, listing, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_stored() -> object:
    yield
    assert not any(model.objects.exists() for model in (Service, Organization, ImportedRecord, Country))


HEADER = b"id,name,description\n"
BROKEN = {
    "another encoding": (HEADER + "o1,Häfen,\n".encode("cp1252"), "UTF-8", 2),
    "the encoding of Windows": ((HEADER + b"o1,Harbour,\n").decode().encode("utf-16"), "UTF-8", 1),
    "NUL bytes": (HEADER + b"o1,Har\0bour,\n", "NUL", 2),
    "a missing column": (b"id,title\no1,Harbour\n", "column is missing", 1),
    "a column twice": (b"id,name,name\no1,Harbour,x\n", "twice", 1),
    "an id twice": (HEADER + b"o1,Harbour,\no1,Pier,\n", "id", 3),
    "a very long id": (HEADER + b"o" * 101 + b",Harbour,\n", "100 characters", 2),
    "a very long cell": (HEADER + b"o1,Harbour," + b"x" * 10_000_000 + b"\n", "too long", 2),
    "a formula": (HEADER + b'o1,"=HYPERLINK(""http://evil.example"")",\n', "formula", 2),
    "a command": (HEADER + b"o1,Harbour,@SUM(1+1)*cmd|' /C calc'!A0\n", "formula", 2),
    "a formula that failed": (HEADER + b"o1,#NAME?,\n", "has failed", 2),
    "Persian as Windows writes it": (HEADER + "o1,بندر,\n".encode("cp1256"), "UTF-8", 2),
    "ragged rows": (HEADER + b"o1,Harbour,x\no2,Pier\n", "more or fewer", 3),
    "an open quote": (HEADER + b'o1,"Harbour,x\n', "quotes", 2),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), "not a CSV", None),
    "a web page": (b"<!doctype html><html></html>", "not a CSV", None),
    "nothing at all": (b"", "first line", 1),
}


@pytest.mark.parametrize(("content", "words", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_csv_file(content: bytes, words: str, line: int | None, tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_bytes(content)
    message = refusal(import_hsds, tmp_path)
    assert words in message
    assert message.startswith("organizations.csv:" if line is None else f"organizations.csv:{line}:")
    assert "Nothing was imported" in message


def test_a_file_that_breaks_late_undoes_what_stood_before_it(hsds: Callable[..., Path]) -> None:
    folder = hsds()
    (folder / "services.csv").write_bytes((folder / "services.csv").read_bytes() + b"s2,o1,H\xe4fen,,,,,\n")
    assert "services.csv:3" in refusal(import_hsds, folder)


def test_a_folder_without_hsds(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n")
    assert "services.csv" in refusal(import_hsds, tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in refusal(import_hsds, tmp_path / "missing")


def test_a_link_that_leads_out_of_the_folder(hsds: Callable[..., Path]) -> None:
    folder = hsds()
    (folder / "programs.csv").symlink_to("/etc/passwd")
    assert "outside" in refusal(import_hsds, folder)


def test_a_table_in_two_files_of_a_zip(tmp_path: Path) -> None:
    path = zipped(
        tmp_path, {"a/organizations.csv": "id,name\no1,A\n", "b/organizations.csv": "id,name\no2,B\n"}
    )
    assert "Two files" in refusal(import_hsds, path)


@pytest.mark.parametrize("name", ["../organizations.csv", "/organizations.csv", "a\\organizations.csv"])
def test_a_zip_whose_paths_lead_outside(name: str, tmp_path: Path) -> None:
    assert "outside" in refusal(import_hsds, zipped(tmp_path, {name: "id,name\no1,A\n"}))


def test_a_zip_that_unpacks_to_far_more(tmp_path: Path) -> None:
    bomb = zipped(tmp_path, {"organizations.csv": "id,name\no1," + "0" * 50_000_000})
    assert bomb.stat().st_size < 100_000
    assert "unpacks" in refusal(import_hsds, bomb)


def test_a_damaged_zip(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"organizations.csv": "id,name\no1,A\n"})
    path.write_bytes(path.read_bytes()[:-30])
    assert "damaged" in refusal(import_hsds, path)


JSON = {
    "cut off": ('[{"id": "o1", "name": "Harbour"', "not valid JSON"),
    "no number": (
        '{"organizations.csv": [{"id": "o1", "name": "A", "year_incorporated": NaN}]}',
        "not valid JSON",
    ),
    "nested without end": ("[" * 200_000, "not valid JSON"),
    "of another kind": ('[{"title": "Harbour"}]', "neither"),
    "a list of texts": ('["Harbour"]', "neither"),
}


@pytest.mark.parametrize(("content", "words"), JSON.values(), ids=JSON)
def test_json_that_is_not_hsds(content: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text(content)
    assert words in refusal(import_hsds, tmp_path)


def test_a_country_that_does_not_exist(hsds: Callable[..., Path]) -> None:
    assert "not the code" in refusal(import_hsds, hsds(), "--country", "Atlantis")


def test_two_rows_of_the_spreadsheet_with_one_id(sheet: Callable[..., Path]) -> None:
    assert "id" in refusal(import_listings, sheet(listing(), listing(name="Another")))


def test_a_spreadsheet_without_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "listings.csv"
    path.write_text("id,name\n1,Legal advice\n")
    assert "organization" in refusal(import_listings, path)


def test_a_formula_in_a_workbook_and_where_it_stands(tmp_path: Path) -> None:
    path = workbook(tmp_path, listing(name="=1+1"))
    message = refusal(import_listings, path)
    assert message.startswith("listings.xlsx:2:C")
    assert "formula" in message


def test_a_formula_that_failed_and_was_pasted_as_a_value(tmp_path: Path) -> None:
    message = refusal(
        import_listings, workbook(tmp_path, listing(summary=""), listing(id="2", summary="#REF!"))
    )
    assert "listings.xlsx:3:" in message
    assert "has failed" in message


def test_a_workbook_that_unpacks_to_far_more(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"xl/worksheets/sheet1.xml": "0" * 50_000_000}, "listings.xlsx")
    assert "unpacks" in refusal(import_listings, path)


@pytest.mark.parametrize(
    "sheet_xml",
    [
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
        "<worksheet><sheetData><row",
        '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><worksheet><sheetData>&c;</sheetData>',
    ],
    ids=["a text that is missing", "cut off", "entities that multiply"],
)
def test_a_workbook_whose_sheet_is_damaged(sheet_xml: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, listing())
    with zipfile.ZipFile(path) as archive:
        files = {member: archive.read(member).decode() for member in archive.namelist()}
    files["xl/worksheets/sheet1.xml"] = sheet_xml.replace(
        "<worksheet>", '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    )
    path.unlink()
    assert "damaged" in refusal(import_listings, zipped(tmp_path, files, "listings.xlsx"))


def test_a_report_that_has_nowhere_to_go(hsds: Callable[..., Path], tmp_path: Path) -> None:
    assert "no folder" in refusal(import_hsds, hsds(), "--report", str(tmp_path / "missing" / "report.csv"))


def test_a_workbook_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "listings.xlsx").write_bytes(b"PK\x03\x04 not really")
    assert ".xlsx" in refusal(import_listings, tmp_path / "listings.xlsx")


def zipped(folder: Path, files: dict[str, str], name: str = "data.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in files.items():
            archive.writestr(member, content)
    return path


def workbook(folder: Path, *rows: dict[str, object]) -> Path:
    book = Workbook()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append(list(row.values()))
    path = folder / "listings.xlsx"
    book.save(path)
    return path
