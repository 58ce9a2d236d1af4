"""A page's head in, what it says of the story out: date, headline, writers, section, site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lintnews.model import Block, Part, Span
from lintnews.readers.strand import Strand, trimmed
from lintnews.readers.tags import Tag, gather, plain

#: Names of `meta` elements and what they fill, the best first.
_NAMES = {
    "date": ("article:published_time", "datepublished", "parsely-pub-date", "pubdate", "date", "dc.date", "sailthru.date"),
    "updated": ("article:modified_time", "datemodified", "og:updated_time"),
    "headline": ("og:title", "twitter:title", "headline"),
    "description": ("og:description", "description", "twitter:description"),
    "author": ("author", "article:author", "parsely-author", "byl"),
    "section": ("article:section", "parsely-section"),
    "site": ("og:site_name",),
    "lang": ("lang",),
}
_TYPES = re.compile(r"Article|Posting|Report|Review|Blog")
_MOST_ALTS = 100
_LONGEST_SCRIPT = 300_000
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}\Z|\s+\|\s+.{2,80}\Z")


class PageMeta:
    """What the head of a page says, gathered tag by tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: dict[str, str] = {}
        self._linked: dict[str, str] = {}
        self._time = ""
        self._script = ""
        self._title: Span | None = None
        self._alts: list[str] = []

    def tag(self, tag: Tag) -> None:
        """A start tag; only a few say anything."""
        if tag.name == "meta":
            name = self._value(tag, "property") or self._value(tag, "name") or self._value(tag, "itemprop")
            if name and (content := self._value(tag, "content")):
                self._said.setdefault(name.lower(), content)
        elif tag.name == "html":
            self._said.setdefault("lang", self._value(tag, "lang"))
        elif tag.name == "img":
            self._alts += [alt] if len(self._alts) < _MOST_ALTS and (alt := self._value(tag, "alt")) else []
        elif tag.name == "time" and not self._time:
            self._time = self._value(tag, "datetime")
        elif tag.name == "script":
            self._script = self._value(tag, "type").lower()

    def content(self, name: str, span: Span) -> None:
        """The content of a `title` or a `script`."""
        if name == "title":
            self._title = self._title or span
        elif self._script == "application/ld+json" and span.end - span.start <= _LONGEST_SCRIPT:
            self._read_linked(self._text[span.start : span.end])

    def fields(self) -> dict[str, object]:
        """The fields by the names that front matter gives them; only those that the page has.

        `shared` holds all that other sites print of the story, `alts` what stands for its pictures.
        """
        out: dict[str, object] = {}
        for field, names in _NAMES.items():
            found = next((self._said[name] for name in names if name in self._said), "")
            if value := self._linked.get(field) or found:
                out[field] = value
        if self._time and "date" not in out:
            out["date"] = self._time
        shared = [self._linked.get("headline", ""), *(self._said.get(name, "") for name in (*_NAMES["headline"], *_NAMES["description"]))]
        told = {"shared": list(dict.fromkeys(filter(None, shared))), "alts": list(dict.fromkeys(self._alts))}
        return out | {name: values for name, values in told.items() if values}

    def title(self) -> Block | None:
        """The page's title as a headline, without the name of the site after it."""
        if self._title is None:
            return None
        strand = Strand(self._text)
        gather(strand, self._text, self._title)
        block = strand.block(Part.HEADLINE)
        suffix = block and _SUFFIX.search(block.text)
        if block and suffix and len(block.text[: suffix.start()].split()) > 2:
            return trimmed(block, Span(0, suffix.start()), Part.HEADLINE)
        return block

    def _value(self, tag: Tag, name: str) -> str:
        span = tag.attributes.get(name)
        return plain(self._text, span).strip() if span else ""

    def _read_linked(self, text: str) -> None:
        """What JSON-LD says of the first article in it; what is not JSON says nothing."""
        try:
            found = next(_articles(json.loads(text), 0), {})
        except (ValueError, RecursionError):
            return
        for field, key in (("date", "datePublished"), ("updated", "dateModified"), ("headline", "headline"), ("section", "articleSection")):
            if isinstance(value := found.get(key), str):
                self._linked.setdefault(field, value)
        if names := _names(found.get("author")):
            self._linked.setdefault("author", ", ".join(names))


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every record of an article, in lists and graphs some levels deep."""
    if isinstance(value, list) and depth < 4:
        for each in value:
            yield from _articles(each, depth + 1)
    elif isinstance(value, dict):
        if _TYPES.search(str(value.get("@type", ""))):
            yield value
        yield from _articles(value.get("@graph", ()), depth + 1)


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for each in value for name in _names(each)]
    if isinstance(value, dict):
        value = value.get("name")
    return [value] if isinstance(value, str) and value else []
