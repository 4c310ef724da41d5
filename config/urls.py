"""Every address of the site; all public pages begin with their language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from config.media import media

urlpatterns = [
    path("media/<path:path>", media),
    path("", include("config.sitemaps")),
    path("api/v1/", include("search.api.urls")),
    path(settings.ADMIN_PATH, include("home.admin_urls")),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    *i18n_patterns(
        path("contact/", include("casework.urls")),
        path("directory/", include("directory.urls")),
        path("directory/", include("search.urls")),
        path("volunteer/", include("volunteers.urls")),
        path("", include("home.urls")),
        path("", include("home.serving")),
    ),
]

handler400 = "home.errors.bad_request"
handler403 = "home.errors.permission_denied"
handler404 = "home.errors.page_not_found"
handler500 = "home.errors.server_error"
