"""The steps in which Vale takes in the text of a page, besides its blocks: what it looks for in the file, and masks.

Vale looks for every text of a page in the file as it reads, and masks what it has read; so where it takes a block to be hangs on
all that came before. `lintnews.vale.masked` does the same with these.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lintnews.model import Span
from lintnews.vale.document import ScopedBlock


class Said(NamedTuple):
    """The text between two tags."""

    text: str


class Joined(NamedTuple):
    """A text that has come into a block as it is, and where it stands."""

    text: str
    home: Span


class Made(NamedTuple):
    """A block that is complete."""

    block: ScopedBlock


class Ended(NamedTuple):
    """What was said up to here is read, and masked."""


class Tagged(NamedTuple):
    """A tag, and the values of its attributes that wait to be masked."""

    values: Sequence[str] = ()


class Noted(NamedTuple):
    """A comment."""

    text: str


Step = Said | Joined | Made | Ended | Tagged | Noted
