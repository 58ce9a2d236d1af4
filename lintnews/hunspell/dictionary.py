"""Words with their flags and the affixes that the flags allow in, whether a word is among what they make out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from lintnews.hunspell.affixes import NO_FLAGS, Affix, Affixes, Flags, encoding, parse
from lintnews.hunspell.cases import forms, inner_capitals
from lintnews.hunspell.compounds import Compounds
from lintnews.model import LintNewsError

#: Nobody writes a longer word; and a dictionary has no more of them.
_LONGEST, _MOST_WORDS = 100, 3_000_000


class Dictionary:
    """A dictionary: `word in dictionary`, in the capitals that the word may have."""

    def __init__(self, words: Mapping[str, Flags], affixes: Affixes) -> None:
        self._words, self._affixes = words, affixes
        self._endings = sorted({len(add) for add in affixes.suffixes}, reverse=True)
        self._beginnings = sorted({len(add) for add in affixes.prefixes}, reverse=True)
        self._compounds = Compounds(affixes, words, self) if Compounds.wanted(affixes) else None

    def __contains__(self, word: str) -> bool:
        """Whether a word is right as it stands, or in the small letters or with the capital that its capitals stand for."""
        if len(word) > _LONGEST:
            return False
        for old, new in self._affixes.input:
            word = word.replace(old, new)
        if self._affixes.ignored:
            word = word.translate(dict.fromkeys(map(ord, self._affixes.ignored)))
        if any(self._right(form, changed=form != word) for form in forms(word)):
            return True
        return self._broken(word) or (word.isupper() and len(word) > 1 and word.lower() in self.recased)

    def _broken(self, word: str, depth: int = 0) -> bool:
        """Whether a word is right when it is parted where the dictionary says that words may be parted."""
        if depth > 3:
            return False
        for mark in self._affixes.breaks:
            if mark.startswith("^") and len(mark) > 1 and word.startswith(mark[1:]):
                parts = [word[len(mark) - 1 :]]
            elif mark.endswith("$") and len(mark) > 1 and word.endswith(mark[:-1]):
                parts = [word[: 1 - len(mark)]]
            else:
                start, found, end = word.partition(mark)
                parts = [start, end] if found and start and end else []
            if parts and all(map(bool, parts)) and all(self._accepted(part, depth + 1) for part in parts):
                return True
        return False

    def _accepted(self, part: str, depth: int) -> bool:
        return any(self._right(form, changed=form != part) for form in forms(part)) or self._broken(part, depth)

    @cached_property
    def recased(self) -> dict[str, str]:
        """The words with capitals inside, by their small letters."""
        hidden = ("NEEDAFFIX", "ONLYINCOMPOUND", "FORBIDDENWORD")
        kept = (
            word for word, flags in self._words.items() if inner_capitals(word) and not any(self._affixes.has(h, flags) for h in hidden)
        )
        return {word.lower(): word for word in kept}

    def _right(self, word: str, *, changed: bool) -> bool:
        flags = self._words.get(word)
        if flags is not None and self._affixes.has("FORBIDDENWORD", flags):
            return False
        if any(not (changed and self._affixes.has("KEEPCASE", found)) for found in self.stems(word)):
            return True
        return self._compounds is not None and self._compounds.right(word)

    def stems(self, word: str, *, inside: bool = False) -> Iterator[Flags]:
        """The flags of each way to take a word apart into a stem and affixes; `inside` a compound other stems count."""
        has = self._affixes.has
        flags = self._words.get(word)
        if flags is not None and not has("NEEDAFFIX", flags) and (inside or not has("ONLYINCOMPOUND", flags)):
            yield flags
        for suffix, stem in self._suffixed(word):
            if inside or not has("ONLYINCOMPOUND", suffix.flags):
                yield from self._with_suffix(suffix, stem)
        for prefix, stem in self._prefixed(word):
            yield from self._with_prefix(prefix, stem)

    def _with_suffix(self, suffix: Affix, stem: str) -> Iterator[Flags]:
        """The stems that take a suffix, bare or with another suffix or a prefix before it."""
        has = self._affixes.has
        if has("NEEDAFFIX", suffix.flags) or has("CIRCUMFIX", suffix.flags):
            return
        flags = self._words.get(stem)
        if flags is not None and suffix.flag in flags:
            yield flags | suffix.flags
        for inner, root in self._suffixed(stem):
            if suffix.flag in inner.flags and self._takes(root, inner.flag):
                yield self._words.get(root, NO_FLAGS) | suffix.flags

    def _with_prefix(self, prefix: Affix, stem: str) -> Iterator[Flags]:
        """The stems that take a prefix, bare or with one or two suffixes."""
        has, flags = self._affixes.has, self._words.get(stem)
        alone = not has("NEEDAFFIX", prefix.flags) and not has("CIRCUMFIX", prefix.flags)
        if flags is not None and prefix.flag in flags and alone:
            yield flags | prefix.flags
        for inner, root in self._prefixed(stem):
            if prefix.flag in inner.flags and alone and self._takes(root, inner.flag):
                yield self._words.get(root, NO_FLAGS) | prefix.flags
        if not prefix.cross:
            return
        for suffix, root in self._suffixed(stem):
            if suffix.cross and self._both(prefix, suffix, root):
                yield self._words.get(root, NO_FLAGS) | prefix.flags | suffix.flags
            for inner, core in self._suffixed(root):
                if suffix.flag in inner.flags and self._both(prefix, inner, core):
                    yield self._words.get(core, NO_FLAGS) | prefix.flags | suffix.flags

    def _takes(self, stem: str, flag: str) -> bool:
        flags = self._words.get(stem)
        return flags is not None and flag in flags

    def _both(self, prefix: Affix, suffix: Affix, stem: str) -> bool:
        """Whether a stem takes a prefix and a suffix at once; either may be allowed by the other."""
        flags = self._words.get(stem)
        if flags is None or self._affixes.has("CIRCUMFIX", prefix.flags) is not self._affixes.has("CIRCUMFIX", suffix.flags):
            return False
        return (suffix.flag in flags and (prefix.flag in flags or prefix.flag in suffix.flags)) or (
            prefix.flag in flags and suffix.flag in prefix.flags
        )

    def _suffixed(self, word: str) -> Iterator[tuple[Affix, str]]:
        """The suffixes that a word may end in, each with the stem before it."""
        for size in self._endings:
            if size > len(word):
                continue
            kept = word[: len(word) - size]
            for suffix in self._affixes.suffixes.get(word[len(word) - size :], ()):
                stem = kept + suffix.strip
                if (kept or "FULLSTRIP" in self._affixes.switches) and suffix.condition.ends(stem):
                    yield suffix, stem

    def _prefixed(self, word: str) -> Iterator[tuple[Affix, str]]:
        """The prefixes that a word may begin with, each with the stem behind it."""
        for size in self._beginnings:
            kept = word[size:]
            for prefix in self._affixes.prefixes.get(word[:size], ()) if size <= len(word) else ():
                stem = prefix.strip + kept
                if (kept or "FULLSTRIP" in self._affixes.switches) and prefix.condition.begins(stem):
                    yield prefix, stem


def load(aff: bytes, dic: bytes, name: str = "the dictionary") -> Dictionary:
    """A dictionary from the bytes of its two files; raises LintNewsError for what cannot be read."""
    try:
        affixes = parse(aff.decode(encoding(aff)), f"{name}.aff")
        text = dic.decode(encoding(aff))
    except (UnicodeDecodeError, LookupError):
        raise LintNewsError(f"{name}: not in the character set that its .aff file names") from None
    return Dictionary(_words(text, affixes, name), affixes)


def _words(text: str, affixes: Affixes, name: str) -> dict[str, Flags]:
    """The words of a `.dic` file with their flags; the first line is their number."""
    lines = text.splitlines()
    if len(lines) > _MOST_WORDS:
        raise LintNewsError(f"{name}.dic: more than {_MOST_WORDS:,} words")
    out: dict[str, Flags] = {}
    known: dict[str, Flags] = {"": NO_FLAGS}
    drop = dict.fromkeys(map(ord, affixes.ignored))
    for line in (
        lines[1:] if lines and lines[0].strip("\ufeff \t").split()[:1] and lines[0].strip("\ufeff \t").split()[0].isdigit() else lines
    ):
        word, flags = _entry(line)
        if not word:
            continue
        if flags not in known:
            known[flags] = affixes.flags(flags)
        word = word.translate(drop) if drop else word
        out[word] = out[word] | known[flags] if word in out else known[flags]
    return out


def _entry(line: str) -> tuple[str, str]:
    """A line of a `.dic` file as word and flags; what stands behind a tab, or a blank and `xx:`, is left out."""
    line = line.split("\t", 1)[0].strip()
    if "/" not in line:
        return line.split(" po:", 1)[0].split(" st:", 1)[0], ""
    if "\\/" in line:
        line = line.replace("\\/", "\0")
        word, _, rest = line.partition("/")
        return word.replace("\0", "/"), rest.split(" ", 1)[0]
    word, _, rest = line.partition("/")
    return (word, rest.split(" ", 1)[0]) if word else (line, "")
