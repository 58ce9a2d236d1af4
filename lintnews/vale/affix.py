"""The tokens of a rule that sets `affix` in, each `word/FLAGS` in them as all forms of the word out; a slash as text is `\\/`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lintnews.beside import Beside, read
from lintnews.hunspell import endings
from lintnews.model import LintNewsError, OptionError
from lintnews.vale.variants import escaped

#: The kinds whose words may have flags.
KINDS = frozenset({"existence", "substitution"})
#: Where the files of affixes lie in a folder of styles, and the name of those that need no file.
_FOLDER, _BUILT_IN = "config/dictionaries", "en_US-web"
_SLASH = re.compile(r"(?<!\\)/")

#: All forms of a word by its flags; raises LintNewsError.
Forms = Callable[[str, str], list[str]]


def forms(name: str, files: Beside) -> Forms:
    """What gives the forms of a word under the affixes of this name; raises OptionError where there are none."""
    try:
        path = files.find(f"{name}.aff", _FOLDER) if name else None
    except OptionError as error:
        raise OptionError(str(error), "affix") from None
    if path is None and name not in ("", _BUILT_IN):
        raise OptionError(f"there is no file `{name}.aff` in {_FOLDER}", "affix")
    try:
        affixes = endings.read(read(path), path.name) if path else endings.english()
    except LintNewsError as error:
        raise OptionError(str(error), "affix") from None
    return lambda word, flags: endings.forms(affixes, word, flags)


def expanded(values: dict[str, Any], name: str, files: Beside) -> dict[str, Any]:
    """The options of a rule with its tokens, or the keys of its `swap`, written out; raises OptionError."""
    made = forms(name, files)
    if "tokens" in values:
        values = {**values, "tokens": [_token(token, made, ("tokens", i)) for i, token in enumerate(values["tokens"])]}
    if "swap" in values:
        values = {**values, "swap": {_token(key, made, ("swap", key)): value for key, value in values["swap"].items()}}
    return values


def _token(token: str, made: Forms, path: tuple[Any, ...]) -> str:
    return " ".join(_part(part, made, path) for part in token.split(" "))


def _part(part: str, made: Forms, path: tuple[Any, ...]) -> str:
    """One word of a token; a word boundary at either end of it stays outside."""
    slashes = list(_SLASH.finditer(part))
    if not slashes:
        return part
    before, after = (r"\b" if there else "" for there in (part.startswith(r"\b"), part.endswith(r"\b")))
    word = part[len(before) : slashes[-1].start()].replace(r"\/", "/")
    flags = part[slashes[-1].end() : len(part) - len(after)]
    try:
        if not word or escaped(word) != word:
            raise LintNewsError(f"`{word}` must be a plain word to have flags")
        several = made(word, flags)
    except LintNewsError as error:
        raise OptionError(rf"`{part}`: {error}; write a slash as `\/`", *path) from None
    return f"{before}(?:{'|'.join(map(escaped, several))}){after}"
