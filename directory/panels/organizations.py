from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface

from directory.choosers import CityInput
from directory.forms import OrganizationForm, PlaceForm
from directory.panels.rows import contacts, opening_hours
from directory.panels.texts import Suggestions
from directory.widgets import TimeZoneInput

ORGANIZATION = TabbedInterface(
    [
        ObjectList(
            [
                FieldPanel("name"),
                FieldPanel("alternate_name"),
                FieldPanel("description"),
                FieldRowPanel([FieldPanel("website"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("legal_status"), FieldPanel("year_incorporated")]),
                FieldPanel("is_placeholder"),
                FieldPanel("internal_note"),
            ],
            heading=_("What"),
        ),
        ObjectList([contacts(), Suggestions()], heading=_("Contact")),
    ],
    base_form_class=OrganizationForm,
)

LOCATION = TabbedInterface(
    [
        ObjectList(
            [
                FieldPanel("organization"),
                FieldPanel("name"),
                FieldPanel(
                    "visibility",
                    widget=forms.RadioSelect,
                    help_text=_("For a shelter, show nothing: then not even the city can be found out."),
                ),
                MultiFieldPanel(
                    [
                        FieldPanel("country"),
                        FieldPanel("city", widget=CityInput(linked_fields={"country_code": "#id_country"})),
                        FieldPanel("place_name"),
                        FieldPanel("address_1"),
                        FieldPanel("address_2"),
                        FieldRowPanel([FieldPanel("postal_code"), FieldPanel("region")]),
                        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                    ],
                    heading=_("Address"),
                ),
                FieldPanel("transportation"),
                FieldPanel("wheelchair"),
                FieldPanel("internal_note"),
            ],
            heading=_("Where"),
        ),
        ObjectList([contacts(), Suggestions()], heading=_("Contact")),
        ObjectList([opening_hours(), FieldPanel("timezone", widget=TimeZoneInput)], heading=_("Hours")),
    ],
    base_form_class=PlaceForm,
)
