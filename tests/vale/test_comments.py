import re

import pytest

from lintnews.model import Finding, Note, Severity, Span
from lintnews.vale.comments import Switches

COMMENT = re.compile(r"<!--\s*(.*?)\s*-->")


def heard(text: str, rule: str = "Desk.Bad") -> str:
    """For each `bad` of a text, whether it is still said (`x`) or switched off (`-`)."""
    switches = Switches([Note(found[1], Span(*found.span())) for found in COMMENT.finditer(text)])
    out = ""
    for found in re.finditer("bad", text):
        finding = Finding(rule, Severity.ERROR, "", Span(*found.span()))
        out += "-" if switches and switches.off(finding, found[0]) else "x"
    return out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bad bad", "xx"),
        ("bad <!-- vale off --> bad <!-- vale on --> bad", "x-x"),
        ("<!-- vale off --> bad <!-- vale off --> bad", "--"),
        ("bad <!-- vale on --> bad", "xx"),
        ("bad <!-- vale Desk.Bad = NO --> bad <!-- vale Desk.Bad = YES --> bad", "x-x"),
        ("bad <!-- vale Desk.Bad = off --> bad", "x-"),
        ("<!-- vale Desk.Other = NO --> bad", "x"),
        ("<!-- vale Desk = NO --> bad <!-- vale on --> bad", "--"),
        ('<!-- vale Desk.Bad["so","bad"] = NO --> bad', "x-"),
        ('<!-- vale Desk.Bad["worse"] = NO --> bad', "x"),
        ('<!-- vale Desk.Bad["so","bad"] = NO --> bad <!-- vale Desk.Bad["bad"] = YES --> bad', "x-xx"),
        ("<!-- vale style = Other --> bad", "-"),
        ("<!-- vale styles = Other, Desk --> bad", "x"),
        ("<!-- vale style = Other --> bad <!-- vale style = Desk --> bad", "-x"),
        ("<!-- a remark on vale off --> bad", "x"),
    ],
)
def test_a_comment_switches_off_what_stands_behind_it(text: str, said: str) -> None:
    assert heard(text) == said
