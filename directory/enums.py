"""The closed vocabularies of a listing, after HSDS where HSDS has a word."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class EmergencyKind(TextChoices):
    ANY = "any", _("Any emergency")
    POLICE = "police", _("Police")
    AMBULANCE = "ambulance", _("Ambulance")
    FIRE = "fire", _("Fire")
    VIOLENCE = "violence", _("Violence at home")
    CHILDREN = "children", _("Help for children")
    CRISIS = "crisis", _("Somebody to talk to in a crisis")


class NeedIcon(TextChoices):
    """The drawn icons; each brings its colour."""

    LEGAL = "legal", _("Law")
    INTERPRETING = "interpreting", _("Interpreting")
    HOUSING = "housing", _("Housing")
    COUNSELLING = "counselling", _("Counselling")
    HEALTH = "health", _("Health")
    DOCUMENTS = "documents", _("Documents")
    MONEY = "money", _("Money")
    WORK = "work", _("Work")
    EDUCATION = "education", _("Education")
    FAMILY = "family", _("Family")
    SAFETY = "safety", _("Safety")
    FOOD = "food", _("Food")


class LocationVisibility(TextChoices):
    FULL = "full", _("Show the address")
    AREA = "area", _("Show the city only")
    HIDDEN = "hidden", _("Show nothing: the place is secret")


class WheelchairAccess(TextChoices):
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class ContactKind(TextChoices):
    PHONE = "phone", _("Phone")
    WHATSAPP = "whatsapp", _("WhatsApp")
    SIGNAL = "signal", _("Signal")
    TELEGRAM = "telegram", _("Telegram")
    EMAIL = "email", _("E-mail")
    WEBSITE = "website", _("Website")


class ContactVisibility(TextChoices):
    PUBLIC = "public", _("Everybody")
    STAFF = "staff", _("Our staff only")
    PRIVATE = "private", _("Only whoever looks after this listing")


class YesNo(TextChoices):
    """A fact that may also be unknown: the field is then blank."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


class Cost(TextChoices):
    FREE = "free", _("Free")
    LOW = "low", _("Low cost")
    PAID = "paid", _("Must be paid")


class Capacity(TextChoices):
    OPEN = "open", _("Takes new people")
    LIMITED = "limited", _("Few places left")
    FULL = "full", _("Full at the moment")


class LegalStatus(TextChoices):
    ASYLUM_SEEKERS = "asylum_seekers", _("People asking for asylum")
    REFUGEES = "refugees", _("Recognised refugees")
    RESIDENTS = "residents", _("People with a residence permit")
    UNDOCUMENTED = "undocumented", _("People without papers")


class SpokenBy(TextChoices):
    STAFF = "staff", _("Staff")
    INTERPRETER = "interpreter", _("An interpreter")


class VerificationMethod(TextChoices):
    CALL = "call", _("We called")
    VISIT = "visit", _("We went there")
    MESSAGE = "message", _("They wrote to us")
    WEBSITE = "website", _("We read their website")
    PARTNER = "partner", _("A partner told us")


class Profession(TextChoices):
    LAWYER = "lawyer", _("Lawyer")
    TRANSLATOR = "translator", _("Sworn translator")
    INTERPRETER = "interpreter", _("Interpreter")
    THERAPIST = "therapist", _("Psychotherapist")
    DOCTOR = "doctor", _("Doctor")
    SOCIAL_WORKER = "social_worker", _("Social worker")
    OTHER = "other", _("Other")


class Meaning(TextChoices):
    """What words in a search can mean beside names and needs: a choice, or how to read their neighbours."""

    FREE = "free", _("Free")
    NO_PAPERS = "no_papers", _("No papers needed")
    OPEN_NOW = "open_now", _("Open now")
    IN_PERSON = "delivery.in_person", _("In person")
    BY_PHONE = "delivery.phone", _("By phone")
    BY_VIDEO = "delivery.video", _("By video")
    BY_CHAT = "delivery.chat", _("By chat")
    WOMEN = "audience.women", _("For women")
    MEN = "audience.men", _("For men")
    FAMILIES = "audience.families", _("For families")
    LGBT = "audience.lgbt", _("For LGBT+ people")
    ASYLUM_SEEKERS = "audience.asylum_seekers", _("People asking for asylum")
    REFUGEES = "audience.refugees", _("Recognised refugees")
    RESIDENTS = "audience.residents", _("People with a residence permit")
    UNDOCUMENTED = "audience.undocumented", _("People without papers")
    PLACE_FOLLOWS = "place_follows", _("A place comes next (in, near)")
    LANGUAGE_BESIDE = "language_beside", _("A language stands beside (speaks, speaking)")
    NOTHING = "nothing", _("Nothing: people write it around what they look for")
    NOT_HERE = "not_here", _("Something that this directory does not have")


class Weekday(IntegerChoices):
    """As `date.weekday()` counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class CheckStatus(TextChoices):
    """How fresh a listing's facts are, by its country's rule."""

    CHECKED = "checked", _("checked")
    DUE = "due", _("due soon")
    OVERDUE = "overdue", _("overdue")
    HIDDEN = "hidden", _("hidden")


class ServiceState(TextChoices):
    """Where a listing stands between a draft and the site."""

    LIVE = "live", _("live")
    DRAFT = "draft", _("draft, not on the site")
    CHANGED = "changed", _("live, with changes not yet published")
    PAUSED = "paused", _("paused")
    IN_MODERATION = "in_moderation", _("waiting for approval")
