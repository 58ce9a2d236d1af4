"""Body as title: the name of a body set before a person as if it were that person's title, the post's noun missing.

`Joint Chiefs of Staff Mark Milley` lacks the word Chairman. The fact base says which noun belongs to which body.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.known import known_word
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import bodies, elsewhere, forms, has_word, held, shown, spellings
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import field, record
from lintnews.words import fold, word_before

#: A body after one of these is a place or a party to something, and the name opens a clause of its own.
_AFTER_PREPOSITION = lazily.pattern(
    r"\b(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom|[Bb]y|[Ww]ith|[Ff]or|[Tt]o|[Oo]f|[Uu]nder|[Bb]efore|[Aa]fter|[Tt]he|[Aa]n?)\s+\Z"
)
#: The words before a body that make it a post: `Head of the Atomic Energy Organization`.
_POST_OF = lazily.pattern(r"\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? of the\b")
_OF = lazily.pattern(r"\A((?:U\.?S\.?|U\.?K\.?) )?(?:Department|Ministry|Office) (?:of|for) (?:the )?")


@record
class Check:
    """A body straight before a person's full name.

    The match is certain where the same person has the full title elsewhere in the story, or a fact gives the person a
    post of that body; otherwise it is in doubt by one step. `nouns` map the last words of bodies that are not listed
    (`Committee`) to the noun of the post that leads them.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "noun")
    nouns: Mapping[str, str] = field(default_factory=dict)

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            if not mention.full:
                continue
            if mention.titles and mention.titles[-1].sort is Sort.BODY:
                start, heads = mention.titles[-1].start, story.facts.about(_body(mention, mention.titles[-1].start), "head")
            else:
                start, heads = self._by_noun(mention)
            if heads and not (start and not mention.chain.tokens[start - 1].capital):
                yield from _match(story, mention, start, heads)

    def _by_noun(self, mention: Mention) -> tuple[int, tuple[Fact, ...]]:
        """The body before a name that is told by its last word: `House Intelligence Committee`."""
        start, last = 0, mention.start - 1
        noun = self.nouns.get(mention.chain.tokens[last].text) if last > start and not mention.titles else None
        if noun and _POST_OF.match(_body(mention, start)):
            return 0, ()
        if noun and _AFTER_PREPOSITION.search(mention.block.text, max(0, mention.chain.at - 40), mention.chain.at):
            return 0, ()
        return (start, (Fact(_body(mention, start), "head", noun, "its last word", ""),)) if noun else (0, ())


def _body(mention: Mention, start: int) -> str:
    return mention.chain.text(start, mention.start)


def _match(story: Story, mention: Mention, start: int, heads: tuple[Fact, ...]) -> Iterator[Match]:
    span = mention.chain.span(start, mention.start)
    body = _body(mention, start)
    facts = _facts(story, mention, heads)
    places = [m for m in elsewhere(story, mention) if _has_post(m, heads)]
    if not facts and not places and not _surely_person(story, mention):
        return
    noun = _noun(facts, places, heads)
    evidence = [shown(m) for m in places[:1]]
    evidence += [Evidence(fact.sentence(), fact=fact) for fact in facts[:1]]
    if not evidence and heads[0].as_of:
        evidence = [Evidence(f"{heads[0].subject} is led by its {heads[0].value}", fact=heads[0])]
    fix = _fix(story, body, noun, facts)
    if body.startswith("US ") and fix.startswith("U.S. "):
        fix = fix.replace("U.S. ", "US ", 1)
    words = {"match": body, "fix": fix, "person": mention.name, "noun": noun}
    doubt = int(not (facts or places)) + int(_after_article(mention, span))
    yield Match(mention.block, span, spellings(fix), words, tuple(evidence), doubt)


def _fix(story: Story, body: str, noun: str, facts: list[Fact]) -> str:
    """The title that is meant: a listed form of the post held, or the body and the noun.

    The `Ministry of Defence` is led by the `Defence` Secretary.
    """
    short = _OF.sub(lambda m: m[1] or "", body, count=1)
    listed = [form for fact in facts[:1] for form in forms(story.facts, fact.value)]
    whole = [form for form in listed if fold(form) in (fold(f"{body} {noun}"), fold(f"{short} {noun}"))]
    begun = [form for form in listed if fold(form).startswith((fold(body), fold(short)))]
    plain = [form for form in listed if " of " not in form and " " in form]
    elsewhere_named = any(has_word(form, body) or has_word(form, short) for form in listed)
    return next(iter(whole or begun or ([] if elsewhere_named else plain)), f"{short} {noun}")


def _after_article(mention: Mention, span: Span) -> bool:
    """Whether an article stands before the body, as no title has: the name may open a clause (`the court John Roberts leads`)."""
    return word_before(mention.block.text, span.start) in ("the", "a", "an")


def _facts(story: Story, mention: Mention, heads: tuple[Fact, ...]) -> list[Fact]:
    """The facts that give the person a post of the body."""
    names = {fold(form) for head in heads for form in (head.subject, *head.aliases)}
    out = []
    for fact in held(story, mention):
        printed = forms(story.facts, fact.value)
        of_body = any(has_word(form, name) for form in printed for name in names) or names & set(map(fold, bodies(story.facts, fact.value)))
        if of_body and any(has_word(form, h.value) for form in printed for h in heads):
            out.append(fact)
    return out


def _has_post(mention: Mention, heads: tuple[Fact, ...]) -> bool:
    text = mention.title_text()
    return mention.titles[-1].sort is not Sort.BODY and any(has_word(text, form) for h in heads for form in (h.subject, *h.aliases))


def _noun(facts: list[Fact], places: list[Mention], heads: tuple[Fact, ...]) -> str:
    """The noun that is missing: as the story has it elsewhere, as the fact has it, or as the body's head is called."""
    known = [head.value for head in heads]
    for text in (*(m.title_text() for m in places), *(fact.value for fact in facts)):
        for vice in ("Vice ", "Deputy ", ""):
            for noun in known:
                if has_word(text, vice + noun):
                    return vice + noun
    return known[0]


def _surely_person(story: Story, mention: Mention) -> bool:
    """Whether the name is surely a person's: a listed first name, and a surname that is listed or no everyday word."""
    surname = story.facts.listed("surnames", mention.surname) or not known_word(mention.surname, story.facts)
    return surname and story.facts.listed("given-names", mention.words[0])
