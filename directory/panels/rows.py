"""Rows that several forms share: contacts and opening hours."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from directory.widgets import LanguageInput

CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def contacts() -> InlinePanel:
    return InlinePanel(
        "contacts",
        heading=_("Contacts"),
        label=_("contact"),
        classname="rows",
        help_text=_(
            "What everybody may see is shown on the site; the rest stays here. Write numbers as on a "
            "business card; those of another country begin with +."
        ),
        panels=[
            FieldRowPanel(
                [
                    FieldPanel("kind"),
                    FieldPanel("value", classname="wide"),
                    FieldPanel("extension"),
                    FieldPanel("visibility"),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("label"),
                    FieldPanel("language", widget=LanguageInput),
                    FieldPanel("safe_to_leave_message"),
                ]
            ),
        ],
    )


def opening_hours() -> InlinePanel:
    return InlinePanel(
        "schedules",
        heading=_("Opening hours"),
        label=_("opening hours"),
        classname="rows",
        help_text=_(
            "One row for each time it opens; a day with a break has two rows. A day without times is closed. "
            "No row at all means: not known."
        ),
        panels=[
            FieldRowPanel(
                [
                    FieldPanel("weekday"),
                    FieldPanel("opens_at", widget=CLOCK),
                    FieldPanel("closes_at", widget=CLOCK),
                    FieldPanel("closes_next_day"),
                ]
            ),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to"), FieldPanel("note")]),
        ],
    )
