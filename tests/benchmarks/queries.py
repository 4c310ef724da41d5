"""How many queries each kind of page asks of the database, on the demonstration, in Persian.

Of the first reader in a process that was never asked for anything, of the first one of a server, which
prepares itself before it takes requests, and of the next ones. No page is one of those kept for visitors.
"""

import os

from tests import first_readers
from tests.benchmarks.understanding import demo_content
from tests.e2e.addresses import FORMS, PAGES

COLUMNS = "{:<28}{:>12}{:>12}{:>12}"


def main() -> None:
    with demo_content():
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        pages = {**PAGES, "listing": "directory/listing/1/", **FORMS}
        addresses = [f"/fa/{address}" for address in pages.values()]
        fresh = first_readers.queries_of(addresses, os.environ)
        prepared = first_readers.queries_of(addresses, os.environ, prepared=True)
        print(COLUMNS.format("page", "fresh", "prepared", "made anew"), flush=True)
        for name, address in zip(pages, addresses, strict=True):
            asked = (fresh[address].at_first, prepared[address].at_first, fresh[address].again)
            print(COLUMNS.format(name, *map(len, asked)), flush=True)


if __name__ == "__main__":
    main()
