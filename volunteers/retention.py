"""How long each kind of row is kept. docs/volunteers.md says the same, held to it by a test."""


def register_all() -> None:
    pass
