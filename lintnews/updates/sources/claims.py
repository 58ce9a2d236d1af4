"""claims: reviewed claims as ClaimReview records: schema.org JSON-LD, a page that holds it, a feed of Data Commons, or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import unescape
from typing import Any

import regex

from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import json_value, rows, texts

_SCRIPT = regex.compile(r"(?si)<script\b[^>]*application/ld\+json[^>]*>(.*?)</script\s*>")
#: What hides a script from old browsers.
_HIDDEN = regex.compile(r"(?m)\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
#: Columns of a CSV file, by what they hold, without case and marks; the first that is there counts.
_COLUMNS = {
    "claim": ("claim", "claimreviewed", "claimreviewclaimreviewed", "claimtext", "statement", "text"),
    "verdict": ("verdict", "rating", "textualrating", "reviewratingalternatename", "ratingalternatename", "ratingname", "reviewrating",
                "label", "alternatename", "conclusion", "truthrating"),
    "reviewer": ("reviewer", "publisher", "publishername", "claimreviewauthorname", "authorname", "author", "organization", "organisation",
                 "factchecker", "site"),
    "day": ("date", "datepublished", "claimreviewdatepublished", "reviewdate", "publishdate", "day"),
    "url": ("url", "link", "reviewurl", "claimreviewurl", "factcheckurl", "source"),
}  # fmt: skip
_MARKS = regex.compile(r"[\W_]+")
_DAY = regex.compile(r"(\d{4})[-/](\d\d?)(?:[-/](\d\d?))?")
_POINTED = regex.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")
_NAMED = regex.compile(r"(?:(\d\d?)\s+)?(\p{L}{3,9})\.?\s+(?:(\d\d?)(?:st|nd|rd|th)?,?\s+)?(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DEEPEST = 12


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every claim that a record judges; records without a claim or a verdict are left out."""
    known = 0
    for name, text in texts(fetched, ".json", ".jsonld", ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm"):
        tables = name.lower().endswith((".csv", ".tsv")) or text.lstrip()[:1] not in ("{", "[", "<")
        for record in _tables(text, name) if tables else _records(text, name):
            known += 1
            if fact := _fact(record, ask):
                yield fact
    if not known:
        raise fetched.fault("no ClaimReview record in it; give JSON-LD, a page with it, a Data Commons feed, or CSV with a column `claim`")


def _tables(text: str, name: str) -> Iterator[Mapping[str, str]]:
    for row in rows(text, name, ()):
        low = {_MARKS.sub("", key.lower()): value for key, value in row.items()}
        record = {what: next((low[key] for key in keys if low.get(key)), "") for what, keys in _COLUMNS.items()}
        if record["claim"]:
            yield record


def _records(text: str, name: str) -> Iterator[Mapping[str, str]]:
    """The records in JSON text, in lines of JSON, or in the scripts of a page, however deep they stand."""
    if text.lstrip().startswith("<"):
        for part in _SCRIPT.findall(text):
            with suppress(ValueError, RecursionError):
                yield from _within(json.loads(_HIDDEN.sub("", part), strict=False), 0)
        return
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in lines):
        for number, line in enumerate(lines, start=1):
            yield from _within(json_value(line, f"{name}: record {number}"), 0)
    else:
        yield from _within(json_value(text, name), 0)


def _within(value: Any, depth: int) -> Iterator[Mapping[str, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _within(each, depth + 1)
    elif isinstance(value, dict):
        if any(str(kind).rpartition("/")[2].rpartition(":")[2] == "ClaimReview" for kind in _listed(value.get("@type"))):
            yield _plain(value)
        elif isinstance(value.get("claimReview"), list) and isinstance(value.get("text"), str):
            yield from (_of_search(value["text"], review) for review in value["claimReview"] if isinstance(review, dict))
        else:
            for each in value.values():
                yield from _within(each, depth + 1)


def _plain(value: Mapping[str, Any]) -> dict[str, str]:
    rating = _first(value.get("reviewRating"))
    verdict = _text(rating.get("alternateName")) or _text(rating.get("name")) or _scored(rating)
    by = _first(value.get("author")) or _first(value.get("publisher"))
    return {
        "claim": _text(value.get("claimReviewed")) or _reviewed(_first(value.get("itemReviewed"))),
        "verdict": verdict,
        "reviewer": _text(by.get("name")) or _text(by.get("url")),
        "day": _text(value.get("datePublished")),
        "url": _text(value.get("url")),
    }


def _of_search(claim: str, review: Mapping[str, Any]) -> dict[str, str]:
    """A review as the Fact Check Tools service answers it."""
    by = _first(review.get("publisher"))
    return {
        "claim": claim,
        "verdict": _text(review.get("textualRating")),
        "reviewer": _text(by.get("name")) or _text(by.get("site")),
        "day": _text(review.get("reviewDate")),
        "url": _text(review.get("url")),
    }


def _reviewed(item: Mapping[str, Any]) -> str:
    """What a `Claim` says, of a record that has no `claimReviewed`."""
    return (_text(item.get("text")) or _text(item.get("name"))) if item.get("@type") == "Claim" else ""


def _day(written: str) -> str:
    """A day as records write it, as year, month and day; as much of it as is sure."""
    if found := _DAY.match(written):
        return "-".join(part.zfill(2) for part in found.groups() if part)
    if found := _POINTED.match(written):
        return f"{found[3]}-{found[2].zfill(2)}-{found[1].zfill(2)}"
    if (found := _NAMED.search(written)) and (month := found[2].lower()[:3]) in _MONTHS:
        day = found[1] or found[3]
        return f"{found[4]}-{_MONTHS.index(month) + 1:02}" + (f"-{day.zfill(2)}" if day else "")
    return ""


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
    found = value[0] if isinstance(value, list) and value else value
    return unescape(found).strip() if isinstance(found, str) else ""


def _fact(record: Mapping[str, str], ask: Ask) -> Fact | None:
    if not (record["claim"] and record["verdict"]):
        return None
    since = _day(record["day"].strip())
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
