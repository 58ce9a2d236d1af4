"""A story in, the runs of words that are names out: what is listed, longest first, and what is left between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import CONNECTORS, OPENING, Chain
from lintnews.ledger.days import MONTHS, WEEKDAYS
from lintnews.ledger.people import Person
from lintnews.ledger.titles import COURTESY, RANKS, TITLE_NOUNS
from lintnews.model import Fact, Part, Span
from lintnews.record import entity
from lintnews.roll.nouns import Sort
from lintnews.roll.people import Persons
from lintnews.words import ABBREVIATIONS, fold

#: Longest listed name, in words.
_LONGEST = 9
_PLACES = frozenset({"city", "country", "region", "territory", "state", "place", "county", "island", "river", "landmark"})
_NAMES = frozenset({"disease", "programme", "work", "award", "event", "law", "product"})
_BODY_NOUNS = frozenset(
    "university college school institute foundation hospital church group company corp corporation inc ltd llc bank press post times "
    "journal news magazine committee commission council court party union association department agency office bureau museum library "
    "theater theatre club fund trust airlines motors army navy forces force guard corps ministry board federation authority service "
    "society center centre league network alliance congress parliament assembly senate police brigade command coalition front survey "
    "administration mission forum".split()
)
_PLACE_NOUNS = frozenset(
    "street avenue road county city park airport stadium hall square island islands river lake bay bridge mountain valley beach hills "
    "heights tower plaza sea desert province district region strait peninsula".split()
)
_INTO = frozenset("in at near from outside across around".split())
_CALENDAR = frozenset(fold(name) for name in (*WEEKDAYS, *MONTHS, *(month[:3] for month in MONTHS), "Sept"))
#: Words with a capital that name nobody.
_NEVER = frozenset("i god tv ok dvd cd id ceo cfo pm phd mba dna gps url faq diy".split())
_CONTRACTED = regex.compile(r"(?:I|We|You|He|She|It|They|That|There|Here|What|Who|Let|Don|Can|Isn|Won|Didn|Doesn)[’'](?!s\w)\w+")
_ADJECTIVE = regex.compile(r".+[-‐]\p{Ll}+")
#: Most letters of an initialism that may be read as a word.
_INITIALS = 4
Key = tuple[bool, str]
_SMALL = frozenset("in on to at".split())
_HEADLINES = (Part.HEADLINE, Part.HEADING)


@entity
class Hit:
    """Tokens `start` up to `end` of a chain that are a name; `facts` list it, `person` is set where it is a person's."""

    chain: Chain
    start: int
    end: int
    sort: Sort
    name: str
    facts: tuple[Fact, ...] = ()
    kind: str = ""
    person: Person | None = None

    @property
    def span(self) -> Span:
        return self.chain.span(self.start, self.end)

    @property
    def printed(self) -> str:
        return " ".join(token.text for token in self.chain.tokens[self.start : self.end])


class _Listing(NamedTuple):
    """What the facts know a run of words as."""

    sort: Sort
    name: str
    facts: tuple[Fact, ...]
    kind: str


def hits(story: Story, persons: Persons) -> list[Hit]:
    """Every name that stands in a chain and is no mention of a person that the ledger holds already."""
    taken: dict[int, set[int]] = {}
    for mention in story.people.mentions:
        taken.setdefault(id(mention.chain), set()).update(range(mention.start, mention.end))
    found = [hit for chain in story.chains for hit in _Scan(chain, story, persons, taken.get(id(chain), set())).hits()]
    return _confirmed(found, story.facts)


def _confirmed(found: list[Hit], facts: FactBase) -> list[Hit]:
    """The hits without those that only a headline or the start of a sentence makes look like names."""
    sure = {key_of(hit) for hit in found if not _chance(hit)}
    everyday = (hit for hit in found if _chance(hit) and hit.end - hit.start == 1 and facts.listed("english", hit.printed.lower()))
    doubted = {id(hit) for hit in everyday} | {id(hit) for hit in found if not hit.facts and not hit.person and _in_headline(hit)}
    return [hit for hit in found if id(hit) not in doubted or key_of(hit) in sure]


def _chance(hit: Hit) -> bool:
    """Whether any word would have a capital there."""
    return _in_headline(hit) or (hit.chain.opens and hit.start == 0)


def _in_headline(hit: Hit) -> bool:
    return hit.chain.block.part in _HEADLINES


def key_of(hit: Hit) -> Key:
    """What mentions of one name share: its folded form, whatever it was taken for; a post is no other name."""
    return hit.sort is Sort.POST, fold(hit.name)


