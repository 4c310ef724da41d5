from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnfoundConfig(AppConfig):
    name = "search.unfound"
    label = "unfound"
    verbose_name = _("Looked for, not found")
