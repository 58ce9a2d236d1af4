"""Dossiers in, one JSON array out; docs/evidence.md says what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lintnews.evidence.nouns import CHECKED, Dossier, Item, Sort, Standing, coverage, standings
from lintnews.reporters import Page
from lintnews.reporters._forms import array


def write(dossiers: Iterable[Dossier], page: Page) -> None:
    """Write the array story by story."""
    array(map(plain, dossiers), page)


def plain(dossier: Dossier) -> dict[str, Any]:
    """A dossier as plain values."""
    return {
        "path": dossier.source.name,
        "day": dossier.day.isoformat() if dossier.day else None,
        "headline": dossier.headline,
        "sha256": dossier.sha256,
        "checked": dossier.when.isoformat(timespec="seconds"),
        "version": dossier.version,
        "dataVersion": dossier.data_version,
        "rules": dossier.rules,
        "data": [{"relation": each.name, "rows": each.rows, "sources": each.sources, "asOf": each.as_of} for each in dossier.data],
        "coverage": {"all": _coverage(dossier.items), **{sort.value: _coverage(dossier.of(sort)) for sort in Sort}},
        "items": [_item(dossier, item) for item in dossier.items],
    }


def _coverage(items: tuple[Item, ...]) -> dict[str, Any]:
    counts = standings(items)
    return {
        "items": len(items),
        "checked": sum(counts[standing] for standing in CHECKED),
        "percent": coverage(items),
        **{standing.value: counts[standing] for standing in Standing},
    }


def _item(dossier: Dossier, item: Item) -> dict[str, Any]:
    """An item; offsets are code points from the start of the file, half-open."""
    place = dossier.place(item)
    return {
        "sort": item.sort.value,
        "text": item.text,
        "kind": item.kind,
        "count": item.count,
        "standing": item.standing.value,
        "line": place.line,
        "column": place.column,
        "start": item.span.start,
        "end": item.span.end,
        "against": [{key: value for key, value in asdict(each).items() if value} for each in item.against],
        "findings": [
            {"rule": finding.rule, "severity": finding.severity.value, "message": finding.message, "fixes": list(finding.fixes)}
            for finding in item.findings
        ],
    }
