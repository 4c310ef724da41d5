"""What the three forms ask for. Few fields, and hardly any that must be filled in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.enums import Answer, Kind
from casework.fields import LongField, PlainField, SmallFileField, YearField
from casework.teams import team_choices
from confidential.traps import GuardedForm


class Told(forms.Form):
    """What one person tells us; also the form to change it."""

    def told(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in type(self).base_fields if name in TOLD}


class HelpFields(Told):
    text = LongField(
        label=_("What do you need?"),
        required=True,
        help_text=_("A few words are enough. You need not say who or where you are."),
    )
    own_name = PlainField(
        label=_("What may we call you?"), help_text=_("Any name you like, or leave it empty.")
    )


class FamilyFields(Told):
    other_names = LongField(
        label=_("Other names or spellings"),
        help_text=_("One on each line: a name from before, a nickname, the name in a passport."),
        rows=2,
    )
    born = YearField(
        label=_("Year of birth"), help_text=_("Such as 1985 or 1364. If you are not sure, write about when.")
    )


class SearchFields(FamilyFields):
    name = PlainField(label=_("Name of the person you look for"), required=True)
    place = PlainField(label=_("Where did you last know them to be?"), help_text=_("A town, or a country."))
    relation = PlainField(label=_("Who are they to you?"), help_text=_("My son, my sister, a cousin …"))
    own_name = PlainField(label=_("Your own name, as they know it"), required=True)
    text = LongField(
        label=_("What would help us to be sure that it is them?"),
        help_text=_("Something only the two of you know. Nobody but our caseworkers ever reads it."),
    )

    field_order = ["name", "other_names", "born", "place", "own_name", "relation", "text"]


class RegistrationFields(FamilyFields):
    name = PlainField(label=_("Your name, as your family knows it"), required=True)
    place = PlainField(
        label=_("Where did your family last know you to be?"), help_text=_("A town, or a country.")
    )
    wanted = LongField(label=_("Who may find you?"), help_text=_("My mother, my brother Ali …"), rows=2)
    unwanted = LongField(
        label=_("Is there somebody who must not find you?"),
        help_text=_("Nobody but our caseworkers ever reads it."),
        rows=2,
    )
    text = LongField(
        label=_("What would help us to be sure that it is them?"),
        help_text=_("Something only the two of you know. Nobody but our caseworkers ever reads it."),
    )

    field_order = ["name", "other_names", "born", "place", "wanted", "unwanted", "text"]


TOLD = frozenset(
    {"text", "own_name", "name", "other_names", "born", "place", "relation", "wanted", "unwanted"}
)


def _teams() -> list[tuple[str, str]]:
    """Nobody shall write to a team only because it stands first."""
    teams = team_choices()
    return teams if len(teams) == 1 else [("", gettext("Please choose")), *teams]


class NewCase(GuardedForm, Told):
    country = forms.ChoiceField(
        label=_("Which team shall answer you?"),
        help_text=_("Choose the country you are in, or any other one."),
        choices=_teams,
        error_messages={"required": _("Please choose a country.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["country", *(self.field_order or [])])


class HelpForm(NewCase, HelpFields):
    pass


class SearchForm(NewCase, SearchFields):
    pass


class RegistrationForm(NewCase, RegistrationFields):
    pass


NEW: dict[Kind, type[NewCase]] = {
    Kind.HELP: HelpForm,
    Kind.SEARCH: SearchForm,
    Kind.REGISTRATION: RegistrationForm,
}
CHANGED: dict[Kind, type[Told]] = {
    Kind.HELP: HelpFields,
    Kind.SEARCH: SearchFields,
    Kind.REGISTRATION: RegistrationFields,
}


class CodeForm(forms.Form):
    """`text` is what somebody had written when the mailbox closed itself."""

    code = PlainField(label=_("Your code: 16 digits"), required=True, max_length=60)
    text = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "dir": "ltr"}


class MessageForm(forms.Form):
    text = LongField(label=_("Your message"))
    file = SmallFileField(
        label=_("A file, if you like"),
        help_text=_(
            "A picture, a PDF or plain text, up to 5 MB. We remove what says where and when it was made."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("text") and not cleaned.get("file"):
            self.add_error("text", _("Write something, or choose a file."))
        return cleaned


class FamilyLetterForm(forms.Form):
    words = LongField(label=_("Write to them"), required=True)


class AnswerForm(forms.Form):
    """The standing answer. What is left empty is not shared."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[
            (Answer.YES, _("Yes, you may share what I write here")),
            (Answer.NO, _("No, share nothing")),
        ],
        widget=forms.RadioSelect,
    )
    share_name = PlainField(label=_("The name by which they know you"))
    share_contact = PlainField(
        label=_("How they can reach you"),
        help_text=_("You may leave it empty: you can first write to each other here."),
    )
    share_words = LongField(label=_("A few words to them"), rows=3)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("answer") == Answer.YES and not any(self.shares().values()):
            raise ValidationError(_("Write at least one thing that may be shared."))
        return cleaned

    def shares(self) -> dict[str, str]:
        """Nothing at all of whoever says no."""
        if self.cleaned_data.get("answer") != Answer.YES:
            return {}
        return {name: self.cleaned_data.get(name, "") for name in SHARED}


SHARED = ("share_name", "share_contact", "share_words")
