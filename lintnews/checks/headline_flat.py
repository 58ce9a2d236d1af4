"""Headline flat: a headline that says flatly what the body only says may be so, or that somebody alleges and somebody denies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.patterns import Pattern
from lintnews.record import record

#: What keeps a headline from being flat.
_HEDGED = lazily.pattern(
    r"(?i)\b(?:may|might|could|can|would|should|says?|said|claims?|claimed|alleg\p{L}+|accus\p{L}+|suspect\p{L}*|charg\p{L}+|report\p{L}*|"
    r"study|studies|suggest\p{L}*|police|prosecutors?|official\p{L}*|court|likely|possibl\p{L}+|potential\p{L}*|apparent\p{L}*|trial|if|"
    r"den(?:y|ies|ied)|lawsuit|suit|sued?|deny|feared?|warn\p{L}*|think\p{L}*|believe\p{L}*|told|tells?|according|analysis|opinion|review|"
    r"seek\p{L}*|plan\p{L}*|to|will|not|no|never)\b|[?:“”\"‘|–—]|[’'](?!s\b)"
)
_VERBS = r"(?:(?:the|an?|his|her|its|their|that|he|she|they) )?(?:\p{L}+ )??(?P<verb>\p{Ll}{3,}(?: \p{Ll}{3,})?)"
_MAY = lazily.pattern(r"\b(?:may|might|could)(?: (?:also|well|even|help|soon|have|be|not))*? (?P<verb>\p{Ll}+)")
_ALLEGED = lazily.pattern(
    rf"\b(?:allege[sd]?(?: that)?|allegedly|alleging(?: that)?|accuse[sd]? (?:\p{{L}}+ ){{1,3}}?of(?: having)?) {_VERBS}"
)
_SAID = lazily.pattern(rf"\b(?:[Pp]rosecutors|[Pp]olice|[Cc]ritics|[Oo]pponents|[Ii]nvestigators) (?:say|said|claim)(?: that)? {_VERBS}")
_DENIED = lazily.pattern(r"\b(?:den(?:y|ies|ied)|maintains (?:his|her|their) innocence)\b")
_WORD = lazily.pattern(r"\p{L}{3,}")
_OPENING = 3


@record
class Check:
    """The verb of the hedged clause must stand in the headline, in one form or another, with `shared` other words of its sentence."""

    slots: ClassVar[tuple[str, ...]] = ("match", "body")
    shared: int = 1

    def find(self, story: Story) -> Iterator[Match]:
        body = list(story.blocks(Part.BODY))
        denied = any(_DENIED.search(block.text) for block in body)
        patterns = (_MAY, _ALLEGED, _SAID) if denied else (_MAY, _ALLEGED)
        for head in story.blocks(Part.HEADLINE):
            if _HEDGED.search(head.text):
                continue
            words = {_stem(found[0]): Span(*found.span()) for found in list(_WORD.finditer(head.text))[1:]}
            subject = {_stem(found[0]) for found in _WORD.finditer(head.text)}
            if found := next(self._hedges(story, body[:_OPENING], patterns, words, subject), None):
                yield self._match(head, *found)

    def _hedges(
        self, story: Story, body: list[Block], patterns: tuple[Pattern, ...], words: dict[str, Span], subject: set[str]
    ) -> Iterator[tuple[Span, Block, Span]]:
        for block in body:
            for pattern in patterns:
                for found in pattern.finditer(block.text):
                    sentence = story.sentence(block, found.start())
                    stem = next((s for s in map(_stem, found["verb"].split()) if s in words), "")
                    if not stem or story.quoted(block, Span(*found.span())):
                        continue
                    around = {_stem(word[0]) for word in _WORD.finditer(block.text, *sentence)}
                    if len((around & subject) - {stem}) >= self.shared:
                        yield words[stem], block, Span(*found.span())

    def _match(self, head: Block, span: Span, block: Block, hedge: Span) -> Match:
        said = block.text[slice(*hedge)]
        return Match(head, span, (), {"match": head.text[slice(*span)], "body": said}, (Evidence(f"the body says “{said}”", block, hedge),))


def _stem(word: str) -> str:
    """The beginning of a word, enough to know its forms by: `prevents` and `prevent`, `hit` and `hitting`, `took` and `taking`."""
    low = word.lower()
    low = {
        "took": "take",
        "taken": "take",
        "stole": "steal",
        "stolen": "steal",
        "hid": "hide",
        "lied": "lie",
        "paid": "pay",
        "sold": "sell",
    }.get(low, low)
    return low[:4] if len(low) > 4 else low[:3]
