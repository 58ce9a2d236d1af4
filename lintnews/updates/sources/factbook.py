"""factbook: leaders, capitals, adjectives and armed forces of the CIA World Factbook; a country a JSON file, in a folder or archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import regex

from lintnews.model import Fact
from lintnews.updates.factbook_text import aside, leader, named_forces
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import json_value, text_at, texts
from lintnews.words import fold

_LEADERS = ("chief of state", "head of government")
_MONARCHS = frozenset({"king", "queen", "emperor", "sultan", "emir", "grand duke", "prince"})
_ARTICLE = regex.compile(r"United |Philippines|Netherlands|Maldives|Comoros|Republic |.* Islands|.* Republic|.* Emirates")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}.’' -]{1,40}(?:, \p{Lu}\.\p{Lu}\.)?")
_NOTE = regex.compile(r";?\s*(?:\bnote\b|\().*", regex.S)
_ODD = {"Dominican": "Dominican Republic"}


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """What each country's file says of its leaders, capital, adjective and forces."""
    posts = {fold(form): post.subject for post in ask.posts for form in (post.subject, *post.aliases)}
    for name, text in texts(fetched, ".json"):
        found = json_value(text, name)
        country, aliases = _country(found)
        if country:
            yield from _leaders(found, country, posts, ask)
            for city in _capitals(_at(found, "Government", "Capital", "name")):
                yield ask.fact(country, "capital", city, aliases=aliases)
            for adjective in _adjectives(_at(found, "People and Society", "Nationality", "adjective")):
                yield ask.fact(adjective, "demonym", country)
            for force, forms in named_forces(_at(found, "Military and Security", "Military and security forces")):
                yield ask.fact(force, "named", "force", aliases=forms)


def _at(found: Any, *path: str) -> str:
    return " ".join(unescape(text_at(found, *path, "text")).split())


def _country(found: Any) -> tuple[str, tuple[str, ...]]:
    """The name of a country and its other forms: the short one, unless it needs brackets to be told from another's (`Congo`)."""
    told = [_at(found, "Government", "Country name", f"conventional {kind} form") for kind in ("short", "long")]
    short, long = map(_country_name, told)
    if not short or (long and told[0].endswith(")")):
        short, long = long, ""
    return short, (long,) if long and long != short else ()


def _country_name(text: str) -> str:
    name = " ".join(aside(text.partition(";")[0].partition(" - note")[0])[0].split()).removeprefix("The ")
    return _ODD.get(name, name) if _NAME.fullmatch(name) else ""


def _leaders(found: Any, country: str, posts: dict[str, str], ask: Ask) -> Iterator[Fact]:
    if text_at(found, "Government", "Dependency status", "text"):
        return  # its chief of state is another country's
    seen = set()
    for role in _LEADERS:
        told = leader(_at(found, "Government", "Executive branch", role))
        if told and (told.name, told.title) not in seen:
            seen.add((told.name, told.title))
            post = _post(told.title, country, posts)
            value = f"Acting {post}" if told.acting else post
            yield ask.fact(told.name, "holds", value, told.since, aliases=told.aliases)


def _post(title: str, country: str, posts: dict[str, str]) -> str:
    """The name of a post: the one that it has among the known posts, else title and country."""
    if title == "Pope":
        return title
    titles = (title, "Monarch") if title.lower() in _MONARCHS else (title,)
    for form in titles:
        for place in (country, f"the {country}"):
            if known := posts.get(fold(f"{form} of {place}")):
                return known
    return f"{title} of {'the ' if _ARTICLE.match(country) else ''}{country}"


def _capitals(text: str) -> Iterable[str]:
    parts = (_NOTE.sub("", part).strip() for part in regex.split(r"; |\), ", text))
    return [part for part in parts if _NAME.fullmatch(part) and not part.lower().startswith("none")]


def _adjectives(text: str) -> Iterable[str]:
    kept = aside(text.partition("; note")[0])[0]
    parts = (part.strip() for part in regex.split(r",? or |[,;/]", kept))
    return [part for part in parts if _NAME.fullmatch(part) and part != "NA"]


LOADER = Loader(
    name="factbook",
    about="Leaders, capitals, adjectives and armed forces of the CIA World Factbook",
    page="https://github.com/factbook/factbook.json",
    licence="CC0-1.0 (a work of the US government in the public domain)",
    home=("https://codeload.github.com/factbook/factbook.json/tar.gz/refs/heads/master",),
    accept=("application/x-gzip", "application/gzip", "application/x-tar", "application/zip", "application/json"),
    read=read,
)
