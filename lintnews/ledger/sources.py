"""The head of a story in, what it says it quotes from out: texts that stand in the head itself, and names of files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lintnews.model import Document, LintNewsError

#: Fields of a head whose value is a text that the story quotes from.
PLAIN = ("transcript", "release", "press_release", "source_text")


class Cited(NamedTuple):
    """A transcript, a release, a letter: its name, and all its text."""

    name: str
    text: str


def inline(document: Document) -> Sequence[Cited]:
    """The texts that stand in the head itself: under `sources` as `- {name: Transcript, text: "…"}`, or as the value of `transcript`."""
    items = (item for item in _items(document) if isinstance(item, dict) and item.get("text"))
    plain = (Cited(f"the {name.replace('_', ' ')}", str(text)) for name in PLAIN if (text := document.meta.get(name)))
    return (*(Cited(str(item.get("name") or "the source"), str(item["text"])) for item in items), *plain)


def files(document: Document) -> Sequence[str]:
    """The names of files under `sources`."""
    return tuple(str(item) for item in _items(document) if not isinstance(item, dict))


def _items(document: Document) -> Sequence[object]:
    told = document.meta.get("sources")
    if told is None:
        return ()
    items: Sequence[object] = told if isinstance(told, list) else [told]
    if faulty := next((item for item in items if isinstance(item, dict) and not item.get("text")), None):
        raise LintNewsError(f"{document.source.name}: `sources` has {faulty}; name a file beside the story, or give it a `text`")
    return items
