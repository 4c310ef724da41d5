from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from casework.contact.forms import MessageForm
from casework.enums import Kind
from casework.fields import LongField, PlainField
from casework.models import Case, Caseworker
from confidential.desk import UserNameField
from directory.names import country_choices


class ReplyForm(MessageForm):
    """With the word that keeps a second click from writing twice."""

    once = forms.CharField(widget=forms.HiddenInput)


class HandOverForm(forms.Form):
    """To a colleague of the same country; those who speak the case's language come first."""

    to = forms.ChoiceField(label=_("Hand over to"))
    note = LongField(label=_("What they should know"), required=True, rows=3)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = Caseworker.objects.at_work().filter(country=case.country).select_related("user")
        ordered = sorted(colleagues, key=lambda worker: case.language not in worker.languages)
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (worker.user.pk, f"{worker.user.get_username()} ({', '.join(worker.languages)})")
            for worker in ordered
            if worker.user_id != case.assigned_to_id
        ]


class TaskFromCaseForm(forms.Form):
    """Sent to where tasks are described, which comes up with these answers filled in."""

    reference = forms.CharField(widget=forms.HiddenInput)
    country = forms.CharField(widget=forms.HiddenInput)
    language_1 = forms.CharField(widget=forms.HiddenInput)
    city = PlainField(label=_("City, if volunteers may know it"))


class FindForm(forms.Form):
    """By a receipt code that somebody told us, or by a whole name: nothing else can be looked up."""

    code = PlainField(label=_("Code"))
    name = PlainField(label=_("Name"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.values()):
            self.add_error("code", _("Write a code or a name."))
        return cleaned


class ReasonForm(forms.Form):
    reason = LongField(label=_("Why you need to open it"), required=True, rows=3)


class FilterForm(forms.Form):
    """What the desk shows: the address keeps no more than a country, a language and a kind."""

    country = forms.ChoiceField(required=False, label=_("Country"))
    language = forms.ChoiceField(
        required=False, label=_("Language"), choices=[("", _("All languages")), *settings.LANGUAGES]
    )
    kind = forms.ChoiceField(required=False, label=_("Kind"), choices=[("", _("All kinds")), *Kind.choices])

    def __init__(self, *args: Any, countries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("All countries")), *countries]  # type: ignore[attr-defined]


class AppointForm(forms.Form):
    username = UserNameField()
    country = forms.ChoiceField(label=_("Country"), choices=country_choices)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
