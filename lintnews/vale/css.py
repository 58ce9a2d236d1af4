"""A CSS selector in, what it asks for out: compounds and how they stand to one another, as Selectors Level 4 writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lintnews.model import LintNewsError
from lintnews.record import record

#: Nobody writes a longer one.
_LONGEST = 1_000
#: How deep selectors may stand in one another.
_DEEPEST = 10
_NAME = r"-?(?:[A-Za-z_]|[^\x00-\x7f])(?:[\w-]|[^\x00-\x7f])*"
_NAMED = re.compile(_NAME)
_STRING = r"\"[^\"\n]*\"|'[^'\n]*'"
_ATTRIBUTE = re.compile(rf"\[\s*(?P<name>{_NAME})\s*(?:(?P<sign>[~|^$*!]?=)\s*(?P<value>{_STRING}|[^\s\]\"']+)\s*(?P<case>[iI]\b)?\s*)?\]")
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_NTH = re.compile(r"\s*(?:(?P<word>odd|even)|(?P<step>[+-]?\d*)n\s*(?P<plus>[+-]\s*\d+)?|(?P<only>[+-]?\d+))\s*", re.I)
_PLACES = {
    "first-child": ("nth-child", 0, 1), "last-child": ("nth-last-child", 0, 1), "first-of-type": ("nth-of-type", 0, 1),
    "last-of-type": ("nth-last-of-type", 0, 1),
}  # fmt: skip
_COUNTED = frozenset({"nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"})
_WITHIN = {"is": "is", "where": "is", "matches": "is", "any": "is", "not": "not", "has": "has"}
_TEXTS = {"contains": "contains", "containsown": "own"}


class SelectorError(LintNewsError):
    """Says what is wrong with a selector, and where."""


@record
class Simple:
    """One thing asked of an element: `sort` says what (`name`, `id`, `class`, `attribute`, `is`, `not`, `has`, `contains`, a place)."""

    sort: str
    name: str = ""
    sign: str = ""
    value: str = ""
    within: tuple[Chain, ...] = ()
    step: int = 0
    first: int = 0


@record
class Chain:
    """Compounds from left to right, each with the sign that joins it to what is before; the first has one inside `:has()`."""

    links: tuple[tuple[str, tuple[Simple, ...]], ...]


@lru_cache(maxsize=1_000)
def parse(text: str) -> tuple[Chain, ...]:
    """The chains of a selector, any of which may fit; raises SelectorError."""
    if len(text) > _LONGEST:
        raise SelectorError(f"a selector of more than {_LONGEST:,} characters")
    reader = _Reader(text)
    chains = reader.chains(relative=False, depth=0)
    if reader.at < len(text):
        raise reader.fault()
    return chains


class _Reader:
    """Where the reading of a selector stands."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def fault(self, why: str = "") -> SelectorError:
        return SelectorError(why or f"`{self.text}` is no selector from `{self.text[self.at :][:20]}` on")

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def _sign(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.at)
        self.at += found
        return found

    def chains(self, *, relative: bool, depth: int) -> tuple[Chain, ...]:
        """Chains with commas between them."""
        if depth > _DEEPEST:
            raise self.fault("a selector nested too deeply")
        found = [self._chain(relative=relative, depth=depth)]
        while self._sign(","):
            found.append(self._chain(relative=relative, depth=depth))
        return tuple(found)

    def _chain(self, *, relative: bool, depth: int) -> Chain:
        joint = self._take(_COMBINATOR)
        sign = ((joint[1] if joint else "") or " ") if relative else ""
        if joint and joint[1] and not relative:
            raise self.fault()
        links = [(sign, self._compound(depth))]
        while joint := self._take(_COMBINATOR):
            if not joint[1] and (self.at == len(self.text) or self.text[self.at] in ",)"):
                break
            links.append((joint[1] or " ", self._compound(depth)))
        return Chain(tuple(links))

    def _compound(self, depth: int) -> tuple[Simple, ...]:
        found = tuple(self._simples(depth))
        if not found:
            raise self.fault()
        return found

    def _simples(self, depth: int) -> Iterator[Simple]:
        if self._sign("*"):
            yield Simple("any")
        elif name := self._take(_NAMED):
            yield Simple("name", name[0].lower())
        while self.at < len(self.text):
            if self._sign("#"):
                yield Simple("attribute", "id", "=", self._name())
            elif self._sign("."):
                yield Simple("attribute", "class", "~=", self._name())
            elif found := self._take(_ATTRIBUTE):
                yield Simple("attribute", found["name"].lower(), found["sign"] or "", _bare(found["value"] or ""))
            elif self._sign(":"):
                yield from self._pseudo(self._name().lower(), depth)
            else:
                return

    def _name(self) -> str:
        found = self._take(_NAMED)
        if not found:
            raise self.fault()
        return found[0]

    def _pseudo(self, name: str, depth: int) -> Iterator[Simple]:
        if name in _PLACES:
            sort, step, first = _PLACES[name]
            yield Simple(sort, step=step, first=first)
        elif name in ("only-child", "only-of-type"):
            sort = name.removeprefix("only-")
            yield from (Simple(f"nth-{last}{sort}", first=1) for last in ("", "last-"))
        elif name in ("root", "empty"):
            yield Simple(name)
        elif self._sign("("):
            yield self._function(name, depth)
            self._take(re.compile(r"\s*"))
            if not self._sign(")"):
                raise self.fault()
        else:
            raise self.fault(f"`:{name}` is not done in selectors")

    def _function(self, name: str, depth: int) -> Simple:
        if name in _WITHIN:
            return Simple(_WITHIN[name], within=self.chains(relative=name == "has", depth=depth + 1))
        if name in _TEXTS:
            found = self._take(re.compile(rf"\s*({_STRING}|[^)]*)"))
            return Simple(_TEXTS[name], value=_bare((found[1] if found else "").strip()).lower())
        counted = self._take(_NTH) if name in _COUNTED else None
        if not counted:
            raise self.fault(f"`:{name}()` is not done in selectors" if name not in _COUNTED else "")
        return Simple(name, step=_step(counted), first=_first(counted))


def _bare(text: str) -> str:
    return text[1:-1] if text[:1] in ("'", '"') else text


def _step(found: re.Match[str]) -> int:
    if found["word"]:
        return 2
    step = found["step"]
    return 0 if step is None else int(f"{step}1" if step in ("", "+", "-") else step)


def _first(found: re.Match[str]) -> int:
    if found["word"]:
        return int(found["word"].lower() == "odd")
    return int((found["only"] or found["plus"] or "0").replace(" ", ""))
