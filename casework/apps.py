from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "casework"
    verbose_name = _("Confidential contact")

    def ready(self) -> None:
        from casework import retention

        retention.register_all()
