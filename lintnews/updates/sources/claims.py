"""claims: reviewed claims as ClaimReview records: schema.org JSON-LD, a page that holds it, a feed of Data Commons, or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import regex

from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import rows, texts

_SCRIPT = regex.compile(r"(?si)<script\b[^>]*application/ld\+json[^>]*>(.*?)</script\s*>")
#: Columns of a CSV file, by what they hold; the first that is there counts.
_COLUMNS = {
    "claim": ("claim", "claimreviewed", "claim_reviewed", "statement", "text"),
    "verdict": ("verdict", "rating", "textualrating", "reviewrating", "label", "alternatename"),
    "reviewer": ("reviewer", "publisher", "author", "organization", "site"),
    "day": ("date", "datepublished", "reviewdate", "day", "review_date"),
    "url": ("url", "link", "review_url", "source"),
}
_DAY = regex.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_DEEPEST = 12


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every claim that a record judges; records without a claim or a verdict are left out."""
    known = 0
    for name, text in texts(fetched, ".json", ".jsonld", ".csv", ".html", ".htm"):
        found = _tables(text, name) if name.lower().endswith(".csv") or text.lstrip()[:1] not in ("{", "[", "<") else _records(text)
        for record in found:
            known += 1
            if fact := _fact(record, ask):
                yield fact
    if not known:
        raise fetched.fault("no ClaimReview record in it; give JSON-LD, a page with it, a Data Commons feed, or CSV with a column `claim`")


def _tables(text: str, name: str) -> Iterator[Mapping[str, str]]:
    for row in rows(text, name, ()):
        low = {key.strip().lower().replace(" ", "_"): value for key, value in row.items()}
        yield {what: next((low[key] for key in keys if low.get(key)), "") for what, keys in _COLUMNS.items()}


def _records(text: str) -> Iterator[Mapping[str, str]]:
    """The records in JSON text, or in the scripts of a page, however deep they stand."""
    for part in _SCRIPT.findall(text) if text.lstrip().startswith("<") else [text]:
        try:
            yield from _within(json.loads(part), 0)
        except (ValueError, RecursionError):
            continue


def _within(value: Any, depth: int) -> Iterator[Mapping[str, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _within(each, depth + 1)
    elif isinstance(value, dict):
        if "ClaimReview" in _listed(value.get("@type")):
            yield _plain(value)
        else:
            for each in value.values():
                yield from _within(each, depth + 1)


def _plain(value: Mapping[str, Any]) -> dict[str, str]:
    rating = _first(value.get("reviewRating"))
    verdict = _text(rating.get("alternateName")) or _text(rating.get("name")) or _scored(rating)
    by = _first(value.get("author")) or _first(value.get("publisher"))
    return {
        "claim": _text(value.get("claimReviewed")),
        "verdict": verdict,
        "reviewer": _text(by.get("name")) or _text(by.get("url")),
        "day": _text(value.get("datePublished")),
        "url": _text(value.get("url")),
    }


def _scored(rating: Mapping[str, Any]) -> str:
    """What a bare number says: the worst and the best are false and true."""
    value, worst, best = (str(rating.get(key, "")) for key in ("ratingValue", "worstRating", "bestRating"))
    return {worst: "false", best: "true"}.get(value, "") if value and worst != best else ""


def _first(value: Any) -> Mapping[str, Any]:
    found = value[0] if isinstance(value, list) and value else value
    return found if isinstance(found, dict) else {"name": found} if isinstance(found, str) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _fact(record: Mapping[str, str], ask: Ask) -> Fact | None:
    if not (record["claim"] and record["verdict"]):
        return None
    day = _DAY.match(record["day"].strip())
    since = "-".join(filter(None, day.groups())) if day else ""
    claim = " ".join(record["claim"].split()).strip('“”"')
    return ask.fact(
        claim, "claim", record["verdict"].strip(), since, source=record["url"].strip() or ask.source, note=record["reviewer"].strip()
    )


LOADER = Loader(
    name="claims",
    about="Reviewed claims",
    page="https://www.datacommons.org/factcheck/download",
    licence="CC-BY-4.0 for the markup of the Data Commons feed; of other files as their makers say",
    home=("https://storage.googleapis.com/datacommons-feeds/claimreview/latest/data.json",),
    accept=("application/json", "application/ld+json", "text/csv", "text/html", "text/plain"),
    read=read,
)
