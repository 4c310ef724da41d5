"""The index listens; the directory does not know it."""

from collections.abc import Sequence

from django.db.models.signals import post_save
from django.dispatch import receiver

from directory.models import Need, NeedTranslation
from directory.signals import listings_changed, rows_written
from search import index


@receiver(listings_changed)
def refresh_listings(ids: list[int], **_kwargs: object) -> None:
    index.refresh(ids)


@receiver(post_save, sender=NeedTranslation)
def refresh_words(instance: NeedTranslation, *, raw: bool = False, **_kwargs: object) -> None:
    if not raw:
        index.refresh_names([instance.need])


@receiver(post_save, sender=Need)
def refresh_renamed(instance: Need, *, raw: bool = False, **_kwargs: object) -> None:
    if not raw:
        index.refresh_names([instance])


@receiver(rows_written, sender=NeedTranslation)
@receiver(rows_written, sender=Need)
def refresh_many_words(owners: Sequence[int], **_kwargs: object) -> None:
    index.refresh_names(Need.objects.filter(pk__in=owners))
