"""RTF as programs write it, and EPUB with what books hold besides; what is broken or hostile is told in one line."""

from __future__ import annotations

import io
import zipfile

import pytest

from lintnews import office, readers
from lintnews.model import LintNewsError, Source

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
)
XHTML = "application/xhtml+xml"
BOOK = """<package><manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.ncx" media-type="x"/>
<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="o" href="../../x.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="c"/><itemref idref="a"/><itemref idref="n"/><itemref idref="gone"/><itemref idref="o"/></spine></package>"""
TYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'


def rtf(body: str) -> bytes:
    return (
        b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}\n"
        + body.encode("latin-1")
        + b"}"
    )


def page(body: str, head: str = "") -> str:
    return f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'


def book(**members: str) -> bytes:
    """An EPUB of two chapters, with members replaced or added."""
    whole = {
        "META-INF/container.xml": CONTAINER, "O/b.opf": BOOK, "O/c.xhtml": page("<h1>One</h1><p>We saw\n teh <b>boat</b>.</p>"),
        "O/a b.xhtml": page("<h1>Two</h1><p>It&nbsp;rained<br/>here.<sup><a href='#n'>1</a></sup></p>", TYPE),
        **{name.replace("__", "/").replace("_", "."): text for name, text in members.items()},
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in whole.items():
            package.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard One\par\pard {\b Two} three.\par", "One\n\nTwo three."),
        (r"It\'92s \'93here\'94\emdash now\~then", "It’s “here”—now\xa0then"),
        (r"\u8220?Yes\u8221\'94 \uc2\u321ab \uc0\u322 x \u-10180?\u-8409?", "“Yes” Ł łx ?🌧?"),
        (r"{\f1 \'ca\'e8\'e5\'e2} and {\f2 \'93\'8c\'8b\'9e}", "Киев and 東京"),
        (r"A{\v hidden}{\deleted gone}{\*\unknown x}{\header head} b{\pict 0f0f}\bin3 }}} c", "A b} c".replace("}", "")),
        (r"{\field{\*\fldinst HYPERLINK \"x\"}{\fldrslt the link}} here", "the link here"),
        (r"One.{\footnote \chftn\tab A note.} Two.\par Three.\par", "One. Two.\n\nThree.\n\nA note."),
        (r"A\tab b\line c\cell d\row", "A\tb\nc\n\nd"),
        ("One\r\n two\\\nThree \\{x\\} \\\\", "One two\n\nThree {x} \\"),
        (r"The mayor{\revised\revauth1\revdttm1736509440  of}{\deleted\revdttmdel-1736509440  and} Ludgrave", "The mayor of Ludgrave"),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt box\par}}{\shprslt box}}", "box"),
    ],
)
def test_rtf_is_read_as_it_prints(body, text):
    assert office.text(rtf(body), "a.rtf") == text + "\n"


def test_what_is_put_into_rtf_stands_apart_from_the_control_words():
    data = rtf(r"\pard\b\'93teh\'94 boat\par")
    changed = office.rewritten(data, "a.rtf", "“teh” boat\n", "The “boat”\n")
    assert office.text(changed, "a.rtf") == "The “boat”\n"
    assert office.text(office.rewritten(data, "a.rtf", "“teh” boat\n", "a teh” boat\n"), "a.rtf") == "a teh” boat\n"


def test_a_book_is_read_in_its_order_and_each_chapter_is_a_story():
    text = office.text(book(), "a.epub")
    assert text == "One\n\nWe saw teh boat.\n\n\f\n\nTwo\n\nIt\xa0rained\nhere.\n"
    found = [[block.text for block in document.blocks] for document in readers.stories(Source("a.epub", text))]
    assert found == [["One", "We saw teh boat."], ["Two", "It\xa0rained", "here."]]
    again = office.text(office.rewritten(book(), "a.epub", text, text.replace("teh", "the").replace("rained", "snowed")), "a.epub")
    assert again == text.replace("teh", "the").replace("rained", "snowed")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.rtf", b"plain", "a.rtf: not RTF"),
        ("a.rtf", b"{\\rtf1 never closed", "a.rtf: its RTF is broken: a group is not closed"),
        ("a.rtf", b"{\\rtf1" + b"{" * 100_000, "a.rtf: nested more than 10,000 deep"),
        ("a.epub", b"PK", "a.epub: cannot be unpacked"),
        ("a.epub", book(O__b_opf="<package/>"), "a.epub: no story in it"),
        ("a.epub", book(O__c_xhtml='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "a.epub: O/c.xhtml: its XML has a document type"),
        ("a.epub", book(O__c_xhtml="<p>" * 5_000), "a.epub: O/c.xhtml: its XML is nested more than 2,000 deep"),
        ("a.epub", book(O__c_xhtml='<?xml version="1.0" encoding="iso-8859-1"?><p>x</p>'), "a.epub: O/c.xhtml: its XML is in iso-8859-1"),
        ("a.epub", book(**{"META-INF__encryption_xml": "<x/>"}), "a.epub: protected against copying"),
        ("a.epub", book(O__c_xhtml=" " * 70_000_000), "a.epub: `O/c.xhtml` holds more than 64 MB"),
    ],
)
def test_what_is_broken_or_hostile_is_told_in_one_line(name, data, words):
    with pytest.raises(LintNewsError) as error:
        office.text(data, name)
    assert str(error.value).startswith(words)
    assert "\n" not in str(error.value)
