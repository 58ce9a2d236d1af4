"""No block loses its place: every character of every block comes home to where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from vale_blocks import document

from lintnews.model import Block, Document, Span

PARTS = st.lists(
    st.sampled_from(
        [
            *"*_`[<>|\\$\"'“”‘’#-=~&;(){}.", "**", "](x)", "![", "<p>", "</p>", "<b>", "</b>", "<code>", "</code>", "<q>", "<u>",
            "<pre>", "</pre>", "<a href='http://a.b'>", "</a>", "<br>", "<img alt='é &amp; 😀'>", "<wbr/>", "<li>", "<td>", "<h1>",
            "<div class='a b'>", "</div>", "<script>", "</script>", "<!--", "-->", "&amp;", "&eacute", "&rsquo;", "&nbsp;", "&#10;",
            "&#", "|-|\n", "# ", "> ", "- ", "1. ", "    ", "```", "~~~\n", "---\n", "+++\n", "title: ", "a = 'b'\n", "\n", "\r\n",
            "\r", "\n\n", " ", "\t", "\ufeff", "\x00", "\ud800", "\x0b", "\u2028", "😀", "é", "word", "One. Two", "http://a.b/c",
            "me@a.bc", "[^1]", "[^1]: ", "$$", "$x$", "Chapter 1\n\n", "{{x}}", "{/*", "*/}", "==\n", "~~",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip
OPTIONS = {"token_ignores": ["({{x}})", "w(or)d"], "block_ignores": ["Two"], "comment_delimiters": ("{/*", "*/}")}


@pytest.mark.parametrize("ending", ["txt", "md", "html", "unknown"])
@given(text=PARTS, ignoring=st.booleans())
@example(text="a `b\r\nc` &rsquo;d", ignoring=True)
@example(text="> $$\n> x\n> $$\n", ignoring=False)
@settings(max_examples=300, deadline=None)
def test_no_text_stops_the_reader_and_what_it_reads_comes_home(ending: str, text: str, ignoring: bool) -> None:
    found = document(text, ending, sentences=True, paragraphs=True, **(OPTIONS if ignoring else {}))
    for block in found.blocks:
        _comes_home(found, block)
    for note in found.notes:
        assert text[slice(*note.span)][:3] in ("<!-", "{/*")


def _comes_home(found: Document, block: Block) -> None:
    text, last = found.source.text, 0
    for i, char in enumerate(block.text):
        home = block.in_source(Span(i, i + 1))
        assert last <= home.start <= home.end <= len(text)
        assert _stands_for(text[home.start : home.end], char), (block, char, home)
        last = home.start
    for _, span in getattr(block, "inlines", ()):
        assert 0 <= span.start < span.end <= len(block.text)


def _stands_for(there: str, char: str) -> bool:
    """Whether a stretch of the file can stand for a character: itself, a mask, an entity, white space, a joint, what is replaced."""
    if there and char in "<!->" and (there in "{/*" or there in "*/}"):
        return True
    if there == char or char in "*\ufffd`" or "&" in there or "\\" in there:
        return True
    if not there:
        return char in " \n`"
    if char in " \n":
        return not there.strip() or there in ("{{x}}", "Two") or "word" in there
    return there.startswith("[^") and char.isdigit()


WORDS = st.lists(st.text("xyzéß中😀", min_size=1, max_size=6), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("ending", "before", "between", "after"),
    [
        ("txt", "", " ", "\n"),
        ("md", "\ufeff---\r\nt: x\r\n---\r\n- **", "** &amp; *a*\r\n  `", "`"),
        ("md", "| a | [", "](b) \\| &eacute; ", " |\r\n|-|-|\r\n"),
        ("html", "<p>&rsquo;<b>", "</b>&eacute;\r\n <i>", "</i>"),
    ],
)
@given(words=WORDS)
@settings(max_examples=100, deadline=None)
def test_each_word_of_a_block_comes_home_to_itself(ending: str, before: str, between: str, after: str, words: list[str]) -> None:
    text = before + between.join(words) + after
    places = [len(before) + len(between.join(words[:i])) + (len(between) if i else 0) for i in range(len(words))]
    blocks = [block for block in document(text, ending).blocks if block.scope.startswith("text.")]  # type: ignore[attr-defined]
    homes = {block.in_source(Span(i, i + 1)).start for block in blocks for i in range(len(block.text))}
    for place, word in zip(places, words, strict=True):
        assert set(range(place, place + len(word))) <= homes
