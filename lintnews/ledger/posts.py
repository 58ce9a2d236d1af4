"""A person named in a story in; out come the posts that the story and the fact base give that person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lintnews.facts import FactBase
from lintnews.ledger.people import Mention
from lintnews.model import Evidence, Fact
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.ledger import Story


def elsewhere(story: Story, mention: Mention) -> Iterator[Mention]:
    """The other mentions of the same person that have a title."""
    person = story.people.of(mention)
    return (m for m in person.mentions if m is not mention and m.titles)


def held(story: Story, mention: Mention) -> tuple[Fact, ...]:
    """The posts that the fact base gives the person, those of the story's time first.

    The person is looked up by the name as printed, then by the fullest name in the story.
    """
    return tuple(sorted(ever_held(story, mention), key=lambda fact: _far(fact, story)))


def ever_held(story: Story, mention: Mention) -> tuple[Fact, ...]:
    """The posts that the fact base gives the person, in its own order."""
    for name in (mention.name, story.people.of(mention).name):
        if " " in name and (found := story.facts.about(name, "holds")):
            return found
    return ()


def _far(fact: Fact, story: Story) -> tuple[bool, bool]:
    """How far a term is from the story: held in its time before others, for good before acting."""
    from lintnews.ledger.era import during

    return not during(fact, story.era), fact.value.startswith("Acting ")


def forms(facts: FactBase, post: str) -> tuple[str, ...]:
    """Every printed form of a post, the canonical one first; an acting holder's post is the post."""
    bare = post.removeprefix("Acting ")
    listed = facts.about(bare, "post")
    return tuple(dict.fromkeys([bare, *(form for fact in listed if fact.subject == bare for form in fact.aliases)]))


def offered(facts: FactBase, post: str) -> tuple[str, ...]:
    """The printed forms of a post but for those that are only read (`State Secretary`)."""
    return tuple(form for form in forms(facts, post) if not facts.about(form, "read-only"))


#: Nouns of posts that houses print in different ways.
_SPELLINGS = (("Adviser", "Advisor"), ("Chairman", "Chair", "Chairwoman"), ("Press Secretary", "press secretary"))


def spellings(title: str) -> tuple[str, ...]:
    """A title, then the same with its noun as other houses print it, or as other holders have it."""
    for group in _SPELLINGS:
        for noun in group:
            if title.endswith(f" {noun}"):
                return tuple(dict.fromkeys([title, *(title.removesuffix(noun) + other for other in group)]))
    return (title,)


def form_like(facts: FactBase, post: str, printed: str) -> str:
    """The printed form of a post that is built like another title: with `of` or without, with `U.S.` or without."""
    shape = (" of " in printed, printed.startswith("U.S. "))
    known = [form for form in offered(facts, post) if form[0].isupper()] or [post]
    return next((form for form in known if (" of " in form, form.startswith("U.S. ")) == shape), known[0])


#: Kinds of place that a post belongs to, and words of posts that one country alone has.
_PLACES = frozenset({"country", "state", "territory", "city"})
_OWNERS = frozenset({"White", "Homeland", "Treasury", "Senate", "House", "Fed", "Federal"})


def owned(facts: FactBase, printed: str) -> bool:
    """Whether a post as printed tells whose it is: a country's, a state's, or one body's."""
    words = printed.split()
    parts = (*words, " ".join(words[:2]), " ".join(words[:-1]))
    places = (fact.value in _PLACES for part in parts for fact in facts.about(part, "named"))
    marked = ((word.isupper() and len(word) > 1) or word in _OWNERS or bool(facts.about(word, "demonym")) for word in words)
    return any(marked) or any(places)


def ways(facts: FactBase, post: str, printed: str) -> tuple[str, ...]:
    """The forms in which print gives a post before a name: the one built like the printed title, and the usual short one."""
    short = next((form for form in offered(facts, post) if form[0].isupper() and " of " not in form), "")
    liked = form_like(facts, post, printed)
    return tuple(dict.fromkeys(form for title in (liked, short or liked) for form in spellings(title)[:2]))


def bodies(facts: FactBase, post: str) -> tuple[str, ...]:
    """The bodies that a post belongs to."""
    return tuple(fact.value for fact in facts.about(post.removeprefix("Acting "), "post"))


def on(fact: Fact, day: date, slack: int = 0) -> bool:
    """Whether a fact held on a day; `slack` days are given at either end. Days known only by month or year hold throughout it."""
    ordinal = day.toordinal()
    return (not fact.since or first_day(fact.since) - slack <= ordinal) and (not fact.until or ordinal <= last_day(fact.until) + slack)


def known_on(fact: Fact, day: date, slack: int = 0) -> bool:
    """Whether a fact held on a day, as far as it is known: one without an end counts up to the day it was true."""
    return on(fact, day, slack) and bool(fact.until or day.isoformat() <= fact.as_of)


def of_one(facts: FactBase, post: str) -> bool:
    """Whether a post is held by one person at a time."""
    return any(fact.value == "one" for fact in facts.about(post, "holders"))


def singles(facts: FactBase, printed: str) -> list[str]:
    """The posts of one holder that a printed title may name."""
    return [post for post in dict.fromkeys(fact.subject for fact in facts.about(printed, "post")) if of_one(facts, post)]


def surnamed(facts: FactBase, printed: str, surname: str) -> list[Fact]:
    """The terms, for good or acting, of those of a surname in the posts of one holder that a printed title may name."""
    terms = (f for post in singles(facts, printed) for value in (post, f"Acting {post}") for f in facts.where("holds", value))
    return [f for f in terms if any(_last(form) == fold(surname) for form in (f.subject, *f.aliases))]


def _last(form: str) -> str:
    """The last word of a name, but for the number of a pope or a king, folded."""
    words = form.split()
    return fold(words[-2] if len(words) > 1 and set(words[-1]) <= set("IVX") else words[-1])


def superseded(facts: FactBase, fact: Fact, day: date, slack: int = 0) -> bool:
    """Whether a term without an end was over by a day, since another has the post, of one holder, from a later day on."""
    post = fact.value.removeprefix("Acting ")
    if fact.until or not fact.since or not of_one(facts, post):
        return False
    begun = first_day(fact.since)
    later = (last_day(f.since) for f in facts.where("holds", post) if f.since and f.subject != fact.subject)
    return any(begun < start <= day.toordinal() - slack for start in later)


def first_day(text: str) -> int:
    """The ordinal of the first day that `2019`, `2019-10` or `2019-10-01` may mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def last_day(text: str) -> int:
    """The ordinal of the last day that `2019`, `2019-10` or `2019-10-01` may mean."""
    parts = list(map(int, text.split("-")))
    if len(parts) == 3:
        return date(*parts).toordinal()
    year, month = (*parts, 12)[:2]
    return (date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)).toordinal() - 1


def shown(mention: Mention) -> Evidence:
    """A mention with its title as evidence."""
    span = mention.title_span()
    whole = mention.chain.span(mention.titles[0].start, mention.end) if span else mention.span
    return Evidence(mention.block.text[whole.start : whole.end], mention.block, whole)


def has_word(text: str, word: str) -> bool:
    """Whether a folded text holds a word or phrase whole."""
    return f" {fold(word)} " in f" {fold(text)} "
