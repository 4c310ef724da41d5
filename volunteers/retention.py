"""How long each kind of row is kept. docs/volunteers.md says the same, held to it by a test."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from confidential.retention import Retention, register
from volunteers.enums import Status
from volunteers.links import STAY_WITHIN
from volunteers.models import Link, Task, Volunteer

SILENCE = timedelta(days=730)
HERE = (Status.CONFIRMED, Status.CHECKING, Status.APPROVED, Status.ACTIVE, Status.RESTING)
