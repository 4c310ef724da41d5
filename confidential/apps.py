from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ConfidentialConfig(AppConfig):
    name = "confidential"
    verbose_name = _("Confidential")

    def ready(self) -> None:
        from confidential import checks, retentions, witness  # noqa: F401 - the checks register themselves

        retentions.register_own()
        post_migrate.connect(witness.remember, sender=self)
