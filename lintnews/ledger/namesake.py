"""A name one letter away from a listed person's in; out comes how sure it is that the listed person is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews import lazily
from lintnews.ledger.names import spelled_otherwise
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import forms
from lintnews.ledger.titles import TITLE_NOUNS
from lintnews.model import Block, Fact, Span
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.ledger import Story

#: How a person is introduced whom readers do not know: an age, a description, a town, a trade in small letters before the name.
_INTRODUCED = lazily.pattern(r",? \(?\d|, (?:an?|of|from|who|his|her|their|my)\b|,? (?:Jr|Sr)\b| of \p{Lu}| and (?:his|her)\b")
#: Letters before and after a name in which the post of the listed person may stand.
_NEAR = 70
_SURELY, _LIKELY = 0, 1
_SHORTEST = 4
_SEATED = {"senator": ("sen", "sens", "senator"), "representative": ("rep", "reps", "representative", "congressman", "congresswoman")}


def sureness(story: Story, block: Block, span: Span, words: tuple[str, str], fact: Fact) -> int | None:
    """The steps of doubt with which a listed person is meant by a name that has the first of `words` for the second; None for none.

    Beside the person's own post the letter is a slip. Without it a first name is, that is another spelling of the listed one, before a
    surname that is no everyday word.
    """
    wrong, right = words
    a, b = fold(wrong), fold(right)
    if min(len(wrong), len(right)) < _SHORTEST - spelled_otherwise(wrong, right) or a[0] != b[0] or _INTRODUCED.match(block.text, span.end):
        return None
    form = next((form for form in (fact.subject, *fact.aliases) if right in form.split()), fact.subject)
    first, last = form.split()[0], form.split()[-1]
    short = right == first and (a.startswith(b) or b.startswith(a) or story.facts.listed("nicknames", f"{right} {wrong}"))
    if right not in (first, last) or short:
        return None
    if _noun_beside(story, block, span, fact):
        return _SURELY
    given = right == first and spelled_otherwise(wrong, right) and not titled(block, span)
    return _LIKELY if given and not story.facts.listed("english", last.lower()) else None


def introduced(block: Block, span: Span) -> bool:
    """Whether an age, a description or a town follows the name, as it does one that readers do not know, or a title stands before it."""
    return described(block, span) or titled(block, span)


def described(block: Block, span: Span) -> bool:
    """Whether an age, a description or a town follows the name."""
    return _INTRODUCED.match(block.text, span.end) is not None


def titled(block: Block, span: Span) -> bool:
    """Whether a noun of a post with a capital stands right before the name: `Democratic Chairman`."""
    before = (block.text[max(0, span.start - 40) : span.start].split() or [""])[-1]
    return before[:1].isupper() and fold(before) in TITLE_NOUNS


def post_beside(story: Story, mention: Mention, fact: Fact) -> bool:
    """Whether a noun of a post that the listed person holds, or held, stands close to a name."""
    return _noun_beside(story, mention.block, mention.span, fact)


def _noun_beside(story: Story, block: Block, span: Span, fact: Fact) -> bool:
    """Whether a noun of a post that the listed person holds, or held, stands in the same sentence close to the name."""
    facts, sentence = story.facts, story.sentence(block, span.start)
    start, end = max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR)
    beside = {fold(word).strip(".,") for word in f"{block.text[start : span.start]} {block.text[span.end : end]}".split()}
    wanted: set[str] = set()
    for held in facts.about(fact.subject):
        if held.relation == "holds":
            wanted |= {word for form in forms(facts, held.value) for word in fold(form).split() if word in TITLE_NOUNS}
        elif held.relation == "represents":
            wanted |= set(_SEATED.get(held.value.split()[0], ()))
    return not wanted.isdisjoint(beside)
