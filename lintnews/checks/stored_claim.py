"""Stored claim: a sentence that repeats a claim which a fact-check in the fact base has judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.gist import FIGURE, gist, may_be, stem
from lintnews.gist.figures import alike
from lintnews.ledger import Story, repeats
from lintnews.ledger.claimed import weighed
from lintnews.model import PROSE, Block, Evidence, Fact, Match, Part, Span
from lintnews.record import record

#: Words by which copy refutes what it tells, in the sentence or beside it.
_REFUTED = lazily.pattern(
    r"(?i:\b(?:false(?:ly|hoods?)?|incorrect(?:ly)?|inaccura(?:te(?:ly)?|c(?:y|ies))|wrong(?:ly)?|erroneous(?:ly)?|mistaken(?:ly)?|"
    r"baseless(?:ly)?|groundless|unfounded|untrue|unproven|unproved|unverified|unsubstantiated|unsupported|unconfirmed|implausible|"
    r"bogus|spurious(?:ly)?|fanciful|far-fetched|outlandish|nonsens\w+|discredit\w*|disprov\w+|debunk\w*|refut\w+|rebut\w*|"
    r"hoax\w*|prank\w*|\w*myths?|mythical|canard|fiction\w*|disinformation|propaganda|fact[- ]?check\w*|politifact|snopes|"
    r"mis(?:information|conceptions?|perceptions?|representation|leading(?:ly)?|represent\w*|quot\w+|attribut\w+|characteri\w+|taken)|"
    r"pinocchios?|conspirac\w+|rumou?r\w*|(?:urban )?legends?|satir\w+|parody|spoof|doctored|fabricat\w+|concocted|stunt|illusion|"
    r"made[- ]up|apocryphal|pants on fire|fakes?|faked|"
    r"no (?:[\w-]+ ){0,2}(?:evidence|proof|link|truth|basis|sign|records?|indication|connection|such)|"
    r"nothing to (?:support|back|suggest|show)|(?:without|lack of|little|scant|lacks?) (?:[\w-]+ )?(?:evidence|proof|basis)|"
    r"(?:is|was|are|were)(?:n['’]t| not) (?:true|so|the case|correct|real)|exaggerat\w+|overstat\w+|"
    r"claim(?:s|ed|ing|ants?)?|alleg\w+|purport\w*|supposed(?:ly)?|so-called|contrary to|lie that|lied|lying|liars?|an? lie|big lie|"
    r"despite|dispel\w*|quell\w*|quash\w*|tall tale|lies about|lie of the year|never said|did(?:n['’]t| not) (?:say|happen))\b)"
)
#: Words by which a sentence keeps its distance from what it tells.
_DISTANCED = lazily.pattern(
    r"(?i:\b(?:contradict\w*|correct(?:ed|ion|ions|ing)|retract\w*|trope|smears?|invented|inflated|no (?:[\w-]+ )?(?:data|support|effect)|"
    r"assert\w*|insinuat\w+|pretend\w*|rather than|instead of|den(?:y|ies|ied|ying|ials?)|whether|reject(?:s|ed|ing)?|"
    r"dismiss(?:es|ed|ing)?|clear(?:s|ed|ing)? (?:[\w-]+ ){0,4}of|seem(?:s|ed|ing)?|theor(?:y|ies)|believ\w+|belief|in fact)\b)"
)
_WORD = re.compile(r"\w+(?:[,.]\d+)*|%")
_TRUE = lazily.pattern(r"(?i:\s*(?:mostly |largely |partly )?(?:true|correct|accurate|right|yes|confirmed|real|verified)\b)")
#: Marks by which a quotation may run over two sentences, with its speaker in one of them.
_MARKS = ("“", "”", '"')


@record
class Check:
    """Sentences that say what a `claim` fact says, and do not say that it was judged.

    Words are compared by their stems, synonyms as one; a name or a figure counts twice. `share`: the part of the claim that the
    sentence must hold, in hundredths. The figures must be the same, and both must deny or neither. Claims judged true are left out.
    Nothing is said where the sentence, or the one before or after, keeps its distance.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "claim", "verdict", "reviewer", "day")
    local: ClassVar[bool] = True
    share: int = 80

    def find(self, story: Story) -> Iterator[Match]:
        if not story.facts.words_of_claims:
            return
        for block in story.blocks(*PROSE, Part.HEADLINE):
            if len(whole := _of_claims(story.facts, block.text)) < repeats.FEWEST:
                continue
            spans = story.sentences(block)
            held = [_of_claims(story.facts, block.text[slice(*span)]) for span in spans] if len(spans) > 1 else [whole]
            for i in range(len(spans)):
                if len(held[i]) > 1 and (found := self._repeats(story.facts, block.text, spans, held, i)):
                    yield _match(block, *found)

    def _repeats(
        self, facts: FactBase, text: str, spans: Sequence[Span], held: Sequence[frozenset[str]], i: int
    ) -> tuple[Span, Fact] | None:
        """The claim that a sentence repeats, or one with the sentence before it where a quotation may run over both."""
        span = spans[i]
        fact = self._claim(facts, text[slice(*span)], held[i])
        if not fact and i and held[i - 1]:
            both = Span(spans[i - 1].start, span.end)
            if any(mark in text[slice(*both)] for mark in _MARKS):
                span, fact = both, self._claim(facts, text[slice(*both)], held[i] | held[i - 1])
        if not fact:
            return None
        near = text[spans[max(0, i - 1)].start : spans[min(len(spans) - 1, i + 1)].end]
        return None if _at_a_distance(near, text[slice(*span)], fact) else (span, fact)

    def _claim(self, facts: FactBase, sentence: str, stems: frozenset[str]) -> Fact | None:
        """The claim that a sentence repeats, the closest and then the newest; `stems` are those that its words may have."""
        if FIGURE in stems:
            figures = (_may_be(facts, word) for word in _WORD.findall(alike(sentence)) if word[0].isdigit())
            stems = stems.union(*figures) - {FIGURE}
        if len(stems) < repeats.FEWEST:
            return None
        least, best = self.share / 100, (0.0, "")
        fact = None
        for claim, form in facts.claims(stems):
            if _TRUE.match(claim.value) or weighed(form).at_most(stems, facts.words_of_claims) < least:
                continue
            held = (repeats.held(form, sentence, least), claim.since)
            if held[0] >= least and held > best:
                fact, best = claim, held
        return fact


def _at_a_distance(near: str, sentence: str, fact: Fact) -> bool:
    """Whether the copy tells a claim as a claim, in words that are not those of the claim itself."""
    own = {word for form in (fact.subject, *fact.aliases) for word in gist(form).words}
    told = chain(_REFUTED.finditer(near), _DISTANCED.finditer(sentence))
    return any(stem(found[0].lower()) not in own for found in told)


def _of_claims(facts: FactBase, text: str) -> frozenset[str]:
    """The stems of claims that words of a text may have."""
    return frozenset(chain.from_iterable(map(facts.kept(_may_be), _WORD.findall(text))))


def _may_be(facts: FactBase, word: str) -> tuple[str, ...]:
    return may_be(word, facts.words_of_claims)


def _match(block: Block, span: Span, fact: Fact) -> Match:
    words = {"match": block.text[slice(*span)], "claim": fact.subject, "verdict": fact.value, "reviewer": fact.note, "day": fact.since}
    return Match(block, span, (), words, (Evidence(fact.sentence(), fact=fact, link=fact.source),))
