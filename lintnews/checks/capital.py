"""Capital: a town called the capital of a country whose capital is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import OPENING, Chain
from lintnews.ledger.titles import RANKS, TITLE_NOUNS
from lintnews.model import PROSE, Block, Evidence, Fact, Match, Span
from lintnews.needs import Need
from lintnews.record import record
from lintnews.words import fold, one_edit

_WORD = r"(?:(?:\p{Lu}\.){2,}|\p{Lu}(?:[\p{L}\p{M}]|['’](?!s\b)|-(?=\p{L}))*)"
_NAME = rf"{_WORD}(?: (?:(?:de|del|es|el|al|da|du|la|of|and) )?{_WORD}){{0,3}}"
#: A name is read from its first word: the country in `South Sudan’s capital` is not Sudan.
_START = r"(?<![\p{L}\p{M}\p{N}'’.-])(?<!\p{Lu}[\p{L}\p{M}'’.-]* (?:of |and )?)"
_CAPITAL = r"capital(?: city)?"
_END = r"(?=\s*(?:[,.;:)?!”\"—–]|\Z))"
_FORMS = tuple(
    lazily.pattern(form)
    for form in (
        rf"{_START}(?P<whose>{_NAME})(?:['’]s?)? {_CAPITAL}(?P<link>,? of |, | ){_START}?(?P<city>{_NAME})",
        rf"\b(?P<alone>[Tt]he|[Ii]ts) {_CAPITAL}(?P<link>,? of |, | )(?P<city>{_NAME})",
        rf"\b[Tt]he {_CAPITAL} of (?:the )?(?P<whose>{_NAME})(?P<link>, | is )(?P<city>{_NAME})",
        rf"{_START}(?P<city>{_NAME}), (?P<before>)(?:the )?(?P<whose>{_NAME})(?:['’]s?)? {_CAPITAL}{_END}",
        rf"{_START}(?P<city>{_NAME})(?:,| is) (?P<before>)(?:the )?{_CAPITAL} of (?:the )?(?P<whose>{_NAME})(?!['’]s){_END}",
    )
)
#: What may follow a town that stands in apposition; anything else may be a clause of its own (`Far from the capital, Lyon slept`).
_CLOSED = lazily.pattern(
    r"(?:['’]s\b)?(?:\s*(?:[,.;:)?!”\"—–]|\Z)| (?:on|in|at|for|to|after|before|where|from|by|when|during|late|early|last|this|amid)\b)"
)
_OTHER = lazily.pattern(
    r"(?:\b(?:state|provincial|regional|territorial|county|financial|commercial|business|economic|cultural|spiritual|former|old|ancient|"
    r"historic|imperial|colonial|onetime|one-time|previous|then|new|next|future|planned|second|de facto|interim|temporary|wartime|"
    r"unlike|away from|far from|outside|beyond|besides|apart from|than)(?: (?:the|its))?) \Z",
    lazily.IGNORECASE,
)
_REGIONS = frozenset({"region", "state", "territory"})
_PAST = lazily.pattern(r"\b(?:1\d{3}s?|century|centuries|once|at the time|back then)\b")
_DAY = lazily.pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|November)\b"
)
_LISTED = lazily.pattern(r"\p{Lu}\S*, \Z")
_SMALL = lazily.pattern(r"-\p{Ll}")


@record
class Check:
    """A town printed as a country's capital.

    The country is named with it (`the Yemeni capital`, `Yemen’s capital`), or, where `the capital` stands alone, it is
    the one country named before it in the sentence, the one that the town lies in, if the story names it, or the one that the
    story names most; then the match is in doubt by one step. So is a town that no list knows. Country, adjective and capitals come
    from the fact base, the countries of towns from the list `towns`; every capital that is known is right. `federal`: countries
    whose parts have capitals of their own, so that `the capital` alone may be one of those.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "country")
    need: ClassVar[Need] = Need(("capital",))
    federal: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            if "capital" in block.text:
                for form in _FORMS:
                    for found in form.finditer(block.text, overlapped=True):
                        yield from _match(story, block, found, self.federal)


