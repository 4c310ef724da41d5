"""The questions to somebody who wants to help, in the parts in which they are asked."""

from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from appearance.templatetags.appearance import number
from confidential.traps import GuardedForm
from directory.enums import Weekday
from directory.names import country_choices, country_name
from directory.plain import plain
from search.places import NOWHERE, cities_called
from volunteers import spoken
from volunteers.enums import Level, PartOfDay, Skill
from volunteers.models import Coordinator
from volunteers.profile import Profile, Spoken

MOST_LANGUAGES = 4
SHORT, LONG = 200, 1_000


MISSING = _("Please fill this in.")
ADDRESS_ERRORS = {"required": MISSING, "invalid": _("Please write an address such as name@example.org.")}


class Words(forms.CharField):
    """One line that people write, without letters that cannot be seen and mislead."""

    def __init__(self, *, max_length: int = SHORT, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, error_messages={"required": MISSING}, **kwargs)
        self.widget.attrs.setdefault("dir", "auto")

    def to_python(self, value: Any) -> str:
        return " ".join(plain(super().to_python(value) or "").split())


class Lines(Words):
    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LONG, **kwargs})

    def to_python(self, value: Any) -> str:
        return plain(forms.CharField.to_python(self, value) or "").strip()


class PartForm(forms.Form):
    """One part of what volunteers tell; `told` takes it over into what is known of them."""

    heading: ClassVar[Any] = ""

    def told(self, profile: Profile) -> Profile:
        raise NotImplementedError

    @classmethod
    def initial_from(cls, profile: Profile) -> dict[str, Any]:
        return {name: getattr(profile, name) for name in cls.base_fields if hasattr(profile, name)}


