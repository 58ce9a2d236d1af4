"""The bytes of a zip package in, some of its members out, within bounds; and the package with some of them replaced."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from lintnews.model import LintNewsError

#: The most that the members of a story may hold when they are unpacked, in bytes, and the most members.
LARGEST, MOST = 64_000_000, 20_000
_ENCRYPTED = 0x1


def members(data: bytes, name: str, wanted: Iterable[str]) -> dict[str, bytes]:
    """The members of these names that are there; raises LintNewsError for what is no package, protected, or too large."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise LintNewsError(f"{name}: protected by a password, or of an old format; save it without one, as .docx or .odt")
    with _opened(data, name) as package:
        known, found, room = set(package.namelist()), {}, LARGEST
        for each in wanted:
            if each in known:
                found[each] = _member(package, each, name, room)
                room -= len(found[each])
        return found


def needed(data: bytes, name: str, wanted: Sequence[str]) -> dict[str, bytes]:
    """The same; raises LintNewsError where the first of the names is not there."""
    found = members(data, name, wanted)
    if wanted[0] not in found:
        raise LintNewsError(f"{name}: no story in it: `{wanted[0]}` is missing; save it anew in the word processor")
    return found


def names(data: bytes, name: str) -> frozenset[str]:
    """The names of all members."""
    with _opened(data, name) as package:
        return frozenset(package.namelist())


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > MOST:
                raise LintNewsError(f"{name}: more than {MOST:,} members; save it anew in the word processor")
            yield package
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise LintNewsError(f"{name}: cannot be unpacked: {error}; save it anew in the word processor") from None


def _member(package: zipfile.ZipFile, member: str, name: str, room: int) -> bytes:
    known = package.getinfo(member)
    if known.flag_bits & _ENCRYPTED:
        raise LintNewsError(f"{name}: protected by a password; save it without one")
    with package.open(known) as file:
        data = file.read(room + 1)
    if len(data) > room:
        before = " together with those before it" if room < LARGEST else ""
        raise LintNewsError(f"{name}: `{member}`{before} holds more than {LARGEST // 1_000_000} MB; split the story")
    return data


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with members replaced; all others as they were, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for known in old.infolist():
            new.writestr(known, changed.get(known.filename) or old.read(known), compress_type=known.compress_type)
    return out.getvalue()
