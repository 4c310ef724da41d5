"""Fields that suggest: browsers show the list, and nothing depends on script."""

from collections.abc import Mapping

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from directory import names


class TimeZoneInput(forms.TextInput):
    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"list": "time-zones", "dir": "ltr", "autocomplete": "off", **(attrs or {})})


class LanguageInput(forms.TextInput):
    """A language by its name in the editor's language; its code is what is kept.

    What is no known name goes on as it was typed, and the model's validator says so.
    """

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"list": "language-names", "autocomplete": "off", **(attrs or {})})

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        # The field's limit is that of the code, names are longer.
        context["widget"]["attrs"].pop("maxlength", None)
        return context

    def format_value(self, value: str | None) -> str:
        return names.language_name(value) if value else ""

    def value_from_datadict(
        self, data: Mapping[str, str], files: MultiValueDict[str, UploadedFile], name: str
    ) -> str | None:
        typed = super().value_from_datadict(data, files, name)
        codes = {name.casefold(): code for code, name in names.language_choices()}
        return codes.get(typed.strip().casefold(), typed.strip()) if typed else typed
