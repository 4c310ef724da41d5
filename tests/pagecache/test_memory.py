"""A worker keeps no more than it was given."""

import time

from pagecache.store import OVERHEAD, Page, Store


def page(body: bytes) -> Page:
    return Page(headers={}, etag="", generation=0, expires_at=time.time() + 60, bodies={"gzip": body})


def test_the_page_nobody_asked_for_longest_makes_room() -> None:
    store = Store(capacity=3 * (OVERHEAD + 2_000))
    for name in ("first", "second", "third"):
        store.put(name, page(b"x" * 1_000))
    store.get("first")
    store.put("fourth", page(b"x" * 1_000))
    assert store.get("second") is None
    assert all(store.get(name) for name in ("first", "third", "fourth"))


def test_it_never_holds_more_than_its_capacity() -> None:
    store = Store(capacity=100_000)
    for number in range(1_000):
        store.put(number, page(b"x" * number))
        assert store.size <= 100_000


def test_a_page_larger_than_everything_is_not_kept() -> None:
    store = Store(capacity=10_000)
    store.put("large", page(b"x" * 20_000))
    assert store.get("large") is None
    assert store.size == 0


def test_the_same_address_is_counted_once() -> None:
    store = Store(capacity=100_000)
    store.put("same", page(b"x" * 1_000))
    once = store.size
    store.put("same", page(b"x" * 1_000))
    assert store.size == once
