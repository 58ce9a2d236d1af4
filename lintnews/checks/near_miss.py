"""Near miss: a name that is one slip of the pen away from a listed one.

A story in; out come spans that differ from a listed name by one letter inserted, dropped, changed or swapped in one
word, where the context says that the listed name is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.fact_tables import NAMES
from lintnews.facts import FactBase
from lintnews.ledger import Story, near_people
from lintnews.ledger.chains import CONNECTORS, PARTICLES, Chain, Phrase, Token
from lintnews.ledger.known import known_word, plural
from lintnews.ledger.namesake import introduced, sureness
from lintnews.ledger.near_people import NearPerson
from lintnews.ledger.people import Person
from lintnews.ledger.titles import COURTESY, RANKS, TITLE_NOUNS
from lintnews.model import PROSE, Evidence, Fact, Match
from lintnews.record import record
from lintnews.words import fold

#: Kinds of name that are often called after a person, so that another surname may be another name (`Radford University`).
_SURNAMED = frozenset({"university", "company", "city", "outlet", "club", "think tank", "court", "person"})
_INITIAL = lazily.pattern(r"\p{Lu}\.\Z")
_TITLES = TITLE_NOUNS | COURTESY | RANKS.keys()
#: Longest listed name looked for, in tokens.
_LONGEST = 8
#: Words with capitals in a row that may hold a name; beyond it they are a list, or shouted.
_MOST = 60


class _Miss(NamedTuple):
    """Words `start` up to `end` of a phrase, the listed form they miss, the words that differ."""

    start: int
    end: int
    form: str
    fact: Fact
    wrong: str
    right: str


class _Near(NamedTuple):
    """Tokens `start` up to `end` of a chain, the listed form they miss, the words that differ."""

    chain: Chain
    start: int
    end: int
    form: str
    fact: Fact
    wrong: str
    right: str


@record
class Check:
    """Near misses of listed names.

    `kinds`: the kinds of name looked for, or all. `heads`: words that, shared by the two names, say what is meant even
    where the differing word is an everyday one (`Force` in `Quads Force`). `single`: also names of one word, when the
    wrong word is in no list and stands once in the story.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "kind", "how")
    kinds: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    single: bool = False

    def find(self, story: Story) -> Iterator[Match]:
        found = list(self._listed(story))
        yield from found
        if not self.kinds or "person" in self.kinds:
            done = {(id(match.block), match.span.end) for match in found}
            yield from (_person(near) for near in near_people.read(story) if (id(near.mention.block), near.mention.span.end) not in done)

    def _listed(self, story: Story) -> Iterator[Match]:
        """The slips that the index of listed names tells."""
        for chain in story.chains:
            for miss in self._nears(chain.phrase, story.facts):
                near = _Near(chain, *miss)
                often = len(story.words_of_names.get(fold(near.wrong), ()))
                if self._meant(near, story, often):
                    yield self._match(near, _doubt(near, often))
                elif (doubt := _namesake(near, story, often)) is not None:
                    yield self._match(near, doubt)

    @cached_property
    def _nears(self) -> Callable[[Phrase, FactBase], tuple[_Miss, ...]]:
        """The near misses in a phrase, remembered."""
        return lru_cache(maxsize=20_000)(lambda phrase, facts: tuple(self._near(phrase, facts)))

    def _near(self, phrase: Phrase, facts: FactBase) -> Iterator[_Miss]:
        """The first near miss at each place, longest span first; a word of a name listed exactly is never the wrong one."""
        if len(phrase.words) > _MOST:
            return
        strange = {i for i in range(len(phrase.words)) if phrase.capitals[i] and not known_word(phrase.words[i], facts, names=False)}
        heads = {i for i, word in enumerate(phrase.words) if word in self.heads}
        initials = {i for i, word in enumerate(phrase.words) if len(word) == 2 and _INITIAL.match(word)}
        done: set[int] = set()
        for start, end in self._windows(phrase):
            window = set(range(start, end))
            wanted = strange if end - start == 1 else strange | heads
            if end - start == 3 and start + 1 in initials:
                wanted = wanted | {start + 1}
            if done & window or (not window & wanted and not _of_a_person(phrase, start, end, facts)):
                continue
            near = self._one(phrase, start, end, facts)
            if near and start + near.form.split().index(near.right) not in _listed_tokens(phrase, facts):
                done |= window
                yield near

    def _windows(self, phrase: Phrase) -> Iterator[tuple[int, int]]:
        """The stretches of a phrase that may be a name, the longest first."""
        capitals = phrase.capitals
        for length in range(min(len(capitals), _LONGEST), 0 if self.single else 1, -1):
            for start in range(len(capitals) - length + 1):
                if capitals[start] and capitals[start + length - 1]:
                    yield start, start + length

    def _one(self, phrase: Phrase, start: int, end: int, facts: FactBase) -> _Miss | None:
        text = " ".join(phrase.words[start:end])
        found = [(form, fact) for form, fact in facts.near(text) if self._wanted(fact)]
        if len({fact.subject for _, fact in found}) != 1:
            return None
        form, fact = found[0]
        if form.count(" ") < end - start - 1 and "-" in form:  # `Kim Jong Un` of `Kim Jong-un`
            form = form.replace("-", " ")
        words, right = text.split(), form.split()
        differing = [(a, b) for a, b in zip(words, right, strict=False) if fold(a) != fold(b)]
        if len(words) != len(right) or len(differing) != 1:
            return None
        return _Miss(start, end, form, fact, *differing[0])

    def _wanted(self, fact: Fact) -> bool:
        return not self.kinds or (NAMES[fact.relation] or fact.value) in self.kinds

    def _meant(self, near: _Near, story: Story, often: int) -> bool:
        if _INITIAL.match(near.wrong):
            return _another_initial(near, story)
        if near.wrong.isupper() or "." in near.wrong:
            return False
        if near.end - near.start > 1 and len(near.right) > 2 and _holds(near, story.facts):
            return not _in_longer_name(near)
        if len(near.right) < 4 or (plural(near.wrong, near.right) and not _strange_singular(near, story.facts)):
            return False
        if near.end - near.start == 1:
            return self._single_meant(near, story.facts, often)
        persons = _after_a_person(near.fact)
        unknown = not known_word(near.wrong, story.facts, names=persons)
        shared = {fold(w) for w in near.form.split()} - {fold(near.right)}
        rare = any(_rare(w, story.facts, names=persons) for w in near.form.split() if w != near.right)
        headed = bool(shared & {fold(h) for h in self.heads}) or rare
        return (unknown or headed) and not _in_longer_name(near)

    def _single_meant(self, near: _Near, facts: FactBase, often: int) -> bool:
        """A long word, once in the story, that begins like the listed one and has no name for a neighbour."""
        if len(near.right) < 6 or near.wrong[:-1] == near.right or near.wrong[0].lower() != near.right[0].lower() or often > 1:
            return False
        tokens = near.chain.tokens
        before = tokens[near.start - 1] if near.start else None
        if before and (before.capital or before.text in PARTICLES):
            return False
        return near.end == len(tokens) or _everyday(tokens[near.end], facts)

    def _match(self, near: _Near, doubt: int) -> Match:
        chain, span = near.chain, near.chain.span(near.start, near.end)
        text = chain.block.text[span.start : span.end]
        fix = _mended(text, near)
        evidence = Evidence(near.fact.sentence(), fact=near.fact)
        kind = NAMES[near.fact.relation] or near.fact.value
        return Match(
            chain.block, span, (fix,), {"match": text, "fix": fix, "kind": kind, "how": "one letter away from"}, (evidence,), doubt
        )


