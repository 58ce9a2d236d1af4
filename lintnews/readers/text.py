"""Plain copy in, a document out: one paragraph a block, its part told from its place and its wording."""

from __future__ import annotations

import regex

from lintnews.model import Block, Document, Part, Piece, Source, Span
from lintnews.readers import front_matter, parts

ENDINGS = (".txt", ".text")

_LINE = regex.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def read(source: Source) -> Document:
    """Read plain copy: optional front matter, the headline first, then the story."""
    head = front_matter.read(source.text, source.name)
    spans = list(_paragraphs(source.text, head.end))
    named = parts.name([source.text[s.start : s.end] for s in spans], has_headline=any(b.part == Part.HEADLINE for b in head.blocks))
    blocks = [Block(part, source.text[s.start : s.end], (Piece(0, *s),)) for part, s in zip(named, spans, strict=True)]
    return Document(source, head.meta, (*head.blocks, *parts.split(blocks)))


def _paragraphs(text: str, start: int) -> list[Span]:
    """The paragraphs: runs of lines between blank ones, cut at each line unless the lines were wrapped at a width."""
    runs: list[list[Span]] = [[]]
    for match in _LINE.finditer(text, start):
        line = _trimmed(text, Span(*match.span()))
        if line.start == line.end:
            runs.append([])
        else:
            runs[-1].append(line)
        if match.end() == len(text):
            break
    out: list[Span] = []
    for run in filter(None, runs):
        out += [Span(run[0].start, run[-1].end)] if _wrapped(run) else run
    return out


def _wrapped(run: list[Span]) -> bool:
    """Whether the lines of a run are one paragraph wrapped at a width: all but the last about equally long, none very long."""
    lengths = [line.end - line.start for line in run[:-1]]
    return bool(lengths) and min(lengths) >= 40 and max(lengths) <= 100 and max(lengths) - min(lengths) <= 30


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
