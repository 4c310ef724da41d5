from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from directory.models.services import Service


class ApprovalByAnother(AbstractGroupApprovalTask):
    """Nobody approves in it what they wrote, where the country of the listing asks for that."""

    class Meta:
        verbose_name = _("approval by somebody else")
        verbose_name_plural = _("approvals by somebody else")

    def get_actions(self, obj: Model, user: AbstractBaseUser) -> list[tuple[str, Any, bool]]:
        from directory.second_eyes import may_publish

        actions = super().get_actions(obj, user)
        if isinstance(obj, Service) and not may_publish(obj, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    @classmethod
    def get_description(cls) -> str:
        return gettext("Members of the groups approve; where a country asks for it, not what they wrote.")
