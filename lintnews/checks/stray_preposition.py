"""Stray preposition: an `of` between a post and the name of its holder (`Secretary of Defense of Mark Esper`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import Chain
from lintnews.ledger.known import known_word
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import elsewhere, forms, has_word, held, shown
from lintnews.ledger.speech import says
from lintnews.ledger.titles import TITLE_NOUNS, Element, Sort, elements
from lintnews.model import Evidence, Match, Span
from lintnews.record import record
from lintnews.words import fold, word_before

#: Kinds of listed name that a post may well be `of`, though they look like a person's name.
_PLACES = ("country", "city", "state", "region", "company", "university", "body", "agency")


@record
class Check:
    """A preposition between a complete post and a person's full name.

    Certain where the story or the fact base gives that person that post; in doubt by one step for a listed post of two
    words or more; otherwise nothing is said, as `president of` goes before many names.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "post", "person")
    prepositions: tuple[str, ...] = ("of",)

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            before = mention.start - 1
            if not mention.full or mention.titles or before < 1 or mention.chain.tokens[before].text not in self.prepositions:
                continue
            post = next((e for e in elements(mention.chain, story.facts) if e.end == before), None) or _unlisted(mention.chain, before)
            if post and post.sort in (Sort.POST, Sort.NOUN, Sort.RANK) and not _place(story, mention):
                yield from _match(story, mention, post)


def _place(story: Story, mention: Mention) -> bool:
    """Whether the name opens with that of a place or body: `Attorney General of Virginia Mark Herring`."""
    words = mention.words
    openings = (" ".join(words[:n]) for n in range(1, len(words) + 1))
    return any(fact.value in _PLACES for opening in openings for fact in story.facts.about(opening, "named"))


def _unlisted(chain: Chain, end: int) -> Element | None:
    """A post that no list has, told by its last word: `Fort Lee Mayor`, `Fire Chief`."""
    word = chain.phrase.words[end - 1]
    return Element(Sort.NOUN, end - 1, end) if word[0].isupper() and fold(word) in TITLE_NOUNS else None


def _likely(story: Story, mention: Mention, post: Element) -> bool:
    """Whether a post of two words or more, or a listed noun behind its place or body, stands before a name that is nobody's possessor."""
    facts, words = story.facts, mention.chain.phrase.words
    listed = facts.listed("surnames", mention.surname)
    if mention.possessive or not (listed or not known_word(mention.surname, facts)):
        return False
    if post.sort is Sort.POST and post.end - post.start > 1 and listed:
        return True
    noun = fold(words[post.end - 1])
    person = facts.listed("given-names", mention.words[0]) and not _everyday(mention, facts)
    of_body = post.start > 0 and words[post.start - 1][0].isupper() and words[post.start - 1] not in _GRADES
    return person and ((noun in _OF_PLACES and (says(mention) or of_body or post.end - post.start > 1)) or (noun in _OF_BODIES and of_body))


def _everyday(mention: Mention, facts: FactBase) -> bool:
    """Whether a word of the name may be a place's or a thing's: `Mayor of Jackson Heights`, `Mayor of Santa Fe`."""
    words = mention.words[1:] if facts.paired("first-names-sex", mention.words[0]) else mention.words
    return any(facts.listed("english", word.lower()) or facts.about(word, "named") or fold(word) in _PLACE_WORDS for word in words)


#: Nouns of posts of a place or a house, which have no person behind `of`.
_OF_PLACES = frozenset("mayor sheriff gov governor superintendent minister secretary attorney general chief commissioner justice".split())
#: Nouns of posts of a body, which behind its name have nothing more: `Amazon CEO of`.
_OF_BODIES = frozenset(["ceo", "cfo", "speaker", "chairman", "chairwoman", "coach"])
#: Words that make a grade of a post, and are no body's.
_GRADES = frozenset("Vice Deputy Senior Executive Assistant Associate Managing Co Former Acting Chief Head".split())
_PLACE_WORDS = frozenset("san santa saint st fort new los las el la".split())


def _after_article(chain: Chain, post: Element) -> bool:
    """Whether `the` stands before the post, as it may in `the Vice President of Abe Lincoln’s days`."""
    return word_before(chain.block.text, chain.tokens[post.start].span.start) == "the"


def _match(story: Story, mention: Mention, post: Element) -> Iterator[Match]:
    chain = mention.chain
    title = chain.text(post.start, post.end)
    places = [m for m in elsewhere(story, mention) if has_word(m.title_text(), chain.tokens[post.end - 1].text)]
    facts = [f for f in held(story, mention) if any(f" {fold(form)}".endswith(f" {fold(title)}") for form in forms(story.facts, f.value))]
    owned = mention.possessive and post.end - post.start == 1
    sure = bool(facts or places) and not owned
    if not (sure or _likely(story, mention, post)) or (mention.possessive and _after_article(chain, post)):
        return
    preposition = chain.tokens[post.end]
    span = Span(preposition.span.start, chain.tokens[mention.start].span.start)
    evidence = [shown(m) for m in places[:1]] + [Evidence(f.sentence(), fact=f) for f in facts[:1]]
    words = {"match": preposition.text, "post": title, "person": mention.name}
    yield Match(chain.block, span, ("",), words, tuple(evidence), doubt=0 if sure else 1)