def _match(story: Story, block: Block, found: regex.Match[str], federal: tuple[str, ...]) -> Iterator[Match]:
    parts = found.groupdict()
    sentence = story.sentence(block, found.start())
    if _OTHER.search(block.text, max(0, found.start() - 100), found.start()) or _PAST.search(block.text, *sentence):
        return
    alone = "alone" in parts
    city, span = _city(story.facts, parts["city"], found.span("city"))
    lone = _lone_country(story, block, found.start(), city, federal) if alone else []
    capitals = _capitals(story, lone if alone else _countries(story.facts, parts["whose"]))
    if not capitals or any(_same(city, fact.value) for fact in capitals):
        return
    doubt = _doubt(story, block, found, city, span)
    if doubt < 0 or ("before" in parts and _named_next(block, found.end(), capitals)):
        return
    first = capitals[0]
    rivals = [fact for fact in capitals if _is_country(story.facts, fact.subject) is _is_country(story.facts, first.subject)]
    fixes = tuple({fact.subject: fact.value for fact in reversed(rivals)}.values())[::-1]
    words = {"match": city, "fix": first.value, "country": first.subject}
    yield Match(block, span, fixes, words, (Evidence(f"the capital of {first.subject} is {first.value}", fact=first),), doubt)


def _doubt(story: Story, block: Block, found: regex.Match[str], city: str, span: Span) -> int:
    """How far the words may be no town that is called the capital: a step for each doubt, or -1 for too far."""
    parts = found.groupdict()
    alone, before, link = "alone" in parts, "before" in parts, parts.get("link") or ""
    if link == ", " and not _CLOSED.match(block.text, span.end):
        return -1
    if _is_town(story.facts, city):
        in_list = before and _LISTED.search(block.text, max(0, found.start() - 100), found.start())
        return -1 if in_list or (alone and story.facts.where("capital", city)) else int(alone)
    opens = len(block.text[story.sentence(block, found.start()).start : found.start()].split()) < 3
    if before or (opens and link == ", ") or not (link.endswith(" of ") or _CLOSED.match(block.text, span.end)):
        return -1
    return 1 + alone if _may_be_town(story, block, city, span) else -1


def _may_be_town(story: Story, block: Block, city: str, span: Span) -> bool:
    """Whether words that are no listed name may be a town: no person, day or everyday word."""
    facts = story.facts
    person = any(m.block is block and m.span.overlaps(span) for m in story.people.mentions)
    common = any(facts.listed("english", word.lower()) for word in city.split() if len(word) > 2) or _SMALL.search(city)
    titled = any(fold(word) in TITLE_NOUNS or fold(word) in RANKS for word in city.split())
    return not (person or common or titled or _DAY.match(city) or facts.about(city) or _exact(facts, city))


def _named_next(block: Block, at: int, capitals: list[Fact]) -> bool:
    """Whether the right capital follows: `Kim, North Korea’s capital, Pyongyang` is two things in a list."""
    following = block.text[at : at + 80].lstrip(" ,")
    return any(following.startswith(fact.value) for fact in capitals)


def _countries(facts: FactBase, words: str) -> list[str]:
    """The countries that a phrase names, by name or by adjective, whole but for the words that open a sentence."""
    parts = words.split()
    while len(parts) > 1 and parts[0].lower() in OPENING:
        parts = parts[1:]
    return _exact(facts, " ".join(parts))


def _exact(facts: FactBase, text: str) -> list[str]:
    named = [fact.subject for fact in facts.about(text, "capital")] or [fact.value for fact in facts.about(text, "demonym")]
    return list(dict.fromkeys(named))


def _capitals(story: Story, countries: list[str]) -> list[Fact]:
    """The capitals of the countries; those of a country before those of a territory (`Dutch` is of Aruba too)."""
    found = [fact for name in countries for fact in story.facts.about(name, "capital")]
    return sorted(found, key=lambda fact: not _is_country(story.facts, fact.subject))


