"""Static files as a phone should get them: hashed, compressed, and the stylesheet in one piece."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import "(?P<name>[\w-]+\.css)";\n', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the imported files of `css/site.css` in its place when static files are collected.

    Each component keeps a small file of its own without a build step, and a phone on a slow link still
    asks for one file instead of twenty, one after another.
    """

    bundle = "css/site.css"

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[tuple]:
        if self.bundle in paths and not options.get("dry_run"):
            self.inline_imports(paths)
            paths = paths | {self.bundle: (self, self.bundle)}
        yield from super().post_process(paths, *args, **options)

    def inline_imports(self, paths: dict[str, Any]) -> None:
        """From the sources: in what was collected, the imports of last time are replaced already."""
        whole = IMPORT.sub(
            lambda match: source_of(f"css/{match['name']}", paths), source_of(self.bundle, paths)
        )
        self.delete(self.bundle)
        self.save(self.bundle, ContentFile(COMMENT.sub("", whole).encode()))


def source_of(name: str, paths: dict[str, Any]) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
