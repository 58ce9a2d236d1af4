"""Quotation source: a quotation that the story's own sources have in other words, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.differ import matcher
from lintnews.ledger import Story
from lintnews.ledger.quotations import Quotation
from lintnews.ledger.sources import Cited
from lintnews.model import PROSE, Evidence, Match, Span
from lintnews.record import record
from lintnews.words import fold

_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*")
_CUT = lazily.pattern(r"\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]]*\]|\([^)]*\)|—)\s*")


class _Words(NamedTuple):
    """Words, folded, and where they stand in the text that they are of."""

    text: str
    words: list[str]
    spans: list[Span]

    def printed(self, start: int, end: int) -> str:
        return " ".join(self.text[self.spans[start].start : self.spans[end - 1].end].split())


class _Near(NamedTuple):
    """The run of a source's words that is most like what is quoted."""

    alike: float
    name: str
    source: _Words
    start: int
    end: int


@record
class Check:
    """Quotations of at least `words` words, each looked for in the texts under `sources` in the head of the story.

    What stands between ellipses and brackets is looked for piece by piece. Words left out without an ellipsis are sure; words
    that differ are one step less sure; what is not found at all is two. `near`: how much must be alike to be shown, from 0 to 1.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "told", "fix", "source")
    words: int = 4
    near: float = 0.6

    def find(self, story: Story) -> Iterator[Match]:
        cited = story.sources
        if not cited:
            return
        texts = [(each.name, _read(each.text)) for each in cited]
        whole = [f" {' '.join(words.words)} " for _, words in texts]
        for quotation in story.quotations:
            if quotation.block.part in PROSE and quotation.opened and quotation.depth == 0:
                for piece in _pieces(quotation):
                    said = _read(quotation.block.text, piece)
                    if len(said.words) >= self.words and not any(f" {' '.join(said.words)} " in text for text in whole):
                        yield self._match(quotation, piece, said, texts, cited)

    def _match(self, quotation: Quotation, piece: Span, said: _Words, texts: Sequence[tuple[str, _Words]], cited: Sequence[Cited]) -> Match:
        best = max((_nearest(said.words, name, words) for name, words in texts), key=lambda near: near.alike)
        match = quotation.block.text[slice(*piece)]
        if best.alike < self.near:
            names = {"match": match, "told": "is in none of the sources", "fix": "", "source": ", ".join(each.name for each in cited)}
            return Match(quotation.block, piece, (), names, (), 2)
        right = best.source.printed(best.start, best.end)
        changes = list(matcher(said.words, best.source.words[best.start : best.end]).get_opcodes())
        dropped = all(op[0] in ("equal", "insert") for op in changes)
        span = Span(said.spans[0].start, said.spans[-1].end)
        told = f"leaves out words of {best.name}" if dropped else f"differs from {best.name}"
        names = {"match": quotation.block.text[slice(*span)], "told": told, "fix": right, "source": best.name}
        return Match(quotation.block, span, (right,), names, (Evidence(f"{best.name}: {_shown(changes, said, best)}"),), int(not dropped))


def _read(text: str, within: Span | None = None) -> _Words:
    found = list(_WORD.finditer(text, *(within or (0, len(text)))))
    return _Words(text, [fold(m[0]) for m in found], [Span(*m.span()) for m in found])


def _pieces(quotation: Quotation) -> Iterator[Span]:
    """What stands between the ellipses, dashes and brackets of a quotation."""
    start = quotation.inside.start
    for cut in _CUT.finditer(quotation.block.text, *quotation.inside):
        yield Span(start, cut.start())
        start = cut.end()
    yield Span(start, quotation.inside.end)


def _nearest(said: list[str], name: str, source: _Words) -> _Near:
    """The best run: about as many words as are said, around where most of them stand."""
    known, places = set(said), Counter[int]()
    size = len(said)
    for at, word in enumerate(source.words):
        if word in known:
            places.update(range(max(0, at - size), at + 1, max(1, size // 4)))
    best = _Near(0.0, name, source, 0, 0)
    for at, _ in places.most_common(24):
        window = source.words[at : at + 2 * size + 4]
        blocks = [b for b in matcher(said, window).get_matching_blocks() if b.size]
        if not blocks:
            continue
        start = max(0, blocks[0].b - blocks[0].a)
        end = min(len(window), blocks[-1].b + blocks[-1].size + size - blocks[-1].a - blocks[-1].size)
        alike = matcher(said, window[start:end]).ratio()
        if alike > best.alike:
            best = _Near(alike, name, source, at + start, at + end)
    return best


def _shown(changes: Sequence[tuple[str, int, int, int, int]], said: _Words, near: _Near) -> str:
    """The source's words, with what is quoted otherwise in square brackets: `[-quoted-]{+source+}`."""
    out = []
    for op, a, b, c, d in changes:
        if op == "equal":
            out.append(near.source.printed(near.start + c, near.start + d))
            continue
        out += [f"[-{said.printed(a, b)}-]"] if b > a else []
        out += [f"{{+{near.source.printed(near.start + c, near.start + d)}+}}"] if d > c else []
    return " ".join(out)
