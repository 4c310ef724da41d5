"""What a browser would send: the fields of a form as the server wrote it, with some of them changed."""

from html.parser import HTMLParser

from django.http import HttpResponse


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select: str | None = None
        self._textarea: str | None = None
        self._template = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        facts = dict(attributes)
        name = facts.get("name")
        if tag == "template":
            self._template += 1
        if self._template:
            return
        if tag == "input" and name and _is_sent(facts):
            self.values.setdefault(name, []).append(_value(facts))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in facts:
            self.values.setdefault(self._select, []).append(facts.get("value") or "")
        elif tag == "textarea" and name:
            self._textarea = name
            self.values[name] = [""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._template -= 1
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and self._textarea:
            # A line break right after the tag is the page's own.
            self.values[self._textarea][0] = self.values[self._textarea][0].removeprefix("\n")
            self._textarea = None

    def handle_data(self, data: str) -> None:
        if self._textarea and not self._template:
            self.values[self._textarea][0] += data


def _is_sent(facts: dict[str, str | None]) -> bool:
    if facts.get("type") in {"checkbox", "radio"}:
        return "checked" in facts
    return facts.get("type") not in {"submit", "button", "file"}


def _value(facts: dict[str, str | None]) -> str:
    """A ticked box without a value of its own sends "on"."""
    return facts.get("value") or ("on" if facts.get("type") == "checkbox" else "")


def filled(response: HttpResponse, **changes: object) -> dict[str, object]:
    """The form in that page with `changes`; None takes a field off, a dunder in a name is a hyphen."""
    fields = _Fields()
    fields.feed(response.content.decode())
    values: dict[str, object] = {**fields.values}
    for name, value in changes.items():
        values[name.replace("__", "-")] = value
    return {name: value for name, value in values.items() if value is not None}


def added_row(response: HttpResponse, rows: str, **row: object) -> dict[str, object]:
    """The changes that add one row to the inline rows of that name."""
    number = int(filled(response)[f"{rows}-TOTAL_FORMS"][0])
    changes: dict[str, object] = {f"{rows}-TOTAL_FORMS": number + 1}
    return changes | {f"{rows}-{number}-{field}": value for field, value in row.items()}
