from confidential.models.base import ConfidentialModel
from confidential.models.throttles import Attempt
from confidential.models.tokens import SpentToken

__all__ = ["Attempt", "ConfidentialModel", "SpentToken"]
