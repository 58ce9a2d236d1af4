"""wikidata: who held a post from when to when (property P39); the query service, a saved answer of it, or a JSON dump read by lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

import regex

from lintnews.model import Fact, LintNewsError
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import json_value, lines, text_at, texts
from lintnews.updates.wikidata_posts import POSTS
from lintnews.words import fold

#: `acting`, the value of a qualifier that says in what way a post is held.
_ACTING = "Q4676846"
_HOW = ("P5102", "P2868", "P3831", "P794")
#: Posts asked for in one question, so that its address is not too long.
_BATCH = 100
_ITEM = regex.compile(r"Q[1-9]\d{0,11}")
_DATA = regex.compile(r"\.(?:json|ndjson|gz|bz2|xz)$")
#: An item's own number, near the start of its line.
_ID = regex.compile(rb'"id"\s*:\s*"(Q\d+)"')
_START = 200
#: The precision of a day, a month, a year, and how much of an ISO day it leaves.
_KNOWN = {"11": 10, "10": 7, "9": 4}
_QUERY = """
SELECT ?person ?personLabel ?post ?postLabel ?start ?startPrecision ?end ?endPrecision ?acting WHERE {
  VALUES ?post { %s }
  ?person p:P39 ?held .
  ?held ps:P39 ?post ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  OPTIONAL { ?held pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  BIND(EXISTS { ?held %s wd:%s } AS ?acting)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul". }
}
"""


class _Held(NamedTuple):
    person: str
    label: str
    post: str
    since: str
    until: str
    acting: bool


def ask(given: tuple[str, ...], items: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses to read: a query service with the question, for every hundred posts; a dump or a file as it is."""
    for item in items:
        if not _ITEM.fullmatch(item):
            raise LintNewsError(f"--post: `{item}` is no item of Wikidata; write it as Q14211")
    return tuple(address for each in given for address in (_asked(each, items) if _is_service(each) else (each,)))


def _is_service(address: str) -> bool:
    return "://" in address and "?" not in address and not _DATA.search(address)


def _asked(service: str, items: tuple[str, ...]) -> Iterator[str]:
    how = "|".join(f"pq:{each}" for each in _HOW)
    for i in range(0, len(items), _BATCH):
        query = _QUERY % (" ".join(f"wd:{item}" for item in items[i : i + _BATCH]), how, _ACTING)
        yield f"{service}?format=json&query={quote(' '.join(query.split()), safe='')}"


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every holder of a post that is asked for."""
    first = next((line for line in lines(fetched) if line.strip()), b"").lstrip()
    if not first.startswith((b"[", b"{")):
        raise fetched.fault("not valid JSON: neither a dump nor an answer of the query service")
    is_dump = first.startswith(b"[") or b'"claims"' in first or first.startswith(b'{"type"')
    yield from _of_dump(fetched, ask) if is_dump else _of_answer(fetched, ask)


def _of_answer(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    ((_, text),) = texts(fetched)
    found = json_value(text, fetched.name)
    bindings = found.get("results", {}).get("bindings") if isinstance(found, dict) and isinstance(found.get("results"), dict) else None
    if not isinstance(bindings, list):
        raise fetched.fault("not the form of this source: no `results` with `bindings`")
    for row in bindings:
        post, label = _end(text_at(row, "post", "value")), text_at(row, "postLabel", "value")
        person, name = _end(text_at(row, "person", "value")), text_at(row, "personLabel", "value")
        since, until = (_day(text_at(row, key, "value"), text_at(row, f"{key}Precision", "value")) for key in ("start", "end"))
        acting = text_at(row, "acting", "value") in ("true", "1")
        yield _fact(_Held(person, name, post, since, until, acting), label, ask)


def _of_dump(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """The facts of a dump: an item a line. The names of the posts may come after their holders, so these wait to the end."""
    wanted, labels, held = set(ask.items), {}, []
    last, opened = b"", False
    for line in lines(fetched):
        last = line.strip() or last
        opened |= last == b"["
        text = line.strip().rstrip(b",")
        named = _ID.search(text, 0, _START)
        if text in (b"[", b"]", b"") or (b'"P39"' not in text and named and named[1].decode() not in wanted):
            continue
        item = json_value(text, fetched.name)
        if text_at(item, "id") in wanted:
            labels[text_at(item, "id")] = _label(item)
        held += [one for one in _posts(item) if one.post in wanted]
    if opened and last != b"]":
        raise fetched.fault("cut off: the list in it has no end")
    for one in held:
        yield _fact(one, labels.get(one.post, ""), ask)


def _posts(item: Any) -> Iterator[_Held]:
    claims = item.get("claims") if isinstance(item, dict) else None
    found = claims.get("P39") if isinstance(claims, dict) else None
    for claim in found if isinstance(found, list) else ():
        post = text_at(claim, "mainsnak", "datavalue", "value", "id")
        if post and text_at(claim, "rank") != "deprecated":
            since, until = (_first_day(claim, key) for key in ("P580", "P582"))
            acting = any(text_at(snak, "datavalue", "value", "id") == _ACTING for key in _HOW for snak in _qualifiers(claim, key))
            yield _Held(text_at(item, "id"), _label(item), post, since, until, acting)


def _qualifiers(claim: Any, key: str) -> list[Any]:
    found = claim.get("qualifiers") if isinstance(claim, dict) else None
    snaks = found.get(key) if isinstance(found, dict) else None
    return snaks if isinstance(snaks, list) else []


def _first_day(claim: Any, key: str) -> str:
    days = (_day(text_at(s, "datavalue", "value", "time"), text_at(s, "datavalue", "value", "precision")) for s in _qualifiers(claim, key))
    return next(days, "")


def _label(item: Any) -> str:
    return text_at(item, "labels", "en", "value") or text_at(item, "labels", "mul", "value")


def _day(time: str, precision: str) -> str:
    """A day as coarse as it is known; empty before our era, and when not even the year is known."""
    return time.removeprefix("+")[: _KNOWN.get(precision or "11", 0)] if time[:1] in "+0123456789" else ""


def _fact(held: _Held, label: str, ask: Ask) -> Fact:
    """A holder as a fact; one whose name is not known in English has no subject, and is left out."""
    known = "" if _ITEM.fullmatch(held.label) else regex.sub(r"\s*\([^)]*\)$", "", held.label)
    post = POSTS.get(held.post) or _post(label, ask)
    value = f"Acting {post}" if held.acting and post else post
    return ask.fact(known, "holds", value, held.since, held.until, source=f"https://www.wikidata.org/wiki/{held.person}")


def _post(label: str, ask: Ask) -> str:
    """A post by the name that it has among the known ones, when it is called by three words or more; else by its own."""
    key = fold(label)
    known = {post.subject for post in ask.posts if len(key.split()) > 2 and key in map(fold, (post.subject, *post.aliases))}
    name = known.pop() if len(known) == 1 else label
    return "" if _ITEM.fullmatch(name) else name[:1].upper() + name[1:]


def _end(address: str) -> str:
    return address.rpartition("/")[2]


LOADER = Loader(
    name="wikidata",
    about="Holders of posts",
    page="https://www.wikidata.org/wiki/Property:P39",
    licence="CC0-1.0 (all structured data of Wikidata)",
    home=("https://query.wikidata.org/sparql",),
    accept=(
        "application/sparql-results+json", "application/json", "application/x-ndjson", "application/gzip", "application/x-gzip",
        "application/x-bzip2",
    ),
    read=read,
    items=tuple(POSTS),
    ask=ask,
)  # fmt: skip
