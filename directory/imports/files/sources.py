"""A folder or zip of files, as names and bytes."""

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from directory.imports.files.limits import MAX_BYTES, MAX_RATIO, RATIO_COUNTS_FROM
from directory.imports.problems import (
    FILE_TWICE,
    NOT_A_ZIP,
    NOT_FOUND,
    PATH_OUTSIDE,
    TOO_LARGE,
    ZIP_BOMB,
    Place,
    RefusedError,
)

ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes


def files_in(path: Path) -> list[File]:
    """All files of a folder or zip; of a zip's folders only the last part of the name counts."""
    if path.is_dir():
        return list(_folder(path))
    if path.suffix.lower() == ".zip":
        return list(_zip(path))
    return [one_file(path)]


def one_file(path: Path) -> File:
    if not path.is_file():
        raise RefusedError(NOT_FOUND, Place(str(path)))
    if path.stat().st_size > MAX_BYTES:
        raise RefusedError(TOO_LARGE, Place(path.name))
    return File(path.name, path.read_bytes())


def check_archive(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The members of an archive (an .xlsx is one too) that may be unpacked, or a refusal."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    for member in members:
        _check_member(member, name)
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise RefusedError(ZIP_BOMB, Place(name))
    return members


def _folder(folder: Path) -> Iterator[File]:
    total = 0
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_dir():
            continue
        if not path.resolve().is_relative_to(folder.resolve()):
            raise RefusedError(PATH_OUTSIDE, Place(path.name))
        total += path.stat().st_size
        if total > MAX_BYTES:
            raise RefusedError(TOO_LARGE, Place(path.name))
        yield one_file(path)


def _zip(path: Path) -> Iterator[File]:
    if not path.is_file():
        raise RefusedError(NOT_FOUND, Place(str(path)))
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _unpack(archive, path.name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise RefusedError(NOT_A_ZIP, Place(path.name), error) from None


def _unpack(archive: zipfile.ZipFile, name: str) -> Iterator[File]:
    seen = set()
    for member in check_archive(archive, name):
        base = PurePosixPath(member.filename).name
        if base.startswith(".") or "__MACOSX" in member.filename:
            continue
        if base in seen:
            raise RefusedError(FILE_TWICE, Place(name), base)
        seen.add(base)
        with archive.open(member) as file:
            yield File(base, file.read(member.file_size))


def _check_member(member: zipfile.ZipInfo, name: str) -> None:
    place = Place(f"{name}/{member.filename}")
    parts = PurePosixPath(member.filename)
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    if (
        parts.is_absolute()
        or ".." in parts.parts
        or "\\" in member.filename
        or ":" in member.filename
        or is_link
    ):
        raise RefusedError(PATH_OUTSIDE, place)
    if member.flag_bits & ENCRYPTED:
        raise RefusedError(NOT_A_ZIP, place)
    swells = member.file_size > MAX_RATIO * max(member.compress_size, 1)
    if member.file_size > MAX_BYTES or (swells and member.file_size > RATIO_COUNTS_FROM):
        raise RefusedError(ZIP_BOMB, place)
