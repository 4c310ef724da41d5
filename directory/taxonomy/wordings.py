"""What people write in a search, as it stands in phrases/*.toml, one file a language."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from directory.models import Phrase

FOLDER = Path(__file__).parent / "phrases"


def load_phrases() -> int:
    """Write the phrases that are missing, and say how many those were."""
    there = set(Phrase.objects.values_list("language", "means", "same_as"))
    missing = [
        phrase for phrase in every_phrase() if (phrase.language, phrase.means, phrase.same_as) not in there
    ]
    for phrase in missing:
        phrase.save()
    return len(missing)


def every_phrase() -> Iterator[Phrase]:
    for file in sorted(FOLDER.glob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for others, words in content.pop("same_as").items():
            yield Phrase(language=file.stem, same_as=others, words="\n".join(words))
        for means, words in content.items():
            yield Phrase(language=file.stem, means=means, words="\n".join(words))
