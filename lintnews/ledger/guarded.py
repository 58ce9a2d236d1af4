"""What another program says of a story in, whether it is mistaken out: about a name, or a word that our lists know better."""

from __future__ import annotations

from functools import partial

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import Chain
from lintnews.ledger.derivation import derived
from lintnews.model import Block, Span

#: A word as it stands among others: no part of an address, a handle or a file's name.
_STANDING = lazily.pattern(r"(?<![\p{L}\p{N}@#/\\._&=~+*-])\p{Ll}[\p{L}\p{M}’'-]*+(?![\p{L}\p{N}@/\\_*+=(\[]|\.\p{L})")
_PART = lazily.pattern(r"[\p{L}\p{M}]+")
#: Lists of commoner words, of which compounds are made.
_COMMON = ("everyday-1", "everyday-2")


def in_a_name(story: Story, block: Block, span: Span) -> bool:
    """Whether a change would touch a name: a word with a capital where not every word has one, or a person's."""
    return any(_touches(span, name) for name in story.guarded.get(block, ()))


def _touches(span: Span, name: Span) -> bool:
    return name.start < span.start < name.end if span.start == span.end else span.overlaps(name)


def names(story: Story) -> dict[Block, list[Span]]:
    """The names of each block, word by word."""
    made: dict[Block, list[Span]] = {}
    for chain in story.chains:
        made.setdefault(chain.block, []).extend(_tokens(chain, story.facts))
    for mention in story.people.mentions:
        made.setdefault(mention.block, []).append(mention.span)
    return made


def _tokens(chain: Chain, facts: FactBase) -> list[Span]:
    """The words of a chain that have their capital by right."""
    first = chain.opens and facts.listed("english", chain.tokens[0].text.lower())
    return [token.span for token in chain.tokens[int(first) :] if token.capital]


def strange(story: Story, block: Block, span: Span, lists: tuple[str, ...]) -> bool:
    """Whether a word may be misspelled: in small letters, by itself, once in the story, and neither listed nor regularly made."""
    match = _STANDING.match(block.text, span.start)
    if not match or match.end() < span.end:
        return False
    word = block.text[span.start : span.end]
    if story.folded.count(word.casefold()) != 1 or any(letter.isupper() for letter in word):
        return False
    unknown = partial(story.facts.unlisted, lists)
    parts = {part for part in _PART.findall(word) if len(part) > 1}
    left = unknown(parts)
    return any(not derived(part, unknown, partial(story.facts.unlisted, _COMMON)) for part in left)
