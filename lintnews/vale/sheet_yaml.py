"""What `vale:` of a lintnews.yaml holds in, its sheet out, and back: the keys of `.vale.ini` under names of our own.

Both forms go through one reader, so that they mean the same and are checked alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lintnews.model import did_you_mean
from lintnews.vale.ini_file import Entry
from lintnews.vale.ini_reader import FORMATS, Reader
from lintnews.vale.sheet import Section, Sheet
from lintnews.yaml_file import Loaded

#: The keys of the whole, and those of a section below `files`, each with what it is called in `.vale.ini`.
TOP = {
    "styles-path": "StylesPath", "min-level": "MinAlertLevel", "vocabularies": "Vocab", "ignored-scopes": "IgnoredScopes",
    "skipped-scopes": "SkippedScopes", "ignored-classes": "IgnoredClasses", "word-template": "WordTemplate",
}  # fmt: skip
SECTION = {
    "styles": "BasedOnStyles", "vocabularies": "Vocab", "token-ignores": "TokenIgnores", "block-ignores": "BlockIgnores",
    "comment-delimiters": "CommentDelimiters",
}  # fmt: skip
_ONE = ("min-level", "word-template")
_SWITCHES = {"true": "YES", "yes": "YES", "on": "YES", "false": "NO", "no": "NO", "off": "NO", "unset": "UNSET"}
_PLAIN = re.compile(r"[A-Za-z][\w./-]*")
_WORDS = frozenset("true false yes no on off null y n".split())


def read(value: Any, loaded: Loaded, name: str, folder: str, *, trusted: bool) -> Sheet:
    """The sheet of a value; raises LintNewsError with every fault, a line each."""
    reader = Reader(name, folder, folder, spelled={**{ini: key for key, ini in (*TOP.items(), *SECTION.items())}, "Vocab": "vocabularies"})
    entries = list(_Reading(loaded, reader).entries(value))
    reader.find_styles(entries, trusted=trusted)
    reader.take_all(entries, name)
    return reader.sheet()


class _Reading:
    """The keys of the value, handed on as if they stood in a `.vale.ini`."""

    def __init__(self, loaded: Loaded, reader: Reader) -> None:
        self._loaded, self._reader = loaded, reader

    def _fault(self, words: str, *path: Any) -> None:
        self._reader.fault(self._loaded.line("vale", *path), words)

    def entries(self, value: Any) -> Iterator[Entry]:
        top = self._mapping(value)
        yield from self._keys("", top, TOP, ("formats", "files"))
        for ending, said in self._mapping(top.get("formats") or {}, "formats").items():
            yield Entry(FORMATS, ending, str(said), self._loaded.line("vale", "formats", ending))
        for glob, keys in self._mapping(top.get("files") or {}, "files").items():
            yield Entry(glob, "", "", self._loaded.line("vale", "files", glob))
            section = self._mapping(keys or {}, "files", glob)
            yield from self._keys(glob, section, SECTION, ("rules", "options"), "files", glob)
            yield from self._rules(glob, section)

    def _keys(self, section: str, keys: Mapping[str, Any], known: Mapping[str, str], more: tuple[str, ...], *path: Any) -> Iterator[Entry]:
        for key, value in keys.items():
            line = self._loaded.line("vale", *path, key)
            if key in known:
                for text in self._texts(value, key in _ONE, *path, key):
                    yield Entry(section, known[key], text, line)
            elif key not in more:
                self._fault(f"unknown key `{key}`{did_you_mean(key, (*known, *more))}", *path, key)

    def _rules(self, glob: str, section: Mapping[str, Any]) -> Iterator[Entry]:
        path: tuple[Any, ...] = ("files", glob)
        for rule, said in self._mapping(section.get("rules") or {}, *path, "rules").items():
            yield Entry(glob, rule, _SWITCHES.get(str(said).lower(), str(said)), self._loaded.line("vale", *path, "rules", rule))
        for rule, keys in self._mapping(section.get("options") or {}, *path, "options").items():
            for key, value in self._mapping(keys or {}, *path, "options", rule).items():
                text = str(value).lower() if isinstance(value, bool) else str(value)
                yield Entry(glob, f"{rule}[{key}]", text, self._loaded.line("vale", *path, "options", rule, key))

    def _mapping(self, value: Any, *path: Any) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._fault(f"`{path[-1] if path else 'vale'}` holds `key: value` lines", *path)
        return {}

    def _texts(self, value: Any, one: bool, *path: Any) -> Iterator[str]:
        """The value as it would stand in a `.vale.ini`: a list with commas."""
        items = value if isinstance(value, list) else [] if value is None else [value]
        if any(isinstance(item, dict | list | bool) for item in items) or (one and len(items) != 1):
            self._fault(f"`{path[-1]}` must be {'one text' if one else 'a text or a list of texts'}", *path)
        elif one:
            yield str(items[0])
        elif path[-1] == "styles-path":
            yield from map(str, items)
        else:
            yield ", ".join(str(item).replace(",", "\\,") for item in items)


def write(sheet: Sheet, styles_paths: tuple[str, ...]) -> Iterator[str]:
    """The lines of `vale:` that say what a sheet says."""
    yield "vale:"
    lists = {
        "styles-path": styles_paths, "vocabularies": sheet.vocabularies, "ignored-scopes": sheet.ignored_scopes,
        "skipped-scopes": sheet.skipped_scopes, "ignored-classes": sheet.ignored_classes,
    }  # fmt: skip
    yield f"  min-level: {sheet.min_level}"
    for key, items in lists.items():
        if items or (items is not None and key.endswith("scopes")):
            yield f"  {key}: {_listed(items)}"
    if sheet.word_template:
        yield f"  word-template: {_text(sheet.word_template)}"
    yield from _mapped("formats", sheet.formats, 2)
    if sheet.sections:
        yield "  files:"
    for section in sheet.sections:
        yield f"    {_text(section.glob)}:"
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    if section.styles is not None:
        yield f"      styles: {_listed(section.styles)}"
    lists = {"vocabularies": section.vocabularies, "token-ignores": section.token_ignores, "block-ignores": section.block_ignores}
    for key, items in (*lists.items(), ("comment-delimiters", section.comment_delimiters)):
        if items:
            yield f"      {key}: {_listed(items)}"
    yield from _mapped("rules", section.rules, 6)
    if section.params:
        yield "      options:"
    for rule, keys in section.params.items():
        yield from _mapped(rule, keys, 8)


def _mapped(key: str, values: Mapping[str, str], indent: int) -> Iterator[str]:
    if values:
        yield f"{' ' * indent}{_text(key)}:"
        yield from (f"{' ' * (indent + 2)}{_text(name)}: {_text(value)}" for name, value in values.items())


def _listed(items: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_text, items))}]"


def _text(text: str) -> str:
    """A text as YAML takes it back."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else json.dumps(text, ensure_ascii=False)
