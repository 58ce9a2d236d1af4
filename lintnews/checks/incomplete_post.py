"""Incomplete post: the first words of a post before a name, its noun missing (`Prime Silvio Berlusconi`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import CONNECTORS, Chain
from lintnews.ledger.era import during
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import elsewhere, held, offered, shown, spellings
from lintnews.ledger.titles import RANKS, TITLE_NOUNS, Sort
from lintnews.model import Evidence, Match, Span
from lintnews.record import field, record
from lintnews.words import fold, word_before


@record
class Check:
    """The opening words of a listed post straight before a person's full name.

    `adjectives` can never stand before a name alone, and map to the noun they mostly lack; `nouns` are titles of their
    own, but not that person's when the story or a fact has the longer post. Other openings need the full post elsewhere
    in the story, or a fact that gives it to that person.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person")
    adjectives: Mapping[str, str] = field(default_factory=dict)
    nouns: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            if mention.full and (match := next(self._found(story, mention), None)):
                yield match
        for mention in self._strangers(story):
            if match := self._before(story, mention):
                yield match

    def _found(self, story: Story, mention: Mention) -> Iterator[Match]:
        """What is wrong before a name, the surest first."""
        for look in (_dangling, _of_country, _gapped, self._before):
            if match := look(story, mention):
                yield match

    def _strangers(self, story: Story) -> Iterator[Mention]:
        """Words after an adjective that are a name, though no list has its first name: `Foreign Nobutaka Machimura`."""
        chains = [c for c in story.people.chains if len(c.phrase.words) > 2 and not self._single.isdisjoint(c.phrase.words)]
        taken = {(id(m.chain), i) for m in story.people.mentions for i in range(m.start, m.end)} if chains else set()
        for chain in chains:
            for i, word in enumerate(chain.phrase.words[:-2]):
                named = word in self._single and all(_of_name(chain, j, story.facts) for j in (i + 1, i + 2))
                if named and (id(chain), i + 1) not in taken:
                    yield Mention(chain, i + 1, i + 3, ())

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(word for word in self.adjectives if " " not in word)

    def _before(self, story: Story, mention: Mention) -> Match | None:
        """The longest opening of a post before a name, in capitals or in the small words right before the chain."""
        for span in _openings(mention):
            opening = mention.block.text[span.start : span.end]
            if self._complete(story, mention, span, opening):
                return None
            if match := self._match(story, mention, span, opening):
                return match
        return None

    def _complete(self, story: Story, mention: Mention, span: Span, opening: str) -> bool:
        """Whether the words before the name are a title, a rank or a listed name as they stand.

        A small word before the name (`Secretary of`) is the business of another kind.
        """
        if opening.split()[-1] in CONNECTORS:
            return True
        if opening in self.adjectives:
            return False
        last = mention.titles[-1] if mention.titles else None
        if last and last.sort in (Sort.RANK, Sort.COURTESY, Sort.BODY):
            return True
        word = opening.split()[-1]
        if word in self.nouns:
            return opening != word and bool(story.facts.about(opening, "post"))
        known = story.facts.about(opening, "post") or fold(opening) in RANKS or fold(word) in TITLE_NOUNS
        places = (fact for fact in story.facts.about(opening, "named") if fact.value in _PLACES)
        return bool(known) or next(places, None) is not None

    def _match(self, story: Story, mention: Mention, span: Span, opening: str) -> Match | None:
        full, evidence = _full_form(story, mention, opening) if id(mention) in map(id, story.people.mentions) else ("", ())
        noun = "" if _in_a_post(mention, span) else self.adjectives.get(opening) or self.adjectives.get(opening.split()[-1], "")
        if not (full or noun) or (not noun and _after_article(mention, span)):
            return None
        if not full:
            span, opening = self._narrowed(story, span, opening)
        rest = " ".join(full.split()[len(opening.split()) :]) or noun
        fix = f"{opening} {rest.lower() if opening.islower() else rest}"
        words = {"match": opening, "fix": fix, "person": mention.name}
        return Match(mention.block, span, spellings(fix), words, evidence, doubt=0 if evidence else 1)

    def _narrowed(self, story: Story, span: Span, opening: str) -> tuple[Span, str]:
        """The words before a name cut down to the longest that open a listed post, or to the adjective."""
        words = opening.split()
        for n in range(len(words), 0, -1):
            text = " ".join(words[-n:])
            if text in self.adjectives or story.facts.starting("post", text):
                return Span(span.end - len(text), span.end), text
        return span, opening


def _of_name(chain: Chain, i: int, facts: FactBase) -> bool:
    """Whether a word can be part of a person's name and of nothing else that is listed."""
    word = chain.phrase.words[i]
    strange = word.isalpha() or "-" in word
    known = facts.listed("english", word.lower()) or facts.listed("proper", word) or facts.about(word) or fold(word) in TITLE_NOUNS
    return strange and len(word) > 1 and chain.phrase.capitals[i] and not word.isupper() and not known


#: Nouns of posts that nobody holds `of` a person.
_NOUNS_OF = frozenset(["Secretary", "Minister", "Undersecretary"])


def _dangling(story: Story, mention: Mention) -> Match | None:
    """`Secretary of` before the full name of one who is, by the story or a fact, the Secretary of something."""
    chain, at = mention.chain, mention.start - 1
    if mention.titles or at < 1 or chain.tokens[at].text not in ("of", "for") or chain.tokens[at - 1].text not in _NOUNS_OF:
        return None
    if any(story.facts.about(chain.text(i, at), "post") for i in range(max(0, at - 4), at - 1)):
        return None  # the post is whole before the `of`
    start = at - 2 if at > 1 and chain.tokens[at - 2].text in ("Assistant", "Deputy", "Under") else at - 1
    span = chain.span(start, mention.start)
    opening = mention.block.text[span.start : span.end]
    full, evidence = _full_form(story, mention, opening)
    if not full:
        return None
    words = {"match": opening, "fix": full, "person": mention.name}
    return Match(mention.block, span, (full,), words, evidence)


