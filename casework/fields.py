"""Form fields of public forms and the desk alike."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from confidential.files import CleanFile, cleaned
from directory.plain import plain

LONGEST_TEXT = 4000
LONGEST_NAME = 120
# Years as they are counted in Iran and Afghanistan, 621 or 622 years behind.
_SOLAR = range(1270, 1420)
_SOLAR_BEGAN = 621
_OLDEST = 1900


class PlainField(forms.CharField):
    """One line, without letters that cannot be seen and mislead."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LONGEST_NAME, "required": False, **kwargs})

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "dir": "auto", "autocomplete": "off"}


class LongField(PlainField):
    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(**{"max_length": LONGEST_TEXT, "widget": widget, **kwargs})


class YearField(PlainField):
    """A year of birth, in digits of any script and by either calendar; stored by the western one."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "numeric", "dir": "ltr"}

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not text:
            return ""
        year = int(text) if text.isdecimal() else 0
        year += _SOLAR_BEGAN if year in _SOLAR else 0
        if not _OLDEST <= year <= localdate().year:
            raise ValidationError(_("Write a year with four digits, such as 1985 or 1364."))
        return str(year)


class SmallFileField(forms.FileField):
    """What comes out is a redrawn copy, without what a camera or a program wrote in."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf,.txt"})
        super().__init__(**{"required": False, "widget": widget, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> CleanFile | None:
        upload = super().clean(data, initial)
        return cleaned(upload) if upload else None
