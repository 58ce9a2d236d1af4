"""Markdown in, elements and runs of copy out, as the HTML that Vale makes of it would have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lintnews.model import Span
from lintnews.readers.markdown import code_points
from lintnews.vale.document import Reading
from lintnews.vale.documents import links
from lintnews.vale.documents.html import Feed
from lintnews.vale.documents.thread import Run, aligned
from lintnews.vale.documents.walker import Walked, Walker

_HALF = re.compile(r"[\ud800-\udfff]")
#: The parser's names for what opens and closes, and HTML's.
_NAMES = {
    "Paragraph": ("p",),
    "BlockQuote": ("blockquote",),
    "Item": ("li",),
    "Table": ("table",),
    "TableHead": ("thead", "tr"),
    "TableRow": ("tr",),
    "Emphasis": ("em",),
    "Strong": ("strong",),
    "Strikethrough": ("del",),
    "CodeBlock": ("pre", "code"),
}
_Event = tuple[str, Any, Span]


def walk(text: str, start: int, reading: Reading) -> Walked:
    """The blocks and comments of Markdown from an offset on."""
    story = _Story(text, reading)
    story.read(_events(text, start))
    return Walked(story.walker.finish(), story.feed.notes, story.walker.tree)


def _events(text: str, start: int) -> Iterator[_Event]:
    """The parser's events, each a kind, what it carries, and its span in code points of the whole text."""
    import pyromark

    options = pyromark.Options
    wanted = options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH | options.ENABLE_TASKLISTS
    body = _HALF.sub("\ufffd", text[start:])
    if "$" in body:
        wanted |= options.ENABLE_MATH
    at = code_points(body)
    for event, place in pyromark.events_with_range(body, options=wanted):
        span = Span(start + at(place["start"]), start + at(place["end"]))
        if isinstance(event, str):
            yield event, None, span
        else:
            [(kind, value)] = event.items()
            yield kind, value, span


