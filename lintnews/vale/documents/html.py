"""HTML in, elements and runs of copy out, in the order of the file."""

from __future__ import annotations

from collections.abc import Mapping

from lintnews.model import Note, Span
from lintnews.readers import notes
from lintnews.readers.tags import Comment, Copy, Tag, Tags, decoded, plain
from lintnews.vale.document import Reading
from lintnews.vale.documents.followed import Followed
from lintnews.vale.documents.thread import Run
from lintnews.vale.documents.walker import Walked, Walker


def walk(text: str, start: int, reading: Reading) -> Walked:
    """The blocks and comments of a page from an offset on."""
    walker = Followed(reading)
    feed = Feed(text, walker)
    feed.take(Span(start, len(text)))
    return Walked(walker.finish(), feed.notes, walker.tree, walker.steps)


class Feed:
    """Hands stretches of HTML to a walker, and keeps their comments."""

    def __init__(self, text: str, walker: Walker) -> None:
        self.notes: list[Note] = []
        self._text, self._walker, self._skipped = text, walker, walker.skipped_classes

    def take(self, span: Span) -> None:
        """Read a stretch."""
        for part in Tags(self._text, span):
            if isinstance(part, Copy):
                for text, home in decoded(self._text, part.span):
                    self._walker.copy(Run(text, *home))
            else:
                self.part(part)

    def part(self, part: Comment | Tag) -> None:
        """Read what is no copy."""
        if isinstance(part, Comment):
            self._comment(part.span)
        elif part.closes:
            self._walker.end(part.name)
        else:
            self._tag(part)

    def _comment(self, span: Span) -> None:
        note = notes.comment(self._text, span)
        self._walker.comment(note.text)
        if self._text.startswith("<!--", span.start):
            self.notes.append(note)

    def _tag(self, tag: Tag) -> None:
        name = "img" if tag.name == "image" else tag.name
        if name == "img" and self._skipped.isdisjoint(self._classes(tag)):
            self._attribute(tag, "alt", "text.attr.alt")
        elif name == "meta" and "description" in (self._value(tag, "name"), self._value(tag, "property").removeprefix("og:")):
            self._attribute(tag, "content", "text.attr.description")
        if self._text.endswith("/>", *tag.span) and tag.span.end - 1 not in (value.end for value in tag.attributes.values()):
            self._walker.single(name, self._classes(tag), self._attributes(tag))
        else:
            self._walker.start(name, self._classes(tag), self._value(tag, "href") if name == "a" else None, self._attributes(tag))

    def _attribute(self, tag: Tag, name: str, scope: str) -> None:
        if span := tag.attributes.get(name):
            self._walker.attribute([Run(text, *home) for text, home in decoded(self._text, span)], scope)

    def _value(self, tag: Tag, name: str) -> str:
        span = tag.attributes.get(name)
        return plain(self._text, span) if span else ""

    def _attributes(self, tag: Tag) -> Mapping[str, str]:
        return {name: plain(self._text, span) for name, span in tag.attributes.items()} if self._walker.asks(tag.name) else {}

    def _classes(self, tag: Tag) -> list[str]:
        return self._value(tag, "class").split() if tag.attributes else []
