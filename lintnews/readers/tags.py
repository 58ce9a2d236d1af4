"""HTML text in, its tags, comments and runs of copy out, each with its span; linear in time, and nothing is an error.

The standard library's parser takes the square of the time on broken tags and stops on some; the parsers that do not, do
not say where an attribute or an entity stands. What browsers do with broken markup is followed as far as copy goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Span
from lintnews.readers.strand import Strand

_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s=>/][^\s=>/]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'>][^\s>]*+)|(?=>)))?"
)
_CLOSE = re.compile(r"[\s/]*+>")
#: A tag by its angle brackets alone, for a file in which a quotation mark is left open.
_LOOSE = re.compile(r"</?[A-Za-z][^<>]*+>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9}+(?![0-9]);?|#[xX][0-9a-fA-F]{1,8}+(?![0-9a-fA-F]);?|[A-Za-z][A-Za-z0-9]{0,31}+;?)")
_WHITE = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_SOFT_HYPHEN = "\xad"
#: Elements whose content is no markup.
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})


class Tag(NamedTuple):
    """A start or end tag, its name in small letters, and where its attributes' values stand."""

    name: str
    closes: bool
    span: Span
    attributes: dict[str, Span]


class Copy(NamedTuple):
    """A run of characters between tags, entities not yet read."""

    span: Span


class Comment(NamedTuple):
    """A comment, a doctype, an instruction."""

    span: Span


def decoded(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The characters that a run stands for: stretches that read as the source does, and entities."""
    at = span.start
    for match in _REFERENCE.finditer(text, *span) if text.find("&", *span) >= 0 else ():
        meant, end = _meaning(match)
        if end > match.start():
            if match.start() > at:
                yield text[at : match.start()], Span(at, match.start())
            yield meant, Span(match.start(), end)
            at = end
    if at < span.end:
        yield text[at : span.end], Span(at, span.end)


def plain(text: str, span: Span) -> str:
    """A run as one string, without its places: for attributes."""
    return "".join(part for part, _ in decoded(text, span))


def _meaning(match: re.Match[str]) -> tuple[str, int]:
    """What a character reference stands for and where it ends; where it begins when it is none."""
    from html import unescape
    from html.entities import html5

    name = match[0][1:]
    if name[0] == "#":
        return unescape(match[0]), match.end()
    for end in range(len(name), 1, -1):
        if name[:end] in html5:
            return html5[name[:end]], match.start() + 1 + end
    return "", match.start()


class Tags:
    """The parts of a stretch of HTML, in order."""

    def __init__(self, text: str, span: Span) -> None:
        self._text, self._span = text, span
        self._loose = False
        self._missing: set[str] = set()

    def __iter__(self) -> Iterator[Tag | Copy | Comment]:
        at, end = self._span
        while at < end:
            angle = self._find("<", at)
            if angle > at:
                yield Copy(Span(at, angle))
            if angle >= end:
                return
            part = self._markup(angle)
            yield part
            at = part.span.end
            if isinstance(part, Tag) and not part.closes and part.name in _RAW:
                close = self._raw_end(part.name, at)
                if close > at:
                    yield Copy(Span(at, close))
                at = close

    def _find(self, what: str, at: int) -> int:
        """Where something stands next, or the end; what is missing once is not looked for again."""
        if what in self._missing:
            return self._span.end
        found = self._text.find(what, at, self._span.end)
        if found < 0:
            self._missing.add(what)
            return self._span.end
        return found

    def _markup(self, at: int) -> Tag | Copy | Comment:
        following = self._text[at + 1 : at + 3]
        if following[:1] in ("!", "?") or (following[:1] == "/" and following[1:] and not following[1].isalpha()):
            return Comment(Span(at, self._comment_end(at)))
        return self._tag(at) or Copy(Span(at, at + 1))

    def _comment_end(self, at: int) -> int:
        end = self._span.end
        for opens, closes in (("<!--", "-->"), ("<![CDATA[", "]]>")):
            if self._text.startswith(opens, at) and (found := self._find(closes, at + len(opens) - 2)) < end:
                return found + len(closes)
        return min(end, self._find(">", at) + 1)

    def _tag(self, at: int) -> Tag | None:
        closes = self._text.startswith("/", at + 1)
        name = _NAME.match(self._text, at + 1 + closes, self._span.end)
        if not name:
            return None
        if self._loose:
            return self._loose_tag(at, name, closes)
        attributes: dict[str, Span] = {}
        here = name.end()
        while found := _ATTRIBUTE.match(self._text, here, self._span.end):
            attributes.setdefault(found["name"].lower(), _value(found))
            here = found.end()
        if close := _CLOSE.match(self._text, here, self._span.end):
            return Tag(name[0].lower(), closes, Span(at, close.end()), attributes)
        self._loose = True
        return self._loose_tag(at, name, closes)

    def _loose_tag(self, at: int, name: re.Match[str], closes: bool) -> Tag | None:
        whole = _LOOSE.match(self._text, at, self._span.end)
        return Tag(name[0].lower(), closes, Span(*whole.span()), {}) if whole else None

    def _raw_end(self, name: str, at: int) -> int:
        """Where the content of an element without markup ends; where it begins when its end tag is missing."""
        key = f"</{name}"
        if key in self._missing:
            return at
        if found := re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._text, at, self._span.end):
            return found.start()
        self._missing.add(key)
        return at


def _value(found: re.Match[str]) -> Span:
    for kind in ("double", "single", "bare"):
        if found[kind] is not None:
            return Span(*found.span(kind))
    return Span(found.end(), found.end())


def gather(strand: Strand, text: str, span: Span) -> None:
    """Add a run to a paragraph: entities read, every stretch of white space one space, as a browser shows it."""
    for meant, home in decoded(text, span):
        if meant == text[home.start : home.end]:
            _collapsed(strand, text, home)
        elif meant != _SOFT_HYPHEN:
            strand.whole(meant, *home)


def _collapsed(strand: Strand, text: str, span: Span) -> None:
    at = span.start
    for white in _WHITE.finditer(text, *span):
        _run(strand, text, Span(at, white.start()))
        strand.space(*white.span())
        at = white.end()
    _run(strand, text, Span(at, span.end))


def _run(strand: Strand, text: str, span: Span) -> None:
    if text.startswith(" ", *span):
        strand.space(span.start, span.start + 1)
        span = Span(span.start + 1, span.end)
    strand.run(*span)
