"""Letters to coordinators: that something waits, never what."""

from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from volunteers.letters import post_to


def something_waits(user: User | None) -> None:
    """Whoever left, or gave no address, finds it at the desk all the same."""
    if user is None or not user.is_active or not user.email:
        return
    profile = UserProfile.objects.filter(user=user).first()
    language = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    with translation.override(language):
        text = [_("Something waits for you at the desk:"), f"{settings.SITE_URL}{reverse('volunteers_desk')}"]
    post_to(user.email, language, text)
