"""Rolls in, one page out that stands alone: no scripts, nothing fetched, light or dark as the reader has it.

Each name has a box to tick; the page is made for phones, screens and paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

import regex

from lintnews.reporters import Page
from lintnews.reporters._forms import head
from lintnews.roll.nouns import Entry, How, Roll, Sort
from lintnews.roll.wording import HEADINGS, HOW, Line, lines, summary

_LINK = regex.compile(r"https?://[^\s;,<>\"]*[^\s;,<>\".)]")
_STYLE = """\
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#5c5c5c;--line:#ddd;--page:#fff;--link:#0b57a4;
--fact:#0a6b3d;--listed:#0a6b3d;--story:#0b57a4;--unknown:#8a5300;--alarm:#b3261e;--alarm-page:#fdecea}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e3;--soft:#a8a6a3;--line:#3a3a3a;--page:#161616;--link:#8ab8f0;
--fact:#6fcf97;--listed:#6fcf97;--story:#8ab8f0;--unknown:#f0b35c;--alarm:#ff9b93;--alarm-page:#3a1a18}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:60rem;background:var(--page);color:var(--ink);
font:1rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.25rem;margin:1.5rem 0 .25rem}h2{font-size:1rem;margin:1.5rem 0 .25rem;border-bottom:2px solid var(--ink)}
p,ul{margin:0;padding:0}ul{list-style:none}.soft,.source,.meta{color:var(--soft)}
.source{font-size:.85rem}a{color:var(--link)}
li.name{display:grid;grid-template-columns:1.75rem minmax(9rem,15rem) minmax(0,1fr);gap:0 .75rem;
padding:.5rem 0;border-bottom:1px solid var(--line)}
li.name>input{width:1.15rem;height:1.15rem;margin:.2rem 0 0}
label{font-weight:600}.meta{display:block;font-size:.85rem}.how{font-weight:600}
.fact{color:var(--fact)}.listed{color:var(--listed)}.story{color:var(--story)}.unknown{color:var(--unknown)}
.alarm{color:var(--alarm);background:var(--alarm-page);padding:0 .25rem;border-radius:.2rem;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:2rem 0 0;font-size:.85rem}dd{margin:0}
@media (max-width:40rem){li.name{grid-template-columns:1.75rem 1fr}li.name>ul{grid-column:2}}
@media print{body{max-width:none;padding:0;font-size:10pt}li.name{break-inside:avoid}}
"""


def write(rolls: Iterable[Roll], page: Page) -> None:
    """Write the page, a part for each roll."""
    page.put(head("Names to confirm", _STYLE))
    for number, roll in enumerate(rolls):
        page.put("\n".join(_roll(roll, number)) + "\n")
    meanings = "".join(f'<dt class="how {how}">{how}</dt><dd>{HOW[how]}</dd>' for how in How)
    page.put(f"<dl>{meanings}</dl>\n</main>\n</body>\n</html>\n")


def _roll(roll: Roll, number: int) -> Iterator[str]:
    day = f"Story of {roll.day}" if roll.day else "A story without a day"
    yield f'<section>\n<h1>{escape(roll.source.name)}</h1>\n<p class="soft">{day}; {summary(roll)}.</p>'
    for sort in Sort:
        entries = [(i, entry) for i, entry in enumerate(roll.entries) if entry.sort is sort]
        if entries:
            yield f"<h2>{HEADINGS[sort]}</h2>\n<ul>"
            yield from (_entry(entry, roll, f"n{number}-{i}") for i, entry in entries)
            yield "</ul>"
    yield "</section>"


def _entry(entry: Entry, roll: Roll, key: str) -> str:
    place = roll.place(entry)
    times = "once" if entry.count == 1 else f"{entry.count} times"
    meta = f'<span class="how {entry.how}">{entry.how}</span>, {times}, first at line {place.line}, column {place.column}'
    said = "".join(f"<li>{_line(line)}</li>" for line in lines(entry, roll))
    return (
        f'<li class="name"><input type="checkbox" id="{key}">'
        f'<div><label for="{key}">{escape(entry.name)}</label><span class="meta">{meta}</span></div>'
        f"<ul>{said}</ul></li>"
    )


def _line(line: Line) -> str:
    words = f'<span class="alarm">{escape(line.words)}</span>' if line.alarm else escape(line.words)
    return words + (f' <span class="source">{_linked(line.source)}</span>' if line.source else "")


def _linked(text: str) -> str:
    """The text with its addresses as links; nothing is fetched until one is followed."""
    out, at = "", 0
    for match in _LINK.finditer(text):
        address = escape(match[0])
        out += f'{escape(text[at : match.start()])}<a rel="noreferrer" href="{address}">{address}</a>'
        at = match.end()
    return out + escape(text[at:])
