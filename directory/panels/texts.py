"""Panels that hold no field: the text to translate, and the names a field suggests."""

from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from directory import names


class SourceText(Panel):
    """The original, beside the translations: a translator sees no other tab."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"heading": _("The original"), **options})

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/source_text.html"

        def is_shown(self) -> bool:
            return bool(self.instance and self.instance.name)


class Suggestions(Panel):
    """One list of names for all rows of a form, in the editor's language."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/suggestions.html"

        def show_panel_furniture(self) -> bool:
            return False

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            return {
                **super().get_context_data(parent_context),
                "languages": [name for _code, name in names.language_choices()],
                "timezones": sorted(available_timezones()),
            }
