"""A document in, its links out: bare addresses, the targets of Markdown and HTML links, each with its host and the copy around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from lintnews import lazily
from lintnews.model import Block, Document, Part, Piece, Span
from lintnews.record import entity

_ADDRESS = lazily.pattern(r"(?i:https?://|\bwww\.)[^\s<>\"“”‘`|\\^{}]+")
#: A host in the copy without a scheme: `thedaily.example` counts as a name of a site, not as a link.
_BARE = lazily.pattern(
    r"(?<![\p{L}\p{N}@/._-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,18}(?![\p{L}\p{N}@-]|\.\p{L})"
)
#: A point inside a word, without which there is no host: asked before, since most paragraphs have none.
_POINTED = re.compile(r"\.[^\W\d_]")
_HOST = lazily.pattern(r"(?i:https?://)?(?:[^/@\s]*@)?(?P<host>[^/:?#\s]+)")
#: What holds no copy: code, scripts, comments.
_NO_COPY = lazily.pattern(r"(?si:<(script|style|pre|code|svg)\b.*?</\1\s*>|<!--.*?-->|(?m:^)(```|~~~).*?(?:(?m:^)\2|\Z)|`[^`\n]+`)")
_TAG = lazily.pattern(r"(?i:<([a-z][a-z0-9]*)\b[^<>]*\Z)")
#: Characters of a tag before an address in it.
_NEAR = 2000


@entity
class Link:
    """An address as it stands; `host` in lower case without `www.`; `block` holds the address, `around` the copy that it stands in."""

    address: str
    host: str
    block: Block
    around: Block | None

    @property
    def span(self) -> Span:
        return Span(0, len(self.block.text))


def links(document: Document) -> Iterator[Link]:
    """The addresses that readers can follow, in the order of the source."""
    text = document.source.text
    if "://" not in text and "www." not in text:
        return
    hidden = [found.span() for found in _NO_COPY.finditer(text)]
    starts = [block.pieces[0].start if block.pieces else 0 for block in document.blocks]
    for found in _ADDRESS.finditer(text):
        at = bisect_right(hidden, (found.start(), len(text)))
        if at and hidden[at - 1][1] > found.start():
            continue
        tag = _TAG.search(text, max(0, found.start() - _NEAR), found.start())
        if tag and tag[1].lower() != "a":
            continue
        address = _tidy(found[0])
        block = Block(Part.LINK, address, (Piece(0, found.start(), found.start() + len(address)),))
        place = bisect_right(starts, found.start())
        yield Link(address, host(address), block, document.blocks[place - 1] if place else None)


def named_hosts(block: Block) -> Iterator[tuple[str, Span]]:
    """The hosts that a block's text names without a scheme, each with its place."""
    if _POINTED.search(block.text):
        for found in _BARE.finditer(block.text):
            yield found[0].lower().removeprefix("www."), Span(*found.span())


def host(address: str) -> str:
    """The host of an address in lower case, without `www.`."""
    found = _HOST.match(address)
    return found["host"].lower().removeprefix("www.").rstrip(".") if found else ""


def parents(name: str) -> Iterator[str]:
    """A host and those above it: `a.b.example`, `b.example`."""
    labels = name.split(".")
    for i in range(len(labels) - 1):
        yield ".".join(labels[i:])


def _tidy(address: str) -> str:
    """An address without the punctuation of the sentence that it ends."""
    while address and (
        address[-1] in ".,;:!?'’*_" or (address[-1] in ")]" and address.count(address[-1]) > address.count("(["[address[-1] == "]"]))
    ):
        address = address[:-1]
    return address
