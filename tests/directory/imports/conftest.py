"""Running the import commands as an editor does, on files made for the test or on real ones."""

import csv
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

SHARED = Path(os.environ.get("SHARED_DATA", settings.BASE_DIR.parent / "shared" / "data"))
HEADERS = {
    "organizations.csv": "id,name,description,email,website",
    "locations.csv": "id,organization_id,name,latitude,longitude",
    "services.csv": "id,organization_id,name,description,status,fees,url,email",
    "service_at_location.csv": "id,service_id,location_id,description",
    "phones.csv": "id,service_id,location_id,organization_id,number,extension,description",
    "schedules.csv": "service_id,location_id,byday,opens_at,closes_at,freq,notes",
    "addresses.csv": "location_id,address_1,city,state_province,postal_code,country",
}
SMALL = {
    "organizations.csv": ["o1,Harbour,Advice for all,office@example.org,https://example.org"],
    "locations.csv": ["l1,o1,Main office,,"],
    "services.csv": ["s1,o1,Legal advice,Help with papers,active,Free to everyone,,"],
    "service_at_location.csv": [",s1,l1,"],
    "phones.csv": [",s1,,,(312) 938-2106,,"],
    "schedules.csv": [",l1,MO,9:00,17:00,,"],
    "addresses.csv": ["l1,1 State Street,Chicago,IL,60601,US"],
}


def shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.exists():
        pytest.skip(f"the shared data are not at {folder}; SHARED_DATA names another place")
    return folder


@pytest.fixture
def illinois() -> Path:
    return shared("illinois-legal-aid")


@pytest.fixture
def hsds_examples() -> Path:
    return shared("hsds") / "examples"


@pytest.fixture
def hsds(tmp_path: Path) -> Callable[..., Path]:
    """A small data set; each argument replaces the rows of a file, None leaves the file out."""

    def build(folder: str = "data", **rows: list[str] | None) -> Path:
        path = tmp_path / folder
        path.mkdir(exist_ok=True)
        for name, header in HEADERS.items():
            lines = rows.get(name.removesuffix(".csv"), SMALL[name])
            if lines is None:
                (path / name).unlink(missing_ok=True)
            else:
                (path / name).write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return build


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A spreadsheet of rows given as dictionaries; the columns are those that occur."""

    def build(*rows: dict[str, str], name: str = "listings.csv") -> Path:
        path = tmp_path / name
        columns = list(
            dict.fromkeys(["id", "organization", "name", "country", *(key for row in rows for key in row)])
        )
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return build


def listing(**cells: str) -> dict[str, str]:
    return {"id": "1", "organization": "Harbour", "name": "Legal advice", "country": "DE", **cells}


def import_hsds(path: Path, *options: str, country: str = "US") -> str:
    output = StringIO()
    call_command("import_hsds", str(path), "--country", country, *options, stdout=output)
    return output.getvalue()


def import_listings(path: Path, *options: str) -> str:
    output = StringIO()
    call_command("import_listings", str(path), *options, stdout=output)
    return output.getvalue()


def refusal(run: Callable[..., str], *arguments: object) -> str:
    with pytest.raises(CommandError) as error:
        run(*arguments)
    return str(error.value)


def report_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
