from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "casework"
    verbose_name = _("Confidential contact")

    def ready(self) -> None:
        from casework import appointing, introducing, reminding, retention  # noqa: F401 - for its receivers
        from confidential import beside, erasure

        retention.register_all()
        erasure.after_replay(introducing.end_again)
        beside.register("case-reminders", "DAILY_PURGE", reminding.remind_once_a_day)
