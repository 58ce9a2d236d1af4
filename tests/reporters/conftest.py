"""A report with one finding of every sort, on a page that keeps what is put on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Evidence, Fact, Finding, Report, Severity, Source, Span
from lintnews.reporters import Page, reporter

TEXT = "Rain 雨 over the harbour\n\nThe head of the Quads Force, said 50%: a, b.\nNothing more\n"
FACT = Fact("Quds Force", "named", "force", "https://example.org/force", "2020-01-03", since="1988")
Write = Callable[..., str]


def at(words: str, text: str = TEXT) -> Span:
    """The span of some words."""
    return Span(text.index(words), text.index(words) + len(words))


def findings() -> tuple[Finding, ...]:
    end = len(TEXT) - 1
    page = Evidence("see", link="https://example.org/x")
    place = Evidence("the same place, said before", span=at("harbour"))
    return (
        Finding("desk.rain", Severity.SUGGESTION, "rain again", at("雨")),
        Finding(
            "names.near-miss",
            Severity.ERROR,
            "“Quads Force” is not listed",
            at("Quads Force"),
            ("Quds Force", "Quad Force"),
            (place, Evidence(FACT.sentence(), fact=FACT)),
            "https://example.org/why",
        ),
        Finding("desk.percent", Severity.WARNING, "50%: a, b\nor so", at("50%: a, b"), (), (page,)),
        Finding("desk.end", Severity.WARNING, "a full stop is missing", Span(end, end), (".",), (Evidence("2 + 2 = 4"),), safe=True),
    )


@pytest.fixture
def report() -> Report:
    return Report(Source("news/a,b.txt", TEXT), findings())


@pytest.fixture
def write() -> Write:
    """Reports in, what a form makes of them out."""

    def answer(form: str, *reports: Report, width: int = 60, colour: bool = False) -> str:
        out: list[str] = []
        reporter(form).write(iter(reports), Page(out.append, width, colour))
        return "".join(out)

    return answer
