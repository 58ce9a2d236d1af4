"""No reader loses its place: every character of every block comes home to where it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lintnews import readers
from lintnews.model import Document, LintNewsError, Source, Span
from lintnews.readers.strand import MASK

ENDS = ("\n", "\r\n", "\r")
WORDS = st.text("xyzéß中😀", min_size=1, max_size=6)


@dataclass(frozen=True)
class Run:
    """Markup and the copy that it stands for; `one_to_one` when each character of the copy stands in the markup as it is."""

    source: str
    text: str
    one_to_one: bool = False


def plain(text: str) -> Run:
    return Run(text, text, True)


def word_of(*others: list[Run]) -> st.SearchStrategy[list[Run]]:
    """A word of plain letters, with an entity, an escape or a link in it now and then."""
    leaf = st.one_of(WORDS.map(lambda word: [plain(word)]), *map(st.just, others))
    return st.lists(leaf, min_size=1, max_size=3).map(lambda leaves: [run for leaf in leaves for run in leaf])


def entity(source: str, text: str) -> list[Run]:
    return [Run(source, text)]


def phrase(words: st.SearchStrategy[list[Run]], wraps: list[tuple[str, str]], gaps: list[Run]) -> st.SearchStrategy[list[Run]]:
    """Words and spaces, some of them wrapped in marks, marks in marks."""

    def joined(parts: list[list[Run]], between: list[Run]) -> list[Run]:
        out = list(parts[0])
        for part, gap in zip(parts[1:], between, strict=False):
            out += [gap, *part]
        return out

    def row(inner: st.SearchStrategy[list[Run]]) -> st.SearchStrategy[list[Run]]:
        parts = st.lists(inner, min_size=1, max_size=4)
        return st.builds(joined, parts, st.lists(st.sampled_from(gaps), min_size=4, max_size=4))

    def wrapped(inner: st.SearchStrategy[list[Run]]) -> st.SearchStrategy[list[Run]]:
        marks = st.sampled_from(wraps)
        return st.builds(lambda runs, mark: [Run(mark[0], ""), *runs, Run(mark[1], "")], row(inner), marks)

    return row(st.recursive(words, lambda inner: st.one_of(words, wrapped(inner)) if wraps else words, max_leaves=6))


FORMATS = {
    "story.txt": (word_of(), [], [plain(" ")]),
    "story.md": (
        word_of(
            entity("&eacute;", "é"),
            entity("&amp;", "&"),
            entity("&#128512;", "😀"),
            entity("&nGt;", "≫⃒"),
            [Run("\\", ""), plain("*")],
            [Run("[", ""), plain("x z"), Run("](http://example.org/a_b)", "")],
        ),
        [("**", "**"), ("*", "*")],
        [plain(" ")],
    ),
    "story.html": (
        word_of(entity("&eacute;", "é"), entity("&amp;", "&"), entity("&lt", "<"), entity("&#x1F600;", "😀"), entity("&nGt;", "≫⃒")),
        [("<em>", "</em>"), ('<a title="a>b" href=x>', "</a>"), ("<B\n>", "</b >"), ("<!-- <p> --><i>", "</i>")],
        [plain(" "), Run("<br>", " "), Run("  \t ", " ")],
    ),
}


@st.composite
def stories(draw: st.DrawFn, name: str) -> tuple[str, list[str], list[tuple[int, int, Span]]]:
    """A file, the texts of its blocks, and for characters of them (block, offset) their place in the file."""
    words, wraps, gaps = FORMATS[name]
    end = draw(st.sampled_from(ENDS))
    if name != "story.txt":
        gaps = [*gaps, Run(end, " ")]
    source = draw(st.sampled_from(["", "\ufeff"]))
    if name != "story.html" and draw(st.booleans()):
        source += f"---{end}date: 2020-01-03{end}---{end}"
    texts: list[str] = []
    places: list[tuple[int, int, Span]] = []
    for number, runs in enumerate(draw(st.lists(phrase(words, wraps, gaps), min_size=1, max_size=4))):
        source += "<p>" if name == "story.html" else ""
        text = ""
        for run in [*runs, plain(" zz.")]:
            for i in range(len(run.text)):
                at = len(source)
                home = Span(at + i, at + i + 1) if run.one_to_one else Span(at, at + len(run.source))
                places.append((number, len(text) + i, home))
            source += run.source
            text += run.text
        texts.append(text)
        source += "</p>" if name == "story.html" else end * 2
    return source, texts, places


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_story_made_of_known_parts_is_read_as_they_are_and_every_part_comes_home(name: str, data: st.DataObject) -> None:
    source, texts, places = data.draw(stories(name))
    document = readers.read(Source(name, source))
    assert [block.text for block in document.blocks] == texts
    for number, offset, home in places:
        assert document.blocks[number].in_source(Span(offset, offset + 1)) == home


MARKUP = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "`",
            "[",
            "](x)",
            "![",
            "<",
            ">",
            "<p>",
            "</p>",
            "<b>",
            "<code>",
            "</code>",
            "<q>",
            "<!--",
            "-->",
            "&amp;",
            "&eacute",
            "&#10;",
            "&#",
            "&",
            "\\",
            "|",
            "|-|\n",
            "# ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "```",
            "---",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            " ",
            "\t",
            "\ufeff",
            "\x00",
            "😀",
            "é",
            "\u2028",
            "\xa0",
            "\ud800",
            "word",
            "By Jane Roe",
            "LONDON (AP) - ",
            "(RELATED: other words)",
            "[sic]",
            "(SIC)",
            "<li>",
            "<td>",
            "<h1>",
            "<article>",
            "<script>",
            "</script>",
            "<title>",
            "<br>",
            '<a href="',
            "'",
            "=",
            "[^1]",
            "[^1]: ",
            "~~",
            "<style>",
            "<x@y.z>",
            "{",
            "}",
            "title: ",
            "<span class=credit>",
            "</span>",
            "<div hidden>",
        ]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.unknown"])
@given(text=MARKUP)
@example(text="<p>a<script>b")
@example(text="a [sic][sic] b [sic]")
@example(text="---\ntitle: a\n---\n")
@example(text="<![<![")
@settings(max_examples=300, deadline=None)
def test_no_text_stops_a_reader_and_what_it_reads_comes_home(name: str, text: str) -> None:
    source = Source(name, text)
    try:
        document = readers.read(source)
    except LintNewsError:
        assert text.lstrip("\ufeff").startswith("---")
        return
    _comes_home(document)


def _comes_home(document: Document) -> None:
    text = document.source.text
    for block in document.blocks:
        assert block.text == block.text.strip() != ""
        last = 0
        for i, char in enumerate(block.text):
            home = block.in_source(Span(i, i + 1))
            assert last <= home.start <= home.end <= len(text)
            assert _stands_for(text[home.start : home.end], char), (char, home)
            last = home.start
        assert block.in_source(Span(0, len(block.text))) == (block.in_source(Span(0, 1)).start, block.in_source(Span(i, i + 1)).end)
    for note in document.notes:
        assert note.text == "[sic]" or text[note.span.start : note.span.end].startswith("<!--")


def _stands_for(there: str, char: str) -> bool:
    """Whether a stretch of the file can stand for a character of the copy: itself, an entity, a join, a mask."""
    if there == char or char == MASK or there.startswith("&"):
        return True
    if char == " ":
        return not there.replace("\\", "").strip() or "<br" in there or "RELATED" in there or "sic" in there.lower()
    return char in "“”" and (there.startswith("<q") or not there)


@given(st.lists(st.sampled_from(["a", " ", "é", "😀", "\n", "\r\n", "\r", "\ufeff"]), max_size=30).map("".join), st.integers(0, 30))
def test_a_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    source = Source("a.txt", text)
    offset = min(offset, len(text))
    line, column = source.place(offset)
    start = source.line(line).start
    assert len(source.text[start:offset].removeprefix("\ufeff" if line == 1 else "")) == column - 1
