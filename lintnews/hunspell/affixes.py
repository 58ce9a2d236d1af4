"""The text of an `.aff` file in, what it says of affixes, flags, compounds and characters out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lintnews.model import LintNewsError

#: More affixes, or characters in one of them, than any language has.
_MOST_AFFIXES, _LONGEST = 50_000, 60
Flags = frozenset[str]
NO_FLAGS: Flags = frozenset()


class Condition:
    """What the stem must begin or end with: a character, any, or one in (or not in) brackets, for each place."""

    __slots__ = ("_places",)

    def __init__(self, text: str) -> None:
        self._places = [] if text == "." else [_place(part) for part in re.findall(r"\[[^\]]*\]|.", text)]

    def __len__(self) -> int:
        return len(self._places)

    def ends(self, stem: str) -> bool:
        """Whether it holds at the end of the stem."""
        size = len(self._places)
        return size <= len(stem) and all(fits(char) for fits, char in zip(self._places, stem[len(stem) - size :], strict=True))

    def begins(self, stem: str) -> bool:
        """Whether it holds at the beginning of the stem."""
        return len(self._places) <= len(stem) and all(fits(char) for fits, char in zip(self._places, stem, strict=False))


def _place(part: str) -> Callable[[str], bool]:
    if part == ".":
        return lambda char: True
    if part.startswith("[^"):
        out = frozenset(part[2:-1])
        return lambda char: char not in out
    inside = frozenset(part[1:-1] if part.startswith("[") else part)
    return inside.__contains__


class Affix(NamedTuple):
    """A prefix or suffix: the flag that allows it, what it takes from the stem and adds to it, where, and its own flags."""

    flag: str
    cross: bool
    strip: str
    add: str
    condition: Condition
    flags: Flags


class Affixes:
    """What an `.aff` file says. The single flags are empty where it does not name them."""

    def __init__(self) -> None:
        self.suffixes: dict[str, list[Affix]] = {}
        self.prefixes: dict[str, list[Affix]] = {}
        self.flag_sort = "short"
        self.aliases: list[Flags] = []
        self.single: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self.switches: set[str] = set()
        self.input: list[tuple[str, str]] = []
        self.ignored = ""
        self.breaks: list[str] = ["-", "^-", "-$"]
        self.rules: list[list[tuple[str, str]]] = []

    def flags(self, text: str) -> Flags:
        """The flags of a word or affix, out of the way the file writes them."""
        if self.aliases and text.isdigit():
            at = int(text) - 1
            return self.aliases[at] if 0 <= at < len(self.aliases) else NO_FLAGS
        if self.flag_sort == "num":
            return frozenset(filter(None, text.split(",")))
        if self.flag_sort == "long":
            return frozenset(text[i : i + 2] for i in range(0, len(text), 2))
        return frozenset(text)

    def has(self, name: str, flags: Flags) -> bool:
        """Whether the flags hold the one that the file gives this meaning."""
        flag = self.single.get(name, "")
        return bool(flag) and flag in flags


_SINGLE = frozenset(
    "NEEDAFFIX PSEUDOROOT FORBIDDENWORD NOSUGGEST KEEPCASE ONLYINCOMPOUND CIRCUMFIX COMPOUNDFLAG COMPOUNDBEGIN COMPOUNDMIDDLE "
    "COMPOUNDEND COMPOUNDLAST COMPOUNDPERMITFLAG COMPOUNDFORBIDFLAG COMPOUNDROOT FORCEUCASE WARN".split()
)
_NUMBERS = frozenset(["COMPOUNDMIN", "COMPOUNDWORDMAX"])
_SWITCHES = frozenset(
    "COMPLEXPREFIXES FULLSTRIP CHECKCOMPOUNDDUP CHECKCOMPOUNDCASE CHECKCOMPOUNDTRIPLE SIMPLIFIEDTRIPLE CHECKSHARPS".split()
)


def encoding(data: bytes) -> str:
    """The character set that an `.aff` file names."""
    found = re.search(rb"(?m)^[ \t\xef\xbb\xbf]*SET[ \t]+([\w-]+)", data)
    name = found[1].decode("ascii") if found else "iso-8859-1"
    return {"microsoft-cp1251": "cp1251", "tis620-2533": "tis-620"}.get(name.lower(), name)


def parse(text: str, name: str = "the .aff file") -> Affixes:
    """What the text of an `.aff` file says; raises LintNewsError with its line."""
    made = Affixes()
    lines = list(_lines(text))
    for _, parts in lines:
        if parts[0] == "FLAG" and len(parts) > 1:
            made.flag_sort = {"long": "long", "num": "num"}.get(parts[1].lower(), "short")
    for parts in (parts for _, parts in lines if parts[0] == "AF" and len(parts) > 1):
        made.aliases.append(frozenset() if parts[1].isdigit() and not made.aliases else _alias(made, parts[1]))
    made.aliases = made.aliases[1:]
    reading = _Reading(made)
    for number, parts in lines:
        try:
            reading.line(parts)
        except (ValueError, IndexError, LintNewsError) as error:
            raise LintNewsError(
                f"{name}:{number}: {error if isinstance(error, LintNewsError) else 'a line that says too little'}"
            ) from None
    return made


def _alias(made: Affixes, text: str) -> Flags:
    aliases, made.aliases = made.aliases, []
    flags = made.flags(text)
    made.aliases = aliases
    return flags


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.removeprefix("\ufeff").split()
        if parts and not parts[0].startswith("#"):
            yield number, parts


class _Reading:
    """Takes an `.aff` file line by line; a table begins with a line that says how long it is."""

    def __init__(self, made: Affixes) -> None:
        self._made = made
        self._cross: dict[tuple[str, str], bool] = {}
        self._begun: set[str] = set()
        self._count = 0

    def line(self, parts: list[str]) -> None:
        key, made = parts[0], self._made
        if key in ("PFX", "SFX"):
            self._affix(key, parts)
        elif key in _SINGLE:
            made.single["NEEDAFFIX" if key == "PSEUDOROOT" else "COMPOUNDEND" if key == "COMPOUNDLAST" else key] = parts[1]
        elif key in _NUMBERS:
            made.numbers[key] = int(parts[1])
        elif key in _SWITCHES:
            made.switches.add(key)
        elif key == "IGNORE":
            made.ignored = parts[1]
        elif key in ("ICONV", "BREAK", "COMPOUNDRULE"):
            self._table(key, parts)

    def _table(self, key: str, parts: list[str]) -> None:
        if key not in self._begun:
            self._begun.add(key)
            if key == "BREAK":
                self._made.breaks = []
        elif key == "ICONV":
            self._made.input.append((parts[1], parts[2] if len(parts) > 2 else ""))
        elif key == "BREAK":
            self._made.breaks.append(parts[1])
        else:
            self._made.rules.append(_rule(parts[1], self._made.flag_sort))

    def _affix(self, key: str, parts: list[str]) -> None:
        if (key, parts[1]) not in self._cross:
            self._cross[key, parts[1]] = parts[2].upper() == "Y"
            return
        self._count += 1
        if self._count > _MOST_AFFIXES:
            raise LintNewsError(f"more than {_MOST_AFFIXES:,} affixes")
        strip = "" if parts[2] == "0" else parts[2]
        add, _, flags = parts[3].partition("/")
        add = "" if add == "0" else add
        if max(len(strip), len(add)) > _LONGEST:
            raise LintNewsError(f"an affix of more than {_LONGEST} characters")
        made = self._made
        add = add.translate(dict.fromkeys(map(ord, made.ignored))) if made.ignored else add
        condition = Condition(parts[4] if len(parts) > 4 and len(parts[4]) <= 8 * _LONGEST else ".")
        affix = Affix(parts[1], self._cross[key, parts[1]], strip, add, condition, made.flags(flags) if flags else NO_FLAGS)
        (made.prefixes if key == "PFX" else made.suffixes).setdefault(add, []).append(affix)


def _rule(text: str, sort: str) -> list[tuple[str, str]]:
    """A rule of compounds: flags, each with `*`, `?` or nothing behind it."""
    found = re.findall(r"\(([^)]*)\)([*?]?)" if sort in ("long", "num") else r"([^*?])([*?]?)", text)
    if len(found) > _LONGEST:
        raise LintNewsError("a rule of compounds that is too long")
    return [(flag, how) for flag, how in found]
