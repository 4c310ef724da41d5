"""Who is a caseworker, for which country; approvals of whoever stops being one fall."""

from uuid import UUID

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from casework.introducing import fall_with
from casework.models import Caseworker
from confidential.access import opened
from confidential.enums import AccessReason

# May log in to the admin, and nothing else.
GROUP = "Caseworkers"


def appoint(user: User, country: str, languages: list[str], *, by: User) -> None:
    with transaction.atomic():
        worker, _is_new = Caseworker.objects.update_or_create(
            user=user, country=country, defaults={"languages": languages}
        )
        user.groups.add(Group.objects.get(name=GROUP))
        opened(by, worker, AccessReason.APPOINTMENT)


def dismiss(key: UUID, *, by: User) -> bool:
    with transaction.atomic():
        worker = Caseworker.objects.select_for_update(of=("self",)).filter(pk=key).first()
        if worker is None:
            return False
        opened(by, worker, AccessReason.APPOINTMENT)
        user = worker.user
        worker.delete()
        if not user.casework.exists():
            user.groups.remove(Group.objects.get(name=GROUP))
        return True


@receiver(post_delete, sender=Caseworker)
def fall_with_whoever_goes(instance: Caseworker, **_kwargs: object) -> None:
    """Dismissed, or gone together with the account."""
    fall_with(instance.user)


@receiver(post_save, sender=User)
def fall_with_whoever_is_locked_out(instance: User, **_kwargs: object) -> None:
    if not instance.is_active:
        with transaction.atomic():
            list(Caseworker.objects.select_for_update().filter(user=instance))
            fall_with(instance)
