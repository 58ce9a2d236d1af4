"""Facts and where they come from in, a YAML fact pack out, with a header that keeps both; and such a header, read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import regex

from lintnews import atomic, packs, yaml_file
from lintnews.model import Fact, LintNewsError
from lintnews.record import record
from lintnews.updates.loader import Fetched

_PLAIN = regex.compile(r"\p{L}(?:[\p{L}\p{M}\p{N} .'’()/&+-]*[\p{L}\p{M}\p{N}.)’'])?|\d{4}-\d\d(?:-\d\d)?")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_HEADER = regex.compile(r"# (address|sha256|licence|read|rows): (.*)")
_KEYS = ("subject", "relation", "value", "since", "until", "aliases", "as_of", "source", "note", "review")
#: Keys whose commonest value stands once, at the top.
_SHARED = ("relation", "source", "as_of")


@record
class Header:
    """What a pack says of itself: addresses and checksums in the order they were read, licence, day, number of rows."""

    addresses: tuple[str, ...]
    sums: tuple[str, ...]
    licence: str
    day: str
    rows: int


def text(about: str, header: Header, facts: Sequence[Fact]) -> str:
    """The pack as YAML. The facts are written in the order they are given."""
    shared = {key: Counter(getattr(fact, key) for fact in facts).most_common(1)[0][0] for key in _SHARED}
    lines = [f"# {about}; written by `lintnews update`, and written anew by the next."]
    for address, digest in zip(header.addresses, header.sums, strict=True):
        lines += [f"# address: {address}", f"# sha256: {digest}"]
    lines += [f"# licence: {header.licence}", f"# read: {header.day}", f"# rows: {header.rows}"]
    lines += [f"{key}: {_scalar(shared[key])}" for key in _SHARED]
    lines += ["facts:", *(f"  - {_record(fact, shared)}" for fact in facts)]
    return "\n".join(lines) + "\n"


def header_of(facts: Sequence[Fact], fetched: Iterable[Fetched], licence: str, day: str) -> Header:
    """The header of a pack of these facts."""
    read = tuple(fetched)
    return Header(tuple(one.address for one in read), tuple(one.sha256 for one in read), licence, day, len(facts))


def header(path: Path) -> Header | None:
    """The header of a pack; None when there is no pack, or it says nothing of itself."""
    found: dict[str, list[str]] = {}
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#"):
                    break
                if match := _HEADER.fullmatch(line.rstrip("\n")):
                    found.setdefault(match[1], []).append(match[2])
        one = {key: found[key][0] for key in ("licence", "read", "rows")}
        return Header(tuple(found["address"]), tuple(found["sha256"]), one["licence"], one["read"], int(one["rows"]))
    except (OSError, UnicodeDecodeError, KeyError, ValueError):
        return None


def write(path: Path, new: str, facts: Sequence[Fact]) -> None:
    """Put a pack in its place, whole or not at all, when it reads as the facts that it was made of; raises LintNewsError."""
    if len(new) > yaml_file.MAX_CHARACTERS:
        raise LintNewsError(f"{path}: {len(facts):,} rows are more than one pack holds; ask for less, with `--since`")
    if list(packs.facts(new, str(path))) != list(facts):
        raise AssertionError("the pack does not read as it was written")
    with suppress(OSError):  # the writing tells
        path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(str(path), new)


def _record(fact: Fact, shared: dict[str, str]) -> str:
    values = {key: getattr(fact, key) for key in _KEYS if getattr(fact, key) and getattr(fact, key) != shared.get(key)}
    return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in values.items()) + "}"


def _written(value: str | tuple[str, ...]) -> str:
    return _scalar(value) if isinstance(value, str) else "[" + ", ".join(map(_scalar, value)) + "]"


def _scalar(words: str) -> str:
    """A text as YAML: plain where it means itself, else in quotation marks."""
    if _PLAIN.fullmatch(words) and words.lower() not in _NOT_PLAIN:
        return words
    return '"' + "".join(map(_escaped, words)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable() and char != "\ufeff":
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
