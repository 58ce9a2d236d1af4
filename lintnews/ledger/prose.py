"""A story in, its readability by the norms of news out: lengths, the lede, passives, figures, initialisms, late attribution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily
from lintnews.model import Block, Part, Span
from lintnews.words import number

if TYPE_CHECKING:
    from lintnews.ledger import Story

#: What is measured, in the order of a report, and how it is told.
NAMES = {
    "words": "words",
    "lede": "words in the first sentence",
    "sentence": "words a sentence",
    "longest": "words in the longest sentence",
    "paragraph": "words a paragraph",
    "quoted": "percent of the words inside quotations",
    "passive": "passives with no actor, in 100 sentences",
    "late": "sentences whose attribution comes late, in 100",
    "figures": "figures in 100 words",
    "initials": "initialisms in 100 words",
}
_IRREGULAR = (
    "made|given|taken|shown|known|seen|held|found|told|sent|built|kept|left|lost|brought|bought|sold|paid|put|set|cut|shut|hit|hurt|shot|"
    "caught|taught|thought|chosen|driven|written|broken|stolen|spoken|forgotten|hidden|thrown|drawn|grown|torn|worn|sworn|born|struck|"
    "led|fed|met|read|spent|won|begun|done|gone|laid|raised"
)
PASSIVE = lazily.pattern(
    rf"\b(?:was|were|is|are|been|being|be)(?: (?:not|also|never|being|been|\p{{Ll}}+ly))* (?:\p{{Ll}}{{2,}}ed|{_IRREGULAR})\b"
    r"(?! (?:by|to be|in the (?:house|park)|and \p{Ll}+ed by)\b)"
)
#: `born`, `gone`, `interested`: a state, and nobody did it.
_STATE = lazily.pattern(
    r"\b(?:born|gone|interested|concerned|worried|pleased|excited|tired|married|divorced|related|based|located|situated|supposed|"
    r"expected|scheduled|involved|committed|dedicated|limited|located|used|allowed|needed|required|prepared|determined|convinced|surprised|"
    r"disappointed|retired|united|named|called|titled|entitled|aged|qualified|experienced|crowded|armed|aimed)\Z"
)
_LATE = lazily.pattern(
    r", (?:(?:the )?[\p{L}’' .-]{2,40} (?:said|says|told \p{L}+)|according to [^.,;]{2,80}|said [\p{L}’' .-]{2,60})"
    r"[^.!?,;]{0,40}[.!?]?[”\"]?\Z"
)
_INITIALS = lazily.pattern(r"(?<![\p{L}.])(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})(?![\p{L}])")
_FIGURE = lazily.pattern(r"(?<![\p{L}\d.,-])[$£€]?\d[\d,.]*\d?(?:st|nd|rd|th|s|m|bn|%)?(?![\p{L}\d])")


class Sentence(NamedTuple):
    """A sentence of the body: where it stands, its words, whether it opens the story."""

    block: Block
    span: Span
    words: int
    first: bool

    @property
    def text(self) -> str:
        return self.block.text[slice(*self.span)]


def sentences(story: Story) -> Iterator[Sentence]:
    """The sentences of the body, in reading order."""
    first = True
    for block in story.blocks(Part.BODY):
        for span in story.sentences(block):
            count = number(block.text[slice(*span)])
            if count > 1:
                yield Sentence(block, span, count, first)
                first = False


def passives(sentence: Sentence) -> list[Span]:
    """The passives of a sentence that name no actor."""
    found = (Span(*match.span()) for match in PASSIVE.finditer(sentence.block.text, *sentence.span))
    return [span for span in found if not _STATE.search(sentence.block.text, *span)]


def late(sentence: Sentence, after: int = 25) -> Span | None:
    """The attribution that ends a sentence after `after` words or more; none where the sentence begins with a quotation."""
    match = _LATE.search(sentence.block.text, *sentence.span)
    if match is None or sentence.text.lstrip()[:1] in '“"':
        return None
    before = number(sentence.block.text[sentence.span.start : match.start()])
    return Span(match.start() + 2, match.end()) if before >= after else None


def figures(sentence: Sentence) -> list[Span]:
    """The figures of a sentence."""
    return [Span(*match.span()) for match in _FIGURE.finditer(sentence.block.text, *sentence.span)]


def initials(sentence: Sentence) -> list[Span]:
    """The initialisms of a sentence; a sentence all in capitals has none."""
    return [] if sentence.text.isupper() else [Span(*match.span()) for match in _INITIALS.finditer(sentence.block.text, *sentence.span)]


def read(story: Story) -> Mapping[str, float]:
    """Every measure of a story by its name; none of a story without a body."""
    told = story.told
    if not told:
        return {}
    total = sum(sentence.words for sentence in told)
    blocks = {id(s.block): s.block for s in told}.values()
    quoted = sum(number(q.text) for q in story.quotations if q.block.part is Part.BODY and q.depth == 0)
    return {
        "words": total,
        "lede": told[0].words,
        "sentence": fmean(s.words for s in told),
        "longest": max(s.words for s in told),
        "paragraph": total / len(blocks),
        "quoted": min(100.0, 100 * quoted / total),
        "passive": 100 * sum(map(len, map(passives, told))) / len(told),
        "late": 100 * sum(late(s) is not None for s in told) / len(told),
        "figures": 100 * sum(map(len, map(figures, told))) / total,
        "initials": 100 * sum(map(len, map(initials, told))) / total,
    }
