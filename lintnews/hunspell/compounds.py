"""A dictionary's rules of compounds and a word in, whether the word is made of others by them out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.hunspell.affixes import Affixes, Flags

if TYPE_CHECKING:
    from lintnews.hunspell.dictionary import Dictionary

#: The most parts of a compound, and the most ways of parting one that are tried.
_MOST_PARTS, _MOST_TRIALS = 6, 2_000


class Compounds:
    """Compounds by flags (`COMPOUNDFLAG` and its like) and by rules (`COMPOUNDRULE`)."""

    def __init__(self, affixes: Affixes, words: Mapping[str, tuple[Flags, ...]], dictionary: Dictionary) -> None:
        self._affixes, self._words, self._dictionary = affixes, words, dictionary
        self._least = max(1, affixes.numbers.get("COMPOUNDMIN", 3))
        self._most = affixes.numbers.get("COMPOUNDWORDMAX", _MOST_PARTS) or _MOST_PARTS
        self._trials = 0
        self._part = lru_cache(maxsize=20_000)(self._flags)

    @staticmethod
    def wanted(affixes: Affixes) -> bool:
        """Whether a dictionary has compounds at all."""
        return bool(affixes.rules) or bool({"COMPOUNDFLAG", "COMPOUNDBEGIN"} & affixes.single.keys())

    def right(self, word: str) -> bool:
        """Whether a word is a compound."""
        if len(word) < 2 * self._least:
            return False
        self._trials = 0
        return self._by_flags(word, 0, ()) or any(self._by_rule(word, 0, rule, 0, 0) for rule in self._affixes.rules)

    def _flags(self, part: str) -> tuple[Flags, ...]:
        """The flags of each way to read a part of a compound."""
        return tuple(self._dictionary.stems(part))

    def _tried(self) -> bool:
        self._trials += 1
        return self._trials > _MOST_TRIALS

    def _by_flags(self, word: str, at: int, parts: tuple[str, ...]) -> bool:
        if self._tried() or len(parts) >= self._most:
            return False
        if parts and self._fits(word[at:], ("COMPOUNDEND",)) and self._joined([*parts, word[at:]]):
            return True
        names = ("COMPOUNDMIDDLE",) if parts else ("COMPOUNDBEGIN",)
        for end in range(at + self._least, len(word) - self._least + 1):
            part = word[at:end]
            if self._fits(part, names) and self._by_flags(word, end, (*parts, part)):
                return True
        return False

    def _fits(self, part: str, names: tuple[str, ...]) -> bool:
        if len(part) < self._least:
            return False
        has = self._affixes.has
        for flags in self._part(part):
            if has("COMPOUNDFORBIDFLAG", flags) or has("FORBIDDENWORD", flags):
                continue
            if any(has(name, flags) for name in ("COMPOUNDFLAG", *names)):
                return True
        return False

    def _joined(self, parts: list[str]) -> bool:
        """Whether the parts may stand beside one another."""
        switches = self._affixes.switches
        for first, second in pairwise(parts):
            seam = first[-1] + second[0]
            if "CHECKCOMPOUNDDUP" in switches and first == second:
                return False
            if "CHECKCOMPOUNDCASE" in switches and (seam[0].isupper() or seam[1].isupper()) and "-" not in seam:
                return False
            if "CHECKCOMPOUNDTRIPLE" in switches and seam[0] == seam[1] and seam[0] in (first[-2:-1], second[1:2]):
                return False
        return True

    def _by_rule(self, word: str, at: int, rule: list[tuple[str, str]], step: int, parts: int) -> bool:
        """Whether the rest of a word is made of words that carry the rest of a rule's flags, in order."""
        if self._tried() or parts > len(word):
            return False
        if at == len(word):
            return parts > 1 and all(how in ("*", "?") for _, how in rule[step:])
        if step == len(rule):
            return False
        flag, how = rule[step]
        for end in range(at + self._least, len(word) + 1):
            entries = self._words.get(word[at:end], ())
            if any(flag in flags for flags in entries) and self._by_rule(word, end, rule, step + (how != "*"), parts + 1):
                return True
        return how in ("*", "?") and self._by_rule(word, at, rule, step + 1, parts)
