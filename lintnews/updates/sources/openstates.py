"""openstates: governors and other officers of the US states, a person a YAML file; a folder of them, or the repository as an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from lintnews.ledger.states import named
from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import list_at, text_at, texts, value

#: What a role is called, and in what forms it stands before a name.
_ROLES = {
    "governor": ("Governor", ("Governor", "Gov.")),
    "lt_governor": ("Lieutenant Governor", ("Lieutenant Governor", "Lt. Gov.", "Lt. Governor")),
    "attorney general": ("Attorney General", ("Attorney General",)),
    "secretary of state": ("Secretary of State", ("Secretary of State",)),
    "treasurer": ("Treasurer", ("Treasurer",)),
    "auditor": ("Auditor", ("Auditor",)),
}
_PLACE = regex.compile(r"/(?:state|territory|district):([a-z]{2})/")
_ARTICLE = regex.compile(r"District |U\.S\. |Northern ")
#: A party by the noun for its member, as the other facts have it.
_MEMBERS = {"Democratic": "Democrat", "Democratic-Farmer-Labor": "Democrat", "Republican": "Republican", "Independent": "Independent"}
_LEGISLATURE = "/legislature/"


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """Who holds or held each post, and of which party; for posts that are not known the forms, and that one person holds each at a time."""
    posts: dict[str, tuple[str, str]] = {}
    for name, text in texts(fetched, ".yml", ".yaml"):
        if _LEGISLATURE not in name and "\nroles:" in f"\n{text}":
            yield from _person(value(text, name), posts, ask)
    for known in ask.posts:
        posts.pop(known.subject, None)
    for post, (kind, place) in sorted(posts.items()):
        yield ask.fact(post, "post", place, aliases=tuple(f"{place} {form}" for form in _ROLES[kind][1]))
        yield ask.fact(post, "holders", "one")


def _person(person: Any, posts: dict[str, tuple[str, str]], ask: Ask) -> Iterator[Fact]:
    """The facts of one person; the posts that they are about go into `posts`, with kind and place."""
    name, given, family = (text_at(person, key) for key in ("name", "given_name", "family_name"))
    aliases = (f"{given} {family}",) if given and family and f"{given} {family}" != name else ()
    held = [(role, post) for role in list_at(person, "roles") if (post := _post(role, posts))]
    for role, post in held:
        yield ask.fact(name, "holds", post, text_at(role, "start_date"), text_at(role, "end_date"), aliases=aliases)
    parties = [_MEMBERS.get(text_at(each, "name"), "") for each in list_at(person, "party")]
    if held and len(parties) == 1 and parties[0]:
        yield ask.fact(name, "party", parties[0], aliases=aliases)


def _post(role: dict[str, Any], posts: dict[str, tuple[str, str]]) -> str:
    kind, found = text_at(role, "type"), _PLACE.search(text_at(role, "jurisdiction"))
    place = named(found[1].upper()) if found else ""
    if kind not in _ROLES or not place:
        return ""
    post = f"{_ROLES[kind][0]} of {'the ' if _ARTICLE.match(place) else ''}{place}"
    posts[post] = kind, place
    return post


LOADER = Loader(
    name="openstates",
    about="Governors and other officers of the US states",
    page="https://github.com/openstates/people",
    licence="CC0-1.0 (dedicated to the public domain by Open States)",
    home=("https://codeload.github.com/openstates/people/tar.gz/refs/heads/main",),
    accept=("application/x-gzip", "application/gzip", "application/x-tar", "application/zip", "application/yaml", "text/yaml"),
    read=read,
)
