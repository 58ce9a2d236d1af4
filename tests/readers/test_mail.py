"""E-mails as programs write them: encodings of every sort, parts, places."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from lintnews import readers
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Part, Source, Span

BODY = "By Nell Farrow\n\nWe saw teh boat — and a café 🌧 — on Monday, and it was a long line that is longer than a line may be in a mail.\n"


def message(encoding, *, html=False, subject="Rain and wind", attached=False):
    made = EmailMessage(policy=SMTP)
    made["Subject"] = subject
    made["From"] = "desk@example.org"
    made["Date"] = "Mon, 06 Jan 2020 12:00:00 +0000"
    if html:
        made.set_content(f"<p>{BODY.strip()}</p>", subtype="html", cte=encoding)
    else:
        made.set_content(BODY, cte=encoding)
        made.add_alternative("<p>We saw teh other part.</p>", subtype="html")
    if attached:
        made.add_attachment("teh attachment", filename="a.txt")
    return made.as_bytes().decode()


def seen(text):
    document = readers.read(Source("a.eml", text))
    return document, [(block.part, block.text) for block in document.blocks]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_story_is_the_plain_part_whatever_its_encoding(encoding):
    document, found = seen(message(encoding, attached=True))
    assert found[0] == (Part.HEADLINE, "Rain and wind")
    assert (Part.BYLINE, "By Nell Farrow") in found
    assert found[-1] == (Part.BODY, BODY.strip().rpartition("\n")[2])
    assert document.meta == {"date": "2020-01-06"}


@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
def test_a_fix_goes_into_an_encoded_story(encoding, linter: Linter):
    text = message(encoding)
    assert linter.fix(text, "a.eml").text == text.replace("teh boat", "the boat")


def test_in_base64_there_is_a_finding_and_no_fix(linter: Linter):
    text = message("base64")
    assert any("teh" in finding.message for finding in linter.check(text, "a.eml").findings)
    assert linter.fix(text, "a.eml").text == text


def test_every_place_in_quoted_printable_is_that_of_the_file():
    text = message("quoted-printable")
    document, _ = seen(text)
    block = document.blocks[-1]
    for words, home in (("teh", "teh"), ("—", "=E2=80=94"), ("é", "=C3=A9"), ("🌧", "=F0=9F=8C=A7")):
        at = block.text.index(words)
        span = block.in_source(Span(at, at + len(words)))
        assert text[span.start : span.end] == home


def test_a_message_in_html_alone_is_read_as_html():
    _, found = seen(message("quoted-printable", html=True))
    assert "We saw teh boat — and a café 🌧" in found[-1][1]


def test_an_encoded_subject_is_read():
    assert seen(message("8bit", subject="Café 🌧 rain"))[1][0] == (Part.HEADLINE, "Café 🌧 rain")


def test_what_is_quoted_and_what_signs_is_not_the_story():
    text = "Subject: Rain\n\nIt rained.\n\n> We saw teh boat.\n\nIt left.\n\n-- \nTeh desk\n"
    assert [words for _, words in seen(text)[1]] == ["Rain", "It rained.", "It left."]


@pytest.mark.parametrize(
    "text",
    ["Content-Type: image/png\n\nxx", "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\nxx\n--x--\n"],
)
def test_a_message_without_text_is_told(text):
    with pytest.raises(LintNewsError, match=r"a\.eml:1: no text in this e-mail"):
        readers.read(Source("a.eml", text))


def test_nothing_in_a_broken_message_is_an_error():
    for text in (
        "",
        "Subject",
        "Subject: =?utf-8?b?x?=\n\n=E",
        "Content-Transfer-Encoding: base64\n\n!!",
        "Content-Type: text/plain; charset=nope\n\na",
    ):
        readers.read(Source("a.eml", text))
