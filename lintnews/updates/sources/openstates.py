"""openstates: governors and other officers of the US states, a person a YAML file; a folder of them, or the repository as an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import list_at, text_at, texts, value
from lintnews.updates.states import plain, state

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
_LEGISLATURE = "/legislature/"


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """Who holds or held each post, the forms of the post, and that one person holds it at a time."""
    posts: dict[str, tuple[str, str]] = {}
    for name, text in texts(fetched, ".yml", ".yaml"):
        if _LEGISLATURE in name or "\nroles:" not in f"\n{text}":
            continue
        person = value(text, name)
        for role in list_at(person, "roles"):
            title, place = _title(role)
            if title:
                posts[f"{title} of {place}"] = text_at(role, "type"), place
                yield _holds(person, role, f"{title} of {place}", ask)
    for post, (kind, place) in sorted(posts.items()):
        forms = tuple(f"{plain(place)} {form}" for form in _ROLES[kind][1])
        yield ask.fact(post, "post", plain(place), aliases=forms)
        yield ask.fact(post, "holders", "one")


def _title(role: dict[str, Any]) -> tuple[str, str]:
    title, _ = _ROLES.get(text_at(role, "type"), ("", ()))
    found = _PLACE.search(text_at(role, "jurisdiction"))
    place = state(found[1]) if found else ""
    return (title, place) if place else ("", "")


def _holds(person: Any, role: dict[str, Any], post: str, ask: Ask) -> Fact:
    name = text_at(person, "name")
    given, family = text_at(person, "given_name"), text_at(person, "family_name")
    aliases = (f"{given} {family}",) if given and family and f"{given} {family}" != name else ()
    note = next((text_at(each, "name") for each in list_at(person, "party")), "")
    return ask.fact(name, "holds", post, text_at(role, "start_date"), text_at(role, "end_date"), aliases=aliases, note=note)


LOADER = Loader(
    name="openstates",
    about="Governors and other officers of the US states",
    page="https://github.com/openstates/people",
    licence="CC0-1.0 (dedicated to the public domain by Open States)",
    home=("https://codeload.github.com/openstates/people/tar.gz/refs/heads/main",),
    accept=("application/x-gzip", "application/gzip", "application/x-tar", "application/zip", "application/yaml", "text/yaml"),
    read=read,
)