def _doubt(near: _Near, often: int) -> int:
    """How sure a slip is: of a name of one word it is less so, but for a country's or a state's, as no list has all towns and all firms."""
    if near.end - near.start == 1:
        return 1 if near.fact.value in ("country", "state") else 2
    return int(often > 1 and not _INITIAL.match(near.wrong))


def _person(near: NearPerson) -> Match:
    """A match for a name two letters away from a listed person's."""
    mention, fact = near.mention, near.fact
    words = list(mention.words)
    words[near.wrong] = near.right
    text, fix = mention.block.text[slice(*mention.span)], " ".join(words)
    said = {"match": text, "fix": fix, "kind": "person", "how": "close to"}
    return Match(mention.block, mention.span, (fix,), said, (Evidence(fact.sentence(), fact=fact),), 1)


def _namesake(near: _Near, story: Story, often: int) -> int | None:
    """The doubt with which a listed person is meant by a name that may be another's; None where it is none."""
    person = NAMES[near.fact.relation] == "person" or near.fact.value == "person"
    goes_on = near.end < len(near.chain.tokens) and near.chain.tokens[near.end].capital
    if not person or near.end - near.start < 2 or goes_on:
        return None
    if _INITIAL.match(near.wrong):
        span, known = near.chain.span(near.start, near.end), near.form == near.fact.subject and _only_initial(near)
        alone = known and _initials_told(near, story) <= {near.wrong, near.right} and near.chain.block.text[span.end :][:1] != ","
        return 1 if alone and not introduced(near.chain.block, span) else None
    if often > 1 or near.wrong.isupper():
        return None
    if _no_surname(near, story):
        return 1
    return sureness(story, near.chain.block, near.chain.span(near.start, near.end), (near.wrong, near.right), near.fact)


def _no_surname(near: _Near, story: Story) -> bool:
    """Whether an everyday word that is nobody's surname stands in running text behind a first name: `Joe Bides`, `Elon Must`."""
    chain, facts = near.chain, story.facts
    if near.end - near.start != 2 or near.wrong != chain.tokens[near.end - 1].text or chain.block.part not in PROSE:
        return False
    given = chain.tokens[near.start].text
    unknown = (
        near.wrong.isalpha()
        and near.wrong != f"{near.right}s"
        and not facts.listed("surnames", near.wrong)
        and not facts.listed("given-names", near.wrong)
    )
    span = chain.span(near.start, near.end)
    return unknown and facts.listed("given-names", given) and not introduced(chain.block, span)


