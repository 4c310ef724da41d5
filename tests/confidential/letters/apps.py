from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "tests.confidential.letters"
    label = "letters"
