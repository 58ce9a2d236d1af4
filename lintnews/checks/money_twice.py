"""Money twice: an amount given in two currencies, `2.5 billion pounds ($3.2 million)`, that no rate of exchange makes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.model import Block, Evidence, Match, OptionError, Span
from lintnews.needs import Need
from lintnews.record import record

_SHORT = {"m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_HEDGE = r"(?:about|around|some|roughly|nearly|almost|more than|over|or|worth|equal to|\s)*"
_LEVEL = ("thousand", "million", "billion", "trillion")


@record
class Check:
    """`units`: how many of each currency a dollar has ever bought, least and most, by its signs and names: `£ pounds: 0.3 1.1`.

    The two amounts are those before and in parentheses, or before and after `or`. The rates are wide: what is found is off by a scale.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right")
    need: ClassVar[Need] = Need(("(", ", or "))
    units: Mapping[str, str]

    def validate(self) -> None:
        """Raise OptionError for rates that are not two numbers."""
        for names, rates in self.units.items():
            try:
                low, high = map(Fraction, rates.split())
            except ValueError:
                low, high = Fraction(0), Fraction(0)
            if not 0 < low <= high:
                raise OptionError(f"`{names}` needs the least and the most that a dollar has bought, like `0.3 1.1`", "units", names)

    @cached_property
    def _rates(self) -> Mapping[str, tuple[Fraction, Fraction]]:
        known = {name.lower(): rates.split() for names, rates in self.units.items() for name in names.split(", ")}
        return {name: (Fraction(low), Fraction(high)) for name, (low, high) in known.items()}

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        names = sorted(self._rates, key=len, reverse=True)
        signs = "|".join(lazily.escape(name) for name in names if not name[-1].isalpha())
        words = "|".join(lazily.escape(name) for name in names if name[-1].isalpha())

        def side(n: int) -> str:
            figure = rf"(?P<figure{n}>\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?P<scale{n}>{'|'.join((*_LEVEL, *_SHORT))})\b)?"
            return rf"(?:(?P<sign{n}>{signs})\s?{figure}|{figure}\s(?P<word{n}>{words})\b)"

        return lazily.compile(
            rf"(?<![\d.,]){side(1)}(?:\s*\(\s*{_HEDGE}|,\s+or\s+{_HEDGE}){side(2)}(?=\s*[),.;]|\s\p{{Ll}})", lazily.IGNORECASE
        )

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if "(" in block.text or ", or " in block.text:
                yield from (match for found in self._pattern.finditer(block.text) if (match := self._match(block, found)))

    def _match(self, block: Block, found: regex.Match[str]) -> Match | None:
        (low, high), (its_low, its_high) = (self._rates[(found[f"sign{n}"] or found[f"word{n}"]).lower()] for n in (1, 2))
        one, other = (_value(found, n) for n in (1, 2))
        least, most = one / high * its_low, one / low * its_high
        if (low, high) == (its_low, its_high) or not other or least * Fraction(9, 10) <= other <= most * Fraction(11, 10):
            return None
        span = Span(found.start("figure2"), found.end("scale2") if found["scale2"] else found.end("figure2"))
        given = block.text[slice(*span)]
        fixes = tuple(
            f"{found['figure2']} {word}" for i, word in enumerate(_LEVEL, 1)
            if found["scale2"] in _LEVEL and least <= numbers.number(found["figure2"].replace(",", "")).value * 1000**i <= most
        )  # fmt: skip
        names = {"match": found[0], "given": given, "right": fixes[0] if fixes else ""}
        shown = Evidence(f"{found[0].partition('(')[0].strip(' ,')} is not {given} at any rate", block, Span(*found.span()))
        return Match(block, span, fixes, names, (shown,))


def _value(found: regex.Match[str], n: int) -> Fraction:
    scale = (found[f"scale{n}"] or "").lower()
    size = _SHORT.get(scale) or (1000 ** (_LEVEL.index(scale) + 1) if scale else 1)
    return Fraction(found[f"figure{n}"].replace(",", "")) * size
