"""First name: a person of the story given another first name once, by the surname that elsewhere is always theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.family import speaks_of_family
from lintnews.ledger.names import same_first_name
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import has_word, shown
from lintnews.ledger.titles import TITLE_NOUNS
from lintnews.model import Evidence, Match, Span
from lintnews.words import fold

_PAIR = lazily.pattern(r"(?:\p{Lu}\p{L}+,? (?:and|&)|\b[Ww]ill|\bvs?\.) \Z")
_DESCRIBED = lazily.pattern(r", (?:\d{1,3}\b|an? )| of (?:the )?\p{Lu}")


@dataclass(frozen=True)
class Check:
    """One full name with another first name than the person of that surname has in the rest of the story.

    Nothing is said where the story speaks of family, where the other name is a nickname or a listed person's, where it
    comes with an age or a description, or where the first name comes again. `often`: how many mentions the usual person
    must have; one is enough for a listed person, in doubt by one step. `nicknames`: first names that are one person's, a
    group a line, besides those of the word list of that name.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "count")
    often: int = 2
    nicknames: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for odd in story.people.persons:
            full = [m for m in odd.mentions if m.full]
            if len(full) != 1 or len(odd.mentions) > len(full):
                continue
            usual = self._usual(story, odd, full[0])
            if usual and self._slip(story, full[0], usual):
                yield _match(full[0], usual, int(_titled_otherwise(story, full[0], usual) or len(usual.mentions) < self.often))

    def _usual(self, story: Story, odd: Person, mention: Mention) -> Person | None:
        """The other person of the surname, named often enough; where there are several, one named more than all of them."""
        others = [p for p in story.people.named(mention.surname) if p is not odd and " " in p.name]
        most = max(others, key=lambda p: len(p.mentions), default=None)
        rest = sum(len(p.mentions) for p in others) - len(most.mentions) if most else 0
        listed = most is not None and bool(story.facts.about(most.name, "holds"))
        enough = max(3 * self.often, rest + 1) if rest else 1 if listed else self.often
        return most if most and len(most.mentions) >= enough else None

    def _slip(self, story: Story, odd: Mention, usual: Person) -> bool:
        given, known = odd.words[0], usual.name.split()[0]
        if self._same_person(story, given, known) or len(fold(given)) < 2 or story.facts.about(odd.name):
            return False
        if len(odd.words) > 2 and len(usual.name.split()) == 2:
            return False
        if not _names(story, odd) or _introduced(story, odd, usual) or any(speaks_of_family(story, m) for m in (odd, *usual.mentions[:2])):
            return False
        return not _alone(story, given, odd)

    def _same_person(self, story: Story, one: str, other: str) -> bool:
        if same_first_name(one, other, story.facts):
            return True
        return any({fold(one), fold(other)} <= set(map(fold, group.split())) for group in self.nicknames)


def _names(story: Story, odd: Mention) -> bool:
    """Whether the words are a first name, by a list or a title before it, and a surname, and no couple shares the surname."""
    facts, (given, *_) = story.facts, odd.words
    everyday = facts.listed("english", odd.surname.lower()) and not facts.listed("surnames", odd.surname)
    if (
        everyday
        or not (odd.title or facts.listed("given-names", given))
        or facts.about(given, "named")
        or facts.about(odd.surname, "named")
    ):
        return False
    return not _PAIR.search(odd.block.text[: odd.span.start]) and given != "Will"


def _titled_otherwise(story: Story, odd: Mention, usual: Person) -> bool:
    """Whether a noun before the name, in small letters, is said of the usual person nowhere: `coach Tony Vance`."""
    noun = odd.block.text[: odd.span.start].rstrip().rpartition(" ")[2]
    told = (m.block.text[slice(*story.sentence(m.block, m.span.start))] for m in usual.mentions)
    return noun in TITLE_NOUNS and not any(has_word(text, noun) for text in told)


def _introduced(story: Story, odd: Mention, usual: Person) -> bool:
    """Whether the name comes with an age, a description or a town, and so is a new person's: `Tony Vance, 34,`."""
    mentions = story.people.mentions
    return mentions.index(usual.mentions[0]) < mentions.index(odd) and _DESCRIBED.match(odd.block.text, odd.span.end) is not None


def _alone(story: Story, given: str, odd: Mention) -> bool:
    """Whether the first name stands anywhere else in the story, as a person who is there more than by a slip would."""
    return any(token.text == given and token.span != odd.chain.tokens[odd.start].span for chain in story.chains for token in chain.tokens)


def _match(odd: Mention, usual: Person, doubt: int) -> Match:
    full = [m for m in usual.mentions if m.full]
    given = odd.chain.tokens[odd.start]
    fix = full[0].words[0]
    evidence = (shown(full[0]) if full[0].titles else Evidence(full[0].name, full[0].block, full[0].span),)
    words = {"match": given.text, "fix": fix, "surname": odd.surname, "count": str(len(full))}
    return Match(odd.block, Span(*given.span), (fix,), words, evidence, doubt)
