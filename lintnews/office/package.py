"""The bytes of a zip package in, some of its members out, within bounds; and the package with some of them replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from lintnews.model import LintNewsError

#: The most that a member may hold when it is unpacked, in bytes, and the most members.
LARGEST, MOST = 64_000_000, 20_000
_ENCRYPTED = 0x1


def members(data: bytes, name: str, wanted: Iterable[str]) -> dict[str, bytes]:
    """The members of these names that are there; raises LintNewsError for what is no package, protected, or too large."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise LintNewsError(f"{name}: protected by a password, or of an old format; save it without one, as .docx or .odt")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > MOST:
                raise LintNewsError(f"{name}: more than {MOST:,} members; save it anew in the word processor")
            return {each: _member(package, each, name) for each in wanted if each in package.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise LintNewsError(f"{name}: cannot be unpacked: {error}; save it anew in the word processor") from None


def _member(package: zipfile.ZipFile, member: str, name: str) -> bytes:
    known = package.getinfo(member)
    if known.flag_bits & _ENCRYPTED:
        raise LintNewsError(f"{name}: protected by a password; save it without one")
    with package.open(known) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise LintNewsError(f"{name}: `{member}` holds more than {LARGEST // 1_000_000} MB; split the story")
    return data


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with members replaced; all others as they were, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for known in old.infolist():
            new.writestr(known, changed.get(known.filename) or old.read(known), compress_type=known.compress_type)
    return out.getvalue()
