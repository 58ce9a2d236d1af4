from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.model import Document, Source, Span
from lintnews.readers import tags
from lintnews.readers.strand import MASK

PAGE = """\
<!DOCTYPE html><html lang=en><head><title>Board &amp; bridge | The Ludgrave Post</title>
<meta property="article:published_time" content="2020-01-06T10:00:00Z"><meta property="og:title" content="Board &amp; bridge">
<meta property=article:section content=Local><style>p { x: y }</style>
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
"datePublished": "2020-01-05", "author": [{"name": "Jo Roe"}]}]}</script>
</head><body class="single author-jo has-sidebar"><header><a href=/>Ludgrave Post</a><nav><ul><li>Home<li>World</ul></nav></header>
<div class="content-sidebar-wrap"><article class=post><header><h1>Board shuts<br>the bridge</h1>
<p class="article-dek">Ferries run until May</p>
<div class="meta-line">By <span class="author">Jo Roe</span> <time datetime="2020-01-06">Jan. 6, 2020</time></div></header>
<figure><img src=x alt="ferry"><figcaption>A ferry leaves. <span class="photo-credit">Ann Lee</span></figcaption></figure>
<p>LONDON (AP) — The board said <em>it &ldquo;would&rdquo;</em> shut   the
<a href="x">bridge &amp; pier</a> with <code>shut -n</code>.<!-- lintnews-disable x -->
Then &#8220;all left&#8221;&nbsp;town. (RELATED: Ferry late) And <q>so</q> on.
<p>By then [sic] the crowd had gone.<br><br>Later, it<br>came back.
<blockquote><p>I will not.</p></blockquote><ul><li>One<li>Two</ul>
<table><tr><th>Pier<td>Cracks</table><pre>shut
now</pre>
<aside>Sign the petition</aside><div class="related-stories"><h3>Related</h3><ul><li><a>Ferry late</a></ul></div>
</article></div><footer>Imprint</footer></body></html>
"""


def read(text: str) -> Document:
    return readers.read(Source("page.html", text))


def parts(text: str) -> list[tuple[str, str]]:
    return [(block.part.value, block.text) for block in read(text).blocks]


def test_every_part_of_a_page_is_told_by_element_and_class() -> None:
    assert parts(PAGE) == [
        ("boilerplate", "Ludgrave Post"),
        ("boilerplate", "Home"),
        ("boilerplate", "World"),
        ("headline", "Board shuts the bridge"),
        ("deck", "Ferries run until May"),
        ("byline", "By Jo Roe Jan. 6, 2020"),
        ("caption", "A ferry leaves."),
        ("credit", "Ann Lee"),
        ("dateline", "LONDON (AP) —"),
        ("body", f"The board said it “would” shut the bridge & pier with {MASK}. Then “all left”\xa0town. And “so” on."),
        ("related", "(RELATED: Ferry late)"),
        ("body", "By then the crowd had gone."),
        ("body", "Later, it came back."),
        ("quote-block", "I will not."),
        ("list", "One"),
        ("list", "Two"),
        ("table", "Pier"),
        ("table", "Cracks"),
        ("code", "shut\nnow"),
        ("boilerplate", "Sign the petition"),
        ("related", "Related"),
        ("related", "Ferry late"),
        ("boilerplate", "Imprint"),
    ]


def test_the_head_says_date_writer_and_section() -> None:
    told = {"date": "2020-01-05", "headline": "Board & bridge", "author": "Jo Roe", "section": "Local"}
    assert read(PAGE).meta == told | {"lang": "en"} | {"shared": ["Board & bridge"], "alts": ["ferry"]}


def test_comments_and_sic_are_notes() -> None:
    assert [(note.text, PAGE[slice(*note.span)]) for note in read(PAGE).notes] == [
        ("lintnews-disable x", "<!-- lintnews-disable x -->"),
        ("[sic]", "[sic]"),
    ]


def test_the_title_is_the_headline_where_no_element_is() -> None:
    text = "<title>Board shuts the &quot;old&quot; bridge - Ludgrave Post</title><p>The board met.</p>"
    block = read(text).blocks[0]
    assert (block.part.value, block.text) == ("headline", 'Board shuts the "old" bridge')
    assert text[slice(*block.in_source(Span(0, len(block.text))))] == "Board shuts the &quot;old&quot; bridge"


def test_the_headline_of_the_article_goes_before_the_name_of_the_site() -> None:
    page = "<header><h1>Ludgrave Post</h1></header><article><h1>Bridge shut</h1><p>The board met on Monday.</p></article>"
    assert parts(page)[:2] == [("boilerplate", "Ludgrave Post"), ("headline", "Bridge shut")]


