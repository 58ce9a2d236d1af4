"""What each element of HTML is to Vale's reading, and an element that is open."""

from __future__ import annotations

from collections.abc import Sequence

from lintnews.vale.elements import Element

INLINE = frozenset("a abbr acronym b big cite code del dfn em i kbd q samp small span strong sub sup tt var".split())
#: Elements without an end, each a space between words.
VOID = frozenset("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())
#: Straight inside code these are code too; the text of other elements in it is not.
SEEN_THROUGH = frozenset({"b", "em"})
#: They hold the whole page, wherever they are said to end.
FRAME = frozenset({"html", "head", "body"})
SPACES = frozenset({"br", "img"})
#: The inline elements whose text is a block of its own too, and its scope.
OWN = {"a": "link", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "code": "code", "tt": "code", "q": "quote"}
#: What an element makes of the first text in it; all other text is `text` alone.
SCOPES = {
    "li": "list",
    "blockquote": "blockquote",
    "th": "table.header",
    "td": "table.cell",
    "caption": "table.caption",
    "figcaption": "figure.caption",
    "data": "meta",
    **{f"h{rank}": f"heading.h{rank}" for rank in range(1, 10)},
}


class Open:
    """An element that is open; `start` is where its text begins in the block's, `kind` what it is a block of its own as."""

    __slots__ = ("classes", "coded", "hidden", "inline", "kind", "leaf", "masked", "name", "skipped", "start")

    def __init__(self, name: str, classes: Sequence[str], *, inline: bool, kind: str) -> None:
        self.name, self.classes, self.inline, self.kind = name, classes, inline, kind
        self.coded = self.masked = self.skipped = self.hidden = False
        self.start = 0
        self.leaf: Element | None = None
