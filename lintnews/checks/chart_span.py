"""Chart span: the years in a chart's title that its data do not reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, head, tables
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record

_TITLE = "chart|charttitle|graphic|graphictitle|graph|graphtitle|figuretitle"
_DATA = "data|chartdata|dataspan|datarange|dataend|dataends|datauntil|chartdataend|chartdataends|dataset|sourcedata"
#: A line of copy that is the title of what follows.
_TITLED = lazily.pattern(r"(?:Chart|Graphic|Graph|Figure|Table|Map|Source chart)(?: \d+)?[:.] |(?:CHART|GRAPHIC|FIGURE|TABLE)\b")
_YEAR = r"(?:1[5-9]|20)\d\d"
_SPAN = lazily.pattern(
    rf"(?<![\d,.])(?:(?P<first>{_YEAR})(?: ?[-–—] ?| to | until | through | and )"
    rf"|(?:since|from) (?P<since>{_YEAR})\b(?!-)|(?:to|until|through) )"
    rf"(?P<last>{_YEAR})?(?![\d,])"
)
_YEARS = lazily.pattern(rf"(?<!\d){_YEAR}(?!\d)")
#: So many rows of years make a table a series.
_LEAST = 3


@record
class Check:
    """A title is a field of the head (`chart`, `chart_title` …), or a line before a table that begins with “Chart:” or the like. Its data
    are a field of the head (`data`, `chart_data_end` …), else the first column of a table, where that holds years. A year of the title
    that is not the first or the last one of the data is told.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "end")

    def find(self, story: Story) -> Iterator[Match]:
        known = head.fields(story.document) if story.document.meta else []
        titles = [at for f in head.of(known, _TITLE) if f.value and (at := head.place(story, f))]
        series = _series(story)
        if not titles and not series:
            return
        data = [int(year) for f in head.of(known, _DATA) for year in _YEARS.findall(f.value)]
        if titles and (data or series):
            yield from (match for at in titles for match in _against(*at, data or series, ends=bool(data)))
        for block in story.document.blocks if series else ():
            if block.part in (Part.BODY, Part.CAPTION, Part.CREDIT, Part.HEADING) and _TITLED.match(block.text):
                yield from _against(block, Span(0, len(block.text)), series, ends=False)


def _series(story: Story) -> list[int]:
    """The years that the rows of a story's one table of years are named by."""
    if not any(block.part is Part.TABLE for block in story.document.blocks):
        return []
    every = [[int(row.label) for row in table if _YEARS.fullmatch(row.label)] for table in tables.read(story)]
    found = [years for years in every if len(years) >= _LEAST]
    return found[0] if len(found) == 1 else []


def _against(block: Block, span: Span, years: list[int], *, ends: bool) -> Iterator[Match]:
    """The years of a title that are not those at which the data begin and end; `ends` where only the end may be known."""
    said = _SPAN.search(block.text, *span)
    if not said:
        return
    for name, right, end in (("first", min(years), "begin"), ("since", min(years), "begin"), ("last", max(years), "end")):
        year = said[name]
        if year and int(year) != right and not (ends and end == "begin" and len(years) == 1):
            names = {"match": year, "fix": str(right), "end": f"{end} in {right}"}
            yield Match(block, Span(*said.span(name)), (str(right),), names, (Evidence(f"the data {end} in {right}"),))
