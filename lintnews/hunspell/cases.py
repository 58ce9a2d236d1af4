"""A word in; out come the forms in which a dictionary may have it, as its capitals allow."""

from __future__ import annotations

from collections.abc import Iterator


def forms(word: str) -> Iterator[str]:
    """The word as it stands, then what its capitals may stand for: `Hello` for `hello`, `PARIS` for `Paris`, `O'NEIL` for `O'Neil`."""
    yield word
    if not word[:1].isupper():
        return
    small = word.lower()
    if word.isupper() and len(word) > 1:
        yield small
        yield word[0] + small[1:]
        start, mark, end = small.partition("'")
        if mark and end:
            yield start + mark + end[:1].upper() + end[1:]
            yield start[:1].upper() + start[1:] + mark + end[:1].upper() + end[1:]
    else:
        yield small[0] + word[1:]


def inner_capitals(word: str) -> bool:
    """Whether a word has capitals beyond its first letter: `iPhone`, `McDonald`, `NATO`."""
    return word[1:] != word[1:].lower()
