from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Collection
from wagtail.permission_policies import BasePermissionPolicy


class NobodyMay(BasePermissionPolicy):
    """For a model that is installed only because another package imports it: not even superusers use it."""

    def user_has_permission(self, *_args: Any) -> bool:
        return False

    def users_with_any_permission(self, *_args: Any) -> QuerySet:
        return get_user_model().objects.none()

    def collections_user_has_any_permission_for(self, *_args: Any) -> QuerySet[Collection]:
        return Collection.objects.none()

    def collections_user_has_permission_for(self, *_args: Any) -> QuerySet[Collection]:
        return Collection.objects.none()
