from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VolunteersConfig(AppConfig):
    name = "volunteers"
    verbose_name = _("Volunteers")

    def ready(self) -> None:
        from confidential import beside, erasure
        from volunteers import asking, reminding, retention

        retention.register_all()
        erasure.after_replay(asking.open_what_nobody_holds)
        beside.register("reminders", "DAILY_PURGE", reminding.remind_once_a_day)
