"""How far somebody got with the sign-up: what was typed travels in the page itself, sealed.

Nothing is kept here before the last part is sent: no row, no cookie, no session.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import timedelta
from typing import Self

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language

from confidential.errors import Unreadable
from confidential.sealing import seal, unseal
from volunteers.forms import SIGN_UP, AgreementForm, PartForm
from volunteers.profile import Profile

PURPOSE = "volunteer's sign-up"
KEPT_FOR = timedelta(days=1)
NAMES = tuple(SIGN_UP)
# Fields of the guard belong to one showing of the form, not to what was typed.
NOT_TYPED = {"token", "topic"}

Typed = dict[str, list[str]]


@dataclass
class Progress:
    """`typed` holds, for each part, the fields as the browser sent them.

    `token` is that of the last part, given with the first: the clock runs from there.
    """

    token: str
    typed: dict[str, Typed] = dataclass_field(default_factory=dict)

    @classmethod
    def begin(cls) -> Self:
        return cls(token=AgreementForm()["token"].initial)

    @classmethod
    def read(cls, request: HttpRequest) -> tuple[Self, bool]:
        """With whether all of it could be read; if not, the part that was just sent is what is left."""
        try:
            return cls(**unseal(PURPOSE, request.POST.get("progress", ""), KEPT_FOR)), True
        except Unreadable:
            return cls.begin(), False

    def sealed(self) -> str:
        return seal(PURPOSE, {"token": self.token, "typed": self.typed})

    def keep(self, name: str, sent: QueryDict) -> None:
        fields = {field for field in SIGN_UP[name]().fields if field not in NOT_TYPED}
        self.typed[name] = {key: values for key, values in sent.lists() if key in fields}

    def as_typed(self, name: str) -> PartForm:
        """The part with what was typed, not judged yet."""
        form = self._form(name)
        sent = self._sent(name)
        for key, field in form.fields.items():
            if name in self.typed and key not in NOT_TYPED:
                form.initial[key] = field.widget.value_from_datadict(sent, {}, key)
        return form

    def judged(self, name: str) -> PartForm:
        return self._form(name, data=self._sent(name))

    def judged_and_guarded(self, sent: QueryDict) -> PartForm:
        """The last part, with the trap and the token that came with it."""
        return self._form(NAMES[-1], data=sent)

    def _form(self, name: str, data: QueryDict | None = None) -> PartForm:
        if name == NAMES[-1]:
            return AgreementForm(data, initial={"token": self.token})
        return SIGN_UP[name](data)

    def _sent(self, name: str) -> QueryDict:
        sent = QueryDict(mutable=True)
        for key, values in self.typed.get(name, {}).items():
            sent.setlist(key, values)
        return sent

    def judged_before(self, last: str) -> dict[str, PartForm]:
        """By name, in the order of the parts."""
        return {name: self.judged(name) for name in NAMES[: NAMES.index(last)]}


def profile_of(forms: Iterable[PartForm]) -> Profile:
    """What all parts tell, each of them valid."""
    profile = Profile(name="", email="", country="", language=get_language() or "en")
    for form in forms:
        profile = form.told(profile)
    return profile
