"""A text and what `.vale.ini` ignores in it in, the text with that as code out, and with its comments as HTML's."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews import patterns
from lintnews.model import Span
from lintnews.vale.document import Reading
from lintnews.vale.documents.clean import Clean

#: What makes code of a stretch in Markdown, and in HTML: inside a line, and as a block.
_CODE = {True: ("`", "`"), False: ("<code>", "</code>")}
_BLOCK = {True: ("\n```\n", "\n```\n"), False: ("<pre>", "</pre>")}


def applied(clean: Clean, reading: Reading, start: int) -> Clean:
    """The text to parse, from an offset on; raises LintNewsError for a pattern that is none."""
    for pattern in reading.block_ignores:
        clean = clean.edited(_wrapped(clean.text, pattern, _BLOCK[reading.format != "html"], start))
    for pattern in reading.token_ignores:
        clean = clean.edited(_wrapped(clean.text, pattern, _CODE[reading.format != "html"], start))
    if reading.comment_delimiters:
        clean = clean.edited(_comments(clean.text, *reading.comment_delimiters, start))
    return clean


def _wrapped(text: str, pattern: str, marks: tuple[str, str], start: int) -> Iterator[tuple[Span, str]]:
    """Every match becomes its first group between marks, or itself where it has none."""
    for match in patterns.find(patterns.compile(pattern), text):
        group = 1 if match.re.groups and match.start(1) >= 0 else 0
        if match.start() >= start and match.end(group) > match.start(group):
            yield Span(match.start(), match.start(group)), marks[0]
            yield Span(match.end(group), match.end()), marks[1]


def _comments(text: str, opens: str, closes: str, start: int) -> Iterator[tuple[Span, str]]:
    at = text.find(opens, start)
    while at >= 0 and (end := text.find(closes, at + len(opens))) >= 0:
        yield Span(at, at + len(opens)), "<!--"
        yield Span(end, end + len(closes)), "-->"
        at = text.find(opens, end + len(closes))
