"""Quotation source: a quotation that the story's own sources have in other words, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.differ import matcher
from lintnews.ledger import Story, wording
from lintnews.ledger.quotations import Quotation
from lintnews.ledger.wording import Wording
from lintnews.model import COPY, Evidence, Match, Span
from lintnews.record import record

_CUT = lazily.pattern(r"\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]]*\]|\([^)]*\)|—)\s*")
_Source = tuple[str, Wording]
#: The rarest words of a quotation, by which its place in a source is looked for, and how many places are looked at.
_RAREST, _PLACES = 8, 24


class _Near(NamedTuple):
    """The run of a source's words that is most like what is quoted."""

    alike: float
    name: str
    source: Wording
    start: int
    end: int


@record
class Check:
    """Quotations of at least `words` words, each looked for in the sources of the story and of the run.

    What stands between ellipses and brackets is looked for piece by piece. Words left out without an ellipsis are sure; words
    that differ are one step less sure; what is not found at all is two. `near`: how much must be alike to be shown, from 0 to 1.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "told", "fix", "source")
    asks: ClassVar[str] = "sources"
    words: int = 4
    near: float = 0.6

    def find(self, story: Story) -> Iterator[Match]:
        if not story.sources:
            return
        sources = [(each.name, wording.of_source(each.text)) for each in story.sources]
        for quotation in story.quotations:
            if quotation.block.part in COPY and quotation.opened and quotation.depth == 0:
                for piece in _pieces(quotation):
                    said = wording.read(quotation.block.text, piece)
                    if len(said.words) >= self.words and not any(source.holds(said.words) for _, source in sources):
                        yield self._match(quotation, said, sources)

    def agreeing(self, story: Story) -> Iterator[Match]:
        """Every quotation all of whose pieces stand in one of the sources, word for word."""
        sources = [(each.name, wording.of_source(each.text)) for each in story.sources]
        for quotation in story.quotations if sources else ():
            pieces = [said.words for piece in _pieces(quotation) if (said := wording.read(quotation.block.text, piece)).words]
            name = next((name for name, source in sources if all(map(source.holds, pieces))), "")
            if name and sum(map(len, pieces)) >= self.words:
                yield Match(quotation.block, quotation.inside, evidence=(Evidence(f"word for word in {name}"),))

    def _match(self, quotation: Quotation, said: Wording, sources: Sequence[_Source]) -> Match:
        best = max((_nearest(said.words, name, source) for name, source in sources), key=lambda near: near.alike)
        span = Span(said.spans[0].start, said.spans[-1].end)
        match = quotation.block.text[slice(*span)]
        if best.alike < self.near:
            names = {"match": match, "told": "is in none of the sources", "fix": "", "source": ", ".join(name for name, _ in sources)}
            return Match(quotation.block, span, (), names, (), 2)
        right = best.source.printed(best.start, best.end)
        changes = list(matcher(said.words, best.source.words[best.start : best.end]).get_opcodes())
        dropped = all(op[0] in ("equal", "insert") for op in changes)
        told = f"leaves out words of {best.name}" if dropped else f"differs from {best.name}"
        names = {"match": match, "told": told, "fix": right, "source": best.name}
        return Match(quotation.block, span, (right,), names, (Evidence(f"{best.name}: {_shown(changes, said, best)}"),), int(not dropped))


def _pieces(quotation: Quotation) -> Iterator[Span]:
    """What stands between the ellipses, dashes and brackets of a quotation."""
    start = quotation.inside.start
    for cut in _CUT.finditer(quotation.block.text, *quotation.inside):
        yield Span(start, cut.start())
        start = cut.end()
    yield Span(start, quotation.inside.end)


def _nearest(said: Sequence[str], name: str, source: Wording) -> _Near:
    """The best run: about as many words as are said, around where most of the rarer ones stand."""
    places, size = Counter[int](), len(said)
    for word in sorted({word for word in said if word in source.places}, key=lambda word: len(source.places[word]))[:_RAREST]:
        for at in source.places[word]:
            places.update(range(max(0, at - size), at + 1, max(1, size // 4)))
    best = _Near(0.0, name, source, 0, 0)
    for at, _ in places.most_common(_PLACES):
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


def _shown(changes: Sequence[tuple[str, int, int, int, int]], said: Wording, near: _Near) -> str:
    """The source's words, with what is quoted otherwise in square brackets: `[-quoted-]{+source+}`."""
    out = []
    for op, a, b, c, d in changes:
        if op == "equal":
            out.append(near.source.printed(near.start + c, near.start + d))
            continue
        out += [f"[-{said.printed(a, b)}-]"] if b > a else []
        out += [f"{{+{near.source.printed(near.start + c, near.start + d)}+}}"] if d > c else []
    return " ".join(out)