def test_a_headline_above_the_article_is_the_headline() -> None:
    page = "<header><h1>Bridge shut</h1></header><article><p>The board met on Monday.</p></article>"
    assert parts(page) == [("headline", "Bridge shut"), ("body", "The board met on Monday.")]


def test_short_articles_beside_the_long_one_are_boilerplate() -> None:
    page = "<main><article><p>" + "The board met. " * 20 + "</p></article><article><p>Ferry late.</p></article></main>"
    assert [part for part, _ in parts(page)] == ["body", "boilerplate"]


def test_copy_in_a_form_or_a_layout_table_is_not_lost() -> None:
    copy = (
        "The board met on Monday and shut the bridge over the harbour after a long debate about the cracks in three of its piers, it said."
    )
    assert parts(f"<form id=aspnetForm><div><p>{copy}</p><label>Name</label><input></div></form>") == [("body", copy)]
    assert parts(f"<table><tr><td>{copy}</td></tr></table>") == [("body", copy)]
    assert parts(f"<div class=author><p>{copy * 3}</p></div>") == [("body", copy * 3)]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<svg><title>x</title></svg>",
        "<p hidden>x</p>",
        '<div style="display: none">x</div>',
        '<i aria-hidden="true">x</i>',
        "<span class=sr-only>x</span>",
        "<button>x</button>",
        "<select><option>x</select>",
        "<textarea><p>x</textarea>",
        "<?x?>",
        "<!x>",
    ],
)
def test_what_is_not_shown_is_no_copy(hidden: str) -> None:
    assert parts(f"<p>a</p>{hidden}<p>b</p>") == [("body", "a"), ("body", "b")]


@pytest.mark.parametrize(
    ("broken", "texts"),
    [
        ("<p>x &lt y <b>bold", ["x < y bold"]),
        ("<p>AT&T &copy2 &notit; &bogus; &#; &#x; &#1114112; &amp", ["AT&T ©2 ¬it; &bogus; &#; &#x; \ufffd &"]),
        ("<p>a <b>b <p>c</b> d", ["a b", "c d"]),
        ("a < b <3 <", ["a < b <3 <"]),
        ("<p>one</div></p><p>two", ["one", "two"]),
        ("<p>x <a href='y>z", ["x z"]),
        ("<!-- no end <p>x</p>", ["x"]),
        ("<p>x</p><script>no end", ["x"]),
        ("<p>x <code>no end<p>y", [f"x {MASK}", "y"]),
        ("<![CDATA[<p>]]>x", ["x"]),
        ("</>x</ p>y", ["xy"]),
        ("<P CLASS=Byline>Jo Roe</P >z", ["Jo Roe", "z"]),
        ("so&shy;ft", ["soft"]),
        ("", []),
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(broken: str, texts: list[str]) -> None:
    assert [text for _, text in parts(broken)] == texts


def test_json_that_is_none_says_nothing() -> None:
    for script in ("{", "[" * 100_000, '{"@type": ["NewsArticle"], "author": 3, "datePublished": {}}', '"x"'):
        assert read(f'<script type="application/ld+json">{script}</script><p>a</p>').meta == {}


class _Library(HTMLParser):
    """The standard library's reading of tags and copy."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(f"<{tag} {sorted((key, value or '') for key, value in attrs)}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}")

    def handle_data(self, data: str) -> None:
        if self.out and self.out[-1].startswith("="):
            self.out[-1] += data
        else:
            self.out.append(f"={data}")


SOUND = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b class=x>",
            '<a href="y>z" title=\'"\'>',
            "</a>",
            "<br/>",
            "word ",
            "&amp;",
            "&eacute;",
            "&#8217;",
            "😀",
            "\r\n",
            "<!-- c --> ",
            "<i data-x>",
            "<script>if (a < b) {}</script>",
            "<IMG src=a.png ALT='x &amp; y'>",
            "<td\nid = q >",
        ]
    ),
    max_size=20,
).map("".join)


@given(SOUND)
def test_sound_markup_is_cut_as_the_standard_library_cuts_it(text: str) -> None:
    library = _Library()
    library.feed(text)
    library.close()
    assert _cut(text) == library.out


def _cut(text: str) -> list[str]:
    out: list[str] = []
    raw = False
    for each in tags.Tags(text, Span(0, len(text))):
        if isinstance(each, tags.Tag):
            raw = each.name == "script" and not each.closes
            said = sorted((key, tags.plain(text, span)) for key, span in each.attributes.items())
            out.append(f"</{each.name}" if each.closes else f"<{each.name} {said}")
        elif isinstance(each, tags.Copy):
            data = text[slice(*each.span)] if raw else tags.plain(text, each.span)
            if out and out[-1].startswith("="):
                out[-1] += data
            else:
                out.append(f"={data}")
    return out
