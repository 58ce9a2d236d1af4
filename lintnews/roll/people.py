"""A story in, its people out: each with all mentions, those in headlines too, and the posts printed with the name checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import regex

from lintnews.ledger import Story
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import first_day, forms, has_word, last_day, on
from lintnews.ledger.titles import COURTESY, Sort, grade
from lintnews.model import Block, Fact, Span
from lintnews.roll.nouns import Claim, Entry, How, Standing
from lintnews.roll.nouns import Sort as NameSort
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.roll.scan import Hit

#: Relations that say who a person is, the weightiest first.
_ABOUT = ("holds", "rank", "represents", "party")
#: A legislator's title, folded, and how the value of `represents` begins.
_SEATS = {
    **dict.fromkeys(("sen", "senator", "us senator", "us sen"), "senator "),
    **dict.fromkeys(("rep", "representative", "congressman", "congresswoman", "us rep", "us representative"), "representative "),
}
_FORMER = regex.compile(r"(?:\b(?:former|onetime|ex|then|late)\b[\s-]*)\Z", regex.I)
_AFTER = regex.compile(r",\s+(?:(?:the|a|an|its|his|her|their)\s+)?(?P<former>(?:former|onetime|ex-|then-)\s*)?", regex.I)


class Persons:
    """The people of a story with what the facts know of each."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.all = story.people.persons
        self._claims: dict[int, tuple[Claim, ...]] = {}
        self._by_key = self._keys()

    def _keys(self) -> dict[str, Person]:
        """Whom a name means: a full form its person, a surname the one of that surname who is named most."""
        out: dict[str, Person] = {}
        for person in sorted(self.all, key=lambda person: -len(person.mentions)):
            for mention in person.mentions:
                out.setdefault(fold(mention.name), person)
                out.setdefault(fold(mention.surname), person)
        return out

    def of(self, name: str) -> Person | None:
        """The person of a full name or surname."""
        return self._by_key.get(fold(name))

    def of_first(self, name: str) -> Person | None:
        """The one person of a first name, where a list has it as one: a story that calls its people by it."""
        found = [person for person in self.all if " " in person.name and fold(person.name.split()[0]) == fold(name)]
        return found[0] if len(found) == 1 and self.story.facts.listed("given-names", name) else None

    def known(self, person: Person, relation: str) -> tuple[Fact, ...]:
        """The facts of a relation about a person, by the fullest name that has any."""
        names = dict.fromkeys([person.name, *(mention.name for mention in person.mentions if mention.full)])
        if " " not in person.name:
            names = dict.fromkeys(self._by_post(person))
        return next((found for name in names if (found := self.story.facts.about(name, relation))), ())

    def _by_post(self, person: Person) -> Iterator[str]:
        """The one holder of a printed post who has the surname, where the story gives no first name: `President Obama`."""
        facts, day = self.story.facts, self.story.day
        titles = {m.chain.text(t.start, t.end) for m in person.mentions for t in m.titles if t.sort is Sort.POST}
        posts = dict.fromkeys(post.subject for title in sorted(titles) for post in facts.about(title, "post"))
        held = [fact for post in posts for fact in facts.where("holds", post) if fold(fact.subject).split()[-1:] == [fold(person.name)]]
        then = [fact for fact in held if day and on(fact, day)] or held
        if len({fact.subject for fact in then}) == 1:
            yield then[0].subject

    def claims(self, person: Person) -> tuple[Claim, ...]:
        """The posts and ranks printed with a person, each once."""
        if id(person) not in self._claims:
            found = [claim for mention in person.mentions for claim in self._of_mention(person, mention)]
            self._claims[id(person)] = tuple({(fold(claim.printed), claim.former): claim for claim in reversed(found)}.values())[::-1]
        return self._claims[id(person)]

    def _of_mention(self, person: Person, mention: Mention) -> Iterator[Claim]:
        posts, ranks, seats = (self.known(person, relation) for relation in ("holds", "rank", "represents"))
        for element in mention.titles:
            printed = mention.chain.text(element.start, element.end)
            former = _FORMER.search(mention.block.text[: mention.chain.tokens[element.start].span.start]) is not None
            if element.sort in (Sort.POST, Sort.NOUN) and fold(printed) not in COURTESY:
                seat = _SEATS.get(fold(printed), "-")
                sat = [fact for fact in seats if fact.value.startswith(seat)]
                yield self._claim(printed, [*(fact for fact in posts if self._means(fact, printed)), *sat], former=former)
            elif element.sort is Sort.RANK:
                yield self._claim(printed, [fact for fact in ranks if fold(fact.value.partition(",")[0]) == grade(printed)], former=former)
        yield from self._after(mention, posts)

    def _means(self, fact: Fact, printed: str) -> bool:
        return any(has_word(form, printed) for form in forms(self.story.facts, fact.value))

    def _after(self, mention: Mention, posts: Iterable[Fact]) -> Iterator[Claim]:
        """A post that the person is known by and that stands after the name: `Kofi Annan, secretary-general of the United Nations`."""
        lead = _AFTER.match(mention.block.text, mention.span.end)
        if not lead:
            return
        rest = mention.block.text[lead.end() :]
        fitting = [(form, fact) for fact in posts for form in forms(self.story.facts, fact.value) if _opens(rest, form)]
        if fitting:
            longest = max((form for form, _ in fitting), key=len)
            facts = [fact for form, fact in fitting if len(form) == len(longest)]
            yield self._claim(rest[: len(longest)], list(dict.fromkeys(facts)), former=bool(lead["former"]))

    def _claim(self, printed: str, facts: list[Fact], *, former: bool) -> Claim:
        day = self.story.day
        standing = _standing(facts, day, former=former)
        if day and not former and (then := [fact for fact in facts if on(fact, day)]):
            facts = then
        return Claim(printed, standing, tuple(facts), former)


