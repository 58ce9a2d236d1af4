"""Words with their flags and the affixes that the flags allow in, whether a word is among what they make out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain, product

from lintnews.hunspell.affixes import NO_FLAGS, Affix, Affixes, Flags, encoding, parse
from lintnews.hunspell.cases import forms, inner_capitals
from lintnews.hunspell.compounds import Compounds
from lintnews.model import LintNewsError

#: In so many places a word in capitals may have `SS` for `ß`.
_MOST_SHARP = 4
#: Nobody writes a longer word; and a dictionary has no more of them.
_LONGEST, _MOST_WORDS = 100, 3_000_000


class Dictionary:
    """A dictionary: `word in dictionary`, in the capitals that the word may have.

    Words that are written alike are entries of their own, each with its flags.
    """

    def __init__(self, words: Mapping[str, tuple[Flags, ...]], affixes: Affixes) -> None:
        self._words, self._affixes = words, affixes
        self._suffixes, self._prefixes = _by_text(affixes.suffixes), _by_text(affixes.prefixes)
        self._endings = sorted({len(add) for add in self._suffixes}, reverse=True)
        self._beginnings = sorted({len(add) for add in self._prefixes}, reverse=True)
        every = (affix for table in (affixes.suffixes, affixes.prefixes) for some in table.values() for affix in some)
        #: Flags that an affix gives a word, so that another affix may follow.
        self._given = frozenset(flag for affix in every for flag in affix.flags)
        self._compounds = Compounds(affixes, words, self) if Compounds.wanted(affixes) else None

    def __contains__(self, word: str) -> bool:
        """Whether a word is right as it stands, or in the small letters or with the capital that its capitals stand for."""
        if len(word) > _LONGEST:
            return False
        for old, new in self._affixes.input:
            word = word.replace(old, new)
        if self._affixes.ignored:
            word = word.translate(dict.fromkeys(map(ord, self._affixes.ignored)))
        if any(self._right(form, changed=form != word) for form in self._forms(word)):
            return True
        return self._broken(word) or (word.isupper() and len(word) > 1 and word.lower() in self.recased)

    def _forms(self, word: str) -> Iterator[str]:
        """The forms that a word's capitals may stand for; `SS` may stand for `ß` too where the dictionary says so."""
        yield from forms(word)
        if "CHECKSHARPS" in self._affixes.switches and word.isupper() and 0 < word.count("SS") <= _MOST_SHARP:
            parts = word.lower().split("ss")
            for marks in product(("ss", "ß"), repeat=len(parts) - 1):
                made = "".join(chain.from_iterable(zip(parts, (*marks, ""), strict=True)))
                yield made
                yield made[:1].upper() + made[1:]

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
        has, hidden = self._affixes.has, ("NEEDAFFIX", "ONLYINCOMPOUND", "FORBIDDENWORD", "KEEPCASE")
        inner = ((word, entries) for word, entries in self._words.items() if inner_capitals(word))
        kept = (word for word, entries in inner if not all(any(has(name, flags) for name in hidden) for flags in entries))
        return {word.lower(): word for word in kept}

    def _right(self, word: str, *, changed: bool) -> bool:
        has = self._affixes.has
        if any(has("FORBIDDENWORD", flags) for flags in self._words.get(word, ())):
            return False
        found = list(self.stems(word))
        if any(has("FORBIDDENWORD", flags) for flags in found):
            return False
        if any(not has("ONLYINCOMPOUND", flags) and not (changed and has("KEEPCASE", flags)) for flags in found):
            return True
        return self._compounds is not None and self._compounds.right(word)

    def stems(self, word: str) -> Iterator[Flags]:
        """Each way to take a word apart: the flags of its stem and those that its affixes give it."""
        yield from (flags for flags in self._words.get(word, ()) if not self._affixes.has("NEEDAFFIX", flags))
        for suffix, stem in self._suffixed(word):
            yield from self._with_suffix(suffix, stem)
        for prefix, stem in self._prefixed(word):
            yield from self._with_prefix(prefix, stem)

    def _with_suffix(self, suffix: Affix, stem: str) -> Iterator[Flags]:
        """The stems that take a suffix, bare or with another suffix before it."""
        has = self._affixes.has
        if has("NEEDAFFIX", suffix.flags) or has("CIRCUMFIX", suffix.flags):
            return
        yield from self._taking(stem, suffix, suffix.flags)
        for inner, root in self._suffixed(stem) if suffix.flag in self._given else ():
            if suffix.flag in inner.flags:
                yield from self._taking(root, inner, suffix.flags)

    def _with_prefix(self, prefix: Affix, stem: str) -> Iterator[Flags]:
        """The stems that take a prefix, bare, with another before it, or with one or two suffixes."""
        has = self._affixes.has
        if not has("NEEDAFFIX", prefix.flags) and not has("CIRCUMFIX", prefix.flags):
            yield from self._taking(stem, prefix, prefix.flags)
            for inner, root in self._prefixed(stem) if prefix.flag in self._given else ():
                if prefix.flag in inner.flags:
                    yield from self._taking(root, inner, prefix.flags)
        for suffix, root in self._suffixed(stem) if prefix.cross else ():
            if suffix.cross:
                yield from self._both(prefix, suffix, root)
            for inner, core in self._suffixed(root) if suffix.flag in self._given else ():
                if suffix.flag in inner.flags:
                    yield from self._both(prefix, inner, core)

    def _taking(self, stem: str, affix: Affix, gained: Flags) -> Iterator[Flags]:
        """The entries of a stem that take an affix, each with what it gains."""
        entries = self._words.get(stem, ())
        return (flags | gained for flags in entries if affix.flag in flags)

    def _both(self, prefix: Affix, suffix: Affix, stem: str) -> Iterator[Flags]:
        """The entries of a stem that take a prefix and a suffix at once; either may be allowed by the other."""
        has = self._affixes.has
        if has("CIRCUMFIX", prefix.flags) is not has("CIRCUMFIX", suffix.flags):
            return
        for flags in self._words.get(stem, ()):
            if (suffix.flag in flags and (prefix.flag in flags or prefix.flag in suffix.flags)) or (
                prefix.flag in flags and suffix.flag in prefix.flags
            ):
                yield flags | prefix.flags | suffix.flags

    def _suffixed(self, word: str) -> Iterator[tuple[Affix, str]]:
        """The suffixes that a word may end in, each with the stem before it."""
        for size in self._endings:
            kept = word[: len(word) - size]
            if size > len(word) or not (kept or "FULLSTRIP" in self._affixes.switches):
                continue
            for strip, suffixes in self._suffixes.get(word[len(word) - size :], ()):
                stem = kept + strip
                entries = self._words.get(stem, ())
                for suffix in suffixes:
                    known = suffix.flag in self._given or any(suffix.flag in flags for flags in entries)
                    if known and suffix.condition.ends(stem):
                        yield suffix, stem

    def _prefixed(self, word: str) -> Iterator[tuple[Affix, str]]:
        """The prefixes that a word may begin with, each with the stem behind it."""
        for size in self._beginnings:
            kept = word[size:]
            if size > len(word) or not (kept or "FULLSTRIP" in self._affixes.switches):
                continue
            for strip, prefixes in self._prefixes.get(word[:size], ()):
                stem = strip + kept
                yield from ((prefix, stem) for prefix in prefixes if prefix.condition.begins(stem))