class _Scan:
    """One chain being read, left to right: what is listed, longest first, and the runs that are left."""

    def __init__(self, chain: Chain, story: Story, persons: Persons, taken: set[int]) -> None:
        self._chain, self._facts, self._persons, self._taken = chain, story.facts, persons, taken
        self._run: list[int] = []

    def hits(self) -> Iterator[Hit]:
        i = 0
        while i < len(self._chain.tokens):
            hit = None if i in self._taken else self._listed(i)
            if i in self._taken or hit or self._no_name(i):
                yield from self._left()
            else:
                self._run.append(i)
            if hit and hit.name:
                yield hit
            i = hit.end if hit else i + 1
        yield from self._left()

    def _listed(self, start: int) -> Hit | None:
        """The longest listed name that begins here; the first word of an unlisted body's name is not one."""
        tokens = self._chain.tokens
        for end in range(min(len(tokens), start + _LONGEST), start, -1):
            if tokens[end - 1].text in CONNECTORS or self._taken & set(range(start, end)):
                continue
            text = " ".join(token.text for token in tokens[start:end])
            if person := self._person(text, start, end):
                return Hit(self._chain, start, end, Sort.PERSON, person.name, person=person)
            known = _known_as(text, self._facts)
            if known and not (known.sort in (Sort.PLACE, Sort.NAME) and self._begins_more(end, place=known.sort is Sort.PLACE)):
                return Hit(self._chain, start, end, *known)
        return None

    def _person(self, text: str, start: int, end: int) -> Person | None:
        """Whose name it is; a surname between other capitals of running text is part of another name (`Quillon Street`)."""
        if end - start == 1 and self._in_prose():
            before = self._run[-1:] == [start - 1] and not self._chain.tokens[start - 1].possessive
            if (before and self._chain.tokens[start - 1].capital) or (end < len(self._chain.tokens) and self._goes_on(end)):
                return None
        elif end - start == 1 and self._facts.listed("english", text.lower()):
            return None
        return self._persons.of(text)

    def _in_prose(self) -> bool:
        return self._chain.block.part not in _HEADLINES

    def _begins_more(self, end: int, *, place: bool) -> bool:
        """Whether a longer name goes on after a place, or to a noun of bodies after an adjective: `Ludgrave Football Club`."""
        tokens = self._chain.tokens
        stop = end
        while stop < len(tokens) and self._goes_on(stop):
            stop += 1
        last = fold(tokens[stop - 1].text)
        if stop == end or not (place or stop - end > 1 or last in _BODY_NOUNS | _PLACE_NOUNS):
            return False
        rest = (" ".join(token.text for token in tokens[i:stop]) for i in range(end, stop))
        return not any(self._facts.about(text) for text in rest)

    def _goes_on(self, i: int) -> bool:
        tokens = self._chain.tokens
        return tokens[i].capital and i not in self._taken and not tokens[i - 1].possessive and not self._no_name(i) and self._in_prose()

    def _no_name(self, i: int) -> bool:
        """Whether a word is a title, a day or an everyday word with a capital by its place."""
        word = fold(self._chain.tokens[i].text)
        if word in _CALENDAR or word in COURTESY or word in RANKS or word in TITLE_NOUNS or word in _NEVER:
            return True
        return i == 0 and self._chain.opens and word in OPENING

    def _left(self) -> Iterator[Hit]:
        """The names in the run of words that no list knows."""
        run, self._run = self._run, []
        for start, end in self._trimmed(run) if self._near_whole(run) else self._split(run):
            text = " ".join(token.text for token in self._chain.tokens[start:end])
            if end - start == 1 and (person := self._persons.of_first(text)):
                yield Hit(self._chain, start, end, Sort.PERSON, person.name, person=person)
            elif self._is_name(start, end):
                yield Hit(self._chain, start, end, self._sort(start, end), text, kind=self._dictionary(start, end))

    def _near_whole(self, run: list[int]) -> bool:
        """Whether the whole run is one slip away from a listed name, so that its small words join."""
        return len(run) > 2 and bool(self._facts.near(" ".join(self._chain.tokens[i].text for i in run)))

    def _split(self, run: list[int]) -> Iterator[tuple[int, int]]:
        """The run cut at small words that join names and at possessives; in the name of a body they join its words."""
        tokens, piece = self._chain.tokens, list[int]()
        for i in run:
            if self._parts(piece, i):
                yield from self._trimmed(piece)
                piece = []
                continue
            piece.append(i)
            if tokens[i].possessive:
                yield from self._trimmed(piece)
                piece = []
        yield from self._trimmed(piece)

    def _parts(self, piece: list[int], i: int) -> bool:
        """Whether a small word parts two names, and does not join the words of one (`Ministry of Roads and Bridges`)."""
        tokens = self._chain.tokens
        word, after = tokens[i].text, tokens[i + 1].text if i + 1 < len(tokens) else ""
        if word in _SMALL or (word == "of" and not piece):
            return True
        whole = bool(piece) and len(piece) > 1 and fold(tokens[piece[-1]].text) in _BODY_NOUNS
        return word in ("and", "for") and (whole or after == "the" or not any(fold(tokens[j].text) in _BODY_NOUNS for j in piece))

    def _trimmed(self, piece: list[int]) -> Iterator[tuple[int, int]]:
        tokens = self._chain.tokens
        while piece and not tokens[piece[0]].capital:
            piece = piece[1:]
        while piece and not tokens[piece[-1]].capital:
            piece = piece[:-1]
        if len(piece) > 1 and piece[0] == 0 and self._chain.opens and self._everyday(0) and not tokens[1].capital:
            yield from self._trimmed(piece[1:])
        elif piece:
            yield piece[0], piece[-1] + 1

    def _everyday(self, i: int) -> bool:
        return self._facts.listed("english", self._chain.tokens[i].text.lower())

    def _is_name(self, start: int, end: int) -> bool:
        """Whether what is left is worth confirming: not a lone everyday word, a part of a title, or an adjective of a country."""
        text = self._chain.tokens[start].text
        if end - start > 1:
            return True
        word = fold(text)
        if _CONTRACTED.fullmatch(text) or _ADJECTIVE.fullmatch(text):
            return False
        if len(word) < 2 or word in ABBREVIATIONS or word in _BODY_NOUNS | _PLACE_NOUNS or text.lower() in OPENING:
            return False
        return not (self._everyday(start) and (self._chain.opens or not self._facts.listed("proper", text)))

    def _dictionary(self, start: int, end: int) -> str:
        known = end - start == 1 and self._facts.listed("proper", self._chain.tokens[start].text)
        return "dictionary" if known else ""

    def _sort(self, start: int, end: int) -> Sort:
        words = {fold(token.text) for token in self._chain.tokens[start:end]}
        last = fold(self._chain.tokens[end - 1].text)
        bracketed = self._chain.block.text[: self._chain.span(start, end).start].endswith("(")
        if bracketed and self._chain.block.part is Part.DATELINE:
            return Sort.BODY
        if last in _PLACE_NOUNS or self._chain.block.part is Part.DATELINE:
            return Sort.PLACE
        if words & _BODY_NOUNS and end - start > 1:
            return Sort.BODY
        before = self._chain.block.text[: self._chain.span(start, end).start].rsplit(maxsplit=1)[-1:]
        return Sort.PLACE if before and before[0].lower() in _INTO and not self._chain.tokens[start].text.isupper() else Sort.NAME


