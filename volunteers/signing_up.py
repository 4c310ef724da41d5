"""From a form to a row, and from a letter back to us. Nobody outside learns whether an address was known."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from volunteers import letters, links
from volunteers.enums import Event, LinkPurpose, Role, Status
from volunteers.models import Link, Volunteer
from volunteers.models.people import hash_of_address
from volunteers.moving import move
from volunteers.profile import Profile

# Whoever stands there may begin anew, unless we said no: to leave first is no way around that.
BEGINS_ANEW = {Status.NEW, Status.LEFT}


def sign_up(profile: Profile) -> None:
    try:
        with transaction.atomic():
            _take_in(profile)
    except IntegrityError:
        # The same address, at the same moment, was the first.
        with transaction.atomic():
            _take_in(profile)


def _take_in(profile: Profile) -> None:
    known = Volunteer.objects.select_for_update().filter(email_hash=hash_of_address(profile.email)).first()
    if known and not _may_begin(known):
        send_own_page(known)
        return
    if known:
        _forget_what_was_found_out(known)
    volunteer = known or Volunteer()
    volunteer.country_id, volunteer.status = profile.country, Status.NEW
    volunteer.status_since = timezone.now()
    volunteer.tell(profile)
    volunteer.save()
    if not links.was_just_sent(volunteer, LinkPurpose.CONFIRM):
        letters.confirm(volunteer)


def _may_begin(known: Volunteer) -> bool:
    return known.status in BEGINS_ANEW and not known.steps_taken.filter(to=Status.DECLINED).exists()


def _forget_what_was_found_out(known: Volunteer) -> None:
    """Years may lie between: two people get to know and approve them as they do with a newcomer."""
    known.approvals.all().delete()
    known.checks.all().delete()


@transaction.atomic
def confirm(link: Link) -> bool:
    """The address is theirs: of a newcomer, or in place of the one we knew. False when the link is spent."""
    if not links.spend(link):
        return False
    volunteer = link.volunteer
    if link.new_address:
        return _take_over_address(volunteer, link.new_address)
    return volunteer.status == Status.NEW and move(volunteer, Event.CONFIRM, Role.VOLUNTEER)


def _take_over_address(volunteer: Volunteer, address: str) -> bool:
    if Volunteer.objects.filter(email_hash=hash_of_address(address)).exclude(pk=volunteer.pk).exists():
        return False
    volunteer.tell(volunteer.profile.with_address(address))
    volunteer.save()
    # Whoever reads the old mailbox opens and answers nothing any more.
    volunteer.links.all().delete()
    return True


def ask_for_own_page(address: str) -> None:
    """Whoever is not known, or never confirmed the address, gets no letter, and the page says the same."""
    known = Volunteer.objects.filter(email_hash=hash_of_address(address)).exclude(status=Status.NEW).first()
    if known:
        with transaction.atomic():
            send_own_page(known)


def send_own_page(volunteer: Volunteer) -> None:
    if not links.was_just_sent(volunteer, LinkPurpose.OPEN):
        letters.own_page(volunteer)
