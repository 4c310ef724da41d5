"""What a page asks of the database in a process that was never asked for anything, and so keeps nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PREPARED = "--prepared"


class Asked(NamedTuple):
    """The statements for the first reader of a page, and for the next one whose page is made anew."""

    at_first: list[str]
    again: list[str]


def queries_of(
    addresses: Iterable[str], environment: Mapping[str, str], *, prepared: bool = False
) -> dict[str, Asked]:
    """By address, on the site with those variables. `prepared` as a server is before it takes requests."""
    command = [sys.executable, "-m", "tests.first_readers", *[PREPARED] * prepared, *addresses]
    answer = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE).stdout
    return {address: Asked(*asked) for address, asked in json.loads(answer).items()}


def main() -> None:
    import django

    django.setup()
    from django.urls import get_resolver

    from search.finding import prepare_beside_requests

    assert get_resolver().url_patterns
    addresses = [argument for argument in sys.argv[1:] if argument != PREPARED]
    if PREPARED in sys.argv:
        prepare_beside_requests().join()
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        asked = pool.map(_asked_twice, addresses, chunksize=1)
    json.dump(dict(zip(addresses, asked, strict=True)), sys.stdout)


def _asked_twice(address: str) -> Asked:
    return Asked(_asked(address), _asked(address))


def _asked(address: str) -> list[str]:
    """With a cookie: the page is none of those kept for visitors."""
    from urllib.parse import urlsplit

    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME=urlsplit(settings.SITE_URL).hostname or "localhost")
    with CaptureQueriesContext(connection) as captured:
        status = client.get(address, HTTP_COOKIE="any=1").status_code
    assert status in {200, 404}, (address, status)
    return [query["sql"] for query in captured]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    main()
