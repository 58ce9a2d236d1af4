"""Rank at date: a military rank before an officer who, by a dated fact, held another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import first_day
from lintnews.ledger.titles import Sort, grade, printed_rank
from lintnews.model import Evidence, Fact, Match
from lintnews.record import record

_SERVICE = lazily.pattern(r"\b(Navy|Army|Air Force|Marine Corps|Coast Guard|Space Force|Royal Marines|Royal Navy|Royal Air Force)\b")
#: Words that take a sentence out of the story's day, and years, which may.
_THEN = lazily.pattern(r"\bthen\b|\bThen-|\b[Pp]romot\w+|\bago\b|\bas an? (?=\p{L}+ ?(?:officer|captain|colonel|major|lieutenant))")
_YEAR = lazily.pattern(r"\b(?:19|20)\d\d\b")
#: Ranks that namesakes of generals have in the police, the fire service, sport; the first are no officers' at all.
_RANKS_AND_FILE = frozenset({"sergeant", "corporal", "private"})
_CIVIL = _RANKS_AND_FILE | {"captain", "lieutenant", "commander", "major"}


@record
class Check:
    """A rank before a listed officer's name at first mention.

    The rank must be one that the officer may have held on the story's day, or, where it has none, in the time that the
    posts of the people in it leave open. `slack` days are given around a promotion. A shorter form of the true rank
    (`General` for a brigadier general), which is good manners in speech, is in doubt by one step.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "rank")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        for person in story.people.persons:
            ranked = next((m for m in person.mentions if m.title and m.title.sort is Sort.RANK), None)
            if ranked and ranked is person.mentions[0] and (match := self._match(story, ranked, person.name)):
                yield match

    def _match(self, story: Story, mention: Mention, name: str) -> Match | None:
        assert mention.title
        title = mention.chain.text(mention.title.start, mention.title.end)
        facts = [f for n in (mention.name, name) if " " in n for f in story.facts.about(n, "rank")]
        held = self._held(facts, story)
        service = _service(mention)
        held = [f for f in held if not service or service in f.value.lower()]
        if not held or any(_grade_of(fact) == grade(title) for fact in held) or _other_time(story, mention):
            return None
        if grade(title) in (_RANKS_AND_FILE if service else _CIVIL):
            return None
        fact, true = held[0], _grade_of(held[0])
        fix = printed_rank(true, short=title.endswith("."))
        words = {"match": title, "fix": fix, "person": mention.name, "rank": fact.value}
        span = mention.chain.span(mention.title.start, mention.title.end)
        return Match(mention.block, span, (fix,), words, (Evidence(fact.sentence(), fact=fact),), _doubt(true, title, service))

    def _held(self, facts: list[Fact], story: Story) -> list[Fact]:
        """The ranks that the officer may have had when the story was written, the last last.

        A rank lasts until the next one known; what the fact base saw of it is only part of its time.
        """
        dated = sorted((f for f in facts if f.since), key=lambda f: first_day(f.since))
        first, last = story.era
        out = []
        for fact, following in zip_longest(dated, dated[1:]):
            ended = following is not None and first_day(following.since) + self.slack < first
            if first_day(fact.since) - self.slack <= last and not ended:
                out.append(fact)
        return out


def _service(mention: Mention) -> str:
    """The service named in the words before the name: `navy`, `marine corps`."""
    sentence = mention.block.text[max(0, mention.span.start - 80) : mention.span.start]
    found = _SERVICE.findall(sentence)
    return found[-1].lower() if found else ""


def _other_time(story: Story, mention: Mention) -> bool:
    """Whether the sentence speaks of another time than the story's."""
    sentence = story.sentence(mention.block, mention.span.start)
    text = mention.block.text[sentence.start : sentence.end]
    first, last = (date.fromordinal(day).year for day in story.era)
    return bool(_THEN.search(text)) or any(not first <= int(year) <= last for year in _YEAR.findall(text))


def _doubt(true: str, printed: str, service: str) -> int:
    return int(not service or true.endswith(f" {grade(printed)}"))


def _grade_of(fact: Fact) -> str:
    """`rear admiral (lower half), U.S. Navy` is a rear admiral."""
    return fact.value.split(",")[0].split("(")[0].strip().lower()
