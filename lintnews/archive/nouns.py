"""The nouns of the archive: what one story says, as plain values that go into the index and come from it."""

from __future__ import annotations

from typing import NamedTuple


class Named(NamedTuple):
    """A person with a full name as a story has it: `key` is the folded name, `at` where it stands in the story's text."""

    key: str
    printed: str
    post: str
    age: int
    at: tuple[int, int]
    age_at: tuple[int, int] = (0, 0)
    post_at: tuple[int, int] = (0, 0)


class Counted(NamedTuple):
    """A number that counts something: `things` are the stems of what is counted, between blanks; `least` where it is `at least` so many."""

    things: str
    value: str
    least: bool
    at: tuple[int, int]


class Said(NamedTuple):
    """A quotation: where what is quoted stands."""

    at: tuple[int, int]


class Entry(NamedTuple):
    """One story: its text with a line for each block, and what was read from it.

    `keys` are the names that it shares with other stories on the same matter; `names` are those of several words that are no person's.
    """

    path: str
    day: str
    headline: str
    text: str
    starts: tuple[int, ...]
    keys: tuple[str, ...]
    people: tuple[Named, ...]
    names: tuple[Named, ...]
    counts: tuple[Counted, ...]
    said: tuple[Said, ...]


class Kept(NamedTuple):
    """A story of the index."""

    number: int
    path: str
    day: str
    headline: str
    text: str


class Earlier(NamedTuple):
    """A passage of an earlier story: the words that matter, and the sentence around them."""

    story: Kept
    words: str
    passage: str
