"""Stored claim: a sentence that repeats a claim which a fact-check in the fact base has judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.gist import Gist, counted, gist, may_be, pairs, stem, tokens
from lintnews.ledger import Story
from lintnews.model import PROSE, Block, Evidence, Fact, Match, Part, Span
from lintnews.record import record

#: Words by which the copy keeps its distance from what it tells, or refutes it.
_TOLD = lazily.pattern(
    r"(?i:\b(?:false(?:ly|hoods?)?|incorrect(?:ly)?|inaccurate(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?|mistaken(?:ly)?|baseless(?:ly)?|"
    r"unfounded|untrue|unproven|unverified|unsubstantiated|discredited|disprove[dns]?|debunk\w*|refut\w+|rebut\w+|hoax\w*|myths?|"
    r"misinformation|disinformation|misleading(?:ly)?|fact[- ]?check\w*|conspirac\w+|rumou?r\w*|urban legend|satir\w+|doctored|"
    r"fabricat\w+|misquot\w+|misattribut\w+|apocryphal|pants on fire|no (?:\w+ )?(?:evidence|proof|link|truth|basis|sign)|"
    r"(?:without|lack of|little) (?:\w+ )?(?:evidence|proof|basis)|(?:is|was|are|were)(?:n['’]t| not) true|claim(?:s|ed|ing)?|alleg\w+|"
    r"purport\w*|supposed(?:ly)?|so-called|contrary to|never said|did(?:n['’]t| not) (?:say|happen))\b)"
)
_WORD = re.compile(r"\w+")
_TRUE = lazily.pattern(r"(?i:\s*(?:mostly |largely |partly )?(?:true|correct|accurate|right|yes|confirmed|real|verified)\b)")
#: What claims say is done, by the words that stand for it: told as nouns by a tagger now and then.
_DEEDS = frozenset(
    "kill cause cure ban win steal pay increase decrease arrest buy build contain create spread end start prevent stop lower".split()
)
_FEWEST = 3
#: How far apart the words of a claim may stand, in its own length.
_WIDEST = 2
#: Of a claim of few words nothing else may stand among them.
_SHORT = 4
#: Marks by which a quotation may run over two sentences, with its speaker in one of them.
_MARKS = ("“", "”", '"')


@record
class Check:
    """Sentences that say what a `claim` fact says, and do not say that it was judged.

    Words are compared by their stems, synonyms as one; a name or a figure counts twice. `share`: the part of the claim that the
    sentence must hold, in hundredths. The figures must be the same, and both must deny or neither. Claims judged true are left out.
    Nothing is said where the sentence, or the one before or after, keeps its distance in the words of `_TOLD`.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "claim", "verdict", "reviewer", "day")
    share: int = 85

    def find(self, story: Story) -> Iterator[Match]:
        words = set(filter(story.facts.kept(_in_claims), story.distinct(_WORD))) if story.facts.words_of_claims else set[str]()
        if len(words) < 2:
            return
        for block in story.blocks(*PROSE, Part.HEADLINE):
            if len(words.intersection(_WORD.findall(block.text))) < 2:
                continue
            spans = story.sentences(block)
            for i, span in enumerate(spans):
                sentence = block.text[slice(*span)]
                if len(words.intersection(_WORD.findall(sentence))) < 2:
                    continue
                both = block.text[spans[i - 1].start : span.end] if i else ""
                fact = self._claim(story, sentence)
                if not fact and any(mark in both for mark in _MARKS) and (fact := self._claim(story, both)):
                    span = Span(spans[i - 1].start, span.end)
                if fact:
                    near = block.text[spans[max(0, i - 1)].start : spans[min(len(spans) - 1, i + 1)].end]
                    if not _TOLD.search(near):
                        yield _match(block, span, fact)

    def _claim(self, story: Story, sentence: str) -> Fact | None:
        """The claim that a sentence repeats, the closest and then the newest."""
        if not _may_repeat(story.facts, sentence) or len((said := gist(sentence)).words) < _FEWEST:
            return None
        scored = [(self._alike(said, fact), fact.since, fact) for fact in story.facts.claims(said.words) if not _TRUE.match(fact.value)]
        best = max(scored, key=lambda row: row[:2], default=(0.0, "", None))
        return best[2] if 100 * best[0] >= self.share else None

    def _alike(self, said: Gist, fact: Fact) -> float:
        return max(_held(form, said) for form in (fact.subject, *fact.aliases))


def _in_claims(facts: FactBase, word: str) -> bool:
    return may_be(word.lower(), facts.words_of_claims)


def _may_repeat(facts: FactBase, sentence: str) -> bool:
    """Whether a sentence holds two words by which a claim is found: most do not, and need not be understood."""
    known = facts.pairs_of_claims
    return known is None or not known.isdisjoint(pairs(tuple(filter(None, map(facts.kept(_counted), tokens(sentence))))))


def _counted(facts: FactBase, token: str) -> str:
    return counted(token, facts.words_of_claims)


def _held(text: str, said: Gist) -> float:
    """The part of a claim that a sentence holds, from 0 to 1; 0 where they differ in a figure, in what is done or in saying no."""
    claim, deeds = _known(text)
    if claim.negative != said.negative or len(claim.words) < _FEWEST or not claim.figures <= said.figures or not deeds <= {*said.words}:
        return 0.0
    places = [i for i, word in enumerate(said.words) if word in claim.words]
    width = _WIDEST * len(claim.words) if len(claim.words) > _SHORT else len(claim.words)
    if not places or places[-1] - places[0] > width or not said.owners.isdisjoint({*claim.words[:2]} - claim.owners):
        return 0.0
    weights = {word: 2 if word in claim.names or word in claim.figures else 1 for word in claim.words}
    return sum(weight for word, weight in weights.items() if word in said.words) / sum(weights.values())


@lru_cache(maxsize=20_000)
def _known(text: str) -> tuple[Gist, frozenset[str]]:
    """A claim’s gist and its verbs: the sentence must have all of those; of a claim without any, the words that are no names."""
    from lintnews.english import tagger
    from lintnews.english import tokens as english

    found, words = gist(text), [text[slice(*span)] for span in english.tokens(text)]
    verbs = {stem(word.lower()) for word, tag in zip(words, tagger.tag(words), strict=True) if tag.startswith("V")} & {*found.words}
    return found, frozenset(verbs | (_DEEDS & {*found.words}) or {*found.words} - found.names)


def _match(block: Block, span: Span, fact: Fact) -> Match:
    words = {"match": block.text[slice(*span)], "claim": fact.subject, "verdict": fact.value, "reviewer": fact.note, "day": fact.since}
    return Match(block, span, (), words, (Evidence(fact.sentence(), fact=fact, link=fact.source),))
