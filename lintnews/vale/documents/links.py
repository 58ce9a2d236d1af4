"""Text in, the bare addresses in it out: what GitHub's Markdown makes links of, as goldmark finds it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from lintnews import lazily
from lintnews.model import Span

_HOST = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
_PATH = r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*)?"
_ADDRESS = lazily.pattern(
    rf"(?<![^\s*_~(])(?:(?P<url>(?:https?|ftp)://{_HOST}(?::[0-9]+)?{_PATH})|(?P<www>www\.{_HOST}{_PATH})"
    r"|(?P<mail>[A-Za-z0-9][-A-Za-z0-9.!#$%&'*+/=?^_`{|}~]*@[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?)+)(?![-_]))"
)
_SAFE = "!#$%&'()*+,/:;=?@~-._"


def found(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The addresses in a stretch of text, each with where it leads."""
    if not any(text.find(sign, *span) >= 0 for sign in ("://", "www.", "@")):
        return
    for match in _ADDRESS.finditer(text, *span):
        start, end = match.start(), match.end() if match["mail"] else _end(match[0]) + match.start()
        lead = {"mail": "mailto:", "www": "http://"}.get(match.lastgroup or "", "")
        yield Span(start, end), lead + text[start:end]


def _end(address: str) -> int:
    """Where an address ends: without the points that end a sentence, and without a bracket that it does not open."""
    address = address.rstrip("?!.,:*_~")
    if address.endswith(")"):
        more = address.count(")") - address.count("(")
        address = address[: len(address) - max(0, more)]
    return len(address)


def escaped(address: str) -> str:
    """An address as it stands in a link's attribute."""
    return quote(address, safe=_SAFE)