def _by_text(affixes: Mapping[str, list[Affix]]) -> dict[str, list[tuple[str, list[Affix]]]]:
    """Affixes by what they add and, below that, by what they take off."""
    out: dict[str, dict[str, list[Affix]]] = {}
    for add, some in affixes.items():
        for affix in some:
            out.setdefault(add, {}).setdefault(affix.strip, []).append(affix)
    return {add: list(below.items()) for add, below in out.items()}


def load(aff: bytes, dic: bytes, name: str = "the dictionary") -> Dictionary:
    """A dictionary from the bytes of its two files; raises LintNewsError for what cannot be read."""
    try:
        affixes = parse(aff.decode(encoding(aff)), f"{name}.aff")
        text = dic.decode(encoding(aff))
    except (UnicodeDecodeError, LookupError):
        raise LintNewsError(f"{name}: not in the character set that its .aff file names") from None
    return Dictionary(_words(text, affixes, name), affixes)


def _words(text: str, affixes: Affixes, name: str) -> dict[str, tuple[Flags, ...]]:
    """The words of a `.dic` file with their flags; the first line is their number."""
    lines = text.splitlines()
    if len(lines) > _MOST_WORDS:
        raise LintNewsError(f"{name}.dic: more than {_MOST_WORDS:,} words")
    out: dict[str, tuple[Flags, ...]] = {}
    known: dict[str, tuple[Flags, ...]] = {"": (NO_FLAGS,)}
    drop = dict.fromkeys(map(ord, affixes.ignored))
    for line in (
        lines[1:] if lines and lines[0].strip("\ufeff \t").split()[:1] and lines[0].strip("\ufeff \t").split()[0].isdigit() else lines
    ):
        word, flags = _entry(line)
        if not word:
            continue
        if flags not in known:
            known[flags] = (affixes.flags(flags),)
        word = word.translate(drop) if drop else word
        out[word] = out[word] + known[flags] if word in out else known[flags]
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
