"""Headline name: a surname in the headline that the body never has, where the body names other people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.posts import shown
from lintnews.model import COPY, Match, Part, Span
from lintnews.record import record
from lintnews.words import fold

_LONG = lazily.pattern(r"\p{L}{4,}")
#: Behind an everyday word at the head of a headline these tell that it is a name: `Smith wins mayoral race`.
_DOES = lazily.pattern(
    r" (?:wins|won|says|said|signs|beats|leads|joins|quits|resigns|denies|vows|urges|calls|tells|backs|faces|retires|pleads|dies|scores)\b"
)
_WORD = lazily.pattern(r"\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{L}[\p{L}\p{M}]+)*(?<![’']s)")


@record
class Check:
    """A listed surname that is no place or body; an everyday word only inside a headline in small letters. For bodies of `least` to

    `most` words: `headline-entity` looks at longer ones.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "body")
    least: int = 8
    most: int = 119

    def find(self, story: Story) -> Iterator[Match]:
        heads = list(story.blocks(Part.HEADLINE))
        if not heads:
            return
        text = fold(" ".join(b.text for b in story.blocks(*COPY, Part.HEADING, Part.BYLINE, Part.DATELINE) if b.part is not Part.HEADLINE))
        people = [m for m in story.people.mentions if m.full and m.block.part is Part.BODY]
        if not self.least <= len(text.split()) <= self.most or not people:
            return
        for head in heads:
            words = _LONG.findall(head.text)
            capitals = sum(word[0].isupper() for word in words) * 2 > len(words) + 1
            for found in _WORD.finditer(head.text):
                plain = _everyday(story, found[0]) and (capitals or not found.start()) and not _DOES.match(head.text, found.end())
                if not plain and self._strange(story, found[0], text):
                    yield Match(head, Span(*found.span()), (), {"match": found[0], "body": people[0].name}, (shown(people[0]),))

    def _strange(self, story: Story, word: str, text: str) -> bool:
        facts, key = story.facts, fold(word)
        return key not in text and len(word) > 3 and facts.listed("surnames", word) and not facts.about(word)


def _everyday(story: Story, word: str) -> bool:
    return story.facts.listed("english", word.lower())
