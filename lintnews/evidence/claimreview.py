"""A story that is itself a fact-check in, its ClaimReview out: schema.org JSON-LD, from `claim_review` in the head of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from json import dumps
from typing import Any

from lintnews.evidence.nouns import Dossier
from lintnews.model import LintNewsError, did_you_mean
from lintnews.reporters import Page

#: The keys under `claim_review`; the first three must be there.
KEYS = ("claim", "rating", "url", "claimant", "claimed", "appearances", "value", "best", "worst", "reviewer", "reviewer_url", "date")
_NEEDED = KEYS[:3]
_LINK = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?\Z")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\S+)?\Z")


def write(dossiers: Iterable[Dossier], page: Page) -> None:
    """Write what a page of the review holds in its script: one record, or an array of them; nothing where the head is faulty."""
    records = [record for dossier in dossiers for record in reviews(dossier)]
    page.put(dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2) + "\n")


def reviews(dossier: Dossier) -> list[dict[str, Any]]:
    """A record for each claim that the story judges; raises LintNewsError where its head says none, or not enough."""
    told, name = dossier.document.meta.get("claim_review"), dossier.source.name
    if not told:
        raise LintNewsError(f"{name}: no `claim_review` in its head; a fact-check has one, with {_and(_NEEDED)}")
    return [_review(dossier, each, name) for each in (told if isinstance(told, list) else [told])]


def _review(dossier: Dossier, told: object, name: str) -> dict[str, Any]:
    if not isinstance(told, Mapping):
        raise LintNewsError(f"{name}: `claim_review` holds `key: value` lines, such as `claim:` and `rating:`")
    if unknown := next((key for key in told if key not in KEYS), None):
        raise LintNewsError(f"{name}: `claim_review` has no key `{unknown}`{did_you_mean(str(unknown), KEYS)}")
    if missing := [key for key in _NEEDED if not told.get(key)]:
        raise LintNewsError(f"{name}: `claim_review` lacks {_and(missing)}")
    if fault := next(_faults(told), None):
        raise LintNewsError(f"{name}: `claim_review`: {fault}")
    meta = dossier.document.meta
    reviewer = told.get("reviewer") or meta.get("publisher") or meta.get("outlet")
    day = told.get("date") or (dossier.day and dossier.day.isoformat())
    appearances = told.get("appearances") or []
    return _full({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": str(told["url"]),
        "datePublished": day and str(day),
        "author": reviewer and _full({"@type": "Organization", "name": str(reviewer), "url": told.get("reviewer_url")}),
        "claimReviewed": str(told["claim"]),
        "itemReviewed": _full({
            "@type": "Claim",
            "author": told.get("claimant") and {"@type": "Person", "name": str(told["claimant"])},
            "datePublished": told.get("claimed") and str(told["claimed"]),
            "appearance": [{"@type": "CreativeWork", "url": str(url)} for url in _listed(appearances)],
        }),
        "reviewRating": _full({
            "@type": "Rating",
            "alternateName": str(told["rating"]),
            "ratingValue": told.get("value"),
            "bestRating": told.get("best"),
            "worstRating": told.get("worst"),
        }),
    })  # fmt: skip


def _faults(told: Mapping[str, Any]) -> Iterator[str]:
    """What readers of ClaimReview would leave the record out for: links that are not whole, days and ratings of another shape."""
    links = [
        ("url", told["url"]),
        ("reviewer_url", told.get("reviewer_url")),
        *(("appearances", link) for link in _listed(told.get("appearances"))),
    ]
    for key, link in links:
        if link and not _LINK.match(str(link)):
            yield f"`{key}` is a whole link, from `https://` on, not `{link}`"
    for key in ("date", "claimed"):
        if told.get(key) and not _DAY.match(str(told[key])):
            yield f"`{key}` is a day such as 2024-05-01, not `{told[key]}`"
    ratings = {key: told[key] for key in ("worst", "value", "best") if told.get(key) is not None}
    for key, rating in ratings.items():
        if isinstance(rating, bool) or not isinstance(rating, int | float):
            yield f"`{key}` is a number, not `{rating}`"
            return
    if ratings and "value" not in ratings:
        yield "`best` and `worst` say what `value` lies between; add `value`, or leave them out"
    elif [*ratings.values()] != sorted(ratings.values()):
        yield "`value` lies from `worst`, which is 1 where it is not told, to `best`: " + ", ".join(f"{k} {v}" for k, v in ratings.items())


def _full(values: dict[str, Any]) -> dict[str, Any]:
    """The keys that have a value; one that is only a type says nothing."""
    kept = {key: value for key, value in values.items() if value not in (None, "", [], {})}
    return kept if set(kept) - {"@type"} else {}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _and(keys: Iterable[str]) -> str:
    *most, last = (f"`{key}`" for key in keys)
    return f"{', '.join(most)} and {last}" if most else last
