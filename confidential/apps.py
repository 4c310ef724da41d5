from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfidentialConfig(AppConfig):
    name = "confidential"
    verbose_name = _("Confidential")

    def ready(self) -> None:
        from confidential import checks, retentions  # noqa: F401 - importing registers the checks

        retentions.register_own()
