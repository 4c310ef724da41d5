"""Several processes hold the same columns: they must agree, and never keep what was not committed."""

import pytest
from django.db import connection, transaction

from directory.models import Service
from search import index
from search.engines import of_database
from search.query import Query
from tests.factories import NeedFactory, ServiceFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database_engine]


@pytest.fixture
def workers():
    """Two workers of the engine in use: each holds columns of its own."""
    return [type(of_database())(), type(of_database())()]


def totals(workers: list, **asked: object) -> list[int]:
    return [worker.search(Query(**asked)).total for worker in workers]


def test_a_change_is_seen_by_every_worker(workers) -> None:
    listing = ServiceFactory(name="Harbour")
    assert totals(workers, text="harbour") == [1, 1]
    listing.name = "Station"
    listing.save()
    assert totals(workers, text="harbour") == [0, 0]
    assert totals(workers, text="station") == [1, 1]
    listing.delete()
    assert totals(workers) == [0, 0]


def test_what_was_rolled_back_is_not_kept_by_the_worker_that_saw_it(workers) -> None:
    ServiceFactory(name="Harbour")
    with transaction.atomic():
        ServiceFactory(name="Station", free=True)
        assert totals(workers[:1], text="station") == [1]
        transaction.set_rollback(True)
    # The number of the version that was rolled back is given again, to another change.
    ServiceFactory(name="Airport")
    assert totals(workers, text="station") == [0, 0]
    assert totals(workers, text="airport") == [1, 1]
    assert totals(workers) == [2, 2]


def test_a_new_word_reaches_every_worker(workers) -> None:
    need = NeedFactory(slug="legal")
    ServiceFactory(name="Office", needs=[need])
    assert totals(workers, text="barrister") == [0, 0]
    words = need.translations.get()
    words.words = "barrister"
    words.save()
    assert totals(workers, text="barrister") == [1, 1]


def test_a_rebuilt_index_reaches_every_worker(workers) -> None:
    ServiceFactory.create_batch(3, name="Harbour")
    assert totals(workers) == [3, 3]
    Service.objects.filter(pk=Service.objects.first().pk).delete()
    assert index.rebuild() == 2
    assert totals(workers) == [2, 2]


def test_a_search_writes_nothing(workers) -> None:
    ServiceFactory(name="Harbour")
    written = []

    def note(execute, sql, *arguments):
        written.append(sql.split(maxsplit=1)[0].upper())
        return execute(sql, *arguments)

    with connection.execute_wrapper(note):
        totals(workers, text="harbour")
    assert set(written) == {"SELECT"}
