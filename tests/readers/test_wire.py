"""NITF and NewsML-G2 as agencies send them, ninjs and the JSON of content systems: parts, days, exact places."""

from __future__ import annotations

import json

import pytest

from lintnews import readers
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Part, Source, Span

NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Ignored</title><docdata><date.issue norm="20200106T120000Z"/></docdata></head>
<body><body.head><hedline><hl1>Rain &amp; wind</hl1><hl2>A deck</hl2></hedline>
<byline>By <person>Nell Farrow</person></byline><dateline>LUDGRAVE (AP)</dateline></body.head>
<body.content><block><p>We saw <em>teh</em> boat &amp; left.</p>
<p>It   rained.</p></block></body.content><body.end/></body></nitf>
"""
G2 = """\
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>2020-01-06T12:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Rain</headline><by>By Nell Farrow</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>We saw teh boat.</p></body></html></inlineXML></contentSet></newsItem>
"""
NINJS = {
    "uri": "urn:x", "versioncreated": "2020-01-06T12:00:00Z", "headline": "Rain \u201cnow\u201d", "byline": "By Nell Farrow",
    "body_xhtml": "<p>We \u2014 saw <b>teh</b> \"boat\" \U0001f327 &amp; left.</p>\n<p>It rained.</p>", "subject": [{"name": "teh"}],
}  # fmt: skip


def parts(name, text):
    return [(block.part, block.text) for block in readers.read(Source(name, text)).blocks]


def homes(name, text, words):
    """Where the words stand in the source, by each block that has them."""
    document = readers.read(Source(name, text))
    spans = [block.in_source(Span(at, at + len(words))) for block in document.blocks if (at := block.text.find(words)) >= 0]
    return [text[span.start : span.end] for span in spans]


def test_nitf_has_its_parts_its_day_and_its_places():
    assert parts("a.nitf", NITF) == [
        (Part.HEADLINE, "Rain & wind"),
        (Part.DECK, "A deck"),
        (Part.BYLINE, "By Nell Farrow"),
        (Part.DATELINE, "LUDGRAVE (AP)"),
        (Part.BODY, "We saw teh boat & left."),
        (Part.BODY, "It rained."),
    ]
    assert readers.read(Source("a.xml", NITF)).meta == {"date": "2020-01-06"}
    assert homes("a.xml", NITF, "teh") == ["teh"]
    assert homes("a.xml", NITF, "&") == ["&amp;", "&amp;"]


def test_newsml_g2_holds_xhtml_nitf_or_plain_text():
    body = [(Part.HEADLINE, "Rain"), (Part.BODY, "We saw teh boat.")]
    assert [each for each in parts("a.newsml", G2) if each[0] in (Part.HEADLINE, Part.BODY)] == body
    inner = (
        "<newsMessage><newsItem><contentMeta><headline>Rain</headline></contentMeta><inlineXML>"
        + NITF[39:]
        + "</inlineXML></newsItem></newsMessage>"
    )
    assert [each for each in parts("a.xml", inner) if each[0] is Part.BODY] == [
        (Part.BODY, "We saw teh boat & left."),
        (Part.BODY, "It rained."),
    ]
    plain = "<newsItem><contentSet><inlineData contenttype='text/plain'>It rained on Monday.</inlineData></contentSet></newsItem>"
    assert parts("a.xml", plain) == [(Part.BODY, "It rained on Monday.")]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_ninjs_has_its_parts_its_day_and_its_places_through_both_kinds_of_escapes(ascii_only):
    text = json.dumps(NINJS, ensure_ascii=ascii_only, indent=1)
    found = parts("a.json", text)
    assert found[0] == (Part.HEADLINE, "Rain “now”")
    assert (Part.BODY, 'We — saw teh "boat" 🌧 & left.') in found
    assert readers.read(Source("a.json", text)).meta == {"date": "2020-01-06T12:00:00Z"}
    assert homes("a.json", text, "teh") == ["teh"]
    assert homes("a.json", text, '"boat"') == ['\\"boat\\"']
    assert homes("a.json", text, "🌧") == ["\\ud83c\\udf27" if ascii_only else "🌧"]
    assert homes("a.json", text, "&") == ["&amp;"]
    assert homes("a.json", text, "It rained.") == ["It rained."]


def test_plain_bodies_and_ninjs_2_are_read_too():
    two = {
        "headlines": [{"role": "main", "value": "Rain"}],
        "bodies": [{"contenttype": "text/plain", "value": "We saw teh boat.\n\nIt\nrained."}],
    }
    text = json.dumps(two)
    assert [words for _, words in parts("a.json", text) if words != "Rain"] == ["We saw teh boat.", "It", "rained."]
    assert homes("a.json", text, "boat") == ["boat"]


def test_a_fix_goes_where_the_words_stand(linter: Linter):
    text = json.dumps(NINJS)
    fixed = linter.fix(text, "a.json").text
    assert fixed == text.replace("<b>teh", "<b>the")
    assert linter.fix(NITF, "a.xml").text == NITF.replace("teh", "the")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.xml", "<rss><channel/></rss>", "a.xml:1: no story in it: no post with a text"),
        ("a.xml", "plain", "a.xml:1: neither NITF nor NewsML-G2 nor a feed: there is no element in it"),
        ("a.xml", "<nitf><body/></nitf>", "a.xml:1: no story in it"),
        ("a.json", '{"a": ', "a.json:1: not valid JSON"),
        ("a.json", "[" * 100_000, "a.json:1: not valid JSON"),
        ("a.json", '{"a": "b"}', "a.json:1: no story in this JSON; one needs a field such as body_xhtml"),
        ("a.json", '["body"]', "a.json:1: no story in this JSON"),
    ],
)
def test_what_holds_no_story_is_told(name, text, words):
    with pytest.raises(LintNewsError) as error:
        readers.read(Source(name, text))
    assert str(error.value).startswith(words)


def test_json_and_xml_are_read_when_named_and_not_searched_for():
    assert {".nitf", ".newsml"} <= readers.endings()
    assert not {".json", ".xml"} & readers.endings()
