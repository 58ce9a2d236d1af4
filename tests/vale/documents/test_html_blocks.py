from __future__ import annotations

import pytest
from vale_blocks import blocks, document, texts


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>para</p>", [("text.html", "para")]),
        ("<h2>head</h2>", [("text.heading.h2.html", "head")]),
        ("<ul><li>item</ul>", [("text.list.html", "item")]),
        ("<blockquote>said</blockquote>", [("text.blockquote.html", "said")]),
        ("<table><caption>c</caption>", [("text.table.caption.html", "c")]),
        ("<table><tr><th>h<td>d</table>", [("text.table.header.html", "h"), ("text.table.cell.html", "d")]),
        ("<figure>f<figcaption>c</figcaption></figure>", [("text.html", "f"), ("text.figure.caption.html", "c")]),
        ('<img alt="A &amp; b">', [("text.attr.alt", "A & b")]),
        ('<meta name="description" content="d">', [("text.attr.description", "d")]),
        ('<meta property="og:description" content="d"><meta name="keywords" content="k">', [("text.attr.description", "d")]),
        ('<div class="a b"><p class="c">x</p></div>', [("text.class.a.b.c.html", "x")]),
        ("<p>a <data>b</data></p>", [("text.html", "a"), ("meta.html", "b")]),
        ("<a href=x>l</a>", [("text.html", "l"), ("link.html", "l")]),
        ("<b>s</b> <strong>t</strong>", [("text.html", "s t"), ("strong.html", "s"), ("strong.html", "t")]),
        ("<i>e</i> <em>f</em>", [("text.html", "e f"), ("emphasis.html", "e"), ("emphasis.html", "f")]),
        ("<code>c</code> <tt>d</tt>", [("text.html", "* *"), ("code.html", "c"), ("code.html", "d")]),
        ("<q>q</q> “r” \"s\" 't'", [("text.html", "q “r” \"s\" 't'"), ("quote.html", "q"), ("quote.html", "“r”"), ("quote.html", '"s"')]),
        ("<b>one <b>two</b></b>", [("text.html", "one two"), ("strong.html", "one two")]),
    ],
)  # fmt: skip
def test_each_element_has_its_scope(page: str, found: list[tuple[str, str]]) -> None:
    assert blocks(page, "html") == found


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>a<b>b</b>c (<i>d</i>) <i>.e</i></p>", ["a bc (d).e"]),
        ("<p>a\n<!-- c -->b <!-- c -->\nc</p>", ["a\nb\nc"]),
        ("<p>a<br>b<img>c<wbr>d<hr/>e</p>", ["a b c de"]),
        ("<p>a<code>b <b>c</b> <i>d</i> e</code></p>", ["a * * d e"]),
        ("<p>a <kbd>k</kbd>\n<samp>s\nt</samp></p>", ["a * *\n*"]),
        ("<pre>x</pre>a<script>b</script>c<style>d</style>", ["a", "c"]),
        ('<p class="code">x</p><p>a <span class="pre">bc</span></p>', ["a **"]),
        ("a<div>b</div>c<p>d<p>e", ["a", "b", "c", "d", "e"]),
        ("a</u>b</b>c", ["a", "bc"]),
        ("<b><h1>in</h1><p>it</p></b>", ["in it"]),
        ("<a name=x />a<u/>b", ["ab"]),
        ("<html><head>{{a}}</head><body>{{b}}</body></html>", ["{{a}}{{b}}"]),
        ("<p>&nbsp;a&nbsp;</p><p> &#32; </p>", ["\xa0a\xa0"]),
        ("<svg><img></svg><pre><img alt=in>skipped</pre>", ["in"]),
    ],
)
def test_the_text_of_a_block_is_joined_as_vale_joins_it(page: str, found: list[str]) -> None:
    assert texts(page, "html") == found


def test_only_comments_are_notes() -> None:
    found = document("<!DOCTYPE html><?x y?><!-- vale A.B = NO --><p>a</p>", "html")
    assert [note.text for note in found.notes] == ["vale A.B = NO"]


def test_headings_and_the_like_end_with_their_element() -> None:
    assert blocks("<h1>a <div>b</div> c</h1><td></td><p>d</p><ul></ul>e", "html", "text") == [
        ("text.heading.h1.html", "a"),
        ("text.html", "b"),
        ("text.html", "c"),
        ("text.html", "d"),
        ("text.html", "e"),
    ]


def test_what_is_inside_an_inline_element_is_known_to_the_block() -> None:
    [block, *_] = document('<p>a "q" <a href=x>l <b>s</b></a></p>', "html").blocks
    assert sorted((kind, block.text[slice(*span)]) for kind, span in block.inlines) == [  # type: ignore[attr-defined]
        ("link", "l s"),
        ("quote", '"q"'),
        ("strong", "s"),
    ]


PAGE = '<h1>hh</h1><p>a <code>c</code></p><div><u>dd</u></div><p class="k">e <span class="k">ff</span></p><pre>gg</pre>'


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["hh", "a *", "dd", "e ff"]),
        ({"ignored_scopes": ("u", "h1")}, ["**", "a c", "**", "e ff"]),
        ({"skipped_scopes": ("h1", "u")}, ["a *", "e ff", "gg"]),
        ({"ignored_classes": ("k",)}, ["hh", "a *", "dd"]),
    ],
)
def test_scopes_and_classes_are_ignored_or_skipped_as_asked(options: dict[str, object], found: list[str]) -> None:
    assert texts(PAGE, "html", **options) == found


def test_the_front_matter_of_a_page_is_no_copy() -> None:
    assert blocks("---\ntitle: t\n---\n<p>a</p>", "html") == [("text.html", "a")]


@pytest.mark.parametrize(
    "page",
    ['<div class="off"><p><img alt="a"></p></div>', '<img class="off" alt="a">', '<span class="off"><img alt="a"></span>'],
)
def test_the_words_of_a_picture_that_is_skipped_are_no_copy(page: str) -> None:
    assert blocks(page, "html", ignored_classes=("off",)) == []
