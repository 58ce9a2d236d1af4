"""Dossiers in, Markdown out: the coverage, then a table for each sort of item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lintnews.evidence.nouns import Against, Dossier, Item, Sort, Standing
from lintnews.evidence.wording import DATA, HEADINGS, MEANINGS, percent, provenance, summary, tally
from lintnews.reporters import Page
from lintnews.reporters._forms import OURS
from lintnews.reporters._frame import plain

_MEANT = re.compile(r"([\\`*_\[\]<>|~&#])")
_LONGEST = 200


def write(dossiers: Iterable[Dossier], page: Page) -> None:
    """Write each dossier, one after another."""
    for dossier in dossiers:
        page.put("".join(f"{line}\n" for line in _lines(dossier)))


def _lines(dossier: Dossier) -> Iterator[str]:
    yield OURS
    yield f"# Evidence: {_safe(dossier.headline or dossier.source.name)}\n"
    yield f"{summary(dossier)}\n"
    yield from (f"- {name}: {_safe(words)}" for name, words in provenance(dossier))
    yield "\n| | items | covered | |\n|---|--:|--:|---|"
    for sort in Sort:
        if items := dossier.of(sort):
            yield f"| {HEADINGS[sort]} | {len(items)} | {percent(items)} | {tally(items)} |"
    yield f"| all | {len(dossier.items)} | {percent(dossier.items)} | {tally(dossier.items)} |\n"
    for sort in Sort:
        if items := dossier.of(sort):
            yield f"## {HEADINGS[sort]}\n\n| line | in the copy | standing | held against |\n|--:|---|---|---|"
            yield from (_row(dossier, item) for item in items)
            yield ""
    yield "## What the standings mean\n"
    yield from (f"- **{standing}**: {MEANINGS[standing]}" for standing in Standing)
    yield "\n## The data\n\n| | rows | sources | newest |\n|---|--:|--:|---|"
    yield from (f"| {DATA.get(each.name, each.name)} | {each.rows:,} | {each.sources:,} | {each.as_of} |" for each in dossier.data)
    yield ""


def _row(dossier: Dossier, item: Item) -> str:
    text = item.text if len(item.text) <= _LONGEST else f"{item.text[: _LONGEST - 1]}…"
    times = f" (×{item.count})" if item.count > 1 else ""
    told = [*(f"**{_safe(finding.message)}** ({finding.rule})" for finding in item.findings), *map(_against, item.against)]
    mark = f"**{item.standing}**" if item.standing is Standing.DOUBTFUL else item.standing.value
    return f"| {dossier.place(item).line} | {_safe(text)}{times} | {mark} | {'<br>'.join(told)} |"


def _against(against: Against) -> str:
    source = (
        f" ({_safe(against.source)}, as of {against.as_of})" if against.source else f" (as of {against.as_of})" if against.as_of else ""
    )
    return _safe(against.words) + source


def _safe(words: str) -> str:
    """Words that mean nothing in Markdown but themselves, on one line; an address is left as it is."""
    words = " ".join(plain(words).split())
    return " ".join(
        word if word.startswith(("http://", "https://")) and "|" not in word else _MEANT.sub(r"\\\1", word) for word in words.split(" ")
    )
