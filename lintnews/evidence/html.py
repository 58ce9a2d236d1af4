"""Dossiers in, one page out that stands alone: the copy with every item marked in it, the coverage, and what each was held against.

No script, nothing fetched; light or dark as the reader has it, fit for a phone and for paper.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from lintnews.evidence.nouns import Against, Dossier, Item, Sort, Standing, coverage, standings
from lintnews.evidence.style import HEAD
from lintnews.evidence.wording import DATA, HEADINGS, MEANINGS, percent, provenance, summary, tally
from lintnews.model import COPY, Block, Part
from lintnews.reporters import Page
from lintnews.reporters._frame import plain

_TAGS = {Part.HEADLINE: "h2", Part.HEADING: "h3", Part.DECK: "p", Part.QUOTE_BLOCK: "blockquote"}
_SIGNS = {Standing.AGREES: "✓", Standing.LISTED: "✓", Standing.DOUBTFUL: "!", Standing.INSIDE: "≈", Standing.OPEN: "?"}


def write(dossiers: Iterable[Dossier], page: Page) -> None:
    """Write the page, a part for each dossier."""
    page.put(HEAD)
    for number, dossier in enumerate(dossiers, 1):
        page.put("\n".join(_dossier(dossier, number)) + "\n")
    page.put("</main>\n</body>\n</html>\n")


def _dossier(dossier: Dossier, number: int) -> Iterator[str]:
    keys = {id(item): f"s{number}-{i}" for i, item in enumerate(dossier.items, 1)}
    yield f"<article>\n<header><p class=over>Evidence</p><h1>{_text(dossier.headline or dossier.source.name)}</h1>"
    yield f"<p class=sum>{escape(summary(dossier))}</p></header>"
    yield from _meters(dossier)
    yield "<section class=copy aria-label='The copy'>"
    yield from (_paragraph(block, dossier, keys) for block in dossier.document.blocks if block.part in COPY)
    yield "</section>"
    for sort in Sort:
        if items := dossier.of(sort):
            told = f"<small>{percent(items)} covered; {tally(items)}</small>"
            yield f"<section>\n<h2 class=sort>{HEADINGS[sort]} {told}</h2>\n<ol class=items>"
            yield from (_item(dossier, item, keys[id(item)]) for item in items)
            yield "</ol>\n</section>"
    yield from _foot(dossier)
    yield "</article>"


def _meters(dossier: Dossier) -> Iterator[str]:
    """The coverage, sort by sort, as bars that are also told in figures."""
    yield "<table class=cover><caption>What was checked against something besides the story</caption>"
    yield f"<thead><tr>{_columns('Items', 'Number', 'Covered', 'Share')}</tr></thead><tbody>"
    for name, items in [*((HEADINGS[sort], dossier.of(sort)) for sort in Sort), ("All", dossier.items)]:
        if items:
            yield f"<tr><th scope=row>{name}</th><td>{len(items)}</td><td>{percent(items)}</td><td>{_bar(items)}</td></tr>"
    yield "</tbody></table>"
    told = "".join(f"<dt class={each}>{_SIGNS[each]} {each}</dt><dd>{MEANINGS[each]}</dd>" for each in Standing)
    yield f"<dl class=key>{told}</dl>"


def _bar(items: tuple[Item, ...]) -> str:
    """A bar of the standings, drawn to scale."""
    counts, at, out = standings(items), 0.0, ""
    for standing in Standing:
        width = 100 * counts[standing] / len(items)
        out += f'<rect class="{standing}" x="{at:.2f}" y="0" width="{width:.2f}" height="6"/>' if width else ""
        at += width
    label = f"{coverage(items):g} percent covered"
    return f'<svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="{label}">{out}</svg>'


def _paragraph(block: Block, dossier: Dossier, keys: dict[int, str]) -> str:
    """A block with every item marked; where several lie on one another, the shortest is."""
    items = sorted((item for item in dossier.items if item.block is block), key=lambda item: item.within.start)
    cuts = sorted({0, len(block.text), *(end for item in items for end in item.within)})
    out, over, waiting = "", list[Item](), deque(items)
    for start, end in pairwise(cuts):
        while waiting and waiting[0].within.start <= start:
            over.append(waiting.popleft())
        over = [item for item in over if end <= item.within.end]
        words = _text(block.text[start:end])
        if over:
            item = min(over, key=lambda each: each.within.end - each.within.start)
            out += f'<a class="{item.standing} {item.sort}" href="#{keys[id(item)]}">{words}</a>'
        else:
            out += words
    tag = _TAGS.get(block.part, "p")
    return f"<{tag}>{out}</{tag}>"


def _item(dossier: Dossier, item: Item, key: str) -> str:
    kind = f" <span class=kind>{escape(item.kind)}</span>" if item.kind else ""
    times = f", {item.count} times" if item.count > 1 else ""
    found = "".join(f"<li class=found>{_text(each.message)} <code>{escape(each.rule)}</code></li>" for each in item.findings)
    told = found + "".join(f"<li>{_against(each)}</li>" for each in item.against)
    sign = f'<span class="sign {item.standing}">{_SIGNS[item.standing]} {item.standing}</span>'
    return (
        f'<li id="{key}"><p>{sign} <b>{_text(item.text)}</b>{kind}'
        f"<span class=where>line {dossier.place(item).line}{times}</span></p><ul>{told}</ul></li>"
    )


def _against(against: Against) -> str:
    as_of = f", as of {escape(against.as_of)}" if against.as_of else ""
    if not against.source:
        return _text(against.words) + as_of
    sources = ", ".join(map(_reference, against.source.split(" ; ")))
    return f"{_text(against.words)} <span class=source>({sources}{as_of})</span>"


def _reference(source: str) -> str:
    """A source as it is, an address at its head as a link; nothing is fetched until it is followed."""
    address, blank, rest = plain(source).partition(" ")
    if not address.startswith(("http://", "https://")):
        return escape(plain(source))
    return f'<a rel="noreferrer" href="{escape(address)}">{escape(address)}</a>{escape(blank + rest)}'


def _foot(dossier: Dossier) -> Iterator[str]:
    rows = "".join(f"<dt>{name}</dt><dd>{_text(words)}</dd>" for name, words in provenance(dossier))
    yield f"<footer><h2 class=sort>How it was checked</h2><dl>{rows}</dl>"
    yield "<table class=data><caption>The data</caption>"
    yield f"<thead><tr>{_columns('Facts', 'Rows', 'Sources', 'Newest')}</tr></thead><tbody>"
    for each in dossier.data:
        cells = f"<td>{each.rows:,}</td><td>{each.sources:,}</td><td>{escape(each.as_of)}</td>"
        yield f"<tr><th scope=row>{escape(DATA.get(each.name, each.name))}</th>{cells}</tr>"
    yield "</tbody></table></footer>"


def _columns(*names: str) -> str:
    return "".join(f"<th scope=col>{name}</th>" for name in names)


def _text(words: str) -> str:
    return escape(plain(words))
