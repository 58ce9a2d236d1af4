"""cred-1: the CRED-1 list of sites: CSV with a domain and the category that other lists give it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import rows, texts

_DOMAIN = regex.compile(r"(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}")
#: Categories as the facts call them; sites called mixed or reliable are left out.
_VALUES = {"fake": "fake news", "conspiracy": "conspiracy site", "satire": "satire", "unreliable": "unreliable", "rumor": "unreliable"}


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every site in a category that counts."""
    for name, text in texts(fetched, ".csv"):
        for row in rows(text, name, ("domain", "category")):
            domain, value = row["domain"].strip().lower(), _VALUES.get(row["category"].strip().lower())
            if value and _DOMAIN.fullmatch(domain):
                yield ask.fact(domain, "site", value)


LOADER = Loader(
    name="cred-1",
    about="Sites by what lists of the field call them",
    page="https://github.com/aloth/cred-1",
    licence="CC-BY-4.0 (A. Loth, M. Kappes, M.-O. Pahl)",
    home=("https://raw.githubusercontent.com/aloth/cred-1/main/data/cred1_current.csv",),
    accept=("text/csv", "application/csv", "text/plain"),
    read=read,
)
