"""Text in, changes out: a verb of rising or falling, and the two figures `from 200 to 260` or `to 260 from 200`."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import regex

from lintnews import lazily
from lintnews.ledger import numbers, rounding
from lintnews.ledger.numbers import Number

UP = (
    r"r(?:ise|ises|ose|isen|ising)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|grow(?:s|n|ing)?|grew|increas(?:e|es|ed|ing)|surg(?:e|es|ed|ing)"
    r"|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|swell(?:s|ed|ing)?|balloon(?:s|ed|ing)?|went\s+up|going\s+up|up(?!\s+to\b)"
)
DOWN = (
    r"f(?:all|alls|ell|allen|alling)|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr(?:ink|inks|ank|unk|inking)"
    r"|slip(?:s|ped|ping)?|s(?:ink|inks|ank|unk|inking)|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|slid(?:e|es|ing)?|plummet(?:s|ed|ing)?"
    r"|went\s+down|going\s+down|down(?!\s+to\b)"
)
CLEAR = r"[^.;:!?()\"“”\d$£€%]"
GAP = rf"(?:{CLEAR}{{0,40}}?(?:\b(?:19|20)\d\d\b{CLEAR}{{0,15}}?)?)"


def figure(name: str) -> str:
    """The pattern of a figure with its currency or percent sign, whose groups begin with a name."""
    return (
        rf"(?P<{name}_money>[$£€]\s?)?(?<![\d.,])(?P<{name}>{numbers.PATTERN})(?P<{name}_percent>{rounding.PERCENT})?"
        rf"(?![\d,.:/-]*\d|[\s-]?(?:st|nd|rd|th|[ap]\.?m|o[’']clock)\b)"
    )


PAIR = rf"(?:from\s+{figure('a')}{GAP}\s+to\s+{figure('b')}|to\s+{figure('d')}{GAP}[\s,]+from\s+{figure('c')})"
_UNIT = lazily.pattern(r"[\s-](?P<word>\p{L}+)")
_YEAR = lazily.pattern(r"(?:1[5-9]|20|21)\d\d")
_UNITS = frozenset(
    "second minute hour day week month year inch foot feet yard mile meter metre kilometer kilometre pound ounce ton kilogram gram cent "
    "dollar euro basis degree".split()
)
_ENDS = lazily.pattern(r"s\Z")


#: Figures as many times apart differ by a scale word that one of them has lost.
SCALES = 500


class Pair(NamedTuple):
    """The two figures of a change, as printed, and whether both are percentages."""

    first: Number
    second: Number
    shares: bool
    printed: str


def read(found: regex.Match[str]) -> Pair | None:
    """The figures of a change; none where they are years, of two units, or of two currencies."""
    one, other = ("a", "b") if found["a"] else ("c", "d")
    printed, last = found[one], found[other]
    if _YEAR.fullmatch(printed) and _YEAR.fullmatch(last) and not found[f"{one}_money"]:
        return None
    shares = [bool(found[f"{name}_percent"]) for name in (one, other)]
    if bool(found[f"{one}_money"]) != bool(found[f"{other}_money"]) or (shares[0] and not shares[1]) or not _one_unit(found, one, other):
        return None
    if shares == [False, True] and found.string[found.end(one) : found.end(one) + 4] != " to ":
        return None
    scale = last.rpartition(" ")[2] if last[-1].isalpha() and " " in last else ""
    bare = printed[-1].isdigit() and found.string[found.end(one) : found.end(one) + 4] == " to "
    first = numbers.number(f"{printed} {scale}" if scale in ("million", "billion", "trillion", "thousand") and bare else printed)
    second = numbers.number(last)
    if max(first.value, second.value) > SCALES * min(first.value, second.value) > 0:
        return None
    return Pair(first, second, all(shares) or shares == [False, True], f"from {printed} to {last}")


def _one_unit(found: regex.Match[str], one: str, other: str) -> bool:
    units = [_unit(found.string, found.end(f"{name}_percent") if found[f"{name}_percent"] else found.end(name)) for name in (one, other)]
    return not any(unit in _UNITS for unit in units) or units[0] == units[1] or not units[0] or units[0] == "to"


def _unit(text: str, at: int) -> str:
    word = _UNIT.match(text, at)
    return _ENDS.sub("", word["word"].lower()) if word else ""


def bounds(pair: Pair, right: Fraction) -> tuple[Fraction, Fraction]:
    """What a difference of two percentages may be when both are rounded."""
    room = (pair.first.unit + pair.second.unit) / 2
    return right - room, right + room
