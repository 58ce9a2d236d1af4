"""Introduction: a person called by surname before the full name is given, or whose full name the story never gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import Chain, Phrase
from lintnews.ledger.days import MONTHS, WEEKDAYS
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import shown
from lintnews.ledger.speech import says
from lintnews.ledger.titles import COURTESY, TITLE_NOUNS, Sort
from lintnews.model import PROSE, Evidence, Match, Part
from lintnews.record import record
from lintnews.words import fold, sentences, word_before

#: What follows a surname of somebody who does or has something.
_ACTS = lazily.pattern(
    r"(?:[’']s? \p{Ll}| (?:was|is|has|had|who|also|did|would|will|could|\p{Ll}+ed|won|lost|left|took|made|ran|came|went|gave|"
    r"got|fell|led|became|began|built|held|kept|met|paid|put|quit|sold|sent|spoke|stood|threw|wrote|drew|drove|flew|hit|rose|cut|rode|grew|swam|knew|bought|brought|caught|taught|fought|sought|chose|sang|saw|shot|beat|broke)\b)"
)
#: What somebody does to the person named after it.
_DONE_TO = lazily.pattern(
    r"\b(?:[Pp]olice|[Oo]fficers|[Aa]gents|[Tt]he \p{Ll}+) (?:arrested|charged|held|named|fined|jailed|freed|shot|fired|hired) \Z"
    r"|\b(?:went|given|awarded) to \Z"
)
#: How a person is introduced after the name: by an age or by what they are.
_NOUN = (
    "director|president|professor|analyst|economist|spokes\\p{L}+|officer|editor|author|founder|attorney|lawyer|pollster|"
    "producer|defender|anchor|host|co-host|adviser|advisor|commissioner|chief|cashier|clerk|teller|driver|farmer|veteran|"
    "physician|surgeon|pastor|priest|prosecutor|optician|nurse|mother|father|student|manager|coach|partner|fellow|head|"
    "chairman|chairwoman|owner|strategist|consultant|scientist|researcher|doctor|engineer|teacher|reporter|resident|executive|"
    "activist|organizer|volunteer|worker|columnist|historian|psychologist|biologist"
)
_SURE = rf"\d{{1,2}},|an? (?:[\p{{L}}’'-]+ ){{0,5}}(?:{_NOUN})\b|(?:[\p{{Ll}}-]+ ){{0,2}}(?:{_NOUN}) (?:of|at|for|in|with)\b"
_DESCRIBED = lazily.pattern(
    rf", (?:(?P<sure>{_SURE})|an? (?:\p{{Lu}}[\p{{L}}-]+ )?\p{{Ll}}|who\b|"
    rf"(?:the )?(?:[\p{{L}}-]+ ){{0,3}}(?:{_NOUN})(?: (?:of|at|for|in|who|with)\b|,))"
)
_PLACE = lazily.pattern(r"(?:[’']s|\b(?:from|in|at|near|of|to|outside|across|around)) \Z")
_CALENDAR = frozenset(map(fold, (*MONTHS, *WEEKDAYS)))
#: Relations that make a person known by surname alone; a seat in a legislature does not.
_LISTED = ("holds", "named", "rank")


@record
class Check:
    """The first bare surname of a person who is no listed one, outside quotations, in the body.

    With a full name later in the story it must be somebody's who says or does something; without one it must be in the list
    `surnames`, be no other name in the story, and say something. `often`: how often a surname without a full name must stand;
    once in a story of fewer than `short` words.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "how")
    often: int = 2
    short: int = 0

    def find(self, story: Story) -> Iterator[Match]:
        heads = {word for chain in story.chains if chain.block.part is not Part.BODY for word in chain.phrase.folded}
        for person in story.people.persons:
            if match := self._late(story, person, heads):
                yield match
        yield from self._never(story, heads)

    def _late(self, story: Story, person: Person, heads: set[str]) -> Match | None:
        first = person.mentions[0]
        full = next((m for m in person.mentions if m.full), None)
        if first.full or full is None or not _bare(story, first) or fold(first.surname) in heads or story.facts.about(person.name):
            return None
        if not _is_name(story.facts, full) or len(story.people.named(first.surname)) > 1:
            return None
        done = _DONE_TO.search(first.block.text, max(0, first.span.start - 40), first.span.start)
        if not (done or says(first) or _ACTS.match(first.block.text, first.span.end)):
            return None
        return Match(first.block, first.span, (), {"match": first.surname, "how": f"before the full name, {full.name}"}, (shown(full),))

    def _never(self, story: Story, heads: set[str]) -> Iterator[Match]:
        """Surnames that say something, of which the story never gives a full name."""
        if sum(len(sentences(block.text)) for block in story.prose[:2]) < 2:
            return
        facts, known = story.facts, {fold(word) for m in story.people.mentions if m.full for word in m.words}
        known |= {word for chain in story.chains for word in _behind_another(chain.phrase)}
        alone: dict[str, list[Chain]] = {}
        often = 1 if sum(block.text.count(" ") for block in story.prose) < self.short else self.often
        for chain in story.chains:
            phrase = chain.phrase
            if _by_itself(phrase) and phrase.folded[-1] not in known and _surname(facts, phrase.words[-1]):
                alone.setdefault(phrase.folded[-1], []).append(chain)
        for surname, chains in alone.items():
            word = chains[0].phrase.words[-1]
            found = [Mention(chain, n - 1, n, ()) for chain in chains if chain.block.part is Part.BODY for n in (len(chain.phrase.words),)]
            if surname in _CALENDAR or facts.about(word) or not found or not _bare(story, found[0]):
                continue
            described = _described(found[0])
            sure = bool(described and described["sure"])
            listed = _famous(facts, surname) or facts.listed("given-names", word)
            if (listed and not sure) or not (
                described or _called(found[0]) or (surname not in heads and self._speaks(facts, found, often))
            ):
                continue
            evidence = tuple(Evidence(f"{word} stands again", m.block, m.span) for m in found[1:2])
            yield Match(found[0].block, found[0].span, (), {"match": word, "how": "and nobody of that surname is named in full"}, evidence)

    def _speaks(self, facts: FactBase, found: list[Mention], often: int) -> bool:
        """Whether a word that is no everyday one stands often enough and says something."""
        return (
            len(found) >= often
            and not facts.listed("english", found[0].surname.lower())
            and (any(map(says, found)) or (often == 1 and any(_cited(each) or _acts(each) for each in found)))
        )


