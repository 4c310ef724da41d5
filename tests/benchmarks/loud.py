"""What could not be measured is said so that nobody overlooks it."""


def not_measured(what: str, why: str) -> None:
    print(f"\n  NOT MEASURED: {what}: {why}\n", flush=True)
