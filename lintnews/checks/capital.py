"""Capital: a town called the capital of a country whose capital is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import PROSE, Block, Evidence, Match, Span

_NAME = r"\p{Lu}[\p{L}\p{M}’'-]+(?:[ -]\p{Lu}[\p{L}\p{M}’'-]+){0,3}"
_AFTER = regex.compile(rf"(?P<whose>{_NAME}|\b[Tt]he|\b[Ii]ts)(?:[’']s)? capital(?: city)?(?P<of>,? of |, | )(?P<city>{_NAME})")
_BEFORE = regex.compile(rf"(?P<city>{_NAME}), (?P<whose>{_NAME})[’']s capital\b(?! of)(?! (?:market|punishment|gain|crime))")
_OTHER = regex.compile(
    r"\b(?:state|provincial|regional|territorial|financial|commercial|cultural|former|old|ancient|spiritual|future|county|republic|province)"
    r"[’'s]* \Z",
    regex.I,
)


@dataclass(frozen=True)
class Check:
    """A town printed as a country's capital.

    The country is named with it (`the Yemeni capital`, `Yemen’s capital`), or, where `the capital` stands alone, it is
    the country that the story names most; then the town must be a listed one that is nobody's capital, and the match is
    in doubt by one step. Country, adjective and capitals come from the fact base; every capital that it knows is right.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "country")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            if "capital" in block.text:
                for pattern in (_AFTER, _BEFORE):
                    for found in pattern.finditer(block.text, overlapped=True):
                        yield from _match(story, block, found)


def _match(story: Story, block: Block, found: regex.Match[str]) -> Iterator[Match]:
    named = _countries(story.facts, found["whose"])
    alone = found["whose"].lower() in ("the", "its")
    if not named and not (alone and not _OTHER.search(block.text[: found.start()])):
        return
    country = named or _most_named(story)
    capitals = [fact for name in country for fact in story.facts.about(name, "capital")]
    city, span = _city(story.facts, found["city"], found.span("city"))
    if not capitals or not city or any(_same(city, fact.value) for fact in capitals):
        return
    if alone and not (_listed_town(story.facts, city) and not story.facts.where("capital", city)):
        return
    if not alone and _somewhere_else(story.facts, city):
        return
    fix = capitals[0].value
    words = {"match": city, "fix": fix, "country": capitals[0].subject}
    evidence = Evidence(f"the capital of {capitals[0].subject} is {fix}", fact=capitals[0])
    yield Match(block, span, (fix,), words, (evidence,), int(alone))


def _countries(facts: FactBase, words: str) -> list[str]:
    """The countries that the last words of a phrase name, by name or by adjective."""
    parts = words.removesuffix("’s").removesuffix("'s").split()
    for start in range(len(parts)):
        text = " ".join(parts[start:])
        found = [fact.subject for fact in facts.about(text, "capital")] or [fact.value for fact in facts.about(text, "demonym")]
        if found:
            return list(dict.fromkeys(found))
    return []


def _most_named(story: Story) -> list[str]:
    """The country that the story names most, when it names it clearly more than any other."""
    counts: Counter[str] = Counter()
    for chain in story.chains:
        for i in range(len(chain.tokens)):
            for j in range(min(len(chain.tokens), i + 3), i, -1):
                if countries := _exact(story.facts, chain.text(i, j)):
                    counts.update(countries)
                    break
    (first, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return [first] if most > 2 * second and most > 1 else []


def _exact(facts: FactBase, text: str) -> list[str]:
    return list({fact.subject for fact in facts.about(text, "capital")} or {fact.value for fact in facts.about(text, "demonym")})


def _city(facts: FactBase, text: str, span: tuple[int, int]) -> tuple[str, Span]:
    """The longest opening of a phrase that is a listed town, or the whole of it; nothing when it is a country or a day."""
    bare = text.removesuffix("’s").removesuffix("'s")
    words = bare.split(" ")
    for n in range(len(words), 0, -1):
        opening = " ".join(words[:n])
        if _listed_town(facts, opening) or facts.where("capital", opening):
            return opening, Span(span[0], span[0] + len(opening))
    return bare, Span(span[0], span[0] + len(bare))


def _listed_town(facts: FactBase, text: str) -> bool:
    return any(fact.value == "city" for fact in facts.about(text, "named"))


def _somewhere_else(facts: FactBase, city: str) -> bool:
    """Whether the words are no town's name: a country, a listed body or person, an everyday word."""
    kinds = {fact.value for fact in facts.about(city, "named")}
    return bool(kinds - {"city"}) or bool(facts.about(city, "holds")) or facts.listed("english", city.lower())


def _same(city: str, capital: str) -> bool:
    """Whether a printed name is a capital's, or an outskirt or longer form of it."""
    a, b = city.lower(), capital.lower()
    return a == b or a in b or b in a
