"""Paragraphs of English in, what is counted of them out: words, syllables, sentences, and the scores of how hard they read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from lintnews import lazily
from lintnews.english import syllables
from lintnews.english.punkt import sentences
from lintnews.record import record

_WORD = lazily.pattern(r"(?:[A-Z]\.){2,}|[\p{L}\p{N}']++")
_QUOTED = lazily.pattern(r'“([^”]*)(?:”|\Z)|(?<![\p{L}\p{N}.,!?])"([^"]*)(?:"|\Z)')
_BREAK = lazily.pattern(r"\n\n+")
#: Endings that may make a word of three syllables of one of two.
_ENDINGS = ("es", "ed", "ing")


@record
class Statistics:
    """What is counted of a text; `lengths` are those of its sentences in words."""

    words: int
    characters: int
    syllables: int
    long_words: int
    complex_words: int
    polysyllabic_words: int
    unfamiliar_words: int
    quote_words: int
    lengths: tuple[int, ...]

    @property
    def sentences(self) -> int:
        return len(self.lengths)


def measure(paragraphs: Iterable[str]) -> Statistics:
    """Count what is in these paragraphs; an empty line parts two."""
    parts = [part for paragraph in paragraphs for part in _BREAK.split(paragraph) if part.strip()]
    lengths = [len(_words(part[slice(*span)])) for part in parts for span in sentences(part)]
    words = [word for part in parts for word in _words(part)]
    counts = [syllables.count(word) for word in words]
    return Statistics(
        words=len(words),
        characters=sum(sum(map(str.isalnum, word)) for word in words),
        syllables=sum(counts),
        long_words=sum(len(word.encode()) > 6 for word in words),
        complex_words=sum(map(_is_complex, words, counts)),
        polysyllabic_words=sum(count > 2 for count in counts),
        unfamiliar_words=sum(not _familiar().intersection((word, word.lower())) for word in words),
        quote_words=sum(len("".join(quoted).split()) for part in parts for quoted in _QUOTED.findall(part)),
        lengths=tuple(lengths),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _is_complex(word: str, syllables: int) -> bool:
    return syllables - word.endswith(_ENDINGS) > 2


@cache
def _familiar() -> frozenset[str]:
    """The words that Dale and Chall found to be known to children, and their forms."""
    return frozenset((Path(__file__).parent / "familiar.txt").read_text(encoding="utf-8").split())


def variables(counted: Statistics) -> dict[str, float]:
    """Every number that a formula may name; empty for a text without words."""
    if not counted.words or not counted.sentences:
        return {}
    named = ("words", "sentences", "characters", "syllables", "long_words", "complex_words", "polysyllabic_words", "quote_words")
    scores = {name.lower().replace("-", "_").replace(" ", "_"): score(counted) for name, score in SCORES.items()}
    return {**{name: float(getattr(counted, name)) for name in named}, "sentence_length_sd": _deviation(counted.lengths), **scores}


def _deviation(numbers: tuple[int, ...]) -> float:
    mean = sum(numbers) / len(numbers)
    return math.sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))


def _ratios(counted: Statistics) -> tuple[float, float]:
    """Words in a sentence, syllables in a word."""
    return counted.words / counted.sentences, counted.syllables / counted.words


def _flesch_kincaid(counted: Statistics) -> float:
    length, weight = _ratios(counted)
    return 0.39 * length + 11.8 * weight - 15.59


def _flesch_reading_ease(counted: Statistics) -> float:
    length, weight = _ratios(counted)
    return 206.835 - 1.015 * length - 84.6 * weight


def _gunning_fog(counted: Statistics) -> float:
    return 0.4 * (counted.words / counted.sentences + 100 * counted.complex_words / counted.words)


def _smog(counted: Statistics) -> float:
    return 1.0430 * math.sqrt(counted.polysyllabic_words * 30 / counted.sentences) + 3.1291


def _automated_readability(counted: Statistics) -> float:
    return 4.71 * counted.characters / counted.words + 0.5 * counted.words / counted.sentences - 21.43


def _coleman_liau(counted: Statistics) -> float:
    return 5.88 * counted.characters / counted.words - 29.6 * counted.sentences / counted.words - 15.8


def _dale_chall(counted: Statistics) -> float:
    share = 100 * counted.unfamiliar_words / counted.words
    return 0.1579 * share + 0.0496 * counted.words / counted.sentences + (3.6365 if share > 5 else 0)


def _lix(counted: Statistics) -> float:
    return counted.words / counted.sentences + 100 * counted.long_words / counted.words


#: The scores by name, by their authors' formulas.
SCORES: Mapping[str, Callable[[Statistics], float]] = {
    "Automated Readability": _automated_readability,
    "Coleman-Liau": _coleman_liau,
    "Dale-Chall": _dale_chall,
    "Flesch-Kincaid": _flesch_kincaid,
    "Flesch Reading Ease": _flesch_reading_ease,
    "Gunning Fog": _gunning_fog,
    "LIX": _lix,
    "SMOG": _smog,
}
