"""A story in; out come the sentences of its copy as frames see them, and where each word stands in them, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lintnews.english.frames import Sentence, sentence
from lintnews.ledger import Story
from lintnews.model import Block, Span


class Framed(NamedTuple):
    """Sentences, each with its block and its place there; by each word the numbers of the sentences and the places in them."""

    sentences: Sequence[tuple[Block, Span, Sentence]]
    places: Mapping[str, Sequence[tuple[int, int]]]


def read(story: Story) -> Framed:
    """All sentences of the copy."""
    found = [(block, span, sentence(block.text[slice(*span)])) for block in story.blocks() for span in story.sentences(block)]
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, _, each) in enumerate(found):
        for at, word in enumerate(each.words):
            places[word].append((number, at))
    return Framed(found, places)
