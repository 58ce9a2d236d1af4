"""The elements of a document in, as they begin and end: a tree that selectors choose from; each heading opens a section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
#: Elements deeper than this are children of the one at this depth.
_DEEPEST = 200


class Element:
    """An element: what it is, where it stands, and the stretch of the tree's text that is in it."""

    __slots__ = ("attributes", "before", "children", "depth", "end", "inline", "name", "number", "parent", "rank", "start")

    def __init__(self, number: int, name: str, attributes: Mapping[str, str], parent: Element | None, start: int) -> None:
        self.number, self.name, self.attributes, self.parent = number, name, attributes, parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.children: list[Element] = []
        self.before = parent.children[-1] if parent and parent.children else None
        self.start = self.end = start
        self.rank = 0
        self.inline = False
        if parent:
            parent.children.append(self)


class Tree:
    """All elements in the order of the file, and their text without case; a page's frame is there whether written or not."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._texts: list[str] = []
        self._length = 0
        self.at = self._new("html", {}, None)
        self._body = self.at = self._new("body", {}, self.at)

    @property
    def text(self) -> str:
        """The text of the whole tree."""
        return "".join(self._texts)

    def _new(self, name: str, attributes: Mapping[str, str], parent: Element | None) -> Element:
        made = Element(len(self.elements), name, attributes, parent, self._length)
        self.elements.append(made)
        return made

    def open(self, name: str, attributes: Mapping[str, str], *, inline: bool) -> Element:
        """An element begins; a heading ends the sections of its rank and below, and opens its own."""
        rank = _RANKS.get(name, 0)
        if rank:
            while self.at.rank >= rank and self.at.parent:
                self._shut(self.at)
            section = self._new("section", {}, self._deep)
            section.rank, self.at = rank, section
        self.at = self._new(name, attributes, self._deep)
        self.at.inline = inline
        return self.at

    def frame(self, name: str, attributes: Mapping[str, str]) -> None:
        """The page, its head or its body begins: the head stands beside the body, which all else is in."""
        if name == "head":
            self.at = self._new("head", attributes, self.elements[0])
        else:
            home = self.elements[0] if name == "html" else self._body
            home.attributes = {**home.attributes, **attributes}
            self.at = self._body
            self.at.start = self.at.start or self._length

    @property
    def _deep(self) -> Element:
        home = self.at
        while home.depth >= _DEEPEST and home.parent:
            home = home.parent
        return home

    def void(self, name: str, attributes: Mapping[str, str]) -> Element:
        """An element without content."""
        made = self._new(name, attributes, self._deep)
        made.inline = True
        return made

    def close(self, element: Element) -> None:
        """An element ends, and with it the sections and elements left open in it."""
        while self.at is not element and self.at.parent:
            self._shut(self.at)
        self._shut(element)

    def _shut(self, element: Element) -> None:
        element.end = self._length
        if element.parent:
            self.at = element.parent

    def say(self, text: str) -> None:
        """Copy in the element that is open."""
        said = text.lower()
        self._texts.append(said)
        self._length += len(said)

    def finish(self) -> None:
        """The file has ended."""
        while self.at.parent:
            self._shut(self.at)
        self.at.end = self._length

    def path(self, touched: Iterable[Element] = ()) -> tuple[int, ...]:
        """The numbers of the open elements, the innermost first, after those of others that the same copy is in."""
        numbers = [element.number for element in touched]
        home: Element | None = self.at
        while home:
            numbers.append(home.number)
            home = home.parent
        return tuple(numbers)
