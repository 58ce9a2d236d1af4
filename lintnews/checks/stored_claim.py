"""Stored claim: a sentence that repeats a claim which a fact-check in the fact base has judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.gist import counted, gist, may_be, pairs, stem, tokens
from lintnews.ledger import Story
from lintnews.ledger.repeats import FEWEST, held
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
    r"lies about|lie of the year|never said|did(?:n['’]t| not) (?:say|happen))\b)"
)
#: Words by which a sentence keeps its distance from what it tells.
_DISTANCED = lazily.pattern(
    r"(?i:\b(?:contradict\w*|correct(?:ed|ion|ions|ing)|retract\w*|trope|smears?|invented|inflated|no (?:[\w-]+ )?(?:data|support|effect)|"
    r"assert\w*|insinuat\w+|pretend\w*|rather than|instead of|den(?:y|ies|ied|ying|ials?)|whether|reject(?:s|ed|ing)?|"
    r"dismiss(?:es|ed|ing)?|cleared of|seem(?:s|ed|ing)?|theor(?:y|ies)|believ\w+|belief|in fact)\b)"
)
_WORD = re.compile(r"\w+")
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
                    if not _at_a_distance(near, block.text[slice(*span)], fact):
                        yield _match(block, span, fact)

    def _claim(self, story: Story, sentence: str) -> Fact | None:
        """The claim that a sentence repeats, the closest and then the newest."""
        if not _may_repeat(story.facts, sentence) or len((said := gist(sentence)).words) < FEWEST:
            return None
        scored = [(self._alike(sentence, fact), fact.since, fact) for fact in story.facts.claims(said.words) if not _TRUE.match(fact.value)]
        best = max(scored, key=lambda row: row[:2], default=(0.0, "", None))
        return best[2] if 100 * best[0] >= self.share else None

    def _alike(self, sentence: str, fact: Fact) -> float:
        return max(held(form, sentence, self.share / 100) for form in (fact.subject, *fact.aliases))


def _at_a_distance(near: str, sentence: str, fact: Fact) -> bool:
    """Whether the copy tells a claim as a claim, in words that are not those of the claim itself."""
    own = {word for form in (fact.subject, *fact.aliases) for word in gist(form).words}
    told = chain(_REFUTED.finditer(near), _DISTANCED.finditer(sentence))
    return any(stem(found[0].lower()) not in own for found in told)


def _in_claims(facts: FactBase, word: str) -> bool:
    return may_be(word.lower(), facts.words_of_claims)


def _may_repeat(facts: FactBase, sentence: str) -> bool:
    """Whether a sentence holds two words by which a claim is found: most do not, and need not be understood."""
    known = facts.pairs_of_claims
    return known is None or not known.isdisjoint(pairs(tuple(filter(None, map(facts.kept(_counted), tokens(sentence))))))


def _counted(facts: FactBase, token: str) -> str:
    return counted(token, facts.words_of_claims)


def _match(block: Block, span: Span, fact: Fact) -> Match:
    words = {"match": block.text[slice(*span)], "claim": fact.subject, "verdict": fact.value, "reviewer": fact.note, "day": fact.since}
    return Match(block, span, (), words, (Evidence(fact.sentence(), fact=fact, link=fact.source),))
