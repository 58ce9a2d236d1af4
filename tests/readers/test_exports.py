"""What content systems and word processors export: WordPress, feeds, JSON by a map of its fields, pages of Google Docs and Word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lintnews import config_file, files, readers
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Part, Source, Span

DATA = Path(__file__).parent / "data"
RSS = """<rss version="2.0"><channel><title>Courier</title><item><title>Rain &amp;amp; wind</title>
<description>&lt;p&gt;We saw teh &lt;b&gt;boat&lt;/b&gt; &amp;amp; left.&lt;/p&gt;</description>
<pubDate>Mon, 06 Jan 2020 12:00:00 GMT</pubDate>
</item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Rain</title>
<content type="html"><![CDATA[<p>We saw teh boat.</p>]]></content><published>2020-01-06T12:00:00Z</published></entry></feed>"""
WORDPRESS_API = json.dumps(
    [
        {
            "id": 1,
            "date": "2020-01-06T12:00:00",
            "title": {"rendered": "Rain &#038; wind"},
            "content": {"rendered": "<p>We saw teh boat.</p>\n"},
        },
        {
            "id": 2,
            "date": "2020-01-07T12:00:00",
            "title": {"rendered": "Snow"},
            "content": {"rendered": "<p>It snowed \u201chere\u201d.</p>"},
        },
    ]
)
ARC = json.dumps(
    {
        "headlines": {"basic": "Rain"}, "display_date": "2020-01-06T12:00:00Z",
        "content_elements": [
            {"type": "text", "content": "We saw <b>teh</b> boat."}, {"type": "image", "url": "x"},
            {"type": "text", "content": "It rained."},
        ],
    }
)  # fmt: skip
OWN = json.dumps(
    {
        "stories": [
            {"kop": {"groot": "Rain \u2014 now"}, "alineas": [{"t": "We saw teh boat."}, {"t": "It \"rained\"."}], "op": "2020-01-06",
             "t": "no"},
            {"kop": {"groot": "Snow"}, "alineas": [{"t": "It snowed."}], "op": "2020-01-07"},
        ]
    }
)  # fmt: skip
MAP = (("stories", "stories[]"), ("headline", "kop.groot"), ("body", "alineas[].t"), ("date", "op"))


def told(name, text, fields=()):
    """The stories in a text: the day of each, and the copy by its parts."""
    return [
        (str(document.meta.get("date", ""))[:10], [(block.part, block.text) for block in document.blocks])
        for document in readers.stories(Source(name, text), fields)
    ]


def stored(name):
    return files.read(str(DATA / name), name).text


SAMPLES = [
    ("export.wxr", stored("export.wxr"), ()), ("google-docs.html", stored("google-docs.html"), ()), ("word.html", stored("word.html"), ()),
    ("libreoffice.html", stored("libreoffice.html"), ()),
    ("a.rss", RSS, ()), ("a.xml", ATOM, ()), ("a.json", WORDPRESS_API, ()), ("a.json", ARC, ()), ("a.json", OWN, MAP),
    ("a.jsonl", "\n".join(json.dumps({"title": "Rain", "body": f"We saw teh boat {i}."}) for i in range(3)), ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "fields"), SAMPLES)
def test_no_reader_loses_its_place(name, text, fields):
    words = 0
    for document in readers.stories(Source(name, text), fields):
        for block in document.blocks:
            for word in re.finditer(r"[A-Za-z]{2,}", block.text):
                home = block.in_source(Span(*word.span()))
                assert re.sub(r"<[^<>]*>|&[a-z]+;b&[a-z]+;", "", text[home.start : home.end]) == word[0]
                words += 1
    assert words > 4


def test_each_post_of_a_wordpress_export_is_a_story_with_its_day():
    assert told("export.wxr", stored("export.wxr")) == [
        (
            "2020-01-06",
            [
                (Part.HEADLINE, "Rain & wind over Ludgrave"),
                (Part.DECK, "All of it in a day"),
                (Part.BODY, "We saw teh boat “there” & left."),
                (Part.CAPTION, "The boat, seen from teh quay."),
                (Part.CAPTION, "Teh boat at “sea”"),
            ],
        ),
        (
            "2020-01-07",
            [
                (Part.HEADLINE, "Snow & ice"),
                (Part.BODY, "It snowed on Tuesday, and teh river rose."),
                (Part.CAPTION, "The river in January."),
                (Part.BODY, "We left teh town then."),
                (Part.QUOTE_BLOCK, "It never snows ]]> here."),
            ],
        ),
    ]


@pytest.mark.parametrize(("name", "text"), [("a.rss", RSS), ("a.xml", RSS)])
def test_a_feed_is_read_through_its_escapes(name, text):
    assert told(name, text) == [("2020-01-06", [(Part.HEADLINE, "Rain & wind"), (Part.BODY, "We saw teh boat & left.")])]
    assert told("a.atom", ATOM) == [("2020-01-06", [(Part.HEADLINE, "Rain"), (Part.BODY, "We saw teh boat.")])]


def test_json_of_content_systems_is_known():
    assert [(day, [words for _, words in blocks]) for day, blocks in told("a.json", WORDPRESS_API)] == [
        ("2020-01-06", ["Rain & wind", "We saw teh boat."]),
        ("2020-01-07", ["Snow", "It snowed “here”."]),
    ]
    assert told("a.json", ARC) == [("2020-01-06", [(Part.HEADLINE, "Rain"), (Part.BODY, "We saw teh boat."), (Part.BODY, "It rained.")])]


def test_a_map_in_the_configuration_says_what_the_fields_of_json_are():
    lines = "json: {stories: 'stories[]', headline: kop.groot, body: 'alineas[].t', date: op}"
    settings = Settings().over(config_file.read(lines, "lintnews.yaml", ".").sections[0].values)
    assert told("a.json", OWN, settings.json) == [
        ("2020-01-06", [(Part.HEADLINE, "Rain — now"), (Part.BODY, "We saw teh boat."), (Part.BODY, 'It "rained".')]),
        ("2020-01-07", [(Part.HEADLINE, "Snow"), (Part.BODY, "It snowed.")]),
    ]
    assert told("a.json", '{"a": {"body": "It rained."}}', (("body", "a.body"),)) == [("", [(Part.BODY, "It rained.")])]


def test_findings_of_every_story_are_told_and_a_fix_goes_where_the_words_stand(linter: Linter):
    text = stored("export.wxr")
    assert {text[each.span.start : each.span.end] for each in linter.check(text, "export.wxr").findings if each.safe} == {"teh"}
    fixed = linter.fix(text, "export.wxr").text
    assert fixed.count("teh") == 4
    assert linter.fix(stored("google-docs.html"), "a.html").text.count("teh") == 2


def test_stories_in_one_file_are_not_held_against_one_another(linter: Linter):
    ages = [{"title": "Fire", "body": f"<p>Nell Farrow, {age}, said it burned.</p><p>Nell Farrow, 41, left.</p>"} for age in (41, 41)]
    other = [{**ages[0], "body": ages[0]["body"].replace("41", "57")}]
    assert not [each for each in linter.check(json.dumps(ages + other), "a.json").findings if "41" in each.message and "57" in each.message]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("json: {headline: a}", "lintnews.yaml:1: `json` needs a `body`"),
        ("json: {body: a, headlin: b}", "lintnews.yaml:1: unknown field `headlin`; did you mean `headline`?"),
        ("json: {body: 'a..b'}", "lintnews.yaml:1: `body` must be the path of a field"),
        ("json: {body: [a]}", "lintnews.yaml:1: `body` must be the path of a field"),
        ("json: body", "lintnews.yaml:1: "),
    ],
)
def test_a_faulty_map_is_told_in_one_line(lines, words):
    with pytest.raises(LintNewsError) as error:
        config_file.read(lines, "lintnews.yaml", ".")
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.wxr", '<!DOCTYPE rss [<!ENTITY a "aa">]><rss><channel/></rss>', "a.wxr:1: its XML is broken: it has a document type"),
        ("a.wxr", "<rss>\n<channel><item><title>x</item>", "a.wxr:2: its XML is broken: `</item>` closes what is not open"),
        ("a.wxr", "<rss>\n<![CDATA[", "a.wxr:2: its XML is broken: `<![CDATA[` is not closed by `]]>`"),
        ("a.rss", "<rss>" * 300, "a.rss:1: its XML is broken: elements stand more than 200 deep"),
        ("a.wxr", "<rss><channel>", "a.wxr:1: its XML is broken: `<channel>` is not closed"),
        ("a.wxr", "<rss>1 < 2</rss>", "a.wxr:1: its XML is broken: this `<` begins no tag"),
        ("a.jsonl", '{"body": "x"}\n{"body": ', "a.jsonl:2: not valid JSON"),
    ],
)
def test_what_is_broken_or_hostile_is_told_in_one_line(name, text, words):
    with pytest.raises(LintNewsError) as error:
        list(readers.stories(Source(name, text)))
    assert str(error.value).startswith(words)
    assert "\n" not in str(error.value)


def test_pages_of_google_docs_and_word_have_their_parts_and_none_of_the_remarks():
    left = [(Part.BODY, "A note of teh desk.")]
    assert told("a.html", stored("google-docs.html"))[0][1][1:] == [
        (Part.HEADLINE, "Rain & wind over Ludgrave"),
        (Part.DECK, "All of it in a day"),
        (Part.BYLINE, "By Nell Farrow"),
        (Part.BODY, "We saw teh boat\xa0“there” on Monday.\xa0It was recieved\xa0there."),
        (Part.LIST, "First item"),
        *left,
    ]
    assert told("a.html", stored("word.html"))[0][1] == [
        (Part.HEADLINE, "Rain & wind over Ludgrave"),
        (Part.DECK, "All of it in a day"),
        (Part.BODY, "We saw teh boat all of it on Monday.\xa0Then we left."),
        (Part.LIST, "First item"),
        *left,
    ]


def test_a_page_of_libreoffice_has_no_head_and_foot_of_pages():
    ((_, blocks),) = told("a.html", stored("libreoffice.html"))
    assert blocks[:3] == [(Part.HEADLINE, "Rain over Ludgrave"), (Part.BODY, "We saw a boat on Monday."), (Part.LIST, "First item")]
    assert blocks[-1] == (Part.BODY, "An endnote.")


@pytest.mark.parametrize(
    ("name", "old", "bad", "good"),
    [
        ("a.rss", RSS, RSS.replace("teh", "AT&T"), RSS.replace("teh", "the")),
        ("a.wxr", stored("export.wxr"), stored("export.wxr").replace("Snow", "Snow <"), stored("export.wxr").replace("teh", "AT&T", 1)),
        ("a.json", OWN, OWN.replace("teh", 'the "old"'), OWN.replace("teh", "the")),
        ("a.jsonl", '{"body": "x y"}\n', '{"body": "x "y"}\n', '{"body": "x\u2028y"}\n'),
    ],
)
def test_a_fix_that_would_break_the_form_of_a_file_is_refused(name, old, bad, good, tmp_path):
    path = tmp_path / name
    path.write_text(old, encoding="utf-8")
    with pytest.raises(LintNewsError, match="a fix would break its form, so nothing was fixed in it"):
        files.write(str(path), old, bad)
    assert path.read_text(encoding="utf-8") == old
    files.write(str(path), old, good)
    assert path.read_text(encoding="utf-8") == good