def _is_country(facts: FactBase, name: str) -> bool:
    return any(fact.value == "country" for fact in facts.about(name, "named"))


def _lone_country(story: Story, block: Block, at: int, city: str, federal: tuple[str, ...]) -> list[str]:
    """The country whose capital is `the capital` at an offset, as far as anything tells."""
    sentence = story.sentence(block, at)
    before = [chain for chain in story.chains if chain.block is block and chain.tokens[-1].span.end < at]
    near = {name for chain in before if chain.tokens[0].span.start >= sentence.start for name in _named_in(story.facts, chain)}
    if lies_in := _lies_in(story.facts, city):
        told = {name for chain in story.chains for name in _named_in(story.facts, chain)}
        possible = near if len(near) == 1 and near <= lies_in else (lies_in & told) - set(federal)
        if len(near) == 1 and not lies_in & told:
            possible = near - set(federal)
        return sorted(possible) if len(possible) == 1 else []
    if len(near) == 1:
        return sorted(near)
    country = _most_named(story)
    return [] if near or _elsewhere(story, before, sentence, country) else country


def _lies_in(facts: FactBase, city: str) -> set[str]:
    """The countries that have a town of this name, as far as they are listed."""
    return set(facts.paired("towns", city.replace(" ", "_")))


def _elsewhere(story: Story, before: list[Chain], sentence: Span, country: list[str]) -> bool:
    """Whether another place stands before: a region or another country in the block, or in the sentence a name that is nobody's."""
    people = {id(mention.chain) for mention in story.people.mentions}
    for chain in before:
        opening = chain.opens and len(chain.tokens) == 1 and not (chain.tokens[0].possessive or story.facts.about(chain.tokens[0].text))
        if id(chain) in people or opening:
            continue
        text = chain.text(0, len(chain.tokens))
        kinds = {fact.value for fact in story.facts.about(text, "named")}
        other = _exact(story.facts, text) not in ([], country) or bool(kinds & _REGIONS)
        unknown = not kinds and not _exact(story.facts, text)
        if other or (unknown and chain.tokens[0].span.start >= sentence.start and chain.tokens[-1].text.lower() not in OPENING):
            return True
    return False


def _named_in(facts: FactBase, chain: Chain) -> Iterator[str]:
    """The countries that a chain names, by name or adjective, the longest first at each place."""
    for i in range(len(chain.tokens)):
        for j in range(min(len(chain.tokens), i + 3), i, -1):
            text = chain.text(i, j)
            if named := _exact(facts, text) or _exact(facts, text.removesuffix("s")):
                yield from [name for name in named if _is_country(facts, name)] or named
                break


def _most_named(story: Story) -> list[str]:
    """The country that the story names most, when it names it clearly more than any other."""
    counts = Counter(name for chain in story.chains for name in _named_in(story.facts, chain))
    (first, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return [first] if most > 2 * second and most > 1 else []


def _city(facts: FactBase, text: str, span: tuple[int, int]) -> tuple[str, Span]:
    """The longest opening of a phrase that is a town, or the whole of it, without the words that open a sentence."""
    words, start = text.split(" "), span[0]
    while len(words) > 1 and words[0].lower() in OPENING and not _is_town(facts, text):
        start += len(words[0]) + 1
        words = words[1:]
        text = " ".join(words)
    openings = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    name = next((opening for opening in openings if _is_town(facts, opening)), text)
    return name, Span(start, start + len(name))


def _is_town(facts: FactBase, text: str) -> bool:
    """Whether a name is a listed town's or capital's, and nothing else's."""
    kinds = {fact.value for fact in facts.about(text, "named")}
    if not kinds and _lies_in(facts, text):
        return not (facts.about(text) or facts.listed("english", text.lower()))
    return (kinds == {"city"} or bool(facts.where("capital", text) and not kinds - {"city"})) and not facts.about(text, "holds")


def _same(city: str, capital: str) -> bool:
    """Whether a printed name is a capital's, or an outskirt or longer form or other spelling of it."""
    a, b = fold(city), fold(capital)
    return a in b or b in a or one_edit(a, b)
