"""A tree of elements and a selector in, the numbers of the elements that it chooses out, in time that grows with the tree alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from lintnews.vale.css import Chain, Simple, parse
from lintnews.vale.elements import Element, Tree

_Chosen = set[int]


class Selection:
    """Chooses among the elements of one tree; what was chosen once is kept."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._all = tree.elements
        self._kept: dict[object, _Chosen] = {}

    @cached_property
    def _text(self) -> str:
        return self._tree.text

    def of(self, text: str) -> _Chosen:
        """The numbers of the elements that a selector chooses; raises SelectorError."""
        return self._any(parse(text))

    def _any(self, chains: Sequence[Chain]) -> _Chosen:
        return set().union(*map(self._chain, chains))

    def _chain(self, chain: Chain) -> _Chosen:
        """From left to right: those of each compound that stand as they should to those chosen so far."""
        (_, first), *rest = chain.links
        chosen = self._compound(first)
        for sign, compound in rest:
            chosen = self._compound(compound) & self._beyond(chosen, sign)
        return chosen

    def _beyond(self, chosen: _Chosen, sign: str) -> _Chosen:
        """The elements that stand under or after the chosen ones."""
        out: _Chosen = set()
        for element in self._all:
            near = element.parent if sign in " >" else element.before
            if near and (near.number in chosen or (sign in " ~" and near.number in out)):
                out.add(element.number)
        return out

    def _before(self, chosen: _Chosen, sign: str) -> _Chosen:
        """The elements that the chosen ones stand under or after."""
        out: _Chosen = set()
        for element in reversed(self._all):
            near = element.parent if sign in " >" else element.before
            if near and (element.number in chosen or (sign in " ~" and element.number in out)):
                out.add(near.number)
        return out

    def _having(self, chain: Chain) -> _Chosen:
        """From right to left: the elements that have such others in or after them."""
        chosen: _Chosen | None = None
        for sign, compound in reversed(chain.links):
            own = self._compound(compound)
            chosen = self._before(own if chosen is None else own & chosen, sign)
        return chosen or set()

    def _compound(self, compound: Sequence[Simple]) -> _Chosen:
        first, *rest = map(self._simple, compound)
        return first.intersection(*rest)

    def _simple(self, simple: Simple) -> _Chosen:
        if simple not in self._kept:
            self._kept[simple] = self._made(simple)
        return self._kept[simple]

    def _made(self, simple: Simple) -> _Chosen:
        sort = simple.sort
        if sort == "is":
            return self._any(simple.within)
        if sort == "not":
            return self._where(lambda _: True) - self._any(simple.within)
        if sort == "has":
            return set().union(*map(self._having, simple.within))
        if sort == "contains":
            return self._holding(simple.value)
        if sort == "own":
            return self._where(lambda element: simple.value in self._own(element))
        if sort.startswith("nth-"):
            return self._counted(simple)
        return self._where(lambda element: _fits(element, simple))

    def _where(self, fits: Callable[[Element], bool]) -> _Chosen:
        return {element.number for element in self._all if fits(element)}

    def _holding(self, words: str) -> _Chosen:
        starts = list(_places(self._text, words)) if words else []

        def holds(element: Element) -> bool:
            at = bisect_left(starts, element.start)
            return not words or (at < len(starts) and starts[at] + len(words) <= element.end)

        return self._where(holds)

    def _own(self, element: Element) -> str:
        """The text of an element that is in no other in it."""
        ends = [element.start, *(child.end for child in element.children)]
        starts = [*(child.start for child in element.children), element.end]
        return "".join(self._text[start:end] for start, end in zip(ends, starts, strict=True))

    def _counted(self, simple: Simple) -> _Chosen:
        """The elements at certain places among their siblings, or among those of their name."""
        backwards, alike = "last" in simple.sort, simple.sort.endswith("of-type")
        counts: Counter[tuple[int, str]] = Counter()
        out: _Chosen = set()
        for element in reversed(self._all) if backwards else self._all:
            key = (element.parent.number if element.parent else -1, element.name if alike else "")
            counts[key] += 1
            if _falls(counts[key], simple.step, simple.first):
                out.add(element.number)
        return out


def _falls(place: int, step: int, first: int) -> bool:
    """Whether a place is `first`, or so many steps from it."""
    return place == first if not step else (place - first) % step == 0 and (place - first) // step >= 0


def _places(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _fits(element: Element, simple: Simple) -> bool:
    if simple.sort == "name":
        return element.name == simple.name
    if simple.sort == "root":
        return element.parent is None
    if simple.sort == "empty":
        return not element.children and element.start == element.end
    return simple.sort == "any" or _attribute(element.attributes.get(simple.name), simple.sign, simple.value)


def _attribute(said: str | None, sign: str, value: str) -> bool:
    if said is None:
        return sign == "!="
    if sign in ("", "=", "!="):
        return not sign or (said == value) is (sign == "=")
    if sign == "~=":
        return value in said.split()
    if sign == "|=":
        return said == value or said.startswith(f"{value}-")
    found = {"^=": said.startswith, "$=": said.endswith, "*=": said.__contains__}[sign](value)
    return bool(value) and found
