"""A text of lines and a place in it in, the sentence around the place out."""

from __future__ import annotations

from lintnews.archive.nouns import Earlier, Kept
from lintnews.model import Block, Document, Part, Piece, Source, Span
from lintnews.words import sentences


def around(text: str, at: tuple[int, int]) -> str:
    """The sentence that holds a place; its whole line where it is in none."""
    start = text.rfind("\n", 0, at[0]) + 1
    end = text.find("\n", at[1])
    block = text[start : end if end >= 0 else len(text)]
    span = next((span for span in sentences(block) if span.start <= at[0] - start < span.end), Span(0, len(block)))
    return block[slice(*span)]


def earlier(kept: Kept, at: tuple[int, int]) -> Earlier:
    """The passage of an earlier story in which something stands."""
    return Earlier(kept, kept.text[slice(*at)], around(kept.text, at))


def document(name: str, text: str, day: str = "") -> Document:
    """A story of the index, or any text of lines, as a document of paragraphs."""
    source, blocks, at = Source(name, text), [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Part.BODY, line, (Piece(0, at, at + len(line)),)))
        at += len(line) + 1
    return Document(source, {"date": day}, tuple(blocks))
