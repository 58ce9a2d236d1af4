"""Look-alike site: a link whose host is made to be taken for a well-known outlet's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import ClassVar

from lintnews.english import neighbours
from lintnews.ledger import Story
from lintnews.ledger.links import parents
from lintnews.model import Evidence, Match
from lintnews.record import record
from lintnews.words import one_edit

#: Cyrillic and Greek letters that print like Latin ones, and figures set for letters.
_LOOKS = str.maketrans("асеорхуіјѕԁһӏԛԝαορεντικυ01", "aceopxyijsdhlqwaopevtikuol")
_SHORTEST = 6
#: Endings under which forged outlets are kept, seldom the honest ones; and what looks like the ending of a country and is for sale.
_CHEAP = frozenset(
    "ltd pics today info online site xyz top club live press media click link icu shop store fun space website tk ml ga cf gq pm cc ws "
    "life world agency bz pw buzz vip rest cyou beauty quest news co.com uk.com us.com ru.com com.co gb.net uk.net com.ru co".split()
)
#: What is added to the name of an outlet.
_ADDED = frozenset("news us uk usa eu online trending breaking today live world official com net tv daily now report 24 24h".split())
#: The name of an outlet that is a word of every day, in doublings of how common it is, and the shortest one that may stand alone.
_ORDINARY, _ALONE = 13, 4
_DIGITS = re.compile(r"(?:news|live|online)?(?:24)?")


@record
class Check:
    """Hosts that are not in the word list `list`, and are one slip from a host in it, or hold one with something behind it
    (`abcnews.com.co`) or before an `@`, or print like one with letters of another alphabet or figures for letters, or have its name
    under an ending for sale (`.ltd`) or with a word hung on it (`-news`).
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
            outlet = outlet or _in_front(link.address, self.list, story)
            if outlet:
                words = {"match": link.host, "outlet": outlet}
                yield Match(link.block, link.span, (), words, (Evidence(f"{outlet} is the address of the outlet"),))


def _in_front(address: str, outlets: str, story: Story) -> str:
    """The outlet that stands before an `@`, where browsers read a name and a password."""
    before, at, _ = address.partition("://")[2].partition("/")[0].rpartition("@")
    name = before.partition(":")[0].lower().removeprefix("www.")
    return name if at and "." in name and any(story.facts.listed(outlets, each) for each in parents(name)) else ""


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
        if _dressed(host, label):
            return outlet
    return ""


def _dressed(host: str, outlet: str) -> bool:
    """Whether a host is the name of an outlet under an ending for sale, or with a word such as `news` hung on it."""
    label, _, ending = host.partition(".")
    ordinary = neighbours.common(outlet) >= _ORDINARY
    if label == outlet:
        return ending in _CHEAP and len(outlet) >= _ALONE and not ordinary
    tokens = label.split("-")
    if outlet in tokens and len(tokens) > 1:
        return {*tokens} - {outlet} <= _ADDED and (not ordinary or "news" in tokens)
    return label.startswith(outlet) and ending in _CHEAP and not ordinary and _DIGITS.fullmatch(label, len(outlet)) is not None


def _slip(host: str, outlet: str) -> bool:
    """Whether a host is one letter from an outlet's, in the name and not in the ending; with a figure it is a channel (`abc7news`)."""
    (a, _, a_end), (b, _, b_end) = host.partition("."), outlet.partition(".")
    return a_end == b_end and one_edit(a, b) and sum(map(str.isdigit, a)) <= sum(map(str.isdigit, b))


def _plain(host: str) -> str:
    """A host as it looks: letters of other alphabets and figures as the Latin letters they print like."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", host) if not unicodedata.combining(char))
    if not bare.isascii():
        return bare.translate(_LOOKS)
    return bare.replace("0", "o").replace("1", "l").replace("rn", "m").replace("vv", "w")


def _readable(host: str) -> str:
    """A host with its labels in their own letters."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
