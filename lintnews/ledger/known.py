"""A capitalised word in; out comes whether any list knows it, so that it may be right as it stands."""

from __future__ import annotations

from lintnews.facts import FactBase
from lintnews.ledger.chains import PARTICLES
from lintnews.words import fold


def known_word(word: str, facts: FactBase, *, names: bool = True) -> bool:
    """Whether a word is in any list: an everyday word, a place, with `names` a first name or surname; or made of such words."""
    lists = ("proper", "given-names", "surnames") if names else ("proper",)
    if facts.listed("english", word.lower()) or any(facts.listed(words, word) for words in lists):
        return True
    if "-" in word:
        return any(known_word(part, facts, names=names) for part in word.split("-") if part and part.lower() not in PARTICLES)
    plain = fold(word)
    return plain != word.lower() and facts.listed("english", plain)


def plural(a: str, b: str) -> bool:
    """Whether two words differ by a final s only."""
    return fold(a).rstrip("s") == fold(b).rstrip("s")
