"""A sentence and a row of tokens in, the runs of words out that they describe, by word and by part of speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from lintnews import patterns
from lintnews.english.tokens import tokens
from lintnews.model import Span
from lintnews.record import record

#: The tags of each universal part of speech.
UNIVERSAL = {
    "ADJ": "JJ JJR JJS", "ADP": "IN RP", "ADV": "RB RBR RBS WRB", "AUX": "MD VB VBD VBG VBN VBP VBZ", "CCONJ": "CC",
    "DET": "DT PDT WDT WP$", "INTJ": "UH", "NOUN": "NN NNS", "NUM": "CD", "PART": "POS RP TO", "PRON": "EX PRP PRP$ WP",
    "PROPN": "NNP NNPS", "PUNCT": ". , : ( ) `` ''", "SCONJ": "IN WRB", "SYM": "# $ SYM", "VERB": "VB VBD VBG VBN VBP VBZ", "X": "FW LS",
}  # fmt: skip
_TAGS = {name: frozenset(tags.split()) for name, tags in UNIVERSAL.items()}
#: Of two parts of speech the words are known.
_WORDS = {
    "AUX": frozenset(
        "be am is are was were been being have has had having do does did doing can could may might must ought shall should will would"
        " 'd 'll 'm 're 's 've".split()
    ),
    "SCONJ": frozenset(
        "after although as because before how if since so than that though unless until when whenever where wherever"
        " whether while why".split()
    ),
}


@record
class Token:
    """What one word must be, or with `negate` must not be.

    Up to `skip` words may stand between it and the word before it, seen from the anchor; `minimum` says how often it must come in
    a row. `target` marks those tokens that a match is the text of, where not of all.
    """

    pattern: patterns.Pattern | None
    tag: patterns.Pattern | None
    universal: Sequence[str] = ()
    negate: bool = False
    skip: int = 0
    minimum: int = 1
    target: bool = False

    def fits(self, sentence: Sentence, at: int) -> bool:
        """Whether the word at a place is as it must be."""
        return self._is(sentence, at) is not self.negate

    def _is(self, sentence: Sentence, at: int) -> bool:
        word = sentence.words[at]
        if self.pattern and not patterns.search(self.pattern, word):
            return False
        if self.tag and not patterns.search(self.tag, sentence.tags[at]):
            return False
        return not self.universal or (any(sentence.tags[at] in _TAGS[kind] for kind in self.universal) and self._may_be(word))

    def _may_be(self, word: str) -> bool:
        """Whether a word is one of those that are all of the parts of speech asked for, where they are."""
        return any(word in _WORDS.get(kind, (word,)) for kind in self.universal)


class Sentence:
    """The words of a sentence; their tags are asked for only where a word comes to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = tokens(text)
        self.words = tuple(text[slice(*span)] for span in self.spans)

    @cached_property
    def tags(self) -> Sequence[str]:
        return _tags(self.words)


@lru_cache(maxsize=5_000)
def _tags(words: tuple[str, ...]) -> Sequence[str]:
    from lintnews.english import tagger

    return tagger.tag(words)


@record
class Found:
    """A run of words, and the span that is reported of it."""

    words: Sequence[str]
    span: Span


class Phrase:
    """Tokens in a row. They are sought from the anchor outwards: the first that has a pattern and is not negated, or else a tag."""

    def __init__(self, row: Sequence[Token]) -> None:
        self.tokens = row
        wanted = [at for at, token in enumerate(row) if not token.negate]
        self.anchor = next((at for at in wanted if row[at].pattern), wanted[0] if wanted else 0)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every run of words that fits, by its anchor's place; runs may overlap."""
        anchor = self.tokens[self.anchor]
        for at in range(len(sentence.words)):
            if anchor.fits(sentence, at) and (found := self._around(sentence, at)):
                yield found

    def _around(self, sentence: Sentence, at: int) -> Found | None:
        places: dict[int, list[int]] = {}
        end = at
        for i in range(self.anchor, len(self.tokens)):
            places[i] = _sought(sentence, self.tokens[i], end, 1)
            if not places[i]:
                return None
            end = places[i][-1] + 1
        start = at - 1
        for i in range(self.anchor - 1, -1, -1):
            places[i] = _sought(sentence, self.tokens[i], start, -1)
            if not places[i]:
                return None
            start = places[i][-1] - 1
        return self._made(sentence, max(start + 1, 0), min(end, len(sentence.words)), places)

    def _made(self, sentence: Sentence, start: int, end: int, places: dict[int, list[int]]) -> Found:
        wanted = [place for i, token in enumerate(self.tokens) if token.target for place in places[i] if start <= place < end]
        first, last = (min(wanted), max(wanted)) if wanted else (start, end - 1)
        return Found(sentence.words[start:end], Span(sentence.spans[first].start, sentence.spans[last].end))


def _sought(sentence: Sentence, token: Token, at: int, step: int) -> list[int]:
    """Where a token stands, as often as it must, from a place on; nothing where it does not."""
    places: list[int] = []
    for _ in range(token.minimum):
        place = _next(sentence, token, at, step)
        if place is None:
            return []
        places.append(place)
        at = place + step
    return places


def _next(sentence: Sentence, token: Token, at: int, step: int) -> int | None:
    """The first place from one on where a token stands. What must not stand does not stand beyond the sentence's end."""
    for place in range(at, at + step * (token.skip + 1), step):
        if not 0 <= place < len(sentence.words):
            return place if token.negate else None
        if token.fits(sentence, place):
            return place
    return None
