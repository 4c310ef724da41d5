"""What each of the three forms is called, and what it says of itself before anything is typed."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casework.enums import Kind


@dataclass(frozen=True)
class About:
    """`address` is the name of its URL; `safety` is what somebody should know before they write."""

    address: str
    icon: str
    title: str | Promise
    lead: str | Promise
    safety: str | Promise


ABOUT = {
    Kind.HELP: About(
        "ask_for_help",
        "chat",
        _("Ask for help"),
        _("Write to us in your own words. You need no account, no e-mail and no name."),
        _("Only the caseworkers of the team that you choose can read it."),
    ),
    Kind.SEARCH: About(
        "look_for_relative",
        "search",
        _("Look for a relative"),
        _("Tell us whom you look for. If they wish it too, we bring you together."),
        _(
            "Nobody is ever told that somebody looks for them, unless both sides have said yes. So we cannot "
            "tell you either whether we know them. Not hearing from us means nothing, good or bad."
        ),
    ),
    Kind.REGISTRATION: About(
        "let_family_find_me",
        "family",
        _("Let my family find me"),
        _("Leave word for your family. Nothing of it is shown to anybody before you say yes."),
        _(
            "You cannot be found here by anybody. Only our caseworkers see what you write; nobody outside "
            "ever learns that you wrote to us, unless both sides have said yes."
        ),
    ),
}
