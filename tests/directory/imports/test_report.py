import csv
import sys
from io import StringIO
from pathlib import Path

import pytest
from pytest_django import Settings

from directory.imports.problems import NO_NAME, PHONE_UNUSABLE, Place
from directory.imports.report import Report
from tests.directory.imports.conftest import import_hsds, import_listings, listing, refusal, report_rows


def report_of(*values: str) -> Report:
    report = Report()
    for line, value in enumerate(values, start=2):
        report.add(PHONE_UNUSABLE, Place("phones.csv", line, "number"), value)
    return report


@pytest.mark.parametrize("value", ["=1+1", "+1 312 no", "-1", "@SUM(A1)", "\tx", "\rx", "  =1"])
def test_no_spreadsheet_program_runs_a_cell_of_the_report(value: str, tmp_path: Path) -> None:
    report_of(value).write_csv(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][3] == f"'{value}"


def test_the_screen_shows_a_few_rows_of_every_kind() -> None:
    report = report_of(*(f"number {number}" for number in range(500)))
    report.add(NO_NAME, Place("services.csv", 9, "name"))
    lines = list(report.lines())
    assert len(lines) < 10
    assert any(line.startswith("services.csv:9:name") for line in lines)
    assert "and 497 more" in lines[-1]


def test_the_file_holds_every_row(tmp_path: Path) -> None:
    report_of(*(f"number {number}" for number in range(500))).write_csv(tmp_path / "report.csv")
    assert len(report_rows(tmp_path / "report.csv")) == 500


def test_a_file_cannot_send_commands_to_the_terminal() -> None:
    assert not any("\x1b" in line for line in report_of("\x1b]0;title\x07").lines())


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.django_db
def test_how_far_it_is_shows_where_somebody_looks_on_and_nowhere_else(
    sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream, shows in ((Terminal(), True), (StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        import_listings(sheet(listing()))
        assert ("100%" in stream.getvalue()) == shows
        assert stream.getvalue()[-1:] in {"", "\n"}, "what is said next begins on a line of its own"


@pytest.fixture
def reports(settings: Settings, tmp_path: Path) -> Path:
    settings.IMPORT_REPORTS = tmp_path / "data" / "imports"
    return settings.IMPORT_REPORTS


@pytest.mark.django_db
@pytest.mark.parametrize("option", ["", "--dry-run"])
def test_every_import_leaves_its_rows_in_the_data_folder_and_says_where(
    sheet, reports: Path, option: str
) -> None:
    path = sheet(listing(phone="none"))
    said = import_listings(path, *filter(None, [option]))
    kept = reports / "listings.csv"
    assert said.rstrip().endswith(f"Row by row: {kept}")
    assert {"phone"} < {row["column"] for row in report_rows(kept)}
    assert reports.stat().st_mode & 0o077 == 0
    import_listings(sheet(listing(phone="030 23125000")))
    assert "phone" not in {row["column"] for row in report_rows(kept)}, "the last one is kept"


@pytest.mark.django_db
def test_what_was_refused_is_kept_as_well(hsds, reports: Path) -> None:
    refusal(import_hsds, hsds(services=["s1,o1,Advice,,active,,,", "s1,o1,Other,,active,,,"]))
    assert [row["file"] for row in report_rows(reports / "data.csv")] == ["services.csv"]


@pytest.mark.django_db
def test_the_file_may_be_chosen(sheet, reports: Path, tmp_path: Path) -> None:
    import_listings(sheet(listing(phone="none")), "--report", str(tmp_path / "mine.csv"))
    assert report_rows(tmp_path / "mine.csv")
    assert not reports.exists()
