"""From a form to a row, and from a letter back to us. Nobody outside learns whether an address was known."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from confidential.enums import AccessReason
from confidential.erasure import erase
from volunteers import letters, links
from volunteers.enums import Event, LinkPurpose, Role, Status
from volunteers.models import Link, Volunteer
from volunteers.models.people import hash_of_address
from volunteers.moving import move
from volunteers.profile import Profile


@transaction.atomic
def sign_up(profile: Profile) -> None:
    """A row and a letter for each form: who only knows an address changes nothing that stands there."""
    address = hash_of_address(profile.email)
    known = _known_at(address)
    if known and not _may_begin(known):
        send_own_page(known)
    elif not links.enough_wait_to_be_confirmed(address):
        newcomer = Volunteer(country_id=profile.country)
        newcomer.tell(profile)
        newcomer.save()
        letters.confirm(newcomer)


def _known_at(address: str) -> Volunteer | None:
    return Volunteer.objects.select_for_update().confirmed_at(address).first()


def _may_begin(known: Volunteer) -> bool:
    """Whoever left may begin anew, unless we said no: to leave first is no way around that."""
    return known.status == Status.LEFT and not known.steps_taken.filter(to=Status.DECLINED).exists()


@transaction.atomic
def confirm(link: Link) -> Volunteer | None:
    """Who stands at that address now: a newcomer, or somebody we know. None when the link leads nowhere."""
    volunteer, moves_to = link.volunteer, link.new_address
    address = hash_of_address(moves_to) if moves_to else volunteer.email_hash
    forms = _forms_waiting_at(address)
    if not links.spend(link):
        return None
    known = _known_at(address)
    confirmed = _move_house(volunteer, moves_to, known) if moves_to else _begin(volunteer, known)
    if confirmed:
        _forget(form for form in forms if form != confirmed.pk)
    return confirmed


def _forms_waiting_at(address: str) -> list[UUID]:
    """Held, in one order: of two buttons that are pressed at once, the second finds its link spent."""
    forms = Volunteer.objects.select_for_update().filter(email_hash=address, status=Status.NEW)
    return list(forms.order_by("pk").values_list("pk", flat=True))


def _forget(forms: Iterable[UUID]) -> None:
    if others := list(forms):
        erase(Volunteer.objects.filter(pk__in=others), AccessReason.OWNER)


def _begin(newcomer: Volunteer, known: Volunteer | None) -> Volunteer | None:
    if known and not _may_begin(known):
        return None
    begins = _as_new(known, newcomer) if known else newcomer
    return begins if move(begins, Event.CONFIRM, Role.VOLUNTEER) else None


def _as_new(known: Volunteer, form: Volunteer) -> Volunteer:
    """Years may lie between: two people get to know and approve them as they do with a newcomer."""
    known.approvals.all().delete()
    known.checks.all().delete()
    known.country_id, known.status, known.status_since = form.country_id, Status.NEW, timezone.now()
    known.tell(form.profile)
    known.save()
    return known


def _move_house(volunteer: Volunteer, address: str, known: Volunteer | None) -> Volunteer | None:
    if known:
        return None
    letters.farewell_to_address(volunteer)
    volunteer.tell(volunteer.profile.with_address(address))
    volunteer.save()
    # Whoever reads the old mailbox opens and answers nothing any more.
    volunteer.links.all().delete()
    return volunteer


def ask_for_own_page(address: str) -> None:
    """Whoever is not known, or never confirmed the address, gets no letter, and the page says the same."""
    with transaction.atomic():
        known = _known_at(hash_of_address(address))
        if known:
            send_own_page(known)


def send_own_page(volunteer: Volunteer) -> None:
    if not links.was_just_sent(volunteer, LinkPurpose.OPEN):
        letters.own_page(volunteer)
