"""A story in, its people out: every mention with the title before it, gathered under one person each.

No statistical model: a name is told by the title before it, by a listed given name, by the fact base, or by an earlier
full mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger.chains import PARTICLES, Chain, Phrase
from lintnews.ledger.days import MONTHS, WEEKDAYS
from lintnews.ledger.titles import COURTESY, TITLE_NOUNS, Element, Sort, elements_of
from lintnews.model import PROSE, Block, Span
from lintnews.record import entity
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.ledger import Story

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
#: No names of people; May is one.
_DAYS = frozenset(fold(name) for name in (*WEEKDAYS, *MONTHS) if name != "May")
#: Words with a capital that may stand right before a bare surname: `On Monday Ito`, `the Republican Ito`.
_BEFORE_SURNAME = frozenset({*(fold(name) for name in WEEKDAYS), "republican", "democrat"})
#: Last words of bodies, places and works: a chain that ends in one is no person, whatever its first word.
_THINGS = frozenset(
    "university college school institute foundation center centre hospital church act bill street avenue road county city "
    "state states park airport group company corp corporation inc ltd llc bank press post times journal news magazine "
    "committee commission council court house party union association department agency office bureau museum library theater "
    "theatre festival award prize cup league club fund trust airlines motors stadium hall square island islands river lake "
    "bay bridge mountain valley beach hills heights tower hotel plaza show report review project campaign administration "
    "doctrine plan law amendment day week award awards games series army navy force forces guard corps memorial".split()
)


#: A surname that is part of an adjective: `Roosevelt-inspired`.
_COMPOUND = lazily.pattern(r"\p{Ll}[-‐](?:\p{Ll}{2,}ed|style|era|like|led|born|free)\Z")
#: Words of posts that are no part of a name.
_POST_ADJECTIVES = frozenset({"Prime", "Vice", "Foreign", "Majority", "Minority", "Former", "Acting"})


@entity
class Mention:
    """A person named once. `span` is the name alone; `titles` the title elements right before it, nearest last."""

    chain: Chain
    start: int
    end: int
    titles: tuple[Element, ...]

    @property
    def block(self) -> Block:
        return self.chain.block

    @cached_property
    def span(self) -> Span:
        return self.chain.span(self.start, self.end)

    @cached_property
    def name(self) -> str:
        return " ".join(self.words)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.chain.tokens[self.start : self.end])

    @property
    def possessive(self) -> bool:
        return self.chain.tokens[self.end - 1].possessive

    @cached_property
    def surname(self) -> str:
        kept = [word for word in self.words if fold(word) not in _SUFFIXES]
        return kept[-1] if kept else self.words[-1]

    @property
    def full(self) -> bool:
        return len(self.words) > 1

    @property
    def title(self) -> Element | None:
        return self.titles[-1] if self.titles else None

    def title_span(self) -> Span | None:
        """The span of all that stands before the name in its chain and belongs to its title."""
        return self.chain.span(self.titles[0].start, self.titles[-1].end) if self.titles else None

    def title_text(self) -> str:
        span = self.title_span()
        return self.block.text[span.start : span.end] if span else ""


class Person:
    """One person of the story: the fullest form of the name, and every mention in reading order."""

    def __init__(self, name: str, mentions: list[Mention]) -> None:
        self.name, self.mentions = name, mentions


class People:
    """Who a story names."""

    def __init__(self, chains_read: list[Chain], mentions: list[Mention]) -> None:
        self.chains = chains_read
        self.mentions = mentions
        self.persons: list[Person] = []
        self._of: dict[int, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._gather()

    @cached_property
    def full(self) -> frozenset[tuple[int, int]]:
        """Where full names begin: the id of the chain, the place in it."""
        return frozenset((id(mention.chain), mention.start) for mention in self.mentions if mention.full)

    def of(self, mention: Mention) -> Person:
        """The person of a mention."""
        return self._of[id(mention)]

    def named(self, surname: str) -> list[Person]:
        """The persons of a surname."""
        return self._by_surname.get(fold(surname), [])

    def _gather(self) -> None:
        """Full mentions first, so that a surname in the headline finds its person."""
        for mention in sorted(self.mentions, key=lambda m: not m.full):
            person = self._known(mention)
            if person is None:
                person = Person(mention.name, [])
                self.persons.append(person)
                self._by_surname.setdefault(fold(mention.surname), []).append(person)
            person.mentions.append(mention)
            if len(mention.words) > len(person.name.split()):
                person.name = mention.name
            self._of[id(mention)] = person
        order = {id(m): i for i, m in enumerate(self.mentions)}
        for person in self.persons:
            person.mentions.sort(key=lambda m: order[id(m)])

    def _known(self, mention: Mention) -> Person | None:
        same = self.named(mention.surname)
        if not mention.full:
            return max(same, key=lambda person: len(person.mentions), default=None)
        return next((p for p in same if same_given(p.name.split()[0], mention.words[0])), None)


def same_given(one: str, other: str) -> bool:
    """Whether two first names may be one person's: equal, an initial, or one the start of the other."""
    a, b = fold(one), fold(other)
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)) or (min(len(a), len(b)) > 2 and a[:3] == b[:3])