def _opens(text: str, form: str) -> bool:
    """Whether a text begins with a post's form, whatever its capitals."""
    return text[: len(form)].lower() == form.lower() and not text[len(form) : len(form) + 1].isalpha()


def _standing(facts: list[Fact], day: date | None, *, former: bool) -> Standing:
    if not facts:
        return Standing.NOT_KNOWN
    if day is None:
        return Standing.UNDATED
    if former:
        over = any(fact.until and first_day(fact.until) <= day.toordinal() for fact in facts)
        return Standing.AGREES if over else Standing.OTHER_TIME
    holding = [fact for fact in facts if on(fact, day)]
    if not holding:
        return Standing.OTHER_TIME
    sure = any(fact.until or day.toordinal() <= last_day(fact.as_of) for fact in holding)
    return Standing.AGREES if sure else Standing.OPEN


def entries(persons: Persons, hits: Iterable[Hit]) -> Iterator[Entry]:
    """An entry for each person; `hits` bring the mentions in headlines."""
    places: dict[int, list[tuple[Block, Span]]] = {id(person): [] for person in persons.all}
    for person in persons.all:
        places[id(person)] += [(mention.block, mention.span) for mention in person.mentions]
    for hit in hits:
        if hit.person:
            places[id(hit.person)].append((hit.chain.block, hit.span))
    order = {id(block): i for i, block in enumerate(persons.story.document.blocks)}
    for person in persons.all:
        found = sorted(places[id(person)], key=lambda place: (order[id(place[0])], place[1]))
        yield _entry(persons, person, found)


def _entry(persons: Persons, person: Person, found: list[tuple[Block, Span]]) -> Entry:
    claims = persons.claims(person)
    known = tuple(fact for relation in _ABOUT for fact in persons.known(person, relation))
    how = How.FACT if known else How.STORY if len(found) > 1 else How.UNKNOWN
    printed = dict.fromkeys(" ".join(block.text[span.start : span.end].split()) for block, span in found)
    forms = tuple(form for form in printed if form != person.name)
    block, span = found[0]
    facts = _shown(known, claims, persons.story.day)
    return Entry(person.name, NameSort.PERSON, how, block, span, len(found), forms=forms, claims=claims, facts=facts)


def _shown(known: tuple[Fact, ...], claims: tuple[Claim, ...], day: date | None) -> tuple[Fact, ...]:
    """The facts that tell who a person is, beside those of the claims: those that hold on the day, else the latest; the party."""
    party = tuple(fact for fact in known if fact.relation == "party" and (day is None or on(fact, day)))
    rest = [fact for fact in known if fact.relation != "party"]
    if any(claim.facts for claim in claims):
        return party
    then = tuple(fact for fact in rest if day and on(fact, day))
    return (*(then or sorted(rest, key=lambda fact: fact.since)[-1:]), *party)
