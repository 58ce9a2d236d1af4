"""Nationality: a head of state or of government called by the adjective or the possessive of another country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.posts import bodies, on
from lintnews.model import Block, Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import like

_LEADER = r"(?:leader|president|prime[ \u00a0]minister|premier|chancellor|king|queen|emperor|sultan|emir|monarch|ruler|strongman|dictator)"
_WORD = r"\p{Lu}[\p{L}\p{M}]*(?:\.(?:\p{Lu}\.)*|['’-]\p{L}[\p{L}\p{M}]*)*"
_OWNER = lazily.pattern(r"['’]s?(?=\s|\Z)")
_FORM = lazily.pattern(
    rf"(?<![\p{{L}}’'-])(?<!\p{{Lu}}\p{{L}}* (?:and )?)(?P<adjective>\p{{Lu}}[\p{{L}}-]+(?: \p{{Lu}}[\p{{L}}-]+){{0,2}}) "
    rf"(?P<title>(?i:{_LEADER}))(?P<comma>,)? (?P<name>{_WORD}(?: (?:(?:al|bin|de|van|von) |al-|el-)?{_WORD}){{1,4}})"
)
#: `Norden's prime minister, Jane Orr`.
_OWNED = lazily.pattern(
    rf"(?<![\p{{L}}’'-])(?P<land>\p{{Lu}}[\p{{L}}-]+(?: \p{{Lu}}[\p{{L}}-]+){{0,2}})['’]s? "
    rf"(?P<title>(?i:{_LEADER}))(?P<comma>,)? (?P<name>{_WORD}(?: (?:(?:al|bin|de|van|von) |al-|el-)?{_WORD}){{1,4}})"
)
#: Behind a name between commas: no list goes on there.
_CLOSED = lazily.pattern(r",\s(?!(?:and|or)\b|\p{Lu})|[.;]?\Z|\.\s")
#: Titles that one head of a country has and another has not.
_TITLES = frozenset(("president", "prime minister", "chancellor", "king", "queen"))
#: Posts whose holders are leaders of their countries.
_HEADS = lazily.pattern(
    r"\A(?:Acting )?(?:President|Prime Minister|Premier|Chancellor|Taoiseach|King|Queen|Emperor|Sultan|Emir|Supreme Leader|"
    r"General Secretary)\b"
)


@record
class Check:
    """An adjective or a possessive of one country before a listed leader of another.

    The leader must hold a listed post on the story's day, or ever where it has none, and never one of the country
    printed. What `post-at-date` says of a listed post (`Canadian Prime Minister`) in a dated story is left to it.
    `slack`: days around a term.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "post")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            for found in _FORM.finditer(block.text):
                if match := self._match(story, block, found):
                    yield match
            for found in _OWNED.finditer(block.text) if "’s " in block.text or "'s " in block.text or "s’ " in block.text else ():
                if match := self._owned(story, block, found):
                    yield match

    def _owned(self, story: Story, block: Block, found: regex.Match[str]) -> Match | None:
        """A leader of another country than the one whose possessive stands before the title."""
        facts = story.facts
        printed = {fact.subject for fact in facts.about(found["land"], "capital")}
        if not printed or (found["comma"] and not _CLOSED.match(block.text, found.end())):
            return None
        if story.day and any(facts.about(f"{found['title']} of {land}", "post") for land in printed):
            return None
        held = _held(facts, found["name"])
        now = [fact for fact in held if _HEADS.match(fact.value) and (story.day is None or on(fact, story.day, self.slack))]
        lands = {country for fact in held for country in bodies(facts, fact.value)}
        if not now or not lands or printed & lands:
            return None
        own = sorted({country for country in bodies(facts, now[0].value) if facts.about(country, "capital")})
        if len(own) != 1:
            return None
        words = {"match": found["land"], "fix": own[0], "person": now[0].subject, "post": now[0].value}
        return Match(block, Span(*found.span("land")), (own[0],), words, (Evidence(now[0].sentence(), fact=now[0]),))

    def _match(self, story: Story, block: Block, found: regex.Match[str]) -> Match | None:
        facts = story.facts
        adjective, printed = _adjective(facts, found["adjective"])
        listed = facts.about(f"{adjective} {found['title']}", "post")
        if not printed or (story.day and listed) or (found["comma"] and not _CLOSED.match(block.text, found.end())):
            return None
        held = _held(facts, found["name"])
        now = [fact for fact in held if _HEADS.match(fact.value) and (story.day is None or on(fact, story.day, self.slack))]
        if not now or printed & {country for fact in held for country in bodies(facts, fact.value)}:
            return None if listed or not now else _other_title(block, found, held, now[0])
        own = next((fact.subject for country in bodies(facts, now[0].value) for fact in facts.where("demonym", country)), "")
        if not own:
            return None
        span = Span(found.end("adjective") - len(adjective), found.end("adjective"))
        words = {"match": adjective, "fix": own, "person": now[0].subject, "post": now[0].value}
        return Match(block, span, (own,), words, (Evidence(now[0].sentence(), fact=now[0]),))


def _other_title(block: Block, found: regex.Match[str], held: tuple[Fact, ...], now: Fact) -> Match | None:
    """A title that the country has not, before the name of its head under another one: `Canadian President`."""
    titles = [fact.value.removeprefix("Acting ").split(" of ")[0] for fact in held]
    printed = found["title"].lower().replace("\u00a0", " ")
    if printed not in _TITLES or any(title.lower() not in _TITLES or title.lower() == printed for title in titles):
        return None
    fix = like(titles[held.index(now)], found["title"]) if found["title"][0].isupper() else titles[held.index(now)].lower()
    words = {"match": found["title"], "fix": fix, "person": now.subject, "post": now.value}
    return Match(block, Span(*found.span("title")), (fix,), words, (Evidence(now.sentence(), fact=now),))


def _adjective(facts: FactBase, words: str) -> tuple[str, set[str]]:
    """The listed adjective, of most words, that a phrase ends in, with its countries; the word before it must be none of a name."""
    parts = words.split(" ")
    for i in range(len(parts)):
        adjective = " ".join(parts[i:])
        if countries := {fact.value for fact in facts.about(adjective, "demonym")}:
            return adjective, countries
    return "", set()


def _held(facts: FactBase, words: str) -> tuple[Fact, ...]:
    """The posts of the longest listed name that opens a run of capitalised words."""
    parts = _OWNER.sub("", words).split(" ")
    names = (" ".join(parts[:n]) for n in range(len(parts), 1, -1))
    return next((held for name in names if (held := facts.about(name, "holds"))), ())
