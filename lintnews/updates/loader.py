"""The promise a source keeps: files read from it in, facts out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from pathlib import Path

from lintnews.model import Fact, LintNewsError
from lintnews.record import record


@record
class Fetched:
    """What was read from one address, kept in a file: its checksum and its size in bytes."""

    address: str
    path: Path
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The address as errors name it: without a question, which may be long."""
        return brief(self.address)

    def fault(self, words: str) -> LintNewsError:
        """An error about what was read."""
        return LintNewsError(f"{self.name}: {words}")


def brief(address: str) -> str:
    """An address without the question that it asks."""
    before, asked, _ = address.partition("?") if "://" in address else (address, "", "")
    return before + ("?…" if asked else "")


@record
class Ask:
    """What is asked of a source.

    `day`: the day on which it was true. `source`: the citation of its facts. `posts`: the posts that are known, so that
    holders get the name which a post has there. `items`: the items asked for, in a source that has items.
    """

    day: str
    source: str
    posts: tuple[Fact, ...] = ()
    items: tuple[str, ...] = ()

    def fact(self, subject: str, relation: str, value: str, since: str = "", until: str = "", **more: object) -> Fact:
        """A fact of this source. A day after the one on which the source was true is only planned, so such an end is left open."""
        values = {"source": self.source, "as_of": self.day, **more}
        return Fact(subject, relation, value, since=since, until="" if until > self.day else until, **values)  # type: ignore[arg-type]


Read = Callable[[Fetched, Ask], Iterator[Fact]]


def _as_given(given: tuple[str, ...], _: tuple[str, ...]) -> tuple[str, ...]:
    return given


@record
class Loader:
    """A source of facts.

    `home`: the addresses it is read from. `page`: where people read about it, cited as the source of its facts.
    `licence`: its SPDX name and why. `accept`: the content types it may come in. `read`: what was fetched from one
    address in, its facts out; raises LintNewsError when that has not the form of the source. `items`: what is asked for
    when nothing else is. `ask`: addresses and items in, the addresses to read out.
    """

    name: str
    about: str
    page: str
    licence: str
    home: tuple[str, ...]
    accept: tuple[str, ...]
    read: Read
    items: tuple[str, ...] = ()
    ask: Callable[[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = field(default=_as_given)
