"""The text of a vocabulary file in, its terms out: one on a line, with what is known of it behind a `#`.

`term  # noun; house: The Daily; until: 2027-01-31; why it is right`. A noun or a verb brings its forms. `@ FILE sha256:…`
takes in a vocabulary that others keep, as long as it is what it was. A line that begins with `#` is a remark; `#- term` is one that
was turned down, so that it is not suggested again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from lintnews import lazily, written
from lintnews.model import LintNewsError, OptionError, did_you_mean
from lintnews.record import record

#: Parts of speech; a name and another word are taken as they are written.
KINDS = ("noun", "verb", "adjective", "name", "other")
TURNED_DOWN = "#- "
_OUTSIDE = "leads out of the repository; put it inside, or name this configuration yourself, with --config"
_FIELDS = ("house", "until")
_BEHIND = lazily.pattern(r"\s+#\s+")
_SHARED = lazily.pattern(r"@\s+(?P<file>\S.*?)\s+sha256:(?P<sum>[0-9a-f]{64})")


@record
class Entry:
    """A term and what is known of it; after the day `until` it is no longer taken."""

    term: str
    kind: str = ""
    house: str = ""
    until: str = ""
    note: str = ""
    line: int = 0

    def over(self, today: date) -> bool:
        """Whether its day is past."""
        return bool(self.until) and date.fromisoformat(self.until) < today

    def forms(self) -> Iterator[str]:
        """The term and its forms."""
        yield self.term
        from lintnews.english import forms

        if self.kind in ("noun", "verb"):
            yield forms.with_s(self.term)
        if self.kind == "verb":
            yield from (forms.regular(self.term, "past"), forms.regular(self.term, "ing"))

    def text(self) -> str:
        """The entry as a line."""
        known = (self.kind, self.house and f"house: {self.house}", self.until and f"until: {self.until}", self.note)
        said = "; ".join(filter(None, known))
        return f"{self.term}  # {said}" if said else self.term


@record
class Shared:
    """A vocabulary that others keep: its file, seen from the one that takes it in, and its checksum."""

    file: str
    sha256: str

    def text(self) -> str:
        """It as a line."""
        return f"@ {self.file} sha256:{self.sha256}"


def read(text: str, name: str) -> Iterator[Entry | Shared]:
    """What the lines of a file hold; raises LintNewsError that names file and line."""
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        try:
            yield _shared(words) if words.startswith("@ ") else _entry(words, number)
        except LintNewsError as error:
            raise LintNewsError(f"{name}:{number}: {error}") from None


def turned_down(text: str) -> set[str]:
    """The terms that a file says were turned down."""
    return {line.removeprefix(TURNED_DOWN).strip() for line in text.splitlines() if line.startswith(TURNED_DOWN)}


def of(file: Path, holds: Callable[[Path], bool], path: tuple[object, ...]) -> tuple[str, ...]:
    """The terms of the file that stands at `path` in lintnews.yaml; raises OptionError. `holds`: whether a file may be read."""

    def taken(name: str) -> str:
        if not holds(Path(name)):
            raise LintNewsError(
                f"the file `{name}` leads out of the repository; put it inside, or name this configuration yourself, with --config"
            )
        return written.text(name)

    try:
        text = taken(str(file))
    except LintNewsError as error:
        raise OptionError(f"`vocabulary` is a list of words, or a UTF-8 file of words; {error}", *path) from None
    try:
        return words(text, str(file), taken)
    except LintNewsError as error:
        raise OptionError(str(error), *path) from None


def words(text: str, name: str, fetch: Callable[[str], str], today: date | None = None) -> tuple[str, ...]:
    """The terms of a file that hold today, with their forms and those of the vocabularies it takes in; `fetch` reads one of these."""
    day, out = today or date.today(), dict[str, None]()
    for each in read(text, name):
        if isinstance(each, Entry):
            out.update(dict.fromkeys(() if each.over(day) else each.forms()))
            continue
        file = os.path.join(os.path.dirname(name), each.file)
        taken = fetch(file)
        import hashlib

        if hashlib.sha256(taken.encode()).hexdigest() != each.sha256:
            raise LintNewsError(f"{name}: {each.file} is not what it was; read it, then run lintnews vocab share {each.file}")
        for entry in read(taken, file):
            if isinstance(entry, Shared):
                raise LintNewsError(f"{file}: a vocabulary that is taken in cannot take in another")
            out.update(dict.fromkeys(() if entry.over(day) else entry.forms()))
    return tuple(out)


def entry(term: str, **known: str) -> Entry:
    """An entry of what somebody said of a term; raises LintNewsError."""
    clean = " ".join(term.split())
    if not clean or clean.startswith(("#", "@ ")) or _BEHIND.search(f" {clean}"):
        raise LintNewsError(f"`{term}` is no term: write a word or a name")
    return _entry(_made(clean, {key: " ".join(value.split()) for key, value in known.items()}, 0).text(), 0)


def _made(term: str, known: Mapping[str, str], line: int) -> Entry:
    return Entry(term, known.get("kind", ""), known.get("house", ""), known.get("until", ""), known.get("note", ""), line)


def _entry(words: str, number: int) -> Entry:
    term, *behind = _BEHIND.split(words, maxsplit=1)
    known: dict[str, str] = {}
    for part in filter(None, map(str.strip, behind[0].split(";") if behind else ())):
        key, colon, value = part.partition(":")
        if colon and key.strip() in _FIELDS:
            known[key.strip()] = value.strip()
        elif part in KINDS:
            known["kind"] = part
        elif not colon and " " not in part and (near := did_you_mean(part, KINDS)).startswith("; did"):
            raise LintNewsError(f"unknown part of speech `{part}`{near}")
        else:
            known["note"] = part
    if "until" in known and not _is_day(known["until"]):
        raise LintNewsError(f"`until` must be a day such as 2027-01-31, not `{known['until']}`")
    return _made(term, known, number)


def _shared(words: str) -> Shared:
    found = _SHARED.fullmatch(words)
    if not found:
        raise LintNewsError("a vocabulary of others is `@ FILE sha256:` and 64 figures; `lintnews vocab share FILE` writes it")
    return Shared(found["file"], found["sum"])


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text) and date.fromisoformat(text))
    except ValueError:
        return False
