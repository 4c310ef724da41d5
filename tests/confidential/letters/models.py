"""A table with every kind of encrypted cell, as an app of the site would have it."""

from django.db import models

from confidential.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from confidential.models import ConfidentialModel


class Letter(ConfidentialModel):
    place = models.CharField(max_length=50, blank=True)
    name = EncryptedTextField("name", max_length=100, blank=True)
    text = EncryptedTextField("text", blank=True)
    answers = EncryptedJSONField(default=dict, blank=True)
    picture = EncryptedBinaryField(blank=True)
    hint = EncryptedTextField(null=True, blank=True)