class AboutForm(PartForm):
    heading = _("About you")

    name = Words(
        label=_("What may we call you?"),
        help_text=_("Any name you like. It need not be the one in your papers."),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("We send a link to this address. Choose one that nobody else reads."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages=ADDRESS_ERRORS,
    )
    phone = Words(
        label=_("Phone (if you like)"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}),
    )
    reach = Lines(
        label=_("How can we reach you safely?"),
        help_text=_("For example: only by message, only after six, never leave a message."),
        required=False,
    )
    country = forms.ChoiceField(
        label=_("In which country would you like to help?"),
        help_text=_("Where somebody of us looks after volunteers."),
        error_messages={"required": _("Please choose a country.")},
    )
    city = Words(label=_("City"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_countries(self.initial.get("country", ""))

    def _offer_countries(self, own: str) -> None:
        """Whoever looks after somebody stays the same: another country means signing up there."""
        field = self.fields["country"]
        if own:
            field.choices = [(own, country_name(own))]  # type: ignore[attr-defined]
            field.disabled = True
            field.help_text = _("To help in another country, leave here and sign up there.")
        else:
            field.choices = [("", _("Please choose")), *countries()]  # type: ignore[attr-defined]

    def told(self, profile: Profile) -> Profile:
        given = self.cleaned_data
        slug = next(iter(cities_called([given["city"]], [given["country"]])), NOWHERE)
        return replace(profile, **given, city_slug="" if slug == NOWHERE else slug)


def countries() -> list[tuple[str, str]]:
    """Those in which somebody answers; elsewhere nobody would read what is offered."""
    return country_choices(Coordinator.objects.someone_answers_in())


def spoken_choices() -> list[tuple[str, str]]:
    return [("", "–"), *spoken.choices(get_language() or "en")]


class AbilitiesForm(PartForm):
    heading = _("What you can do")

    skills = forms.MultipleChoiceField(
        label=_("What would you like to do?"),
        choices=Skill.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one.")},
    )
    credential = Words(
        label=_("Your training, if you have one"),
        help_text=_("Needed for legal advice and sworn interpreting: what, where, since when."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in range(1, MOST_LANGUAGES + 1):
            self.fields[f"language_{place}"] = forms.ChoiceField(
                label=_("Language %(number)s") % {"number": number(place)},
                choices=spoken_choices,
                required=place == 1,
                error_messages={"required": _("Please choose at least one.")},
            )
            self.fields[f"level_{place}"] = forms.ChoiceField(
                label=_("How well?"),
                choices=[("", "–"), *reversed(Level.choices)],
                required=place == 1,
                error_messages={"required": _("Please say how well you speak it.")},
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"language_{place}"], self[f"level_{place}"]) for place in range(1, MOST_LANGUAGES + 1)]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        for place in range(2, MOST_LANGUAGES + 1):
            if given.get(f"language_{place}") and not given.get(f"level_{place}"):
                self.add_error(f"level_{place}", _("Please say how well you speak it."))
        if Skill.LEGAL in given.get("skills", []) and not given.get("credential"):
            self.add_error("credential", _("For legal advice we need to know your training."))
        if Skill.INTERPRETING in given.get("skills", []) and len(self._languages()) == 1:
            self.add_error("language_2", _("To interpret, one needs two languages."))
        return given

    def _languages(self) -> dict[str, str]:
        """The better level where a language was named twice."""
        rows = [
            (self.cleaned_data.get(f"language_{place}"), self.cleaned_data.get(f"level_{place}"))
            for place in range(1, MOST_LANGUAGES + 1)
        ]
        named = sorted((level, code) for code, level in rows if code and level)
        return {code: level for level, code in sorted(named, key=lambda row: Level.values.index(row[0]))}

    def told(self, profile: Profile) -> Profile:
        return replace(
            profile,
            skills=tuple(self.cleaned_data["skills"]),
            credential=self.cleaned_data["credential"],
            spoken=tuple(Spoken(*each) for each in reversed(self._languages().items())),
        )

    @classmethod
    def initial_from(cls, profile: Profile) -> dict[str, Any]:
        rows: dict[str, Any] = {}
        for place, (language, level) in enumerate(profile.spoken, start=1):
            rows |= {f"language_{place}": language, f"level_{place}": level}
        return super().initial_from(profile) | rows


class TimesForm(PartForm):
    heading = _("When, and what not")

    days = forms.TypedMultipleChoiceField(
        label=_("On which days can you?"),
        help_text=_("None chosen means: it depends, ask me."),
        choices=Weekday.choices,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    parts = forms.MultipleChoiceField(
        label=_("At what time of day?"),
        choices=PartOfDay.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    from_afar = forms.BooleanField(label=_("I can also help by phone or video"), required=False)
    limits = Lines(
        label=_("What would you not do?"),
        help_text=_("Everybody has limits. It helps us to know yours before we ask."),
        required=False,
    )

    def told(self, profile: Profile) -> Profile:
        given = self.cleaned_data
        return replace(profile, **{**given, "days": tuple(given["days"]), "parts": tuple(given["parts"])})


class ReferencesForm(PartForm):
    heading = _("Who knows you")

    references = Lines(
        label=_("Two people who know you"),
        help_text=_("Their names, how you know them, and how we can reach them. Ask them first."),
    )

    def told(self, profile: Profile) -> Profile:
        return replace(profile, references=self.cleaned_data["references"])


def agreement(label: Any, error: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, error_messages={"required": error})


class AgreementForm(GuardedForm, ReferencesForm):
    """The last part of signing up, which sends all of it."""

    heading = _("Who knows you, and what we agree on")
    purpose = "volunteer's sign-up"

    adult = agreement(_("I am 18 or older"), _("Volunteers have to be 18 or older."))
    conduct = agreement(
        _("I keep to the code of conduct above"), _("We can only work with people who keep to it.")
    )
    consent = agreement(
        _("You may keep and use what I wrote here to work with me"),
        _("Without your consent we may not keep what you wrote."),
    )

    def told(self, profile: Profile) -> Profile:
        return replace(super().told(profile), agreed_on=localdate().isoformat())


class AddressForm(GuardedForm):
    email = forms.EmailField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages=ADDRESS_ERRORS,
    )


class HoursForm(forms.Form):
    hours = forms.DecimalField(label=_("Hours"), min_value=0, max_value=24, decimal_places=2, required=False)


PARTS: dict[str, type[PartForm]] = {
    "about": AboutForm,
    "abilities": AbilitiesForm,
    "times": TimesForm,
    "references": ReferencesForm,
}
SIGN_UP: dict[str, type[PartForm]] = {**PARTS, "references": AgreementForm}
