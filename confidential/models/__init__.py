from confidential.models.access import AccessRecord
from confidential.models.base import ConfidentialModel
from confidential.models.daily import DailyTask
from confidential.models.post import QueuedLetter
from confidential.models.throttles import Attempt
from confidential.models.tokens import SpentToken
from confidential.models.witness import HashWitness

__all__ = [
    "AccessRecord",
    "Attempt",
    "ConfidentialModel",
    "DailyTask",
    "HashWitness",
    "QueuedLetter",
    "SpentToken",
]