def read(story: Story) -> People:
    """The people of a story's prose; headlines are left out, since every word may have a capital there."""
    found = [chain for chain in story.chains if chain.block.part in PROSE]
    named = story.facts.kept(_named)
    mentions = [Mention(chain, *place) for chain in found for place in named(chain.phrase)]
    full = {fold(m.surname) for m in mentions if m.full}
    taken = {(id(m.chain), m.start) for m in mentions}
    late = [m for chain in found for m in _surnames(chain, full, taken)]
    place = {id(chain): i for i, chain in enumerate(found)}
    return People(found, sorted(mentions + late, key=lambda m: (place[id(m.chain)], m.start)))


def _named(facts: FactBase, phrase: Phrase) -> list[tuple[int, int, tuple[Element, ...]]]:
    """The names of a chain with their titles: after each run of titles, and wherever a listed given name opens one."""
    starts = {element.start: element for element in facts.kept(elements_of)(phrase)}
    out = []
    run: list[Element] = []
    i = 0
    while i < len(phrase.words):
        if element := starts.get(i):
            run = [*run, element] if run and run[-1].end == i else [element]
            i = element.end
            continue
        end = _name_end(phrase, i, starts)
        titles = tuple(run) if run and run[-1].end == i else ()
        if named := end > i and _is_name(phrase, i, end, titles, facts):
            out.append((i, end, titles))
        run = []
        i = end if named else i + 1
    return out


def _name_end(phrase: Phrase, start: int, stops: Iterable[int]) -> int:
    """Where the name that opens at `start` ends: at a title, a connector, or after six words."""
    end = start
    while end < len(phrase.words) and end - start < 6 and (end == start or end not in stops):
        if not phrase.capitals[end] and (end == start or phrase.folded[end] not in PARTICLES):
            break
        end += 1
    while end > start and not phrase.capitals[end - 1]:
        end -= 1
    return end


def _is_name(phrase: Phrase, start: int, end: int, titles: tuple[Element, ...], facts: FactBase) -> bool:
    words = phrase.folded[start:end]
    first, last = phrase.words[start], words[-1]
    if (last in _THINGS and not _held(phrase, end, titles, facts)) or words[0] in _DAYS or words[0] in COURTESY or words[-1] in _DAYS:
        return False
    if _COMPOUND.search(phrase.words[end - 1]) or (end - start == 2 and _place_and_thing(phrase, start, facts)):
        return False
    of_posts = (phrase.folded[i] in TITLE_NOUNS or phrase.words[i] in _POST_ADJECTIVES for i in range(start, end))
    if facts.about(first, "demonym") or any(of_posts):
        return False
    text = phrase.text(start, end)
    if facts.about(text, "holds") or facts.about(text, "rank"):
        return True
    if any(fact.value != "person" for fact in facts.about(text, "named")):
        return False
    listed = facts.listed("given-names", first) or (len(words[0]) == 1 and len(words) > 1) or _initials(phrase, start, end, facts)
    if _of_follows(phrase, end) and not titles and not (listed and facts.listed("surnames", phrase.words[end - 1])):
        return False
    if len(words) > 1:
        return listed or (bool(titles) and titles[-1].sort is not Sort.BODY and not _common(phrase, start, end, facts))
    if titles and titles[-1].sort is Sort.COURTESY and phrase.folded[start - 1] in ("mr", "mrs", "ms"):
        return True
    return bool(titles) and titles[-1].sort in (Sort.COURTESY, Sort.RANK, Sort.POST, Sort.NOUN) and not _common(phrase, start, end, facts)


def _place_and_thing(phrase: Phrase, start: int, facts: FactBase) -> bool:
    """Whether a state or country that is a first name too stands before an everyday word: `Nevada Appeal`."""
    last = phrase.words[start + 1]
    if not facts.listed("english", last.lower()) or facts.listed("surnames", last):
        return False
    return any(fact.value in ("state", "country", "city") for fact in facts.about(phrase.words[start], "named"))


def _held(phrase: Phrase, end: int, titles: tuple[Element, ...], facts: FactBase) -> bool:
    """Whether a surname that is a thing's word too stands behind a title: `Gov. Lee Park`."""
    return (
        bool(titles)
        and titles[-1].sort in (Sort.POST, Sort.RANK, Sort.COURTESY, Sort.NOUN)
        and facts.listed("surnames", phrase.words[end - 1])
    )


def _initials(phrase: Phrase, start: int, end: int, facts: FactBase) -> bool:
    """Whether initials in one stand before a listed surname: `J.K. Rowling`, and not `U.S. Steel`."""
    first, last = phrase.words[start], phrase.words[end - 1]
    return first.count(".") > 1 and first not in ("U.S.", "U.K.", "U.N.", "E.U.", "D.C.") and facts.listed("surnames", last)


def _of_follows(phrase: Phrase, end: int) -> bool:
    """Whether `of` follows the name, as in that of a body: `Johns Hopkins School of …`."""
    return end < len(phrase.words) and phrase.words[end] == "of"


def _common(phrase: Phrase, start: int, end: int, facts: FactBase) -> bool:
    """Whether a word is an everyday one, so that a title before it proves nothing (`Chief Executive`)."""
    for i in range(start, end):
        word = phrase.words[i]
        if phrase.folded[i] in TITLE_NOUNS or (facts.listed("english", word.lower()) and not facts.listed("surnames", word)):
            return True
    return False


def _surnames(chain: Chain, full: set[str], taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Mentions by a surname that the story has given in full."""
    words = chain.phrase.folded
    at = 1 if len(words) == 2 and words[0] in _BEFORE_SURNAME else 0
    if len(words) == at + 1 and words[at] in full and (id(chain), at) not in taken:
        yield Mention(chain, at, at + 1, ())