def _so_cased(text: str, fact: Fact) -> bool:
    """Whether a name is not only an initialism's letters: `Who` is not the WHO."""
    forms = [form for form in (fact.subject, *fact.aliases) if fold(form) == fold(text)]
    return text.isupper() or len(text) > _INITIALS or not forms or not all(form.isupper() for form in forms)


def _known_as(text: str, facts: FactBase) -> _Listing | None:
    """What the facts know these words as; an adjective of a country is known, and no name."""
    found = tuple(fact for fact in facts.about(text) if _so_cased(text, fact))
    if any(facts.about(form, "demonym") for form in (text, text.removesuffix("s"))):
        return _Listing(Sort.NAME, "", (), "")
    by = {fact.relation: fact for fact in reversed(found)}
    if post := by.get("post") or by.get("holders"):
        posts = tuple(fact for fact in found if fact.relation == "post")
        return _Listing(Sort.POST, post.subject if len({fact.subject for fact in posts}) < 2 else text, posts, "post")
    if named := by.get("named"):
        sort = Sort.PLACE if named.value in _PLACES else Sort.NAME if named.value in _NAMES else Sort.BODY
        return _Listing(sort, named.subject, (named, *([by["head"]] if "head" in by else [])), named.value)
    if head := by.get("head"):
        return _Listing(Sort.BODY, head.subject, (head,), "body")
    if " " in text and (person := by.get("holds") or by.get("rank")):
        return _Listing(Sort.PERSON, person.subject, found, "")
    if country := by.get("capital"):
        return _Listing(Sort.PLACE, country.subject, (country,), "country")
    if capital := facts.where("capital", text):
        return _Listing(Sort.PLACE, capital[0].value, capital[:1], f"capital of {capital[0].subject}")
    return None
