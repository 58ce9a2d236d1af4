"""A fact for a test: what every record must have is filled in. And the type of the fixture that makes stories."""

from __future__ import annotations

from collections.abc import Callable

from lintnews.ledger import Story
from lintnews.model import Fact

StoryOf = Callable[..., Story]


def fact(subject: str, relation: str, value: str, since: str = "", until: str = "", *aliases: str, **more: str) -> Fact:
    """A fact with a source and a day, as every fact must have."""
    record = {"source": "https://example.org/records", "as_of": "2024-01-01", **more}
    return Fact(subject, relation, value, since=since, until=until, aliases=aliases, **record)
