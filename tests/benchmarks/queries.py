"""How many queries each kind of page asks of the database, on the demonstration: at first, and from then on.

The first reader after a change meets what has to be read again. No page is one of those kept for visitors.
"""

from tests.benchmarks.understanding import demo_content

COLUMNS = "{:<28}{:>12}{:>12}"


def main() -> None:
    with demo_content():
        from django.core.management import call_command

        from tests.e2e.addresses import FORMS, PAGES

        call_command("collectstatic", interactive=False, verbosity=0)
        print(COLUMNS.format("page", "at first", "made anew"), flush=True)
        for name, address in {**PAGES, "listing": "directory/listing/1/", **FORMS}.items():
            print(COLUMNS.format(name, *counts(f"/fa/{address}")), flush=True)


def counts(address: str) -> tuple[int, int]:
    from django.core.cache import cache
    from django.test import Client

    from directory.vocabulary import vocabulary
    from pagecache.middleware import store

    store.clear()
    cache.clear()
    vocabulary.cache_clear()
    visitor, known = Client(SERVER_NAME="localhost"), {"HTTP_COOKIE": "any=1"}
    first = asked(visitor, address, **known)
    return first, asked(visitor, address, **known)


def asked(visitor: object, address: str, **headers: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer = visitor.get(address, **headers)
    assert answer.status_code in {200, 404}, (address, answer.status_code)
    return len(captured)


if __name__ == "__main__":
    main()
