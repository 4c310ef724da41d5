"""Plain tables: nothing here has revisions, a search index, or a line in Wagtail's own logs."""

from casework.models.cases import Case, NameKey
from casework.models.consents import Consent
from casework.models.introductions import FamilyLetter, Introduction, Meeting
from casework.models.messages import Attachment, Message, Note
from casework.models.team import AccessRequest, Caseworker

__all__ = [
    "AccessRequest",
    "Attachment",
    "Case",
    "Caseworker",
    "Consent",
    "FamilyLetter",
    "Introduction",
    "Meeting",
    "Message",
    "NameKey",
    "Note",
]
