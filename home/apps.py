from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("The organisation’s own pages")

    def ready(self) -> None:
        from home import checks, receivers  # noqa: F401 - importing registers the checks

        receivers.connect()
