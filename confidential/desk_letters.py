"""Letters to colleagues at a desk: that something waits, never what."""

from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from confidential.post import send


def something_waits(user: User | None, leads_to: str = "wagtailadmin_home") -> None:
    """Whoever left, or gave no address, finds it at the desk all the same."""
    if user is None or not user.is_active or not user.email:
        return
    profile = UserProfile.objects.filter(user=user).first()
    language = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    with translation.override(language):
        text = [_("Something waits for you at the desk:"), f"{settings.SITE_URL}{reverse(leads_to)}"]
        send(user.email, _("A message for you"), "\n\n".join(text), language)
