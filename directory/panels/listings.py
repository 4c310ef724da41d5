"""The form of a listing, in tabs; who may not change facts sees the translations alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from directory.forms import FACTS_PERMISSION, ListingForm
from directory.keepers import KEEPERS_PERMISSION
from directory.panels.rows import contacts, opening_hours
from directory.panels.texts import SourceText, Suggestions
from directory.widgets import LanguageInput, TimeZoneInput

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _fields(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


def _facts(heading: "StrOrPromise", children: Sequence[Panel]) -> ObjectList:
    return ObjectList(children, heading=heading, permission=FACTS_PERMISSION)


WHAT = _facts(
    _("What"),
    [
        FieldPanel("organization"),
        MultiFieldPanel(
            [
                *_fields("source_language", "name", "alternate_name"),
                FieldPanel("summary", widget=AdminAutoHeightTextInput),
                *_fields("description", "application_process"),
            ],
            heading=_("In words"),
        ),
        FieldPanel(
            "needs",
            classname="by-group",
            help_text=_("Tick the broad need and, if it fits, the narrower one as well."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    _fields("in_person", "by_phone", "by_video", "by_chat"),
                    classname="ticks",
                )
            ],
            heading=_("How it is given"),
        ),
    ],
)

WHERE = _facts(
    _("Where"),
    [
        FieldPanel("country"),
        FieldPanel("serves_everywhere"),
        FieldPanel(
            "also_serves",
            classname="by-group",
            help_text=_("Countries from which one can use it as well, say by phone."),
        ),
        FieldPanel("locations"),
    ],
)

WHO = _facts(
    _("Who"),
    [
        MultiFieldPanel(_fields("cost", "cost_note"), heading=_("Cost")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    _fields("for_women", "for_men", "for_families", "for_lgbt"),
                    classname="ticks",
                ),
                FieldRowPanel(_fields("minimum_age", "maximum_age", "legal_status")),
                FieldPanel("eligibility_note"),
            ],
            heading=_("Whom it is for"),
            help_text=_("Nothing ticked means: for everybody."),
        ),
        MultiFieldPanel(_fields("documents_required", "documents_note"), heading=_("Papers")),
        InlinePanel(
            "languages",
            heading=_("Languages spoken"),
            label=_("language"),
            classname="rows",
            panels=[
                FieldRowPanel(
                    [FieldPanel("code", widget=LanguageInput), FieldPanel("spoken_by"), FieldPanel("note")]
                )
            ],
        ),
        Suggestions(),
    ],
)

CONTACT = _facts(_("Contact"), [contacts()])

HOURS = _facts(
    _("Hours"),
    [
        opening_hours(),
        FieldPanel("timezone", widget=TimeZoneInput),
        MultiFieldPanel(
            [FieldRowPanel(_fields("capacity", "wait_time"))],
            heading=_("Room for new people"),
        ),
        MultiFieldPanel([FieldRowPanel(_fields("is_paused", "paused_until"))], heading=_("Pause")),
    ],
)

TRUST = _facts(
    _("Trust"),
    [
        MultiFieldPanel(
            [
                FieldRowPanel(_fields("verified_on", "verified_by", "verification_method")),
                FieldPanel("source"),
            ],
            heading=_("Last check"),
            help_text=_("The country’s rule says when the next check is due and when the listing is hidden."),
        ),
        FieldPanel("confidentiality_note"),
        InlinePanel(
            "credentials",
            heading=_("Credentials"),
            label=_("credential"),
            classname="rows",
            panels=[
                FieldRowPanel(_fields("profession", "regulator", "registration_number")),
                FieldRowPanel(_fields("areas", "note")),
            ],
        ),
        FieldPanel("internal_note", permission=KEEPERS_PERMISSION),
        PublishingPanel(permission=FACTS_PERMISSION),
    ],
)

TRANSLATIONS = ObjectList(
    [
        SourceText(),
        InlinePanel(
            "translations",
            heading=_("Translations"),
            label=_("translation"),
            help_text=_("What is left empty is shown in the language of the original, and marked so."),
            panels=[
                *_fields("language", "name"),
                FieldPanel("summary", widget=AdminAutoHeightTextInput),
                *_fields("description", "application_process"),
            ],
        ),
    ],
    heading=_("Translations"),
)

LISTING = TabbedInterface(
    [WHAT, WHERE, WHO, CONTACT, HOURS, TRUST, TRANSLATIONS], base_form_class=ListingForm
)
