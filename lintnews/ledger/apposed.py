"""A person named in a story in; out come the posts set between commas beside the name: `the prime minister, Jane Orr`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily
from lintnews.ledger.people import Mention
from lintnews.ledger.titles import TITLE_NOUNS, Sort
from lintnews.model import Span

if TYPE_CHECKING:
    from lintnews.ledger import Story

_WORD = r"[\p{L}\p{M}][\p{L}\p{M}.’'-]*"
_POST = rf"(?P<post>(?:{_WORD} ){{0,9}}{_WORD})"
#: `the post, ` or `Norden’s post, ` right before a name; nothing that goes on before `the`, as in `a son of the president, Jane Orr`.
_BEFORE = lazily.pattern(
    rf"(?:(?:\A|(?<=[.,;:]\s|[.!?][”\"]\s|\n|\b(?:[Bb]ut|[Aa]nd|[Tt]hat|[Ww]hen|[Ii]n \d{{4}},) ))(?:[Tt]he |(?=\p{{Lu}}))){_POST}, \Z"
)
_AFTER = lazily.pattern(rf", (?:the |(?=\p{{Lu}})){_POST}(?:,(?! and\b)|(?=\.(?:\s|\Z)|;))")
#: Letters before a name in which the post may stand.
_REACH = 90


class Apposed(NamedTuple):
    """A post as printed beside a mention, and where the two together begin and end."""

    mention: Mention
    printed: str
    span: Span


def read(story: Story) -> Iterator[Apposed]:
    """The listed posts beside full names, the whole of what stands between the commas."""
    for mention in story.people.mentions:
        if not mention.full or mention.possessive or (mention.title and mention.title.sort is Sort.POST):
            continue
        text, sentence = mention.block.text, story.sentence(mention.block, mention.span.start)
        start = (mention.title_span() or mention.span).start
        low = max(sentence.start, start - _REACH)
        if text[max(low, start - 2) : start] == ", " and (at := _before(story, text[low:start], whole=low == sentence.start)):
            yield Apposed(mention, at[1], Span(low + at[0], mention.span.end))
        elif (after := _AFTER.match(text, mention.span.end, sentence.end)) and _post(story, after["post"]):
            yield Apposed(mention, after["post"], Span(start, after.end()))


def _before(story: Story, text: str, *, whole: bool) -> tuple[int, str] | None:
    """Where the post begins that ends a text, and the post; at the start of the text only where that is the `whole` of the sentence."""
    for found in _BEFORE.finditer(text, overlapped=True):
        if (whole or found.start()) and _post(story, found["post"]):
            return found.start(), found["post"]
    return None


def _post(story: Story, words: str) -> bool:
    """Whether words are a listed post, whole."""
    nouns = TITLE_NOUNS.intersection(words.lower().split())
    return bool(nouns) and bool(story.facts.about(words, "post"))
