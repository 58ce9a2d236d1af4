"""Facts as a source gives them in, facts fit for a pack out: sound, each once, in a fixed order, terms that join made one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from lintnews import packs
from lintnews.model import Fact
from lintnews.record import record, replace

#: Days between two terms of one person in one post that are no break: a term may begin with an oath some days late.
_JOINED = 7
#: Longer names are no names.
_LONGEST = 300
_LONGEST_CLAIM = 1000


@record
class Tidied:
    """Facts fit for a pack, and how many rows were left out as faulty and as over before the day asked for."""

    facts: tuple[Fact, ...]
    faulty: int
    older: int


def tidy(found: Iterable[Fact], since: str = "") -> Tidied:
    """Clean, sort and join facts; leave out what ended before `since`, an ISO day."""
    cleaned = [_clean(fact) for fact in found]
    sound = [fact for fact in cleaned if _is_sound(fact)]
    terms = tuple(_joined(sorted(set(sound), key=_order)))
    facts = tuple(fact for fact in terms if not (fact.until and fact.until < since[: len(fact.until)]))
    return Tidied(facts, len(cleaned) - len(sound), len(terms) - len(facts))


def _clean(fact: Fact) -> Fact:
    """White space single, nothing unprintable, an alias once and not the subject itself."""
    subject = _printable(fact.subject)
    aliases = tuple(sorted({_printable(alias) for alias in fact.aliases} - {subject, ""}))
    texts = {key: _printable(getattr(fact, key)) for key in ("value", "source", "note")}
    return replace(fact, subject=subject, aliases=aliases, **texts)


def _printable(words: str) -> str:
    return " ".join("".join(map(_kept, unicodedata.normalize("NFC", words))).split())


def _kept(char: str) -> str:
    """A character as it may stand in a pack; what only steers its neighbours (a soft hyphen, a joiner) goes without a gap."""
    kind = unicodedata.category(char)
    return "" if kind == "Cf" else " " if kind[0] == "C" else char


def _is_sound(fact: Fact) -> bool:
    if not (fact.subject and fact.value and fact.source) or max(len(fact.subject), len(fact.value)) > _longest(fact):
        return False
    if fact.relation == "born" and not packs.is_whole_day(fact.value):
        return False
    known = min(len(fact.since), len(fact.until))
    return packs.is_day(fact.since) and packs.is_day(fact.until) and fact.since[:known] <= fact.until[:known]


def _longest(fact: Fact) -> int:
    return _LONGEST_CLAIM if fact.relation == "claim" else _LONGEST


def _order(fact: Fact) -> tuple[object, ...]:
    return fact.relation, fact.value, fact.subject, fact.since, fact.until or "9999", fact.source, fact.aliases, fact.note, fact.as_of


def _joined(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The terms of one person in one post, those that follow on one another as one."""
    last: Fact | None = None
    for fact in facts:
        if last and _follows(last, fact):
            last = _both(last, fact)
            continue
        if last:
            yield last
        last = fact
    if last:
        yield last


def _follows(one: Fact, other: Fact) -> bool:
    if (one.relation, one.value, one.subject) != (other.relation, other.value, other.subject):
        return False
    if (one.since, one.until) == (other.since, other.until):
        return True
    if len(one.until) < 10 or len(other.since) < 10:
        return False
    return (date.fromisoformat(other.since) - date.fromisoformat(one.until)).days <= _JOINED


def _both(one: Fact, other: Fact) -> Fact:
    """Two terms as one; what is noted is what holds last."""
    until = max(one.until, other.until) if one.until and other.until else ""
    aliases = tuple(sorted({*one.aliases, *other.aliases}))
    return replace(one, until=until, aliases=aliases, note=other.note or one.note)
