"""Every letter to a volunteer: short, in their language, with the same subject."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from confidential.post import send
from volunteers.enums import LinkPurpose
from volunteers.links import STAY_WITHIN, new_link
from volunteers.models import Ask, Task, Volunteer
from volunteers.wording import day_of, in_lines

P = ParamSpec("P")


def _letter(
    write: Callable[Concatenate[Volunteer, P], list[str]],
) -> Callable[Concatenate[Volunteer, P], None]:
    """Written in the reader's language, whoever caused it."""

    @wraps(write)
    def post(volunteer: Volunteer, *args: P.args, **kwargs: P.kwargs) -> None:
        profile = volunteer.profile
        with translation.override(profile.language):
            paragraphs = [*write(volunteer, *args, **kwargs), closing()]
            post_to(profile.email, profile.language, paragraphs, about=volunteer)

    return post


def post_to(address: str, language: str, paragraphs: list[str], *, about: Volunteer) -> None:
    with translation.override(language):
        send(address, _("A message for you"), "\n\n".join(paragraphs), language, about=about)


def closing() -> str:
    return _("This address was given on our site. If that was not you, you need not do anything.")


@_letter
def confirm(volunteer: Volunteer) -> list[str]:
    return [
        _("Thank you for wanting to help. Please open this page and press the button:"),
        new_link(volunteer, LinkPurpose.CONFIRM),
        _("The link works for 7 days. After that we delete everything you wrote."),
    ]


def confirm_new_address(volunteer: Volunteer, address: str) -> None:
    """To the new address, of which we do not know yet whose it is."""
    language = volunteer.profile.language
    with translation.override(language):
        paragraphs = [
            _("You would like our letters at this address. Please open this page and press the button:"),
            new_link(volunteer, LinkPurpose.CONFIRM, new_address=address),
            _("Until then, everything stays as it is."),
            closing(),
        ]
    post_to(address, language, paragraphs, about=volunteer)


def farewell_to_address(volunteer: Volunteer) -> None:
    """To the address we knew until now, so that a theft is noticed. It opens nothing, and says no more."""
    profile = volunteer.profile
    with translation.override(profile.language):
        paragraphs = [
            _("From now on we write to another address, as was asked for on our site."),
            _("If that was not you, please tell us soon. Here you find how to reach us:"),
            f"{settings.SITE_URL}/{profile.language}/",
        ]
    post_to(profile.email, profile.language, paragraphs, about=volunteer)


@_letter
def own_page(volunteer: Volunteer) -> list[str]:
    return [
        _("With this link you can see and change what we know about you, rest, or leave:"),
        new_link(volunteer, LinkPurpose.OPEN),
        _("It works once, within 24 hours. You can always ask for a new one."),
    ]


@_letter
def welcome(_volunteer: Volunteer) -> list[str]:
    return [
        _("Welcome! From now on we may ask you when somebody needs what you can do."),
        _("You may say no each time. You can rest or leave whenever you like."),
    ]


@_letter
def declined(_volunteer: Volunteer) -> list[str]:
    return [
        _("Thank you for your offer. At the moment we cannot work together."),
        _(
            "We delete what you told us within 90 days. If you want it at once, ask on our site for a link to"
            " your own page."
        ),
    ]


@_letter
def still_there(volunteer: Volunteer) -> list[str]:
    return [
        _("We have not heard from you for two years. Would you like to stay? Then open your own page:"),
        new_link(volunteer, LinkPurpose.OPEN, good_for=STAY_WITHIN),
        _("If we hear nothing within 30 days, we delete everything we know about you."),
    ]


@_letter
def question(volunteer: Volunteer, ask: Ask) -> list[str]:
    """What is to be done, where and when. Nothing says for whom."""
    return [
        _("Can you help with this?"),
        in_lines(ask.task.facts),
        _("Please say yes or no on this page. A no is as welcome as a yes:"),
        new_link(volunteer, LinkPurpose.ANSWER, ask=ask),
    ]


@_letter
def taken(_volunteer: Volunteer, task: Task) -> list[str]:
    return [_("The task on %(day)s is taken: somebody else was quicker. Thank you!") % {"day": day_of(task)}]


@_letter
def not_needed(_volunteer: Volunteer, task: Task) -> list[str]:
    return [_("You are not needed on %(day)s any more. Thank you for your yes!") % {"day": day_of(task)}]


@_letter
def chosen(_volunteer: Volunteer, task: Task) -> list[str]:
    return [
        _("Thank you for your yes. We count on you on %(day)s.") % {"day": day_of(task)},
        _("A coordinator will reach you in the way you told us, and tell you the rest."),
    ]
