"""A fact for a test: what every record must have is filled in."""

from __future__ import annotations

from lintnews.model import Fact


def fact(subject: str, relation: str, value: str, since: str = "", until: str = "", *aliases: str, **more: str) -> Fact:
    """A fact with a source and a day, as every fact must have."""
    record = {"source": "https://example.org/records", "as_of": "2024-01-01", **more}
    return Fact(subject, relation, value, since=since, until=until, aliases=aliases, **record)
