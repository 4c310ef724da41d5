"""What coordinators write down."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from confidential.desk import UserNameField
from directory import choices
from directory.names import country_name
from search.places import NOWHERE, cities_called
from volunteers import spoken
from volunteers.enums import CheckKind, Skill
from volunteers.forms import LONG, Lines, Words
from volunteers.models import Task
from volunteers.task_facts import TaskFacts


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class CheckForm(forms.Form):
    kind = forms.ChoiceField(label=_("What was asked"), choices=CheckKind.choices)
    text = Lines(label=_("What came out"))


class NoteForm(forms.Form):
    text = Lines(label=_("Note"), max_length=4 * LONG)
    next_action_on = forms.DateField(label=_("Remind us on"), required=False, widget=day_input())


class TaskForm(forms.Form):
    """`reference` says where the task comes from; it is opaque and stays encrypted."""

    reference = Words(required=False, widget=forms.HiddenInput)
    country = forms.ChoiceField(label=_("Country"))
    skill = forms.ChoiceField(label=_("What is needed"), choices=Skill.choices)
    language_1 = forms.ChoiceField(label=_("Language"), required=False)
    language_2 = forms.ChoiceField(label=_("and language"), required=False)
    city = Words(label=_("City"), required=False, max_length=100)
    on = forms.DateField(label=_("Day"), widget=day_input())
    time = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    from_afar = forms.BooleanField(label=_("Can also be done by phone or video"), required=False)
    details = Lines(
        label=_("What you know"),
        required=False,
        help_text=_("Only coordinators read this. Volunteers are told no more than the answers above."),
    )

    def __init__(self, countries: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [("", "–"), *spoken.choices(get_language() or "en")]
        for name in ("language_1", "language_2"):
            self.fields[name].choices = languages  # type: ignore[attr-defined]
        self.fields["country"].choices = [(code, country_name(code)) for code in countries]  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day < localdate():
            raise forms.ValidationError(_("This day is over."))
        return day

    def clean_city(self) -> str:
        """A city that is not known would make every distance unknown."""
        city = self.cleaned_data["city"]
        if city and self._slug(city) == NOWHERE:
            raise forms.ValidationError(_("We do not know this city. Write a larger one nearby."))
        return city

    def _slug(self, city: str) -> str:
        return next(iter(cities_called([city], [self.cleaned_data.get("country", "")])), "")

    def task(self) -> Task:
        given = self.cleaned_data
        languages = dict.fromkeys(filter(None, (given["language_1"], given["language_2"])))
        facts = TaskFacts(
            on=given["on"],
            skill=given["skill"],
            languages=tuple(languages),
            city=given["city"],
            city_slug=self._slug(given["city"]),
            time=given["time"].strftime("%H:%M") if given["time"] else "",
            from_afar=given["from_afar"],
        )
        return Task(
            country_id=given["country"],
            on=facts.on,
            told=facts.kept(),
            details=given["details"],
            reference=given["reference"],
        )


class WantedForm(forms.Form):
    """One text for each language of the site; an empty one is not shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[code] = Lines(label=name, required=False)


class AppointForm(forms.Form):
    username = UserNameField()
    country = forms.ChoiceField(label=_("Country"), choices=choices.countries)
