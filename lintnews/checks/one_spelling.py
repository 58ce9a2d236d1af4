"""One spelling: a name spelled in two near ways in one story; the rarer, which no list knows, is the likely slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import PARTICLES, Chain, Token
from lintnews.ledger.known import known_word, plural
from lintnews.model import Block, Evidence, Match
from lintnews.words import fold, one_edit


class _Place(NamedTuple):
    block: Block
    token: Token


@dataclass(frozen=True)
class Check:
    """A capitalised word that stands once, is in no list, and is one slip away from one that stands more often.

    `often`: how many times the other spelling must stand. `shortest`: letters a name must have.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "count")
    often: int = 2
    shortest: int = 4

    def find(self, story: Story) -> Iterator[Match]:
        places = _places(story)
        frequent = [word for word, found in places.items() if len(found) >= self.often and len(word) >= self.shortest]
        for word, found in places.items():
            other = _other(word, frequent) if len(found) == 1 and len(word) >= self.shortest else ""
            if other and _slip(found[0].token.text, places[other][0].token.text, story.facts):
                yield _match(found[0], places[other])


def _places(story: Story) -> Mapping[str, list[_Place]]:
    """Where each capitalised word stands, by its folded form."""
    out: dict[str, list[_Place]] = {}
    for chain in story.chains:
        for token in chain.tokens:
            if token.capital and token.text.isalpha() and not _particle_follows(chain, token):
                out.setdefault(fold(token.text), []).append(_Place(chain.block, token))
    return out


def _particle_follows(chain: Chain, token: Token) -> bool:
    """Whether the word is a first name before `bin` or `van`, and so is nobody else's surname."""
    following = chain.tokens[chain.tokens.index(token) + 1 :][:1]
    return bool(following) and not following[0].capital and following[0].text in PARTICLES


def _other(word: str, frequent: list[str]) -> str:
    """The frequent spelling that a word is one slip away from, if there is just one."""
    near = [other for other in frequent if other[0] == word[0] and one_edit(word, other)]
    return near[0] if len(near) == 1 else ""


def _slip(wrong: str, right: str, facts: FactBase) -> bool:
    """Whether the rare spelling is a slip and no word, name or form of its own."""
    if wrong.isupper() or not wrong[0].isupper() or plural(wrong, right):
        return False
    return not known_word(wrong, facts) and not facts.about(wrong)


def _match(rare: _Place, often: list[_Place]) -> Match:
    right = often[0].token.text
    fix = right.title() if right.isupper() and not rare.token.text.isupper() else right
    evidence = Evidence(f"“{right}” stands {len(often)} times", often[0].block, often[0].token.span)
    return Match(rare.block, rare.token.span, (fix,), {"match": rare.token.text, "fix": fix, "count": str(len(often))}, (evidence,))
