"""A member's XML in, its elements and characters out, in order, each with its place among the bytes; nothing in it is resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from lintnews.model import LintNewsError


class Taker(Protocol):
    """Who is told of the elements and characters; names are without their namespaces."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, words: str, start: int, end: int, exact: bool) -> None: ...


def scan(data: bytes, taker: Taker, name: str) -> None:
    """Tell the taker all that is in a member; raises LintNewsError for XML that is broken, or has a document type."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> None:
        raise LintNewsError(f"{name}: its XML has a document type, which no word processor writes; save it anew")

    def characters(words: str) -> None:
        start = parser.CurrentByteIndex
        end = data.find(b";", start) + 1 if data[start : start + 1] == b"&" else start + len(words.encode("utf-8", "surrogatepass"))
        taker.text(words, start, end, data[start:end] == words.encode("utf-8", "surrogatepass"))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda element, attributes: taker.start(
        _local(element), {_local(key): value for key, value in attributes.items()}, parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda element: taker.end(_local(element))
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise LintNewsError(f"{name}: its XML is broken: {error}; save it anew in the word processor") from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
