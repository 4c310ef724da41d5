"""The closed vocabularies of volunteering."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    NEW = "new", _("new: the address is not confirmed yet")
    CONFIRMED = "confirmed", _("confirmed")
    CHECKING = "checking", _("getting to know each other")
    APPROVED = "approved", _("approved by one, waits for a second")
    ACTIVE = "active", _("active")
    RESTING = "resting", _("resting")
    DECLINED = "declined", _("declined")
    LEFT = "left", _("left")


class Event(TextChoices):
    """What moves a volunteer from one status to another."""

    CONFIRM = "confirm", _("Confirm the address")
    TAKE_UP = "take_up", _("Begin to get to know each other")
    APPROVE = "approve", _("Approve")
    DECLINE = "decline", _("Decline")
    REST = "rest", _("Rest for a while")
    RETURN = "return", _("Be there again")
    LEAVE = "leave", _("Leave")


class Role(TextChoices):
    VOLUNTEER = "volunteer"
    COORDINATOR = "coordinator"


class CheckKind(TextChoices):
    """What has to be known of somebody before anybody approves."""

    REFERENCES = "references", _("References")
    CONVERSATION = "conversation", _("Conversation")
    TIES = "ties", _("Ties to the group")


class Skill(TextChoices):
    INTERPRETING = "interpreting", _("Interpreting")
    ACCOMPANYING = "accompanying", _("Going along to offices and doctors")
    LEGAL = "legal", _("Legal advice")
    HOUSING = "housing", _("Housing a guest")
    LISTENING = "listening", _("Listening")
    TUTORING = "tutoring", _("Helping to learn")
    DRIVING = "driving", _("Driving")
    TRANSLATING = "translating", _("Translating listings")


class Level(TextChoices):
    """How well somebody speaks a language; the first is the least."""

    EVERYDAY = "everyday", _("for everyday things")
    FLUENT = "fluent", _("fluently")
    NATIVE = "native", _("as a mother tongue")


class PartOfDay(TextChoices):
    MORNING = "morning", _("In the morning")
    AFTERNOON = "afternoon", _("In the afternoon")
    EVENING = "evening", _("In the evening")


class LinkPurpose(TextChoices):
    """What a link in a letter is good for."""

    CONFIRM = "confirm"
    OPEN = "open"
    ANSWER = "answer"


class TaskStatus(TextChoices):
    OPEN = "open", _("open")
    OFFERED = "offered", _("somebody said yes")
    TAKEN = "taken", _("taken")
    CLOSED = "closed", _("closed")


class Answer(TextChoices):
    """Where a question to one volunteer stands."""

    WAITING = "waiting", _("no answer yet")
    YES = "yes", _("said yes first")
    NO = "no", _("said no")
    TOO_LATE = "too_late", _("taken by somebody else")
    CHOSEN = "chosen", _("does it")
    NOT_NEEDED = "not_needed", _("not needed any more")
