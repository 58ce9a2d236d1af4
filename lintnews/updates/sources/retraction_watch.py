"""retraction-watch: Crossref's copy of the Retraction Watch database: a paper's DOI and PubMed number, what befell it and when, as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import rows, texts

_COLUMNS = ("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionDate", "RetractionDOI", "RetractionNature", "Reason")
#: What counts; corrections and reinstatements do not.
_NATURES = ("retraction", "expression of concern")
_NONE = ("", "0", "unavailable", "na", "n/a")
_REASONS = 120


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every paper that was retracted or is under an expression of concern."""
    for name, text in texts(fetched, ".csv"):
        for row in rows(text, name, _COLUMNS):
            nature = row["RetractionNature"].strip().lower()
            doi, number = _known(row["OriginalPaperDOI"]).lower(), _known(row["OriginalPaperPubMedID"])
            names = [name for name in (doi, f"pmid:{number}" if number else "") if name]
            if nature in _NATURES and names:
                notice = _known(row["RetractionDOI"])
                source = f"https://doi.org/{notice}" if notice else ask.source
                reason = "; ".join(filter(None, (part.strip(" +") for part in row["Reason"].split(";"))))[:_REASONS]
                yield ask.fact(
                    names[0], "retracted", nature, _day(row["RetractionDate"]), aliases=tuple(names[1:]), source=source, note=reason
                )


def _known(text: str) -> str:
    return "" if text.strip().lower() in _NONE else text.strip()


def _day(text: str) -> str:
    """A day such as `2/6/2010 0:00` as ISO; none where it cannot be read."""
    try:
        return datetime.strptime(text.split()[0], "%m/%d/%Y").date().isoformat()
    except (ValueError, IndexError):
        return ""


LOADER = Loader(
    name="retraction-watch",
    about="Retracted papers",
    page="https://gitlab.com/crossref/retraction-watch-data",
    licence="open data of Crossref and Retraction Watch; to be cited",
    home=("https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv",),
    accept=("text/csv", "application/csv", "text/plain"),
    read=read,
)
