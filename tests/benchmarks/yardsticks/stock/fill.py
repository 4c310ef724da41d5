"""`python -m tests.benchmarks.yardsticks.stock.fill`: the site's listings once more, for the yardstick."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.yardsticks.stock.settings"
BATCH = 500


def main() -> None:
    from django.core.management import call_command
    from django.db import transaction

    from directory import parts
    from directory.models import Service

    call_command("migrate", run_syncdb=True, verbosity=0)
    numbers = list(Service.objects.published().order_by("pk").values_list("pk", flat=True))
    with transaction.atomic():
        for start in range(0, len(numbers), BATCH):
            services = Service.objects.filter(pk__in=numbers[start : start + BATCH])
            _fill(parts.complete(list(services)))
    call_command("update_index", verbosity=0)


def _fill(services: list) -> None:
    from tests.benchmarks.yardsticks.stock.models import StockLanguage, StockListing

    spoken = [(service.pk, row.code) for service in services for row in service.languages.all()]
    needed = [(service.pk, need.pk) for service in services for need in service.needs.all()]
    needs, languages = StockListing.needs.through, StockListing.languages.through
    StockLanguage.objects.bulk_create(
        (StockLanguage(code=code) for code in {code for _pk, code in spoken}), ignore_conflicts=True
    )
    StockListing.objects.bulk_create(map(_listing, services))
    needs.objects.bulk_create(needs(stocklisting_id=pk, need_id=need) for pk, need in needed)
    keys = dict(StockLanguage.objects.values_list("code", "pk"))
    languages.objects.bulk_create(
        languages(stocklisting_id=pk, stocklanguage_id=keys[code]) for pk, code in spoken
    )


def _listing(service: object) -> object:
    from tests.benchmarks.yardsticks.stock.models import StockListing

    texts = [service, *service.translations.all()]
    return StockListing(
        pk=service.pk,
        name="\n".join(text.name for text in texts),
        summary="\n".join(text.summary for text in texts),
        description="\n".join(f"{text.description}\n{text.application_process}" for text in texts),
        organization=service.organization.name,
        country_id=service.country_id,
        cost=service.cost,
    )


if __name__ == "__main__":
    django.setup()
    main()