class _Story:
    """What is told to the walker, and what is put off to the end."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.walker = Walker(reading)
        self.feed = Feed(text, self.walker)
        self._text = text
        self._copy: list[Run] = []
        self._markup_span: Span | None = None
        self._line_lost = False
        self._alt: list[Run] | None = None
        self._pictures = self._links = 0
        self._ranks: list[str] = []
        self._numbers: dict[str, int] = {}
        self._notes: dict[str, list[_Event]] = {}
        self._inside: list[list[_Event]] = []

    def read(self, events: Iterator[_Event]) -> None:
        """All events; footnotes come last, in the order in which they are called."""
        for event in events:
            if self._put_off(event):
                continue
            self._take(*event)
        self._flush()
        self._footnotes()

    def _put_off(self, event: _Event) -> bool:
        kind, value, _ = event
        name = _named(value)[0] if kind in ("Start", "End") else ""
        if name == "FootnoteDefinition" and kind == "Start":
            self._inside.append(self._notes.setdefault(str(value[name]), []))
        elif name == "FootnoteDefinition":
            self._inside.pop()
        elif self._inside:
            self._inside[-1].append(event)
        else:
            return False
        return True

    def _footnotes(self) -> None:
        if not self._numbers:
            return
        self.walker.start("div", ("footnotes",))
        self.walker.start("ol")
        for label in self._numbers:
            self.walker.start("li")
            for event in self._notes.get(label, ()):
                self._take(*event)
            self._flush()
            self.walker.end("li")
        self.walker.end("ol")
        self.walker.end("div")

    def _take(self, kind: str, value: Any, span: Span) -> None:
        if kind in ("SoftBreak", "HardBreak", "End"):
            self._line_lost = False
        if self._line_lost and kind != "Start":
            return
        if kind == "Text":
            self._add(Run(value, *span))
        elif kind == "SoftBreak":
            self._break(span)
        elif kind == "Html":
            self._html(span)
        elif self._alt is not None:
            self._in_picture(kind, value, span)
        else:
            self._flush()
            self._markup(kind, value, span)

    def _add(self, run: Run) -> None:
        into = self._copy if self._alt is None else self._alt
        last = into[-1] if into else None
        if last and last.end == run.start and self._as_it_is(last) and self._as_it_is(run):
            into[-1] = Run(last.text + run.text, last.start, run.end)
        else:
            into.append(run)

    def _as_it_is(self, run: Run) -> bool:
        return len(run.text) == run.end - run.start and self._text.startswith(run.text, run.start)

    def _break(self, span: Span) -> None:
        at = self._text.find("\n", *span)
        self._add(Run("\n", at, at + 1) if at >= 0 else Run("\n", *span))

    def _in_picture(self, kind: str, value: Any, span: Span) -> None:
        """Inside a picture only words count, whatever they are marked as."""
        if kind == "Code":
            for run in _inner(self._text, value, span):
                self._add(run)
        elif kind in ("InlineMath", "DisplayMath"):
            self._add(Run(self._text[span.start : span.end], *span))
        elif kind in ("Start", "End") and _named(value)[0] == "Image":
            self._pictures += 1 if kind == "Start" else -1
            if not self._pictures:
                words, self._alt = self._alt or [], None
                self.walker.attribute(words, "text.attr.alt")
                self.walker.single("img")

    def _markup(self, kind: str, value: Any, span: Span) -> None:
        if kind == "Start":
            self._start(*_named(value), span)
        elif kind == "End":
            self._end(*_named(value))
        elif kind == "Code":
            self._code(_inner(self._text, value, span))
        elif kind == "HardBreak":
            if self._text.startswith(("\\", "  "), span.start):
                self.walker.single("br")
            self._break(span)
        elif kind == "InlineHtml":
            self.feed.take(span)
        elif kind == "FootnoteReference":
            self._call(value, span)
        elif kind in ("InlineMath", "DisplayMath"):
            self._math(kind, span)
        elif kind == "TaskListMarker":
            self.walker.start("input")

    def _start(self, name: str, carried: Any, span: Span) -> None:
        if name == "Image":
            self._alt, self._pictures = [], 1
        elif name == "Link":
            self._links += 1
            mail = "mailto:" if carried["link_type"] == "Email" else ""
            self._link(mail + links.escaped(carried["dest_url"]))
        elif name == "Heading":
            self.walker.start(carried["level"].lower())
        elif name == "TableCell":
            self.walker.start("th" if "TableHead" in self._ranks else "td")
        elif name == "List":
            self.walker.start("ul")
        for tag in _NAMES.get(name, ()):
            self.walker.start(tag)
        self._ranks.append(name)

    def _end(self, name: str, carried: Any) -> None:
        self._ranks.pop()
        if name == "Link":
            self._links -= 1
            self.walker.end("a")
        elif name == "Heading":
            self.walker.end(str(carried).lower())
        elif name == "TableCell":
            self.walker.end("th" if "TableHead" in self._ranks else "td")
        elif name == "List":
            self.walker.end("ul")
        for tag in reversed(_NAMES.get(name, ())):
            self.walker.end(tag)

    def _math(self, kind: str, span: Span) -> None:
        """A formula: code inside a line; where it begins one, a block that takes the rest of its last line with it."""
        extra = kind == "DisplayMath"
        start, end = span.start + extra, span.end - extra
        if extra and self._begins_line(span.start):
            self.walker.start("pre")
            self.walker.end("pre")
            self._line_lost = True
        elif self._text[start + 1].isspace() or self._text[end - 2].isspace() or self._text[span.end : span.end + 1].isdigit():
            self._add(Run(self._text[span.start : span.end], *span))
        else:
            self._add(Run("$" * extra, span.start, start))
            self._flush()
            self._code([Run(self._text[start:end], start, end)])
            self._add(Run("$" * extra, end, span.end))

    def _begins_line(self, at: int) -> bool:
        return not self._text[self._text.rfind("\n", 0, at) + 1 : at].strip(" >-*+.)0123456789")

    def _code(self, runs: list[Run]) -> None:
        self.walker.start("code")
        for run in runs:
            self.walker.copy(run)
        self.walker.end("code")

    def _call(self, label: str, span: Span) -> None:
        """A footnote's call: its number is a link, raised."""
        number = str(self._numbers.setdefault(label, len(self._numbers) + 1))
        at = self._text.find(number, *span)
        self.walker.start("sup")
        self.walker.start("a", ("footnote-ref",))
        self.walker.copy(Run(number, at, at + len(number)) if number == label and at >= 0 else Run(number, *span))
        self.walker.end("a")
        self.walker.end("sup")

    def _html(self, span: Span) -> None:
        """A line of HTML; lines that follow one another are read as one."""
        if self._markup_span and self._markup_span.end == span.start:
            self._markup_span = Span(self._markup_span.start, span.end)
        else:
            self._flush()
            self._markup_span = span

    def _flush(self) -> None:
        """Hand on what was gathered: HTML, or copy, addresses in it as links."""
        if self._markup_span:
            span, self._markup_span = self._markup_span, None
            self.feed.take(span)
        runs, self._copy = self._copy, []
        for run in runs:
            if self._links or not self._as_it_is(run):
                self.walker.copy(run)
            else:
                self._linked(run)

    def _link(self, address: str) -> None:
        self.walker.start("a", (), address, {"href": address})

    def _linked(self, run: Run) -> None:
        at = run.start
        for span, address in links.found(self._text, Span(run.start, run.end)):
            self.walker.copy(Run(self._text[at : span.start], at, span.start))
            self._link(address)
            self.walker.copy(Run(self._text[span.start : span.end], *span))
            self.walker.end("a")
            at = span.end
        self.walker.copy(Run(self._text[at : run.end], at, run.end))


def _named(value: Any) -> tuple[str, Any]:
    """The name of a mark and what it carries, from the parser's name or one-field record."""
    if isinstance(value, str):
        return value, {}
    [(name, carried)] = value.items()
    return name, carried


def _inner(text: str, value: str, span: Span) -> list[Run]:
    """The copy of a code span, between its marks."""
    marks = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip("`"))
    return aligned(value, text, Span(span.start + marks, max(span.start + marks, span.end - marks)))
