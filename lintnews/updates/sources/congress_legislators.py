"""congress-legislators: members of the US Congress, its leaders, presidents and vice presidents, with every term; YAML or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from lintnews.ledger.states import named
from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import list_at, records, text_at, texts, value

_HOME = "https://unitedstates.github.io/congress-legislators"
_POSTS = {"prez": "President of the United States", "viceprez": "Vice President of the United States"}
_MEMBERS = {"sen": "senator", "rep": "representative"}
_CHAMBERS = {"house": "House", "senate": "Senate"}


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """The seats, posts and parties of every member in the file."""
    for name, text in texts(fetched, ".yaml", ".yml", ".json"):
        for person in records(value(text, name), name):
            yield from _terms(person, ask)


def _terms(person: dict[str, Any], ask: Ask) -> Iterator[Fact]:
    subject, *others = _names(person)
    aliases = tuple(others)
    terms = [term for term in list_at(person, "terms") if _seat(term)[1]]
    for term in terms:
        relation, seat = _seat(term)
        yield ask.fact(subject, relation, seat, text_at(term, "start"), text_at(term, "end"), aliases=aliases)
    for role in list_at(person, "leadership_roles"):
        if title := _title(role):
            yield ask.fact(subject, "holds", title, text_at(role, "start"), text_at(role, "end"), aliases=aliases)
    for party, since, until in _parties(terms):
        yield ask.fact(subject, "party", party, since, until, aliases=aliases)


def _seat(term: dict[str, Any]) -> tuple[str, str]:
    """The relation of a term and its value; an empty value for a term that is none of ours."""
    kind = text_at(term, "type")
    if kind in _POSTS:
        return "holds", _POSTS[kind]
    place, member = named(text_at(term, "state")), _MEMBERS.get(kind)
    return "represents", f"{member} from {place}" if member and place else ""


def _parties(terms: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Each party and its days. The first has no beginning; the last ends with the last term, for what came after is not said."""
    runs: list[list[str]] = []
    for part in (part for term in terms for part in (list_at(term, "party_affiliations") or [term])):
        party, start, end = text_at(part, "party"), text_at(part, "start"), text_at(part, "end")
        if runs and runs[-1][0] == party:
            runs[-1][2] = end
        else:
            runs.append([party, start if runs else "", end])
    yield from ((party, since, until) for party, since, until in runs if party[:1].isupper())


def _title(role: dict[str, Any]) -> str:
    """The post of a leader; the older form of the file says `Minority Leader` and the chamber apart."""
    title, chamber = text_at(role, "title"), _CHAMBERS.get(text_at(role, "chamber"), "")
    if not title or not chamber or chamber in title or title.startswith("Speaker"):
        return "Speaker of the House" if title == "Speaker" else title
    return f"{title} of the Senate" if title.lower().startswith("president pro") else f"{chamber} {title}"


def _names(person: dict[str, Any]) -> list[str]:
    """The forms of a name, the one that newspapers print first: the title of the person's page, where it is told."""
    page = text_at(person, "id", "wikipedia")
    last, suffix = text_at(person, "name", "last"), text_at(person, "name", "suffix")
    first, middle, nick = (text_at(person, "name", key) for key in ("first", "middle", "nickname"))
    initial = first if not first.endswith(".") else ""
    made = [f"{given} {last}" for given in (nick, initial) if given and last]
    full = [" ".join(filter(None, (first, middle, last, suffix)))] if first and last else []
    forms = [page.replace("_", " "), text_at(person, "name", "official_full"), *made, *full]
    plain = (" ".join(regex.sub(r"[(][^)]*[)]", "", form).split()) for form in forms)
    return list(dict.fromkeys(filter(None, plain))) or [""]


LOADER = Loader(
    name="congress-legislators",
    about="Members and leaders of the US Congress, presidents and vice presidents",
    page="https://github.com/unitedstates/congress-legislators",
    licence="CC0-1.0 (public domain in the United States, dedicated worldwide)",
    home=(f"{_HOME}/legislators-current.json", f"{_HOME}/legislators-historical.json", f"{_HOME}/executive.json"),
    accept=("application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"),
    read=read,
)