def _by_itself(phrase: Phrase) -> bool:
    """Whether a phrase is one word, or one behind `According to` at the head of a sentence."""
    return len(phrase.words) == 1 or (len(phrase.words) == 3 and phrase.folded[:2] == ("according", "to"))


def _surname(facts: FactBase, word: str) -> bool:
    """Whether a word is in the list of surnames, or made of words that are: `Orr-Vance`."""
    parts = word.split("-")
    return facts.listed("surnames", word) or (len(parts) == 2 and all(facts.listed("surnames", part) for part in parts))


def _behind_another(phrase: Phrase) -> Iterator[str]:
    """The words of a phrase that stand right behind another with a capital, which is no courtesy title, or before one."""
    for i, word in enumerate(phrase.folded):
        before, after = phrase.capitals[i - 1 : i] if i else (), phrase.capitals[i + 1 : i + 2]
        if (before and before[0] and phrase.folded[i - 1] not in COURTESY) or (after and after[0]):
            yield word


def _called(mention: Mention) -> bool:
    """Whether a noun in small letters right before a name says what the person is, and the name does something: `pollster Vance said`."""
    text, start = mention.block.text, mention.span.start
    return (says(mention) or _acts(mention)) and word_before(text, start) in TITLE_NOUNS and text[start - 1 : start] == " "


def _acts(mention: Mention) -> bool:
    """Whether a verb or a possession follows a mention, or somebody does something to the person."""
    text, span = mention.block.text, mention.span
    done = _DONE_TO.search(text, max(0, span.start - 40), span.start)
    return done is not None or (_ACTS.match(text, span.end) is not None and not _PLACE.search(text, max(0, span.start - 12), span.start))


def _described(mention: Mention) -> regex.Match[str] | None:
    """The words after a name that tell what the person is; none after a possessive or a word of place."""
    text, span = mention.block.text, mention.span
    return None if _PLACE.search(text, max(0, span.start - 12), span.start) else _DESCRIBED.match(text, span.end)


def _bare(story: Story, mention: Mention) -> bool:
    """Whether a mention is the writer's, without a title that says who it is."""
    titled = any(title.sort is not Sort.COURTESY for title in mention.titles)
    return mention.block.part in PROSE and not titled and not story.quoted(mention.block, mention.span)


def _is_name(facts: FactBase, full: Mention) -> bool:
    """Whether words are a first name and a surname, and not `Will Flynn` or `In Tennessee`."""
    given = full.words[0]
    everyday = facts.listed("english", given.lower()) and not facts.listed("surnames", full.surname)
    return facts.listed("given-names", given) and given != "Will" and not everyday


def _famous(facts: FactBase, surname: str) -> bool:
    """Whether a surname is that of a listed person."""
    return facts.ends_name(surname, _LISTED)


def _cited(mention: Mention) -> bool:
    """Whether `according to` stands before a mention."""
    return mention.block.text[max(0, mention.span.start - 13) : mention.span.start].lower() == "according to "
