from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from directory.forms import CountryForm, NeedForm

NEED = ObjectList(
    [
        FieldPanel("slug"),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("icon"), FieldPanel("order")]),
        InlinePanel(
            "translations",
            heading=_("Names and words"),
            label=_("translation"),
            panels=[
                FieldRowPanel([FieldPanel("language"), FieldPanel("name")]),
                FieldPanel("description"),
                FieldPanel("words"),
            ],
        ),
    ],
    base_form_class=NeedForm,
)

COUNTRY = ObjectList(
    [
        FieldPanel("code"),
        FieldPanel("is_published"),
        FieldRowPanel([FieldPanel("check_every_days"), FieldPanel("hide_after_days")]),
        FieldPanel("second_pair_of_eyes"),
        InlinePanel(
            "emergency_numbers",
            heading=_("Emergency numbers"),
            label=_("emergency number"),
            classname="rows",
            panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("number"), FieldPanel("is_free")])],
        ),
    ],
    base_form_class=CountryForm,
)

PHRASE = ObjectList(
    [
        FieldPanel("language"),
        FieldPanel("words"),
        FieldRowPanel([FieldPanel("means"), FieldPanel("same_as")]),
    ]
)
