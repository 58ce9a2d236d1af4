"""Measured stories in, one page out that stands alone: each measure of a story as a mark on the spread of the archive.

No script, nothing fetched; light or dark as the reader has it, fit for a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lintnews.ledger.prose import NAMES
from lintnews.reporters import Page
from lintnews.reporters._forms import head
from lintnews.stats import Measured, Spread

_STYLE = """\
:root{color-scheme:light dark;--ink:light-dark(#1a1a1a,#ebe9e6);--soft:light-dark(#595959,#aeaba6);--line:light-dark(#dedbd5,#3d3b38);
--page:light-dark(#fffdf9,#191817);--box:light-dark(#b9cfd3,#2f4f56);--far:light-dark(#b3261e,#ff9b93);--dot:light-dark(#2b6a74,#7cc7d4)}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:48rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}h1{font:700 1.3rem/1.3 Georgia,serif;margin:2rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}caption{text-align:left;color:var(--soft);font-size:.85rem}
th,td{text-align:left;font-weight:400;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
td.value{text-align:right;font-weight:600;white-space:nowrap}td.plot{width:45%;padding-right:0}svg{display:block;width:100%;height:1.2rem}.whole{stroke:var(--line);stroke-width:2}.box{fill:var(--box)}
.median{stroke:var(--ink);stroke-width:1}.dot{fill:var(--dot)}.far{fill:var(--far)}td.far{color:var(--far)}p{color:var(--soft);font-size:.85rem}
@media (max-width:36rem){td.plot{display:block;width:auto;border:0;padding-bottom:.6rem}tr{display:grid;grid-template-columns:1fr auto}
td.plot{grid-column:1/3}}
"""
_WIDE = 200


def write(stories: Iterable[Measured], against: Spread | None, page: Page) -> None:
    """Write the page, a table for each story."""
    page.put(head("Stories beside the archive", _STYLE))
    for story in stories:
        page.put("\n".join(_story(story, against)) + "\n")
    if against:
        page.put(
            f"<p>Beside {against.stories} stories. The line reaches from the 2nd to the 98th of 100 stories, the box from the 10th "
            "to the 90th; the stroke is the median, the dot this story, in red outside the box.</p>\n"
        )
    page.put("</main>\n</body>\n</html>\n")


def _story(story: Measured, against: Spread | None) -> Iterator[str]:
    yield f"<h1>{escape(story.name)}</h1>"
    if not story.values:
        yield "<p>no body to measure</p>"
        return
    yield "<table>"
    for name, value in story.values.items():
        plot = f"<td class=plot>{_plot(name, value, against)}</td>" if against else ""
        far = against is not None and not 10 < against.percent(name, value) < 90
        told = f"{value:.1f}".removesuffix(".0")
        yield f'<tr><th scope=row>{escape(NAMES[name])}</th><td class="value{" far" * far}">{told}</td>{plot}</tr>'
    yield "</table>"


def _plot(name: str, value: float, against: Spread) -> str:
    """The spread of a measure as a line, a box and a stroke, and the story's place in it."""
    low, high = min(against.at(name, 2), value), max(against.at(name, 98), value)
    scale = (_WIDE - 12) / (high - low or 1)

    def x(amount: float) -> float:
        return 6 + (max(low, min(high, amount)) - low) * scale

    ten, half, ninety = (x(against.at(name, percent)) for percent in (10, 50, 90))
    below = against.percent(name, value)
    kind = "dot" if 10 < below < 90 else "far"
    said = f"{value:.1f}; more than {below} percent of the stories, median {against.at(name, 50):.1f}"
    return (
        f'<svg viewBox="0 0 {_WIDE} 16" preserveAspectRatio=none role=img aria-label="{said}"><title>{said}</title>'
        f'<line class=whole x1="{x(against.at(name, 2)):.1f}" x2="{x(against.at(name, 98)):.1f}" y1=8 y2=8 />'
        f'<rect class=box x="{ten:.1f}" y=4 width="{max(1.0, ninety - ten):.1f}" height=8 />'
        f'<line class=median x1="{half:.1f}" x2="{half:.1f}" y1=2 y2=14 />'
        f'<ellipse class={kind} cx="{x(value):.1f}" cy=8 rx=3 ry=5 /></svg>'
    )
