from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("The organisation’s own pages")

    def ready(self) -> None:
        from confidential import beside
        from home import checks, receivers, scheduled  # noqa: F401 - importing registers the checks

        receivers.connect()
        beside.register("schedule", "SCHEDULE_WORKER", scheduled.publish_what_is_due)
