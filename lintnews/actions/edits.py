"""A text and the steps of an `edit` in, the text edited out: Vale's small language of edits, each a word and its arguments."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from lintnews import lazily, patterns
from lintnews.english import figures
from lintnews.model import LintNewsError

_WORD = lazily.pattern(r"[\p{L}\p{N}\p{M}]+")
_PART = lazily.pattern(r"\p{Lu}+[\p{Ll}\p{M}\p{N}]*|[\p{Ll}\p{M}\p{N}]+|[\p{L}\p{N}\p{M}]+")
_INITIAL = lazily.pattern(r"(?<![\p{L}\p{N}'’])\p{Ll}")
_OPENING = lazily.pattern(r"(?:(?<=\A)|(?<=[\s(\[{—–-]))(?:\"|')")
_PLAIN_FORMS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "—": "---", "–": "--", "…": "..."})
_SMART_FORMS = (("---", "—"), ("--", "–"), ("...", "…"))
_PAIRS = {'"': "“”", "'": "‘’"}


def fault(steps: Sequence[str]) -> str:
    """What is wrong with the steps of an edit; empty when nothing is."""
    try:
        parted = list(_parted(steps))
    except LintNewsError as error:
        return str(error)
    return "" if parted else f"unknown edit ``; known: {', '.join(sorted(EDITS))}"


def apply(text: str, steps: Sequence[str]) -> str:
    """The text after every step, without white space at its ends."""
    for name, args in _parted(steps):
        text = EDITS[name][1](text, *args)
    return text.strip()


def _parted(steps: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The steps one by one: a name and as many arguments as it takes. Raises LintNewsError."""
    at = 0
    while at < len(steps):
        name = steps[at]
        if name not in EDITS:
            raise LintNewsError(f"unknown edit `{name}`; known: {', '.join(sorted(EDITS))}")
        wanted = EDITS[name][0]
        args = steps[at + 1 : at + 1 + wanted]
        if len(args) != wanted:
            raise LintNewsError(f"the edit `{name}` takes {wanted} more in `params`, not {len(args)}")
        _check(name, args)
        yield name, args
        at += 1 + wanted


def _check(name: str, args: Sequence[str]) -> None:
    if name == "regex":
        patterns.compile(args[0])
    if name == "split" and not args[1].isdigit():
        raise LintNewsError("the edit `split` takes a separator and a whole number")


def _split(text: str, separator: str, index: str) -> str:
    parts = text.split(separator) if separator else list(text)
    return parts[int(index)] if int(index) < len(parts) else text


def _truncate(text: str, separator: str) -> str:
    return text.split(separator)[0] if separator else text[:1]


def _unwrap(text: str, mark: str) -> str:
    return text.removeprefix(mark).removesuffix(mark)


def _words(text: str) -> list[str]:
    """The words of a text, those of a compound name (`fooBar`) parted."""
    return [part.lower() for word in _WORD.findall(text) for part in _PART.findall(word)]


def _title(text: str) -> str:
    return _INITIAL.sub(lambda m: m[0].upper(), text)


def _sentence(text: str) -> str:
    lowered = text.lower()
    return lowered[:1].upper() + lowered[1:]


def _smart(text: str) -> str:
    for plain, smart in _SMART_FORMS:
        text = text.replace(plain, smart)
    text = _OPENING.sub(lambda m: _PAIRS[m[0]][0], text)
    return text.replace('"', "”").replace("'", "’")


def _dumb(text: str) -> str:
    return text.translate(_PLAIN_FORMS)


def _ascii(text: str) -> str:
    """Letters without their marks, quotation marks and dashes in plain form; what has no plain form stays."""
    plain = unicodedata.normalize("NFD", _dumb(text))
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def _camel(text: str) -> str:
    first, *others = _words(text) or [""]
    return first + "".join(word.capitalize() for word in others)


#: Edits by name: how many arguments, and what they do.
EDITS: Mapping[str, tuple[int, Callable[..., str]]] = {
    "regex": (2, lambda t, p, r: patterns.sub(patterns.compile(p), r, t)),
    "replace": (2, lambda t, old, new: t.replace(old, new)),
    "remove": (1, lambda t, chars: "".join(c for c in t if c not in chars)),
    "trim": (1, lambda t, chars: t.strip(chars)),
    "trim_left": (1, lambda t, chars: t.lstrip(chars)),
    "trim_right": (1, lambda t, chars: t.rstrip(chars)),
    "truncate": (1, _truncate),
    "split": (2, _split),
    "wrap": (1, lambda t, mark: f"{mark}{t}{mark}"),
    "unwrap": (1, _unwrap),
    "prefix": (1, lambda t, more: more + t),
    "suffix": (1, lambda t, more: t + more),
    "squeeze": (0, lambda t: " ".join(t.split())),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "capitalize": (0, lambda t: t[:1].upper() + t[1:]),
    "uncapitalize": (0, lambda t: t[:1].lower() + t[1:]),
    "title": (0, _title),
    "sentence": (0, _sentence),
    "simple": (0, lambda t: " ".join(_words(t))),
    "kebab": (0, lambda t: "-".join(_words(t))),
    "snake": (0, lambda t: "_".join(_words(t))),
    "camel": (0, _camel),
    "pascal": (0, lambda t: "".join(word.capitalize() for word in _words(t))),
    "smart": (0, _smart),
    "dumb": (0, _dumb),
    "ascii": (0, _ascii),
    "unescape": (0, html.unescape),
    "words": (0, lambda t: figures.words(t.strip())),
    "digits": (0, lambda t: figures.digits(t.strip())),
}
