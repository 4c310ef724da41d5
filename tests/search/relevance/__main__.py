"""`make relevance`: how good the answers are, by kind of query and language, on each engine."""

import os
from argparse import ArgumentParser
from itertools import chain

import django
from django.conf import settings


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst queries")
    parser.add_argument("--told", action="store_true", help="print the tables of docs/search.md instead")
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    # Neither the index that a site searches, nor the one of the tests.
    settings.ELASTICSEARCH_PREFIX = os.environ.get("ELASTICSEARCH_PREFIX", "panah-relevance")

    from tests.search.relevance.judgements import Part, judged_set
    from tests.search.relevance.printing import report
    from tests.search.relevance.running import answers_of, every_engine, load_demonstration
    from tests.search.relevance.telling import told

    load_demonstration()
    answers = {name: answers_of(engine, judged_set()) for name, engine in every_engine().items()}
    reports = (report(name, of_engine, chosen.worst) for name, of_engine in answers.items())
    for line in told(answers, Part.TOLD) if chosen.told else chain.from_iterable(reports):
        print(line)


if __name__ == "__main__":
    main()
