"""How long a spreadsheet of ten thousand rows takes, as an editor runs it: new, again, every row changed.

IMPORTING_ROWS=1000 takes other numbers of rows.
"""

import csv
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks.clocks import Taken, taken
from tests.benchmarks.loud import not_measured
from tests.benchmarks.postgresql import postgresql
from tests.running_site import ROOT
from tests.secret_values import SECRETS

ROWS = int(os.environ.get("IMPORTING_ROWS", "10000"))
OF_ONE_ORGANIZATION = 4
CHECKED_ON = str(datetime.now(UTC).date() - timedelta(days=10))
CITIES = ["Berlin", "هامبورگ", "Munich", "Köln", "Frankfurt", "لایپزیگ"]
NEEDS = ["legal;asylum-law", "housing", "counselling", "interpreting", "work;education", "documents"]
COLUMNS = "{:<12}{:<12}{:>16}{:>16}{:>14}"


def main() -> None:
    print(
        COLUMNS.format("", f"{ROWS:,} rows", "by the clock, s", "processor, s", "rows a second"), flush=True
    )
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", Path(folder), f"sqlite:///{folder}/site.sqlite3")
    with tempfile.TemporaryDirectory() as folder, postgresql() as address:
        if address:
            measure("PostgreSQL", Path(folder), address)
        else:
            not_measured("imports into PostgreSQL", "no PostgreSQL server is installed")


def measure(where: str, folder: Path, database: str) -> None:
    environment = {**os.environ, **SECRETS, "DATA_DIR": str(folder), "DATABASE_URL": database}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "load_taxonomy")
    sheet = folder / "listings.csv"
    for what, summary in (
        ("new", "Advice"),
        ("again", "Advice"),
        ("changed", "Advice, and somebody to go with"),
    ):
        write(sheet, summary)
        took = manage(environment, "import_listings", str(sheet))
        rates = f"{took.seconds:.0f}", f"{took.processor:.0f}", f"{ROWS / took.seconds:.0f}"
        print(COLUMNS.format(where, what, *rates), flush=True)


def manage(environment: dict[str, str], *command: str) -> Taken:
    arguments = [sys.executable, "manage.py", *command]
    with taken() as found:
        subprocess.run(arguments, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return found


def write(path: Path, summary: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row(0, summary)))
        writer.writeheader()
        writer.writerows(row(number, summary) for number in range(ROWS))


def row(number: int, summary: str) -> dict[str, str]:
    return {
        "id": f"row-{number}",
        "organization": f"House {number // OF_ONE_ORGANIZATION}",
        "name": f"Help of many kinds, number {number}",
        "summary": f"{summary} for people who start again, at desk {number}.",
        "description": "Somebody listens, explains what comes next and writes the letter with you. " * 4,
        "name_fa": f"کمک شماره {number}",
        "summary_fa": f"مشاوره برای کسانی که از نو شروع می‌کنند، میز {number}",
        "needs": NEEDS[number % len(NEEDS)],
        "country": "DE",
        "city": CITIES[number % len(CITIES)],
        "languages": "fa;ar;de" if number % 2 else "English",
        "delivery": "in_person;phone",
        "phone": f"030 23125 {number % 1000:03}",
        "email": f"desk{number}@example.org",
        "cost": "free",
        "documents_required": "no",
        "verified_on": CHECKED_ON,
    }


if __name__ == "__main__":
    main()
