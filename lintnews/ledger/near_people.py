"""A story in; out come the names in it that a listed person's is two letters away from, or that have another spelling of the first name.

One letter away is the business of `near-miss` and its index; two are sought only where one half of the name is the listed one's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger.known import known_word
from lintnews.ledger.names import spelled_otherwise
from lintnews.ledger.namesake import described, post_beside, titled
from lintnews.ledger.people import Mention
from lintnews.model import Fact
from lintnews.words import edits, fold, one_edit

if TYPE_CHECKING:
    from lintnews.ledger import Story

_WORD = lazily.pattern(r"\p{Lu}[’']?\p{L}*\p{Ll}")
#: Relations of people whose names copy must spell right.
_PEOPLE = ("holds", "represents", "named", "rank")
#: Letters of a word in which two may be wrong, and how many begin two spellings of one first name.
_LONG, _ALIKE = 7, 3


class NearPerson(NamedTuple):
    """A mention, the word of it that is wrong, the listed one, the fact that lists the person."""

    mention: Mention
    wrong: int
    right: str
    fact: Fact


def read(story: Story) -> Iterator[NearPerson]:
    """Full names of a first name and a surname that no fact knows, stand once, and are a listed person's but for one word."""
    for mention in story.people.mentions:
        if _plain(story, mention):
            given, surname = mention.words[0], mention.surname
            found = [*_surname(story, mention, given, surname), *_given(story, mention, given, surname)]
            yield from (near for near in found[:1] if not titled(mention.block, mention.span) or post_beside(story, mention, near.fact))


def _plain(story: Story, mention: Mention) -> bool:
    """Whether a name is of two words, no listed one's, and stands without what would introduce another person."""
    if len(mention.words) != 2 or min(map(len, mention.words)) < _ALIKE or not all(map(_WORD.fullmatch, mention.words)):
        return False
    return not story.facts.about(mention.name) and not described(mention.block, mention.span)


def _once(story: Story, word: str) -> bool:
    """Whether no other name of the story has the word."""
    return len(story.words_of_names.get(fold(word), ())) < 2


def _surname(story: Story, mention: Mention, given: str, surname: str) -> Iterator[NearPerson]:
    """The one listed person of the first name, two letters in whose surname are wrong."""
    if len(surname) < _LONG - 1 or not _once(story, surname) or known_word(surname, story.facts):
        return
    key, found = fold(surname), {}
    for relation in _PEOPLE:
        for form in story.facts.starting(relation, given):
            last = form.split()[-1]
            if len(last) < _LONG or form.count(" ") > 1 or fold(last)[:1] != key[:1]:
                continue
            if edits(fold(last), key, 2) == 2:
                found[last] = form
    if len(found) == 1:
        ((right, form),) = found.items()
        yield NearPerson(mention, 1, right, story.facts.about(form)[0])


def _given(story: Story, mention: Mention, given: str, surname: str) -> Iterator[NearPerson]:
    """The one listed person of the surname, whose first name is the printed one in another spelling."""
    people = _of_surname(story.facts, surname) if _once(story, given) else []
    if len({fact.subject for fact in people}) != 1:
        return
    fact = people[0]
    firsts = {form.split()[0] for f in people for form in (f.subject, *f.aliases)}
    if given not in firsts and (right := next((first for first in sorted(firsts) if _twins(story.facts, given, first)), "")):
        yield NearPerson(mention, 0, right, fact)


def _of_surname(facts: FactBase, surname: str) -> list[Fact]:
    found = (fact for relation in _PEOPLE for fact in facts.surnamed(surname, relation))
    return [fact for fact in found if fact.relation != "named" or fact.value == "person"]


def _twins(facts: FactBase, given: str, first: str) -> bool:
    """Whether two first names are one in two spellings, neither short for the other by any list."""
    a, b = fold(given), fold(first)
    if any(facts.listed("nicknames", f"{x} {y}") for x, y in ((given, first), (first, given))):
        return False
    if spelled_otherwise(given, first):
        return not (len(b) > len(a) + 1 or len(a) > len(b) + 1)
    return a[:_ALIKE] == b[:_ALIKE] and min(len(a), len(b)) >= _LONG - 1 and not one_edit(a, b) and edits(a, b, 2) == 2
