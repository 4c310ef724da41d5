from confidential.models.base import ConfidentialModel
from confidential.models.throttles import Attempt
from confidential.models.tokens import SpentToken
from confidential.models.witness import HashWitness

__all__ = ["Attempt", "ConfidentialModel", "HashWitness", "SpentToken"]
