"""`lintnews vocab add|suggest|review|share`: terms, stories, a review file or another's vocabulary in, the vocabulary's file out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lintnews import atomic, strange_words, vocabulary, written, yaml_file
from lintnews.cli import screen
from lintnews.cli.options import Values
from lintnews.config import NAME
from lintnews.model import LintNewsError
from lintnews.vocabulary import TURNED_DOWN, Entry, Shared

_FILE, _REVIEW = "vocabulary.txt", "vocabulary.review"
_LEAST = 3
#: Bytes of a shared vocabulary.
_MOST = 4 << 20
_HEAD = """\
# Words of stories that no list knows, the commonest first. Mark each line and run `lintnews vocab review {name}`:
#   +  right as it is;   + noun, + verb: with its forms;   -  not to be suggested again;   ?  left for later
"""


def add(values: Values) -> int:
    """Add terms; one that is there is told and passed over."""
    terms = values["terms"] or ()
    if not terms:
        raise LintNewsError("vocab add: name a word or a name, such as recaptcha or “Quds Force”")
    known = {key: values[key] or "" for key in ("kind", "house", "until", "note")}
    _take(_home(values), [vocabulary.entry(term, **known) for term in terms])
    return 0


def suggest(values: Values) -> int:
    """Write the review file; what the vocabulary has, or was turned down, is not in it."""
    least, output = _number(values["least"]), values["output"] or _REVIEW
    if os.path.exists(output):
        raise LintNewsError(f"{output}: there is a review already; finish it with lintnews vocab review, or name another with --output")
    home = _home(values)
    text = _text(home)
    had = {entry.term for entry in vocabulary.read(text, str(home)) if isinstance(entry, Entry)} | vocabulary.turned_down(text)
    found, faults = strange_words.count(values["paths"] or (".",), least)
    for fault in faults:
        screen.tell(fault)
    lines = [f"? {word.line()}" for word in found if word.term not in had]
    if lines:
        atomic.write(output, _HEAD.format(name=output) + "\n".join(lines) + "\n")
    screen.tell(f"{output}: {len(lines)} words to look at" if lines else "nothing to suggest: every word is known, or rarer")
    return 2 if faults else 0


def review(values: Values) -> int:
    """Take in what is marked; what is left for later stays in the review file."""
    name = (values["paths"] or (_REVIEW,))[0]
    text = written.text(name)
    left, taken, refused = [], list[Entry](), list[str]()
    for number, line in enumerate(text.splitlines(), start=1):
        mark, _, rest = line.partition(" ")
        if mark not in ("+", "-") or not rest.strip():
            if line and mark not in ("?", "#") and not line.startswith("#"):
                raise LintNewsError(f"{name}:{number}: a line begins with +, - or ?, not `{mark}`")
            left.append(line)
            continue
        kind, term = _marked(rest.partition("  #")[0].strip())
        if mark == "+":
            taken.append(vocabulary.entry(term, kind=kind))
        else:
            refused.append(term)
    _take(_home(values), taken, refused)
    atomic.write(name, "\n".join(left) + "\n")
    waiting = sum(line.startswith("?") for line in left)
    screen.tell(f"{name}: {len(taken)} taken, {len(refused)} turned down, {waiting} left for later")
    return 0


def share(values: Values) -> int:
    """Copy another's vocabulary beside ours, and take it in by its checksum."""
    source = (values["source"] or ("",))[0] if not isinstance(values["source"], str) else values["source"]
    if not source:
        raise LintNewsError("vocab share: name a file or an address")
    home = _home(values)
    text = _fetched(source)
    found = hashlib.sha256(text.encode()).hexdigest()
    if values["sum"] and values["sum"].lower() != found:
        raise LintNewsError(f"{source}: its checksum is {found}, not {values['sum']}; nothing was taken in")
    vocabulary.words(text, source, _no_other)
    file = Path("vocabularies", os.path.basename(source.rstrip("/").partition("?")[0]) or _FILE)
    (home.parent / file.parent).mkdir(exist_ok=True)
    atomic.write(str(home.parent / file), text)
    lines = [line for line in _text(home).splitlines() if not line.startswith(f"@ {file.as_posix()} ")]
    _write(home, [*lines, Shared(file.as_posix(), found).text()])
    screen.tell(f"{home.name}: takes in {file.as_posix()}, sha256 {found}")
    return 0


def _fetched(source: str) -> str:
    from lintnews.updates.fetch import Limits, fetch

    with TemporaryDirectory() as folder:
        got = fetch(source, Path(folder, "vocabulary"), ("text/plain",), Limits(whole=60, size=_MOST))
        return written.text(str(got.path))


def _no_other(file: str) -> str:
    raise LintNewsError(f"{file}: a vocabulary that is taken in cannot take in another")


def _number(given: str | None) -> int:
    if given is not None and not (given.isdecimal() and int(given)):
        raise LintNewsError(f"--least must be a whole number, not `{given}`")
    return int(given or _LEAST)


def _marked(words: str) -> tuple[str, str]:
    """What was said of a term, and the term: `noun recaptcha`."""
    first, _, rest = words.partition(" ")
    return (first, rest.strip()) if rest and first in vocabulary.KINDS else ("", words)


def _home(values: Values) -> Path:
    """The vocabulary's file: the one that is named, or that of lintnews.yaml, or a new one that it is told of."""
    if values["file"]:
        return Path(values["file"])
    here = Path.cwd()
    config = next((path for folder in (here, *here.parents) if (path := folder / NAME).is_file()), here / NAME)
    text = _text(config)
    named = (yaml_file.load(text, str(config)).value or {}).get("vocabulary")
    if isinstance(named, str):
        return config.parent / named
    if named is not None:
        raise LintNewsError(f"{config}: its `vocabulary` is a list; move the words to a file, one on a line, and name the file there")
    atomic.write(str(config), f"{text}{chr(10) * bool(text and not text.endswith(chr(10)))}vocabulary: {_FILE}\n")
    atomic.write(str(config.parent / _FILE), "")
    return config.parent / _FILE


def _text(path: Path) -> str:
    return written.text(str(path)) if path.exists() else ""


def _take(home: Path, entries: Sequence[Entry], refused: Sequence[str] = ()) -> None:
    """Write new terms, and those that were turned down, at the end of a vocabulary."""
    text = _text(home)
    had = {entry.term: entry.line for entry in vocabulary.read(text, str(home)) if isinstance(entry, Entry)}
    new = {entry.term: entry.text() for entry in entries if entry.term not in had}
    for entry in entries:
        if entry.term in had:
            screen.tell(f"{home.name}:{had[entry.term]}: has “{entry.term}” already")
    down = [f"{TURNED_DOWN}{term}" for term in dict.fromkeys(refused) if term not in vocabulary.turned_down(text)]
    if new or down:
        _write(home, [*text.splitlines(), *new.values(), *down])


def _write(home: Path, lines: Sequence[str]) -> None:
    atomic.write(str(home), "".join(f"{line}\n" for line in _tidy(lines)))


def _tidy(lines: Sequence[str]) -> Iterator[str]:
    yield from (line.rstrip() for line in lines)
