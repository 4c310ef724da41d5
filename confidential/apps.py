from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ConfidentialConfig(AppConfig):
    name = "confidential"
    verbose_name = _("Confidential")

    def ready(self) -> None:
        from confidential import beside, checks, daily, post, retentions, witness  # noqa: F401 - checks register themselves

        retentions.register_own()
        beside.register("daily-purge", "DAILY_PURGE", daily.purge_once_a_day)
        beside.register("post", "POST_WORKER", post.send_what_is_due)
        post_migrate.connect(witness.remember, sender=self)
