"""The key `languagetool` of lintnews.yaml in, what is asked of LanguageTool out."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from lintnews.model import LintNewsError, OptionError, did_you_mean
from lintnews.record import record, replace

KEYS = ("server", "all", "language", "picky", "timeout", "memory")
#: The word for a server of the run, with all that it says.
_ALL = "all"
_WORDS = {True: "on", False: "off"}


class Mode(StrEnum):
    """Whether stories are handed to LanguageTool: never, when a server is running, by a server of the run, by one that is named."""

    OFF = "off"
    AUTO = "auto"
    ON = "on"
    REMOTE = "remote"


@record
class Asked:
    """What is asked of LanguageTool. `timeout` is in seconds, `memory` in megabytes; an empty `language` is the rule's own.

    `by_hand` says that it was asked for on the command line; `all`, that everything is heard, not only what is of use for news.
    """

    mode: Mode = Mode.OFF
    server: str = ""
    language: str = ""
    picky: bool = False
    timeout: int = 60
    memory: int = 768
    by_hand: bool = False
    all: bool = False

    @property
    def is_far(self) -> bool:
        """Whether the text of the stories leaves this machine."""
        from urllib.parse import urlsplit

        host = urlsplit(self.server).hostname or ""
        return self.mode is Mode.REMOTE and host != "localhost" and not re.fullmatch(r"127(\.\d+){3}|::1", host)

    def over(self, before: Asked) -> Asked:
        """This laid over what was asked before: a bare word changes nothing else, and `on` keeps to the server that was named."""
        if self != Asked(self.mode, self.server, by_hand=self.by_hand):
            return self
        if self.mode is Mode.ON and before.mode is Mode.REMOTE:
            return before
        return replace(before, mode=self.mode, server=self.server, by_hand=self.by_hand)


def read(value: Any, *path: Any) -> Asked:
    """What stands under the key, a word, an address or a mapping; raises OptionError."""
    if not isinstance(value, dict):
        return _server(value, *path)
    for key in value:
        if key not in KEYS:
            raise OptionError(f"unknown key `{key}`{did_you_mean(str(key), KEYS)}", *path, key)
    asked = _server(value.get("server", "on"), *path, *(["server"] if "server" in value else []))
    return Asked(
        asked.mode,
        asked.server,
        str(_fit(value, "language", "", _is_language, "the code of a language, such as en-US", path)),
        bool(_fit(value, "picky", False, lambda given: isinstance(given, bool), "true or false", path)),
        int(_fit(value, "timeout", Asked.timeout, lambda given: _is_number(given, 1), "a whole number of seconds", path)),
        int(_fit(value, "memory", Asked.memory, lambda given: _is_number(given, 256), "a number of megabytes, 256 or more", path)),
        all=asked.all or bool(_fit(value, "all", False, lambda given: isinstance(given, bool), "true or false", path)),
    )


def by_hand(word: str) -> Asked:
    """What was asked for on the command line: `on`, or the address of a server; raises LintNewsError."""
    try:
        return replace(read(word), by_hand=True)
    except OptionError as error:
        raise LintNewsError(f"--languagetool-server: {error}") from None


def _server(value: Any, *path: Any) -> Asked:
    word = _WORDS[value] if isinstance(value, bool) else str(value)
    if word in (Mode.OFF, Mode.AUTO, Mode.ON):
        return Asked(Mode(word))
    return Asked(Mode.ON, all=True) if word == _ALL else Asked(Mode.REMOTE, address(word, *path))


def address(text: str, *path: Any) -> str:
    """The address of a server as the client wants it, with a stroke at its end; raises OptionError."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and not re.search(r"\s", text)
    except ValueError:
        sound = False
    if not sound:
        raise OptionError(f"LanguageTool is `on`, `off`, `auto`, `all` or a server such as http://localhost:8081/, not `{text}`", *path)
    return re.sub(r"/(v2/?(check)?/?)?$", "", text) + "/"


def _fit(value: dict[str, Any], key: str, usual: Any, fits: Callable[[Any], bool], words: str, path: tuple[Any, ...]) -> Any:
    given = value.get(key, usual)
    if key in value and not fits(given):
        raise OptionError(f"`{key}` must be {words}, not `{given}`", *path, key)
    return given


def _is_number(value: Any, least: int) -> bool:
    return type(value) is int and value >= least


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9-]+)?", value) is not None
