"""Honorific: one person called Mr. and once Ms. (or the reverse) in one story, or a courtesy title that the first name gainsays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.family import kin_beside, speaks_of_family, speaks_of_marriage
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import shown
from lintnews.ledger.titles import Sort
from lintnews.model import Match
from lintnews.record import record
from lintnews.words import fold, times

_SEX = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}


@record
class Check:
    """A courtesy title of the other sex, once, for a surname that has one sort of courtesy title `often` times.

    So is one that stands once for the only person of that surname, whose first name the list `sexes` gives to the other sex only.
    Nothing is said where two people of the surname are named in full, or where the story speaks of a family there. Where it has
    a word for a spouse anywhere, or both titles in one sentence, the match is in doubt by one step.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "count", "times", "told")
    often: int = 2
    sexes: str = ""

    def find(self, story: Story) -> Iterator[Match]:
        for mentions in _by_surname(story).values():
            sexes = [_sex(mention) for mention in mentions]
            for odd, sex in zip(mentions, sexes, strict=True):
                others = [m for m, s in zip(mentions, sexes, strict=True) if s != sex]
                if sexes.count(sex) == 1 and len(others) >= self.often and self._slip(story, odd):
                    yield _match(odd, others, int(_may_be_two(story, odd) or _beside(story, odd, others)))
                elif sexes.count(sex) == 1 and self.sexes and (match := self._gainsaid(story, odd, sex, others)):
                    yield match

    def _gainsaid(self, story: Story, odd: Mention, sex: str, others: list[Mention]) -> Match | None:
        """A title against the first name of the one person of the surname in the story."""
        people = [p for p in story.people.persons if " " in p.name and fold(p.name.split()[-1]) == fold(odd.surname)]
        given = people[0].name.split()[0] if len(people) == 1 else ""
        other = next(iter(story.facts.paired(self.sexes, given)), sex) if given else sex
        if (
            other == sex
            or not self._one(story, odd)
            or any(m.titles and fold(m.title_text()) in ("mr", "mrs", "ms") and m.full for m in others)
        ):
            return None
        point = "." if odd.block.text[odd.chain.span(odd.titles[-1].start, odd.titles[-1].end).end - 1] == "." else ""
        usual = others[0] if others else next(m for m in people[0].mentions if m.full)
        return _match(odd, [usual], int(not others or _may_be_two(story, odd)), ("Mr" if other == "m" else "Ms") + point)

    def _one(self, story: Story, odd: Mention) -> bool:
        """Whether nothing near speaks of another of the name, and no other first name stands before it anywhere."""
        firsts = {fold(chain.phrase.words[i - 1]) for chain, i in story.words_of_names.get(fold(odd.surname), ()) if i}
        courtesy = {fold(word) for word in firsts} & {"mr", "mrs", "ms", "miss", "dr"}
        names = {word for word in firsts - courtesy if story.facts.listed("given-names", word.title())}
        return len(names) < 2 and not kin_beside(story, odd)

    def _slip(self, story: Story, odd: Mention) -> bool:
        people = {p.name for p in story.people.named(odd.surname) if " " in p.name}
        return len(people) < 2 and not odd.full and not kin_beside(story, odd)


def _by_surname(story: Story) -> dict[str, list[Mention]]:
    """The mentions with a courtesy title that tells a sex, by surname."""
    out: dict[str, list[Mention]] = {}
    for mention in story.people.mentions:
        if mention.title and mention.title.sort is Sort.COURTESY and _sex(mention):
            out.setdefault(fold(mention.surname), []).append(mention)
    return out


def _sex(mention: Mention) -> str:
    assert mention.title
    return _SEX.get(fold(mention.chain.text(mention.title.start, mention.title.end)), "")


def _beside(story: Story, odd: Mention, others: list[Mention]) -> bool:
    """Whether one sentence has both titles."""
    span = story.sentence(odd.block, odd.span.start)
    return any(m.block is odd.block and span.holds(m.span) for m in others)


def _may_be_two(story: Story, odd: Mention) -> bool:
    """Whether the story has a couple or a family in it."""
    return speaks_of_marriage(story) or speaks_of_family(story, odd)


def _match(odd: Mention, others: list[Mention], doubt: int, usual: str = "") -> Match:
    assert odd.title
    if not usual:
        assert others[0].title
        usual = others[0].chain.text(others[0].title.start, others[0].title.end)
    span = odd.chain.span(odd.title.start, odd.title.end)
    text = odd.block.text[span.start : span.end]
    told = f"the story names {others[0].name}" if others[0].full else f"the story writes “{usual} {odd.surname}” {times(len(others))}"
    words = {"match": text, "fix": usual, "surname": odd.surname, "count": str(len(others)), "times": times(len(others)), "told": told}
    return Match(odd.block, span, (usual,), words, (shown(others[0]),), doubt)
