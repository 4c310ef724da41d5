from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("The directory")

    def ready(self) -> None:
        from directory import changes, protection, recheck  # noqa: F401 - they connect their receivers
