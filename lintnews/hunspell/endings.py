"""The flags of a word in, every form that they name out: `leverage/DGS` is leverage, leveraged, leveraging, leverages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from lintnews.hunspell.affixes import Affix, Affixes, Flags, encoding, parse
from lintnews.model import LintNewsError

#: More forms than any word has.
MOST = 2_000
_OWN = Path(__file__).parent / "words" / "english.aff"


def read(data: bytes, name: str) -> Affixes:
    """What the bytes of an `.aff` file say; raises LintNewsError."""
    try:
        return parse(data.decode(encoding(data)), name)
    except (UnicodeDecodeError, LookupError):
        raise LintNewsError(f"{name}: not in the character set that it names") from None


@cache
def english() -> Affixes:
    """The endings and beginnings of English words, under the letters that English dictionaries give them."""
    return read(_OWN.read_bytes(), "the English endings")


def forms(affixes: Affixes, word: str, flags: str) -> list[str]:
    """The word and all that its flags make of it; raises LintNewsError for a flag that the affixes do not have."""
    asked = affixes.flags(flags)
    suffixes = [affix for some in affixes.suffixes.values() for affix in some]
    prefixes = [affix for some in affixes.prefixes.values() for affix in some]
    known = {affix.flag for affix in (*suffixes, *prefixes)}
    if unknown := sorted(asked - known):
        raise LintNewsError(f"`{unknown[0]}` is no flag of an affix; there are {', '.join(sorted(known))}")
    ended = list(_suffixed([(word, asked)], suffixes))
    ended += _suffixed([(form, affix.flags) for form, affix in ended], suffixes, len(ended))
    made = {word: None} | {form: None for form, _ in ended}
    for prefix in (affix for affix in prefixes if affix.flag in asked):
        stems = [word, *(form for form, suffix in ended if suffix.cross and prefix.cross)]
        made |= {form: None for stem in stems for form in _begun(stem, prefix)}
        _bounded(len(made))
    return list(made)


def _suffixed(stems: Iterable[tuple[str, Flags]], suffixes: Sequence[Affix], so_far: int = 0) -> Iterator[tuple[str, Affix]]:
    """Every stem with each suffix that its flags allow."""
    for stem, flags in stems:
        for affix in suffixes if flags else ():
            if affix.flag in flags and stem.endswith(affix.strip) and affix.condition.ends(stem):
                so_far += 1
                _bounded(so_far)
                yield stem[: len(stem) - len(affix.strip)] + affix.add, affix


def _bounded(count: int) -> None:
    if count > MOST:
        raise LintNewsError(f"more than {MOST:,} forms of one word")


def _begun(stem: str, affix: Affix) -> Iterator[str]:
    if stem.startswith(affix.strip) and affix.condition.begins(stem):
        yield affix.add + stem[len(affix.strip) :]
