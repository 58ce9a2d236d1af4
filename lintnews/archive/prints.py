"""Texts in, the numbers by which the index finds what is like them out: of names, near names, quotations and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from zlib import crc32

#: Of how many runs of words one is kept; the same ones in every story.
_ONE_IN, _ONE_IN_QUOTED = 8, 2
_RUN, _RUN_QUOTED, _SHORT = 6, 4, 24
#: Words of a paragraph that is worth telling again.
SHORTEST = 20


def of_key(text: str) -> int:
    """A number of 63 bits for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def of_words(words: Sequence[str]) -> set[int]:
    """The kept runs of a text: what shares many of them has much of the text."""
    return set(_runs(words, _RUN, _ONE_IN))


def of_quoted(words: Sequence[str]) -> set[int]:
    """The kept runs of a quotation; of a short one all."""
    return set(_runs(words, _RUN_QUOTED, 1 if len(words) <= _SHORT else _ONE_IN_QUOTED))


def _runs(words: Sequence[str], size: int, one_in: int) -> Iterator[int]:
    for i in range(len(words) - size + 1):
        found = crc32(" ".join(words[i : i + size]).encode("utf-8", "surrogatepass"))
        if found % one_in == 0:
            yield found


def near(name: str) -> Iterator[str]:
    """Keys of which a name shares one with any that one slip of the pen makes of it: all words but one, and either end of that one."""
    parts = name.split()
    for i, word in enumerate(parts):
        if len(word) > 3:
            rest = " ".join((*parts[:i], "*", *parts[i + 1 :]))
            yield f"{rest}<{word[:2]}"
            yield f"{rest}>{word[-2:]}"


def keys(texts: Iterable[str]) -> list[int]:
    """The numbers of some texts, each once."""
    return sorted(set(map(of_key, texts)))
