"""What each clause of a scored word gives to a listing, read from the query as Elasticsearch would."""

from collections.abc import Iterator


def scores(needed: dict, language: str = "en", *, readable: bool = True) -> list[tuple[dict, float]]:
    """Each clause with its score, for a listing that a reader of the language can read, or cannot."""
    return list(_scores(needed, language, 1, readable=readable))


def _scores(needed: dict, language: str, factor: float, *, readable: bool) -> Iterator[tuple[dict, float]]:
    [(how, what)] = needed.items()
    if how == "constant_score":
        yield what["filter"], factor * what["boost"]
    elif how == "dis_max":
        for each in what["queries"]:
            yield from _scores(each, language, factor, readable=readable)
    else:
        assert how == "function_score"
        [function] = what["functions"]
        assert function["filter"] == {"term": {"readable_in": language}}
        factor *= function["weight"] if readable else 1
        yield from _scores(what["query"], language, factor, readable=readable)