def _another_initial(near: _Near, story: Story) -> bool:
    """Whether a listed person has the name but for its one initial and is meant: by the title before it, or by other mentions."""
    if _in_longer_name(near) or not _only_initial(near):
        return False
    if _holds(near, story.facts):
        return True
    told = _initials_told(near, story)
    return told <= {near.wrong, near.right} and (
        near.right in told or any(not m.full or len(m.words) == 2 for p in _same(near, story) for m in p.mentions)
    )


def _only_initial(near: _Near) -> bool:
    """Whether a person's name differs in its one middle initial."""
    person = NAMES[near.fact.relation] == "person" or near.fact.value == "person"
    return near.end - near.start == 3 and person and _INITIAL.match(near.right) is not None


def _same(near: _Near, story: Story) -> list[Person]:
    """The persons of the story with the first and the last of the listed name."""
    right = near.form.split()
    return [m for m in story.people.named(right[-1]) if " " in m.name and fold(m.name.split()[0]) == fold(right[0])]


def _initials_told(near: _Near, story: Story) -> set[str]:
    """The middle names under which the story names them."""
    return {initial for person in _same(near, story) for m in person.mentions for initial in m.words[1:-1]}


def _listed_tokens(phrase: Phrase, facts: FactBase) -> set[int]:
    """The words that are part of a name listed exactly as it stands."""
    out: set[int] = set()
    n = len(phrase.words)
    for start in range(n):
        for end in range(min(n, start + _LONGEST), start, -1):
            if facts.about(" ".join(phrase.words[start:end])):
                out |= set(range(start, end))
                break
    return out


def _after_a_person(fact: Fact) -> bool:
    """Whether a name is a person's, or often holds one's, so that another name in it may be another's."""
    return fact.relation != "named" or fact.value in _SURNAMED


def _rare(word: str, facts: FactBase, *, names: bool = True) -> bool:
    """Whether a word is so rare that it alone tells which name is meant (`Boko`)."""
    return len(word) > 3 and word[0].isupper() and word.isalpha() and not known_word(word, facts, names=names)


def _strange_singular(near: _Near, facts: FactBase) -> bool:
    """Whether a name has lost its s, and is no plural: `Goldman Sach`, `House of Representative`."""
    length = near.end - near.start
    if length == 1 or len(near.wrong) >= len(near.right):
        return False
    whole = length > 2 and not _after_a_person(near.fact)
    return whole or (not known_word(near.wrong, facts) and not facts.listed("english", near.right.lower()))


def _a_name(phrase: Phrase, start: int, end: int, facts: FactBase) -> bool:
    """Whether two words that are all of a phrase begin with a first name."""
    return end - start == len(phrase.words) == 2 and facts.listed("given-names", phrase.words[start])


def _of_a_person(phrase: Phrase, start: int, end: int, facts: FactBase) -> bool:
    """Whether several words look like a person's name where they stand."""
    return end - start > 1 and (_titled(phrase, start, facts) or _a_name(phrase, start, end, facts))


def _titled(phrase: Phrase, start: int, facts: FactBase) -> bool:
    """Whether a title's last word stands right before the span, or a listed post."""
    if (start > 0 and phrase.folded[start - 1] in _TITLES) or (start > 1 and phrase.words[start - 2] == "of"):
        return True
    return any(facts.about(" ".join(phrase.words[i:start]), "post") for i in range(max(0, start - 6), start))


def _holds(near: _Near, facts: FactBase) -> bool:
    """Whether the title before the span is one that the listed person holds: `Secretary of State Anthony Blinken`."""
    held = {fact.value.removeprefix("Acting ") for fact in facts.about(near.fact.subject, "holds")}
    openings = (near.chain.text(start, near.start) for start in range(max(0, near.start - 6), near.start))
    return any(held & {fact.subject for fact in facts.about(title, "post")} for title in openings)


def _in_longer_name(near: _Near) -> bool:
    """Whether the name goes on past the span, so that it may be another: `Delta Farce Comedy Tour`."""
    tokens = near.chain.tokens
    after = tokens[near.end] if near.end < len(tokens) and not tokens[near.end - 1].possessive else None
    return after is not None and after.capital and near.fact.relation != "named"


def _everyday(token: Token, facts: FactBase) -> bool:
    """Whether a neighbour in the chain is an everyday word, and no name (`Law School`, `of`)."""
    if token.text.lower() in CONNECTORS | PARTICLES:
        return token.text in CONNECTORS - PARTICLES
    return facts.listed("english", token.text.lower()) and not facts.listed("given-names", token.text)


def _mended(text: str, near: _Near) -> str:
    """The text with the wrong word put right, its own capitals and spaces kept."""
    return text.replace(near.wrong, near.right, 1)