def _gapped(story: Story, mention: Mention) -> Match | None:
    """A post of the person's without one of its inner words, or with a `the` too many: `National Adviser`, `Secretary of the State`."""
    chain, words = mention.chain, mention.chain.phrase.folded
    if mention.start < 2 or TITLE_NOUNS.isdisjoint(words[max(0, mention.start - 6) : mention.start]):
        return None
    posts = [form for fact in held(story, mention) if during(fact, story.era) for form in offered(story.facts, fact.value)]
    wanted = {tuple(fold(form).split()): form for form in posts if form[0].isupper()}
    for start in range(max(0, mention.start - 6), mention.start - 1) if wanted else ():
        run = tuple(words[start : mention.start])
        if not all(token.capital or token.text in CONNECTORS for token in chain.tokens[start : mention.start]) or run[-1] == "leader":
            continue
        if run[0] in _DEPUTIES or story.facts.about(chain.text(start, mention.start), "post"):
            return None
        full = next((form for key, form in wanted.items() if _without_one(run, key) or ("the" in run and _without_one(key, run))), "")
        if full:
            span = chain.span(start, mention.start)
            fact = next(fact for fact in held(story, mention) if full in offered(story.facts, fact.value))
            told = {"match": mention.block.text[slice(*span)], "fix": full, "person": mention.name}
            return Match(mention.block, span, spellings(full), told, (Evidence(fact.sentence(), fact=fact),))
    return None


#: Openings of posts whose inner words print leaves out as it likes: `Deputy Secretary`.
_DEPUTIES = frozenset("deputy assistant under associate vice acting chief executive senior special general the".split())


def _without_one(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether words are others but for one in the middle."""
    return len(shorter) + 1 == len(longer) and any(shorter == longer[:i] + longer[i + 1 :] for i in range(1, len(longer) - 1))


def _of_country(story: Story, mention: Mention) -> Match | None:
    """`U.S.` or a country's adjective right before the full name of the one who holds a post of that country on the story's day."""
    if mention.titles or not mention.start:
        return None
    span = next((span for span in _openings(mention) if _is_country(story, mention, span)), None)
    if span is None or _after_article(mention, span) or word_before(mention.block.text, span.start) in _BEFORE_PLACE:
        return None
    opening = mention.block.text[span.start : span.end]
    now = [fact for fact in held(story, mention) if during(fact, story.era) and not fact.value.startswith("Acting ")]
    for fact in now:
        begun = [form for form in offered(story.facts, fact.value) if form.startswith(opening + " ") and " of " not in form]
        if begun:
            fix = min(begun, key=lambda form: len(form.split()))
            words = {"match": opening, "fix": fix, "person": mention.name}
            return Match(mention.block, span, spellings(fix), words, (Evidence(fact.sentence(), fact=fact),), int("." not in opening))
    return None


def _is_country(story: Story, mention: Mention, span: Span) -> bool:
    opening = mention.block.text[span.start : span.end]
    return opening in ("U.S.", "US", "U.K.", "UK") or bool(story.facts.about(opening, "demonym"))


#: Words after which a country may stand with a name after it: `back in the U.S. Donald Trump …`.
_BEFORE_PLACE = frozenset("the in from across of outside within".split())

#: Kinds of listed name after which a person may well be named without a title.
_PLACES = frozenset({"country", "city", "state", "region", "territory", "company", "outlet", "team", "party", "university", "programme"})
#: Letters before a name in which small words are looked for.
_REACH = 200
_SMALL = lazily.pattern(r"(?:\p{Ll}{4,} ){2,3}\Z")


def _openings(mention: Mention) -> Iterator[Span]:
    """The runs of words that end right before a name, the longest first."""
    chain = mention.chain
    for start in range(max(0, mention.start - 9), mention.start):
        if chain.tokens[start].text not in CONNECTORS:
            yield chain.span(start, mention.start)
    if mention.start == 0 and (small := _SMALL.search(chain.block.text, max(0, mention.span.start - _REACH), mention.span.start)):
        words = small[0].split()
        for n in range(len(words), 1, -1):
            length = sum(map(len, words[-n:])) + n - 1
            yield Span(small.end() - 1 - length, small.end() - 1)


def _full_form(story: Story, mention: Mention, opening: str) -> tuple[str, tuple[Evidence, ...]]:
    """The post that begins with the opening, as the story gives it to the person elsewhere, or as a fact does."""
    begins = fold(opening) + " "
    for other in elsewhere(story, mention):
        span = other.title_span()
        for element in other.titles:
            text = other.chain.text(element.start, other.titles[-1].end)
            if span and fold(text).startswith(begins):
                return text, (shown(other),)
    for fact in held(story, mention):
        begun = [form for form in offered(story.facts, fact.value) if form.lower().startswith(opening.lower() + " ")]
        if begun:
            return min(begun, key=lambda form: len(form.split())), (Evidence(fact.sentence(), fact=fact),)
    return "", ()


def _in_a_post(mention: Mention, span: Span) -> bool:
    """Whether the opening stands behind `for the` or `of`, and so ends a post: `Secretary of State for the Interior`."""
    before = mention.block.text[: span.end].rstrip().rpartition(" ")[0].lower()
    return before.endswith((" for the", " of the", " of", " for"))


def _after_article(mention: Mention, span: Span) -> bool:
    """Whether `the` or `White` stands before the opening, which then is a place or body: `in the House Nancy Pelosi …`."""
    return word_before(mention.block.text, span.start) in ("the", "a", "white", "in", "at")
