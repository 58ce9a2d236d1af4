"""Facts and word lists in, the tables of a base out: what is kept of each, and the keys under which it is found."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lintnews.model import Fact
from lintnews.words import fold

#: Relations whose subjects are proper names that copy must spell right, with the kind shown when the value is no kind.
NAMES = {"named": "", "head": "body", "holds": "person", "rank": "person", "represents": "person"}
#: Relations whose aliases are patterns, not names.
_NOT_NAMES = frozenset({"happened", "claim"})

FIELDS = ("subject", "relation", "value", "source", "as_of", "since", "until", "aliases", "note", "review")
_SCHEMA = """
create table fact (id integer primary key, subject text, relation text, value text, source text, as_of text,
                   since text, until text, aliases text, note text, review text, value_key text);
create table name (key text, relation text, id integer, primary key (key, relation, id)) without rowid;
create table last (word text, relation text, id integer, primary key (word, relation, id)) without rowid;
create table claim (pair text, id integer, primary key (pair, id)) without rowid;
create table claimed (word text primary key) without rowid;
create table near (key text, id integer, primary key (key, id)) without rowid;
create table word (list text, word text, primary key (list, word)) without rowid;
"""
_INDEXES = "create index fact_value on fact (relation, value_key);"
#: Forms of a claim by which it is found, the subject first and then its aliases.
FORMS = 8
SEPARATOR = "\x1f"
#: Words of a claim by which it is found, two at a time.
_RAREST = 4
#: Letters of a word that an edit may turn into another with neither its first letter nor its last.
_SHORT = 4


def save(path: Path, facts: Iterable[Fact], lists: Mapping[str, Iterable[str]]) -> None:
    """Write a base to `path` in one step: a reader sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    draft.unlink(missing_ok=True)
    db = sqlite3.connect(draft)
    try:
        fill(db, facts, lists)
        db.close()
        os.replace(draft, path)
    finally:
        db.close()
        draft.unlink(missing_ok=True)


def fill(db: sqlite3.Connection, facts: Iterable[Fact], lists: Mapping[str, Iterable[str]]) -> None:
    """Make the tables of an empty base and fill them."""
    db.executescript("pragma journal_mode = off; pragma synchronous = off;" + _SCHEMA)
    claims: list[tuple[int, tuple[str, ...]]] = []
    for number, fact in enumerate(facts):
        values = [SEPARATOR.join(v) if isinstance(v := getattr(fact, field), tuple) else v for field in FIELDS]
        db.execute(f"insert into fact values (?{', ?' * 11})", (number, *values, fold(fact.value)))
        if fact.relation == "claim":
            from lintnews.gist import gist

            forms = (fact.subject, *fact.aliases)[:FORMS]
            claims.extend((number * FORMS + i, gist(form).words) for i, form in enumerate(forms))
        if fact.relation in _NOT_NAMES:
            continue
        keys = {fold(form) for form in (fact.subject, *fact.aliases)}
        db.executemany("insert or ignore into name values (?, ?, ?)", ((key, fact.relation, number) for key in keys))
        if fact.relation != "named" or fact.value == "person":
            last = {key.rpartition(" ")[2] for key in keys}
            db.executemany("insert or ignore into last values (?, ?, ?)", ((word, fact.relation, number) for word in last))
        if fact.relation in NAMES:
            near = {slip for key in keys for slip in near_keys(key)}
            db.executemany("insert or ignore into near values (?, ?)", ((slip, number) for slip in near))
    for name, words in lists.items():
        db.executemany("insert or ignore into word values (?, ?)", ((name, word) for word in words))
    _fill_claims(db, claims)
    db.executescript(_INDEXES)
    db.commit()


def _fill_claims(db: sqlite3.Connection, claims: Iterable[tuple[int, tuple[str, ...]]]) -> None:
    """Keep claims by every two of their rarest words: by the numbers of their facts times `FORMS`, and which form it is."""
    from lintnews.gist import pairs

    often = Counter(word for _, words in claims for word in words)
    rarest = [(number, sorted(words, key=lambda word: (often[word], word))[:_RAREST]) for number, words in claims]
    db.executemany("insert or ignore into claim values (?, ?)", ((pair, number) for number, words in rarest for pair in pairs(words)))
    db.executemany("insert or ignore into claimed values (?)", ((word,) for _, words in rarest for word in words))


def near_keys(key: str) -> Iterator[str]:
    """The keys under which a name is kept, and asked for when it may miss another by one edit in one word.

    Of several words: for each, the other words with its first letter, and with its last; an edit leaves one of the two, but in
    a word of three letters or less. Of one word: itself and what is left of it without one of its letters.
    """
    tokens = key.split()
    if len(tokens) > 1:
        for before, token, after in _each(tokens):
            yield f"{before}*{token[0]}-{after}"
            yield f"{before}*-{token[-1]}{after}"
            if len(token) < _SHORT:
                yield f"{before}*{after}"
    elif len(key) > 4:
        yield "-" + key
        for i in range(len(key)):
            yield "-" + key[:i] + key[i + 1 :]


def _each(tokens: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with what stands before and after it."""
    for i, token in enumerate(tokens):
        yield "".join(f"{word} " for word in tokens[:i]), token, "".join(f" {word}" for word in tokens[i + 1 :])
