"""The closed vocabularies of a case; docs/casework.md shows how its states follow each other."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What somebody came for; the last two are the sides of a family that may find each other."""

    HELP = "help", _("Asks for help")
    SEARCH = "search", _("Looks for a relative")
    REGISTRATION = "registration", _("Wants to be found")


FAMILY = (Kind.SEARCH, Kind.REGISTRATION)


class Status(TextChoices):
    """Whose turn it is."""

    NEW = "new", _("new")
    OURS = "ours", _("waiting for us")
    THEIRS = "theirs", _("waiting for them")
    CLOSED = "closed", _("closed")


class CaseEvent(TextChoices):
    TAKE = "take", _("a caseworker takes it, or is handed it")
    WE_WRITE = "we_write", _("a caseworker writes")
    THEY_WRITE = "they_write", _("the person writes or changes something")
    CLOSE = "close", _("a caseworker closes it")


class Author(TextChoices):
    PERSON = "person", _("The person")
    TEAM = "team", _("The team")


class Answer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class State(TextChoices):
    """How far two people are on the way to each other; only caseworkers ever see it."""

    PROPOSED = "proposed", _("possible")
    ASKED = "asked", _("asked")
    APPROVED_ONCE = "approved_once", _("approved once")
    INTRODUCED = "introduced", _("introduced")
    ENDED = "ended", _("ended by one of them")
    DROPPED = "dropped", _("not the same people")


class Event(TextChoices):
    PROPOSE = "propose", _("propose")
    ASK = "ask", _("ask both sides")
    CHANGE = "change", _("one side’s answer or facts change")
    APPROVE = "approve", _("approve")
    TAKE_BACK = "take_back", _("take the approval back")
    DISMISS = "dismiss", _("who approved is no caseworker any more")
    DROP = "drop", _("drop")
    END = "end", _("one of them ends it")
