"""A document in, the day it is dated out."""

from __future__ import annotations

from datetime import date

import regex

from lintnews.model import Document

_ISO = regex.compile(r"(\d{4})-(\d\d)-(\d\d)")


def story_day(document: Document) -> date | None:
    """The day of the story by its front matter or metadata: `date`, `published`, `updated`."""
    for key in ("date", "published", "datePublished", "pubdate", "updated"):
        if found := _ISO.match(str(document.meta.get(key, ""))):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return None
