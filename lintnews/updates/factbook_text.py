"""Lines of the World Factbook in, what they say out: who leads since when, and the names of the armed forces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

_TITLES = (
    "President", "Prime Minister", "Chancellor", "Premier", "King", "Queen", "Emperor", "Sultan", "Emir", "Amir", "Grand Duke", "Prince",
    "Pope", "Supreme Leader", "Governor General", "Governor-General", "Taoiseach",
)  # fmt: skip
_OTHER = {"Amir": "Emir", "Governor General": "Governor-General"}
_LEADER = regex.compile(
    r"(?:(?P<acting>Acting|Interim|Caretaker) |Transition(?:al)? )?"
    rf"(?P<title>{'|'.join(sorted(_TITLES, key=len, reverse=True))}) (?P<name>[^;(]+?),? \(since (?P<since>[^);,]+)"
)
_BEFORE_NAME = regex.compile(
    r"^(?:(?:Sr|Gen|Lt|Maj|Col|Capt|Dr|Brig|Adm)\.|General|Colonel|Marshal|Grand Chief|Sir|Dame|Lord|Sheikh|Shaykh)\s+"
)
_NICKNAME = regex.compile(r"\s*(?:\"[^\"]*\"|“[^”]*”)")
_CAPITALS = regex.compile(r"\p{Lu}\p{M}*(?:\p{Lu}\p{M}*)+")
_INITIAL = regex.compile(r"\p{Lu}\.")
_NUMERAL = regex.compile(r"[IVX]+")
_SMALL = frozenset("AL EL BIN IBN DE DA DER DI DOS DU VON Y".split())
_SINCE = regex.compile(r"(?:(?P<day>\d{1,2}) )?(?:(?P<month>[A-Z][a-z]{2})[a-z]* )?(?P<year>\d{4})")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_HEADS = "army navy force forces guard guards corps gendarmerie police command marines militia bundeswehr service".split()
#: Words of which the name of a force that any country may have is made.
_COMMON = frozenset(
    "army navy air force forces guard guards corps gendarmerie police command land ground naval space marine marines coast border national "
    "armed defense defence special operations reserve republican presidential cyber of and the for military service services militia "
    "security support territorial joint strategic rocket missile component wing infantry public state federal civil royal interior "
    "maritime aviation airborne regular auxiliary reserves general bureau".split()
)
_FORCE = regex.compile(r"\p{Lu}[\p{L}\p{M}’'.-]*(?: (?:of|the|and|for|(?:al-|d[’'])?\p{Lu}[\p{L}\p{M}’'.-]*)){1,7}")
_AKA = regex.compile(r"\baka ([^;,()]+)")
_BREAKS = regex.compile(r"[,:;]")
_LINE_BREAK = regex.compile(r"<br ?/?>")


class Leader(NamedTuple):
    """A leader: title without country, name as newspapers print it and other forms, the first day, whether acting."""

    title: str
    name: str
    aliases: tuple[str, ...]
    since: str
    acting: bool


def leader(text: str) -> Leader | None:
    """Who leads, as `President Donald J. TRUMP (since 20 January 2025)` says; a monarch's governor-general in place of the monarch."""
    found = _LEADER.match(text.partition("represented by ")[2] or text)
    if not found or not (name := _printed(found["name"])) or not _name_only(found["name"]):
        return None
    title = _OTHER.get(found["title"], found["title"])
    full, short = name
    return Leader(title, full, (short,) if short and short != full else (), _day(found["since"]), bool(found["acting"]))


def _name_only(words: str) -> bool:
    """Whether the words name a person, and not a king of elsewhere or a body before the name."""
    return bool(_CAPITALS.search(words)) and not regex.search(r"\b(?:of|and|the)\b|,(?! [JS]r)", words)


def _printed(words: str) -> tuple[str, str]:
    """A name without titles, its surname in small letters; and its short form, without initials and what follows the surname."""
    words = _NICKNAME.sub("", words).replace(", Jr", " Jr").replace(", Sr", " Sr").strip()
    while (bare := _BEFORE_NAME.sub("", words)) != words:
        words = bare
    tokens = words.split()
    cased = [_cased(token, first=i == 0) for i, token in enumerate(tokens)]
    last = max(i for i, token in enumerate(tokens) if _CAPITALS.search(token) or token in ("Jr.", "Sr.") or i == 0)
    short = [word for word in cased[: last + 1] if not _INITIAL.fullmatch(word)]
    return " ".join(cased), " ".join(short) if len(short) > 1 else ""


def _cased(token: str, *, first: bool) -> str:
    if not first and _NUMERAL.fullmatch(token):
        return token
    return str(_CAPITALS.sub(lambda match: _small(match[0], first=first), token))


def _small(run: str, *, first: bool) -> str:
    return run.lower() if run in _SMALL and not first else run[0] + run[1:].lower()


def _day(text: str) -> str:
    found = _SINCE.search(text)
    if not found or (found["month"] and found["month"] not in _MONTHS):
        return ""
    month = f"-{_MONTHS.index(found['month']) + 1:02}" if found["month"] else ""
    return found["year"] + month + (f"-{int(found['day']):02}" if found["day"] and month else "")


def named_forces(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The forces with a name of their own, not `Army` or `Air Force`; each with its other names (`aka`)."""
    for part, note in _parts(text):
        name = part.strip().removeprefix("the ").strip()
        if _is_named(name):
            yield name, tuple(other for each in _AKA.findall(note) if _is_named(other := each.strip()))


def _is_named(name: str) -> bool:
    words = name.lower().split()
    return bool(_FORCE.fullmatch(name)) and any(word in _HEADS for word in words) and not _COMMON.issuperset(words)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a list, each with what stands in brackets after it."""
    kept, notes = aside(_LINE_BREAK.sub(";", text))
    at = 0
    for part in _BREAKS.split(kept):
        end = at + len(part)
        yield part, "; ".join(note for place, note in notes if at <= place <= end)
        at = end + 1


def aside(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A text without its brackets; and what stood in them, with the place in the text that is left."""
    kept: list[str] = []
    notes: list[tuple[int, str]] = []
    depth, note = 0, ""
    for char in text:
        if char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if not depth:
                notes.append((len(kept), note))
                note = ""
        elif depth:
            note += char
        else:
            kept.append(char)
    return "".join(kept), notes
