"""The flags of a word in, every form that they name out: `leverage/DGS` is leverage, leveraged, leveraging, leverages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lintnews.hunspell.affixes import Affix, Affixes, encoding, parse
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
    ended = [(form, affix) for affix in suffixes if affix.flag in asked for form in _ended(word, affix)]
    ended += [(form, affix) for stem, inner in ended for affix in suffixes if affix.flag in inner.flags for form in _ended(stem, affix)]
    made = {word: None} | {form: None for form, _ in ended}
    for prefix in (affix for affix in prefixes if affix.flag in asked):
        stems = [word, *(form for form, suffix in ended if suffix.cross and prefix.cross)]
        made |= {form: None for stem in stems for form in _begun(stem, prefix)}
        if len(made) > MOST:
            raise LintNewsError(f"more than {MOST:,} forms of one word")
    return list(made)


def _ended(stem: str, affix: Affix) -> Iterator[str]:
    if stem.endswith(affix.strip) and affix.condition.ends(stem):
        yield stem[: len(stem) - len(affix.strip)] + affix.add


def _begun(stem: str, affix: Affix) -> Iterator[str]:
    if stem.startswith(affix.strip) and affix.condition.begins(stem):
        yield affix.add + stem[len(affix.strip) :]
