"""The nouns of the roll: a name as it stands in a story, and what is known of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from lintnews.model import Block, Fact, Place, Source, Span
from lintnews.record import record


class Sort(StrEnum):
    """What bears the name, in the order of the roll."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    POST = "post"
    NAME = "name"


class How(StrEnum):
    """What a name was checked against: a dated fact, a list of names, the rest of the story, or nothing."""

    FACT = "fact"
    LISTED = "listed"
    STORY = "story"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """What the facts say of a post or rank that a story gives a person.

    `open`: held when the source was last looked up, before the story's day. `undated`: held, but the story has no day.
    """

    AGREES = "agrees"
    OPEN = "open"
    UNDATED = "undated"
    OTHER_TIME = "other-time"
    NOT_KNOWN = "not-known"


@record
class Claim:
    """A post or rank as printed with a person, and the facts that speak of it; `former` where the story says so."""

    printed: str
    standing: Standing
    facts: tuple[Fact, ...] = ()
    former: bool = False


@record
class Near:
    """A name that is one slip of the pen away: a listed one, with its kind or post, or another of the story's."""

    name: str
    what: str
    in_story: bool = False


@record
class Entry:
    """One name: where it first stands, how often, its other forms in the story, and how it was checked.

    `facts` say what lists it; `holders` who held a post on the story's day; `people` whom the story gives the post.
    """

    name: str
    sort: Sort
    how: How
    block: Block
    span: Span
    count: int
    kind: str = ""
    forms: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    facts: tuple[Fact, ...] = ()
    holders: tuple[Fact, ...] = ()
    people: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether something speaks against the name as it stands."""
        return bool(self.near) or any(claim.standing is Standing.OTHER_TIME for claim in self.claims)


@record
class Roll:
    """The names of one source; `day` is the story's, where it is known."""

    source: Source
    day: date | None
    entries: tuple[Entry, ...]

    def place(self, entry: Entry) -> Place:
        """Line and column at which a name first stands."""
        return self.source.place(self.in_source(entry).start)

    def in_source(self, entry: Entry) -> Span:
        """The span of the first mention in the source."""
        return entry.block.in_source(entry.span)
