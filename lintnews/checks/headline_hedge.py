"""Headline hedge: a headline without the `not`, or the `allegedly`, that the body has where it says the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Literal

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import record, replace

_WORD = lazily.pattern(r"\p{L}[\p{L}\p{M}’'-]*")
_NO = lazily.pattern(r"(?i)\b(?:not|never|cannot|no longer|neither|nor)\b|n['’]t\b")
_NEGATED = lazily.pattern(
    r"(?i)\b(?:not?|never|cannot|neither|nor|none|nothing|nobody|without|den(?:y|ies|ied)|reject\w*|refus\w*|fail\w*|stop\w*|against|"
    r"ban\w*|halt\w*|scrap\w*|drop\w*|oppos\w*|end\w*|myth|false\w*|fake|debunk\w*|avoid\w*|rules? out|un\p{L}+|few|little|hardly|less|"
    r"if|whether|block\w*|(?-i:could|might|may|only))\b|n['’]t\b|[?]"
)
#: What `not` stands behind.
_VERB = lazily.pattern(r"\b(?:will|would|can|could|should|must|may|is|are|was|were|did|does|do|has|have|had)\b")
_SMALL = frozenset(
    "the and for with from that this have has had was were will would could should been being are his her its their they them you your "
    "our about into over after before than then but who what when where while as in on at of to by an is it he she we be or so up out "
    "not never does do did don doesn didn says said say tells told will wo won isn aren wasn can more most just also".split()
)
#: How many words of the headline a sentence must have, and what share of them.
_LEAST, _SHARE = 3, 0.6
#: How far before a word `not` may stand to negate it, in characters.
_NEAR = 24
_CRIME = (
    r"kill|murder|shot|shoot|stabb?|rap|assault|attack|steal|stole|rob|defraud|embezzl|brib|launder|traffick|smuggl|abus|molest|poison"
    r"|kidnap|abduct|plott|plann|conspir|threaten|beat|strangl|forg|hack|groom|harass|lied|extort|s(?:ell|old)|hid|burgl|cheat|dump"
)
_DID = lazily.pattern(rf"(?i)(?<!-)\b(?:{_CRIME})\p{{Ll}}*\b")
_HEDGED = lazily.pattern(
    r"(?i)\b(?:alleg\w+|accus\w+|suspect\w*|charg\w+|claim\w*|sa(?:y|ys|id)|report\w*|police|prosecutors?|lawsuit|indict\w+|convict\w+|guilty|"
    r"plead\w*|admit\w*|sentenc\w+|jury|trial|court|cop|feds|according|apparent\w*|believed|over|in|for)\b|[:?‘’'“”\"]"
)
_ALLEGED = lazily.pattern(r"(?i)\b(?:alleg\w+|accused|suspected|charged|charges|suspicion)\b")
_PROVED = lazily.pattern(r"(?i)\b(?:convicted|pleaded guilty|pled guilty|found guilty|admitted|confessed|sentenced)\b")


@record
class Check:
    """`what`: `not` (a sentence of the body that has the headline's words has one of them negated), `alleged` (the body gives what the

    headline states of a crime under `alleged`, `accused` or `charged`, and never otherwise).
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "body")
    what: Literal["not", "alleged"] = "not"

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(Part.HEADLINE, Part.DECK):
            if found := (_not if self.what == "not" else _alleged)(story, block):
                yield found


def _not(story: Story, head: Block) -> Match | None:
    words = _stems(head.text)
    if len(words) < _LEAST or _NEGATED.search(head.text):
        return None
    negated: tuple[Block, Span] | None = None
    for block in story.blocks(*PROSE):
        for span in story.sentences(block) if block is not head else ():
            text = block.text[slice(*span)]
            if len(words & _stems(text)) < max(_LEAST, _SHARE * len(words)):
                continue
            if not _negates(text, words):
                return None
            negated = negated or (block, span)
    if negated is None:
        return None
    verb = list(_VERB.finditer(head.text))
    made = _match(head, Span(0, len(head.text)), *negated)
    return replace(made, fixes=(f"{head.text[: verb[0].end()]} not{head.text[verb[0].end() :]}",)) if len(verb) == 1 else made


def _negates(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence negates one of the words, and that one only."""
    found = list(_NO.finditer(text))
    return len(found) == 1 and any(_stem(m[0]) in words for m in _WORD.finditer(text, found[0].end(), found[0].end() + _NEAR))


def _alleged(story: Story, head: Block) -> Match | None:
    told = _DID.search(head.text)
    if not told or _HEDGED.search(head.text):
        return None
    stem, hedged = _stem(told[0]), None
    for block in story.blocks(*PROSE):
        for span in story.sentences(block) if block is not head else ():
            text = block.text[slice(*span)]
            if _PROVED.search(text):
                return None
            if any(_stem(m[0]) == stem for m in _DID.finditer(text)):
                if not _ALLEGED.search(text):
                    return None
                hedged = hedged or (block, span)
    return _match(head, Span(*told.span()), *hedged) if hedged else None


def _match(head: Block, span: Span, block: Block, there: Span) -> Match:
    text = block.text[slice(*there)]
    return Match(head, span, (), {"match": head.text[slice(*span)], "body": text}, (Evidence("the body says", block, there),))


@lru_cache(1_000)
def _stems(text: str) -> frozenset[str]:
    words = (m[0].lower().removesuffix("’s").removesuffix("'s") for m in _WORD.finditer(text))
    return frozenset(_stem(word) for word in words if len(word) > 2 and word not in _SMALL and not word.endswith(("n't", "n’t")))


#: Forms that do not begin like their verb.
_FORMS = {
    "stole": "steal",
    "shot": "shoot",
    "sold": "sell",
    "selli": "sell",
    "hidin": "hide",
    "hid": "hide",
    "hidde": "hide",
    "lied": "lie",
    "lying": "lie",
}


def _stem(word: str) -> str:
    cut = word.lower().removesuffix("’s").removesuffix("'s").removesuffix("s")[:5]
    return _FORMS.get(cut, cut)
