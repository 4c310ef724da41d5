"""How many queries each kind of page asks of the database, on the demonstration: at first, and from then on.

The first reader of a page after a change meets what has to be read again; a page that is kept asks nothing.
"""

from tests.benchmarks.understanding import demo_content

COLUMNS = "{:<28}{:>12}{:>12}{:>12}"


def main() -> None:
    with demo_content():
        from tests.e2e.addresses import FORMS, PAGES

        print(COLUMNS.format("page", "at first", "made anew", "kept"), flush=True)
        for name, address in {**PAGES, "listing": "directory/listing/1/", **FORMS}.items():
            print(COLUMNS.format(name, *counts(f"/fa/{address}")), flush=True)


def counts(address: str) -> tuple[int, int, int]:
    from django.core.cache import cache
    from django.test import Client

    from directory.vocabulary import vocabulary
    from pagecache.middleware import store

    store.clear()
    cache.clear()
    vocabulary.cache_clear()
    visitor, known = Client(), {"HTTP_COOKIE": "any=1"}
    first = asked(visitor, address, **known)
    anew = asked(visitor, address, **known)
    visitor.get(address)
    return first, anew, asked(visitor, address)


def asked(visitor: object, address: str, **headers: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        visitor.get(address, **headers)
    return len(captured)


if __name__ == "__main__":
    main()
