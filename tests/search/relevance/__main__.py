"""`make relevance`: how good the answers are, by kind of query and language, on each engine."""

import os
from argparse import ArgumentParser

import django
from django.conf import settings


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst queries")
    worst = parser.parse_args().worst
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    # Neither the index that a site searches, nor the one of the tests.
    settings.ELASTICSEARCH_PREFIX = "panah-relevance"

    from tests.search.relevance.judgements import judged_set
    from tests.search.relevance.printing import report
    from tests.search.relevance.running import answers_of, every_engine, load_demonstration

    load_demonstration()
    for name, engine in every_engine().items():
        for line in report(name, answers_of(engine, judged_set()), worst):
            print(line)


if __name__ == "__main__":
    main()
