from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client


@pytest.fixture
def _no_database(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE pagecache_generation RENAME TO pagecache_lost")
    yield
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE pagecache_lost RENAME TO pagecache_generation")


@pytest.mark.usefixtures("_no_database")
def test_the_way_out_stays_open(client: Client) -> None:
    assert client.get("/fa/exit/")["Location"] == "https://fa.wikipedia.org/"
