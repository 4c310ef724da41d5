import csv
from pathlib import Path

import pytest

from directory.imports.problems import NO_NAME, PHONE_UNUSABLE, Place
from directory.imports.report import Report
from tests.directory.imports.conftest import report_rows


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
