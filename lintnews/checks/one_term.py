"""One term: a compound or a name that a story writes otherwise, once, than it does elsewhere: by its hyphen, or by its second capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.record import record
from lintnews.words import times

_HYPHENED = lazily.pattern(r"(?<![\p{L}\p{N}\p{M}@#/_.-])\p{L}{2,}-\p{L}{3,}(?![\p{L}\p{N}\p{M}@_-])")
_WORD = lazily.pattern(r"(?<![\p{L}\p{N}\p{M}@#/_.-])\p{L}{6,}(?![\p{L}\p{N}\p{M}@_-])")
#: Two words inside a sentence, the first with a capital.
_PAIR = lazily.pattern(
    r"(?<=[\p{Ll}\d,;’s][,;]? )(?P<first>\p{Lu}\p{Ll}{3,}) (?P<second>\p{L}\p{Ll}{3,})(?=[,.;:)’']|\s+(?P<next>\p{Ll}|\Z)|\s|\Z)"
)


class _Use(NamedTuple):
    block: Block
    span: Span
    text: str


@record
class Check:
    """`what`: `hyphen` (`antiabortion` beside `anti-abortion`), `capital` (`Islamic state` beside `Islamic State`).

    `often` is how many times the story must have the other form, and `times` how many times as often as the odd one. Of two that
    are used alike the later one is odd.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "often")
    what: Literal["hyphen", "capital"] = "hyphen"
    often: int = 2
    times: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        uses = list(_hyphens(story) if self.what == "hyphen" else _capitals(story))
        counts = Counter(use.text for use in uses)
        first = {use.text: use for use in reversed(uses)}
        order = list(dict.fromkeys(use.text for use in uses))
        forms: dict[str, list[str]] = {}
        for form in counts:
            forms.setdefault(form.replace("-", "").lower(), []).append(form)
        for use in uses:
            both = forms[use.text.replace("-", "").lower()]
            other = both[both[0] == use.text] if len(both) == 2 else ""
            if not other or counts[other] < max(self.often, counts[use.text] * self.times):
                continue
            if counts[other] > counts[use.text] or order.index(other) < order.index(use.text):
                yield self._match(use, first[other], counts[other])

    def _match(self, use: _Use, first: _Use, often: int) -> Match:
        match = use.block.text[slice(*use.span)]
        fix = _cased(first.text, match) if self.what == "hyphen" else first.text
        names = {"match": match, "fix": fix, "often": times(often)}
        return Match(use.block, use.span, (fix,), names, (Evidence(f"“{first.text}”", first.block, first.span),))


def _hyphens(story: Story) -> Iterator[_Use]:
    """Words with a hyphen, and those that are the same without."""
    blocks = list(story.blocks(*PROSE))
    hyphened = [_Use(block, Span(*m.span()), m[0].lower()) for block in blocks if "-" in block.text for m in _HYPHENED.finditer(block.text)]
    joined = {use.text.replace("-", "") for use in hyphened}
    yield from hyphened
    if not joined.isdisjoint(story.text.words):
        for block in blocks:
            yield from (_Use(block, Span(*m.span()), m[0].lower()) for m in _WORD.finditer(block.text) if m[0] in joined)


def _capitals(story: Story) -> Iterator[_Use]:
    """Two words of which the first has a capital where no sentence begins; after them no third capital."""
    for block in story.blocks(*PROSE):
        for found in _PAIR.finditer(block.text):
            if found["second"][0].islower() or not block.text[found.end() :].lstrip(" ")[:1].isupper():
                yield _Use(block, Span(found.start("first"), found.end("second")), f"{found['first']} {found['second']}")


def _cased(form: str, like: str) -> str:
    return form.capitalize() if like[:1].isupper() and not like[1:2].isupper() else form
