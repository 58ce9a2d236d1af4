"""Holder's name: a post or a seat with a full name whose surname is the holder's, and whose first name is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.affiliations import seat_of
from lintnews.ledger.era import during
from lintnews.ledger.family import kin_beside, speaks_of_family
from lintnews.ledger.names import same_first_name
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import of_one, singles, surnamed
from lintnews.ledger.states import STATE, named
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import fold

#: A legislator's state behind the name, with the party or without: ` (R-Ohio)`, `, D., Ohio`, ` (R) of Ohio`, ` of Ohio`.
_STATE = lazily.pattern(rf"(?:,? \(?[DRI](?:epublican|emocrat)?(?:\)? (?:of|from) |\.?[-–‑‐]|\., )|,? of )(?P<state>{STATE})")
#: What makes a title one of a state's own legislators.
_STATE_HOUSE = lazily.pattern(r"(?:\b(?:[Ss]tate|Assembly|former)|[’']s) \Z")


@record
class Check:
    """A listed post of one holder before a name that only the first name keeps from being the holder's, or only the surname.

    The holder is the one of the story's day or, without a day, of the time that the posts in it leave open. A name that
    a fact gives a post, a seat or a rank is left alone, and so are nicknames and initials. Another surname counts where it is
    another listed person's: `Belarusian President Alexander Poroshenko`. So is a name whose surname the story has alone behind the
    holder's post elsewhere, and a legislator's, where the state behind it is that of the one legislator of the surname: both in
    doubt by one step.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "post", "name", "holder", "told")
    slack: int = 30

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            title = mention.title
            if not (mention.full and title and title.sort is Sort.POST) or _held_something(story, mention):
                continue
            printed = mention.chain.text(title.start, title.end)
            holders = self._holders(story, printed)
            named = [fact for fact in holders if fold(fact.subject).split()[-1] == fold(mention.surname)]
            if len({fact.subject for fact in named}) == 1 and not _known(story, named[0], mention):
                yield _match(mention, mention.start, printed, named[0], named[0].subject.split()[0])
                continue
            if match := _numbered(mention, printed, holders):
                yield match
                continue
            mixed = [] if named else [fact for fact in holders if _mixed(story, fact, mention)]
            if len({fact.subject for fact in mixed}) == 1:
                at = max(i for i in range(mention.start, mention.end) if mention.chain.tokens[i].text == mention.surname)
                yield _match(mention, at, printed, mixed[0], mixed[0].subject.split()[-1])
        for person in story.people.persons:
            if (odd := _alone(story, person)) and (fact := _seated(story, odd) or _titled(story, person)) and not _known(story, fact, odd):
                yield _match(odd, odd.start, fact.value, fact, fact.subject.split()[0], 1)

    def _holders(self, story: Story, printed: str) -> list[Fact]:
        """The holders of the post in the story's time."""
        posts = dict.fromkeys(fact.subject for fact in story.facts.about(printed, "post"))
        single = [post for post in posts if of_one(story.facts, post)]
        return [fact for post in single for fact in story.facts.where("holds", post) if during(fact, story.era, self.slack)]


def _held_something(story: Story, mention: Mention) -> bool:
    """Whether the name is that of one who holds something, or was in public life without: a relative of the holder is no holder."""
    return any(fact.relation != "named" and fact.relation != "born" for fact in story.facts.about(mention.name))


def _known(story: Story, fact: Fact, mention: Mention) -> bool:
    """Whether the first name is one of the holder's, in any form of the name."""
    given = mention.words[0]
    return any(same_first_name(given, word, story.facts) for form in (fact.subject, *fact.aliases) for word in form.split()[:-1])


def _mixed(story: Story, fact: Fact, mention: Mention) -> bool:
    """Whether the name is the holder's first name with the surname of another listed holder of any post."""
    forms = [form.split() for form in (fact.subject, *fact.aliases)]
    own = {fold(word) for form in forms for word in form[1:]}
    first = fold(mention.words[0]) in {fold(form[0]) for form in forms} and len(mention.words[0]) > 2
    return first and fold(mention.surname) not in own and story.facts.ends_name(mention.surname, ("holds",))


def _numbered(mention: Mention, printed: str, holders: list[Fact]) -> Match | None:
    """The name of a pope or a king who has another number: `Pope Benedict XIV`."""
    forms = {form: fact for fact in holders for form in (fact.subject, *fact.aliases)}
    for form, fact in forms.items():
        *name, number = form.removeprefix(f"{printed} ").split()
        numbers = all(set(word) <= set("IVX") for word in (number, mention.words[-1]))
        if numbers and name == list(mention.words[:-1]) and number != mention.words[-1]:
            return _match(mention, mention.end - 1, printed, fact, number, 1)
    return None


def _alone(story: Story, person: Person) -> Mention | None:
    """The one full mention of a person whom no fact knows, whose surname nobody else has in the story, and who is of no family."""
    full = [m for m in person.mentions if m.full]
    if len(full) != 1 or len(person.mentions[0].words) > 3 or story.facts.about(person.name):
        return None
    odd = full[0]
    others = [p for p in story.people.named(odd.surname) if p is not person and " " in p.name]
    first = odd.words[0]
    given = first != "Will" and story.facts.listed("given-names", first) and not story.facts.about(first, "named")
    if others or not given or (odd.title and odd.title.sort is Sort.POST):
        return None
    return None if kin_beside(story, odd) or speaks_of_family(story, odd) else odd


def _titled(story: Story, person: Person) -> Fact | None:
    """The one holder of a post who had it in the story's time and is named in it by the surname alone: `President Orr`."""
    for mention in person.mentions:
        title = mention.title
        if mention.full or title is None or title.sort is not Sort.POST or not singles(story.facts, mention.title_text()):
            continue
        terms = [f for f in surnamed(story.facts, mention.title_text(), mention.surname) if during(f, story.era)]
        if len({f.subject for f in terms}) == 1:
            return terms[0]
    return None


def _seated(story: Story, odd: Mention) -> Fact | None:
    """The one legislator of the surname from the state behind the name, where the title before it names the seat."""
    seat = seat_of(odd.title_text()) if odd.title else ""
    state = _STATE.match(odd.block.text, odd.span.end) if seat else None
    start = (odd.title_span() or odd.span).start
    if not state or _STATE_HOUSE.search(odd.block.text, max(0, start - 12), start):
        return None
    seats = [f for f in story.facts.surnamed(odd.surname, "represents") if during(f, story.era)]
    here = [f for f in seats if f.value == f"{seat} from {named(state['state'])}"]
    return here[0] if len({f.subject for f in here}) == 1 else None


def _match(mention: Mention, at: int, printed: str, fact: Fact, fix: str, doubt: int = 0) -> Match:
    token = mention.chain.tokens[at]
    told = f"the {printed} of that {'surname' if doubt and at == mention.start else 'time'} was {fact.subject}"
    words = {"match": token.text, "fix": fix, "surname": mention.surname, "post": printed, "name": mention.name, "holder": fact.subject}
    return Match(mention.block, Span(*token.span), (fix,), {**words, "told": told}, (Evidence(fact.sentence(), fact=fact),), doubt)
