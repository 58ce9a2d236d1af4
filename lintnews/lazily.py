"""Pattern text in, a compiled pattern out, as late as can be: at its first use, and from what an earlier run kept.

`regex` takes milliseconds to compile a pattern and microseconds to load one that it compiled. What is kept is what a
compiled pattern gives to pickle, written with marshal, which runs no code; files are written whole or not at all. What `regex`
is handed it trusts, down to a crash; so a file counts only under this user's seal.
"""

from __future__ import annotations

import marshal
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from copyreg import dispatch_table
from pathlib import Path
from typing import Any, cast

import regex

from lintnews import seal

Pattern = regex.Pattern[str]
_Key = tuple[str, int, bool]
_Plain = tuple[Any, ...]

#: Patterns kept in one file; beyond them it is begun anew.
_MOST = 10_000


def pattern(text: str, flags: int = 0) -> Pattern:
    """A pattern for the head of a module: it compiles when it is first used."""
    return cast(Pattern, _Later(text, flags))


def compile(text: str, flags: int = 0, translate: Callable[[str], str] | None = None) -> Pattern:
    """A pattern compiled now, or loaded where an earlier run kept it; `translate` makes of the text what `regex` reads.

    Raises regex.error.
    """
    return _KEPT.compile((text, int(flags), translate is not None), translate or str)


def recall(key: str, make: Callable[[], Any]) -> Any:
    """What `make` makes, or what an earlier run kept under this key: tuples, texts and numbers only."""
    return _KEPT.recall((key, 0, True), make)


def keep_in(folder: Path) -> None:
    """Load compiled patterns from this folder, and let `save` write to it."""
    _KEPT.open(folder / _file_name())


def forget() -> None:
    """Keep nothing of what was compiled so far: reading rules compiles more than running them."""
    _KEPT.forget()


def save() -> None:
    """Keep what this run compiled; where that cannot be written the next run compiles it again."""
    _KEPT.save()


class _Later:
    """Stands for a pattern until its first use; then its methods are the pattern's own."""

    def __init__(self, text: str, flags: int) -> None:
        self._asked = (text, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(compile(*self._asked), name)
        self.__dict__[name] = value
        return value


class _Kept:
    """The patterns of this run, those of earlier runs, and the file of them."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._loaded: dict[_Key, bytes] = {}
        self._new: dict[_Key, _Plain] = {}

    def open(self, path: Path) -> None:
        if path != self._path:
            self._path, self._loaded = path, _read(path)

    def recall(self, key: _Key, make: Callable[[], Any]) -> Any:
        if key in self._loaded:
            return marshal.loads(self._loaded[key])
        made = make()
        if self._path:
            self._new[key] = made
        return made

    def compile(self, key: _Key, translate: Callable[[str], str]) -> Pattern:
        if plain := self._loaded.get(key):
            try:
                return _made(marshal.loads(plain))
            except (TypeError, ValueError, RuntimeError, regex.error):
                pass
        made = regex.compile(translate(key[0]), key[1], cache_pattern=False)
        if self._path:
            self._new[key] = _plain(made)
        return made

    def forget(self) -> None:
        self._new.clear()

    def save(self) -> None:
        if self._path is None or not self._new:
            return
        kept = _read(self._path)
        kept = kept if len(kept) < _MOST else {}
        kept.update((key, marshal.dumps(value)) for key, value in self._new.items())
        self._new.clear()
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            data = marshal.dumps(kept)
            if sealed := seal.of(data):
                draft.write_bytes(sealed + data)
                os.replace(draft, self._path)
        except (OSError, ValueError):
            with suppress(OSError):
                draft.unlink()


def _plain(made: Pattern) -> _Plain:
    """What pickle would keep of a compiled pattern."""
    return cast(_Plain, cast(Any, dispatch_table)[type(made)](made)[1])


def _made(plain: _Plain) -> Pattern:
    return cast(Pattern, cast(Any, regex)._regex.compile(*plain))


def _read(path: Path) -> dict[_Key, bytes]:
    """What the file holds, each value in its own bytes: a run needs a few of them."""
    try:
        data = path.read_bytes()
        sealed, rest = data[: seal.LENGTH], data[seal.LENGTH :]
        kept = marshal.loads(rest) if rest and seal.of(rest) == sealed else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _file_name() -> str:
    """What compiled patterns depend on: `regex`, Python, the machine, and the modules that translate and read patterns."""
    home = os.path.dirname(__file__)
    written = max(
        os.stat(os.path.join(home, name)).st_mtime_ns
        for name in ("lazily.py", "patterns.py", "literals.py", "needs.py", "pieces.py", "tokens.py")
    )
    made = (regex.__version__, sys.implementation.cache_tag, sys.platform, sys.byteorder, str(written))
    return f"patterns-{'-'.join(map(str, made))}.marshal"


_KEPT = _Kept()
