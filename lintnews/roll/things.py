"""A story's hits in, an entry for each body, place, post and other name out, the mentions of one name gathered."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.ledger import Story
from lintnews.ledger.people import Person
from lintnews.ledger.posts import on
from lintnews.model import Fact, Span
from lintnews.record import replace
from lintnews.roll.nouns import Entry, How, Sort
from lintnews.roll.people import Persons
from lintnews.roll.scan import Hit, Key, key_of
from lintnews.words import fold


def entries(story: Story, persons: Persons, found: list[Hit]) -> Iterator[Entry]:
    """An entry for each name that is no person of the ledger's, its mentions gathered."""
    gathered: dict[Key, list[Hit]] = {}
    for hit in (_of_its_holder(hit, persons) for hit in found):
        if not hit.person:
            gathered.setdefault(key_of(hit), []).append(hit)
    for short, long in _spelled_out(story, gathered):
        gathered[long] += gathered.pop(short)
    order = {id(block): i for i, block in enumerate(story.document.blocks)}
    for group in gathered.values():
        group.sort(key=lambda hit: (order[id(hit.chain.block)], hit.span))
        yield _entry(group, story, persons)


def _of_its_holder(hit: Hit, persons: Persons) -> Hit:
    """A post under the name that it has by the person it stands before: `President` of France, not of the United States."""
    holder = _holder(hit, persons)
    if hit.sort is not Sort.POST or holder is None:
        return hit
    for claim in persons.claims(holder):
        if claim.facts and fold(claim.printed) == fold(hit.printed):
            name = claim.facts[0].value.removeprefix("Acting ")
            posts = tuple(fact for fact in persons.story.facts.about(name, "post") if fact.subject == name)
            return replace(hit, name=name, facts=posts or hit.facts)
    return hit


def _holder(hit: Hit, persons: Persons) -> Person | None:
    """The person whose name follows a post."""
    mentions = persons.story.people.mentions
    return next((persons.story.people.of(m) for m in mentions if m.chain is hit.chain and m.start == hit.end), None)


def _spelled_out(story: Story, gathered: dict[Key, list[Hit]]) -> Iterator[tuple[Key, Key]]:
    """The initialisms that no list knows, each with the name that spells it out in the story."""
    spots: dict[int, list[tuple[Span, Key]]] = {}
    for key, group in gathered.items():
        for hit in group:
            spots.setdefault(id(hit.chain.block), []).append((hit.span, key))
    shorts = {fold(acronym.text): acronym.expansion for acronym in story.acronyms if acronym.expansion}
    for key, group in list(gathered.items()):
        block, span = shorts.get(key[1]) or (None, None)
        if block is None or span is None or group[0].facts:
            continue
        long = next((other for place, other in spots.get(id(block), ()) if place.overlaps(span) and other != key), None)
        if long and long in gathered:
            yield key, long


def _entry(group: list[Hit], story: Story, persons: Persons) -> Entry:
    first = group[0]
    listed = next((hit for hit in group if hit.facts), None)
    kind = next((hit.kind for hit in group if hit.kind), "")
    sort = listed.sort if listed else next((hit.sort for hit in group if hit.sort is not Sort.NAME), Sort.NAME)
    printed = list(dict.fromkeys(hit.printed for hit in group))
    name = _name(printed, listed)
    people = dict.fromkeys(person.name for hit in group if (person := _holder(hit, persons)))
    block, span = first.chain.block, first.span
    facts = listed.facts if listed else ()
    forms = tuple(form for form in printed if form != name)
    holders = _holders(listed, story) if sort is Sort.POST else ()
    return Entry(name, sort, _how(listed, kind, len(group)), block, span, len(group), kind, forms, (), facts, holders, tuple(people))


def _name(printed: list[str], listed: Hit | None) -> str:
    """The form that an entry goes by: the listed one where the story has several, else the first not set in capitals."""
    if listed and len(printed) > 1 and listed.sort is not Sort.POST:
        return listed.name
    return next((form for form in printed if not form.isupper()), printed[0])


def _how(listed: Hit | None, kind: str, count: int) -> How:
    if listed:
        dated = any(fact.relation not in ("named", "demonym") for fact in listed.facts)
        return How.FACT if dated else How.LISTED
    return How.LISTED if kind else How.STORY if count > 1 else How.UNKNOWN


def _holders(listed: Hit | None, story: Story) -> tuple[Fact, ...]:
    """Who held a post on the story's day, where the post is one and the day is known."""
    if listed is None or story.day is None:
        return ()
    held = (*story.facts.where("holds", listed.name), *story.facts.where("holds", f"Acting {listed.name}"))
    day = story.day
    return tuple(fact for fact in held if on(fact, day) and (fact.until or day.isoformat() <= fact.as_of))
