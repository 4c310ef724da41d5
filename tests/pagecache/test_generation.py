"""The number every worker compares its pages with follows the transaction that changes the content."""

import contextlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from pagecache import generation

pytestmark = pytest.mark.django_db(transaction=True)


class RegrettedError(Exception):
    pass


def seen_by_another_worker() -> int:
    """Another thread has a connection of its own, as another process has."""

    def read() -> int:
        try:
            return generation.current()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as other:
        return other.submit(read).result()


def test_each_change_raises_it() -> None:
    before = generation.current()
    generation.bump()
    generation.bump()
    assert generation.current() == before + 2


def test_another_worker_sees_it_once_the_change_is_committed_and_not_before() -> None:
    before = seen_by_another_worker()
    with transaction.atomic():
        generation.bump()
        assert seen_by_another_worker() == before
    assert seen_by_another_worker() == before + 1


def test_a_change_that_is_rolled_back_leaves_it_as_it_was() -> None:
    generation.bump()
    before = generation.current()
    with contextlib.suppress(RegrettedError), transaction.atomic():
        generation.bump()
        raise RegrettedError
    assert generation.current() == before


def test_it_is_read_with_one_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        generation.current()
