"""`python -m tests.benchmarks.yardsticks.stock.fill`: the site's listings once more, for the yardstick."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.yardsticks.stock.settings"
BATCH = 1_000


def main() -> None:
    from django.core.management import call_command
    from django.db import connection, transaction

    from directory.models import Service
    from tests.benchmarks.yardsticks.stock.models import StockLanguage, StockListing

    call_command("migrate", run_syncdb=True, verbosity=0)
    services = Service.objects.published().with_public_facts().order_by("pk")
    with transaction.atomic():
        codes = {spoken.code for service in services for spoken in service.languages.all()}
        StockLanguage.objects.bulk_create(StockLanguage(code=code) for code in codes)
        StockListing.objects.bulk_create((_listing(service) for service in services), batch_size=BATCH)
        StockListing.needs.through.objects.bulk_create(
            (
                StockListing.needs.through(stocklisting_id=service.pk, need_id=need.pk)
                for service in services
                for need in service.needs.all()
            ),
            batch_size=BATCH,
        )
        StockListing.languages.through.objects.bulk_create(
            (
                StockListing.languages.through(stocklisting_id=service.pk, stocklanguage_id=spoken.code)
                for service in services
                for spoken in service.languages.all()
            ),
            batch_size=BATCH,
        )
    call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # without it the stock search takes seconds


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
