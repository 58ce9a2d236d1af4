"""Look-alike site: a link whose host is made to be taken for a well-known outlet's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.links import parents
from lintnews.model import Evidence, Match
from lintnews.record import record
from lintnews.words import one_edit

#: Cyrillic and Greek letters that print like Latin ones, and figures set for letters.
_LOOKS = str.maketrans("асеорхуіјѕԁһӏԛԝαορεντικυ01", "aceopxyijsdhlqwaopevtikuol")
_SHORTEST = 6


@record
class Check:
    """Hosts that are not in the word list `list`, and are one slip from a host in it, or hold one with something behind it
    (`abcnews.com.co`), or print like one with letters of another alphabet or figures for letters.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "outlet")
    asks: ClassVar[str] = "links"
    list: str = "outlets"

    def find(self, story: Story) -> Iterator[Match]:
        outlets = story.facts.whole(self.list) if story.links else ()
        for link in story.links:
            host = _readable(link.host)
            known = any(story.facts.listed(self.list, name) for name in parents(host))
            outlet = "" if known or host.isdigit() else _alike(host, outlets)
            if outlet:
                words = {"match": link.host, "outlet": outlet}
                yield Match(link.block, link.span, (), words, (Evidence(f"{outlet} is the address of the outlet"),))


def _alike(host: str, outlets: Iterable[str]) -> str:
    """The outlet that a host is made like, if any."""
    plain = _plain(host)
    forms = {plain, *list(parents(plain))[:2]}
    for outlet in outlets:
        if host.startswith(outlet + ".") or f".{outlet}." in host or host.startswith(outlet.replace(".", "-") + "."):
            return outlet
        label = outlet.partition(".")[0]
        if (plain != host and outlet in forms) or (len(label) >= _SHORTEST and any(_slip(form, outlet) for form in forms)):
            return outlet
    return ""


def _slip(host: str, outlet: str) -> bool:
    """Whether a host is one letter from an outlet's, in the name and not in the ending."""
    (a, _, a_end), (b, _, b_end) = host.partition("."), outlet.partition(".")
    return a_end == b_end and one_edit(a, b)


def _plain(host: str) -> str:
    """A host as it looks: letters of other alphabets and figures as the Latin letters they print like."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", host) if not unicodedata.combining(char))
    return bare.translate(_LOOKS) if not bare.isascii() else bare.replace("0", "o").replace("1", "l")


def _readable(host: str) -> str:
    """A host with its labels in their own letters."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
