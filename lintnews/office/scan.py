"""A member's XML in, its elements and characters out, in order, each with its place among the bytes; nothing in it is resolved."""

from __future__ import annotations

from collections.abc import Mapping
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from lintnews.model import LintNewsError

#: The most elements that may stand in one another.
DEEPEST = 2_000


class Taker(Protocol):
    """Who is told of the elements and characters; names are without their namespaces."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, words: str, start: int, end: int, exact: bool) -> None: ...


def scan(data: bytes, taker: Taker, name: str, *, typed: bool = False) -> None:
    """Tell the taker all that is in a member; raises LintNewsError for XML that is broken, nested too deep, not in UTF-8, or has a
    document type, which may stand in a `typed` one as long as it defines nothing.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LintNewsError(_foreign(name, "UTF-16"))
    try:
        _Scan(data, taker, name, typed=typed).parser.Parse(data, True)
    except expat.ExpatError as error:
        raise LintNewsError(f"{name}: its XML is broken: {error}; save it anew in the word processor") from None


def _foreign(name: str, encoding: str) -> str:
    return f"{name}: its XML is in {encoding}, not in UTF-8; save it anew in the word processor"


class _Scan:
    """A parser that tells the taker."""

    def __init__(self, data: bytes, taker: Taker, name: str, *, typed: bool) -> None:
        self._data, self._taker, self._name, self._typed = data, taker, name, typed
        self._depth = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.SkippedEntityHandler = self._entity

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii", "ascii"):
            raise LintNewsError(_foreign(self._name, encoding))

    def _document_type(self, element: str, system: str | None, public: str | None, defines: int) -> None:
        if not self._typed or defines:
            raise LintNewsError(f"{self._name}: its XML has a document type, which may define what eats the machine; save it anew")

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise LintNewsError(f"{self._name}: its XML is nested more than {DEEPEST:,} deep; save it anew in the word processor")
        self._taker.start(_local(element), {_local(key): value for key, value in attributes.items()}, self.parser.CurrentByteIndex)

    def _end(self, element: str) -> None:
        self._depth -= 1
        self._taker.end(_local(element))

    def _characters(self, words: str) -> None:
        start, written = self.parser.CurrentByteIndex, words.encode("utf-8", "surrogatepass")
        end = self._data.find(b";", start) + 1 if self._data[start : start + 1] == b"&" else start + len(written)
        self._taker.text(words, start, end, self._data[start:end] == written)

    def _entity(self, entity: str, parameter: bool) -> None:
        """An entity of HTML by its name, which a chapter may have whose document type names one."""
        start = self.parser.CurrentByteIndex
        if not parameter:
            self._taker.text(html5.get(f"{entity};", "\ufffc"), start, self._data.find(b";", start) + 1, False)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
