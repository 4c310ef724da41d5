"""A country's new checking rule holds for the listings it already has."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from directory.models import Country, Service


@receiver(post_save, sender=Country)
def apply_checking_rule(instance: Country, *, created: bool, raw: bool = False, **_kwargs: object) -> None:
    if created or raw:
        return
    services = list(Service.objects.filter(country=instance).select_related("country"))
    for service in services:
        service.set_check_dates()
    Service.objects.bulk_update(services, ["check_due_on", "hide_on"], batch_size=500)
