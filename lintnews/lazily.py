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
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from lintnews import seal

if TYPE_CHECKING:
    import regex

    Pattern = regex.Pattern[str]
    Found = regex.Match[str]
else:
    Pattern = Found = object

#: Flags as `regex` has them, for the heads of modules.
IGNORECASE, MULTILINE, DOTALL, VERBOSE, V1 = 0x2, 0x8, 0x10, 0x40, 0x100
_Key = tuple[str, int, bool]
_Plain = tuple[Any, ...]

_SIGNS = frozenset("()[]{}?*+|^$\\.-#&~")

#: Patterns kept in one file, and larger things in one of their own; beyond them it is begun anew.
_MOST, _FEW = 10_000, 8


def pattern(text: str, flags: int = 0) -> Pattern:
    """A pattern for the head of a module: it compiles when it is first used."""
    return cast(Pattern, _Later(text, flags))


def compile(text: str, flags: int = 0, translate: Callable[[str], str] | None = None) -> Pattern:
    """A pattern compiled now, or loaded where an earlier run kept it; `translate` makes of the text what `regex` reads.

    Raises regex.error.
    """
    return _KEPT.compile((text, int(flags), translate is not None), translate or str)


def escape(text: str) -> str:
    """A text as a pattern that matches it, as `regex.escape` writes it."""
    return "".join([f"\\{char}" if char in _SIGNS or char.isspace() else char for char in text])


def recall(key: str, make: Callable[[], Any]) -> Any:
    """What `make` makes, or what an earlier run kept under this key: tuples, texts and numbers only."""
    return _KEPT.recall((key, 0, True), make)


def put_off_regex() -> None:
    """Let `import regex` wait until somebody asks for what is in it; for a process that runs one thread.

    (The `LazyLoader` of the standard library waits only until the second import.)
    """
    spec = PathFinder.find_spec("regex")
    if "regex" not in sys.modules and spec and spec.loader:
        sys.modules["regex"] = module_from_spec(spec)
        sys.modules["regex"].__class__ = _PutOff


class _PutOff(ModuleType):
    """A module that runs when something is wanted of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]
        self.__spec__.loader.exec_module(self)  # type: ignore[union-attr]
        self._regex = sys.modules["regex._regex"]
        return getattr(self, name)


def core_file() -> tuple[str, int, int]:
    """The file of the part of `regex` that runs patterns, its time and its size: they tell one version from another."""
    path = str(_core_spec().origin)
    known = os.stat(path)
    return path, known.st_mtime_ns, known.st_size


def recall_apart(key: str, make: Callable[[], Any]) -> Any:
    """The same for what only a run over many stories needs: it is in a file of its own."""
    if _HOME:
        _APART.open(_HOME[-1].with_name("many-" + _HOME[-1].name))
    return _APART.recall((key, 0, True), make)


def keep_in(folder: Path) -> None:
    """Load compiled patterns from this folder, and let `save` write to it."""
    _HOME[:] = [folder / _file_name()]
    _KEPT.open(_HOME[-1])


def forget() -> None:
    """Keep nothing of what was compiled so far: reading rules compiles more than running them."""
    _KEPT.forget()


def save() -> None:
    """Keep what this run compiled; where that cannot be written the next run compiles it again."""
    _KEPT.save()
    _APART.save()


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

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._path: Path | None = None
        self._loaded: dict[_Key, bytes] = {}
        self._new: dict[_Key, bytes] = {}

    def open(self, path: Path) -> None:
        if path != self._path:
            self._path, self._loaded = path, _read(path)

    def recall(self, key: _Key, make: Callable[[], Any]) -> Any:
        if key in self._loaded:
            return marshal.loads(self._loaded[key])
        made = make()
        if self._path:
            self._new[key] = marshal.dumps(made)
        return made

    def compile(self, key: _Key, translate: Callable[[str], str]) -> Pattern:
        if plain := self._loaded.get(key):
            try:
                return _made(marshal.loads(plain))
            except Exception:  # what `regex` raises is known only once it is imported
                pass
        import regex

        made = regex.compile(translate(key[0]), key[1], cache_pattern=False)
        if self._path:
            self._new[key] = marshal.dumps(_plain(made))
        return made

    def forget(self) -> None:
        self._new.clear()

    def save(self) -> None:
        if self._path is None or not self._new:
            return
        kept = _read(self._path)
        kept = kept if len(kept) < self._most else {}
        kept.update(self._new)
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
    from copyreg import dispatch_table

    return cast(_Plain, cast(Any, dispatch_table)[type(made)](made)[1])


def _made(plain: _Plain) -> Pattern:
    return cast(Pattern, _core().compile(*plain))


@cache
def _core() -> Any:
    """The part of `regex` that runs patterns; the rest, which compiles them, takes ten milliseconds more to import."""
    name = "regex._regex"
    if not isinstance(sys.modules.get("regex"), _PutOff):
        import_module(name)
    elif name not in sys.modules:
        spec = _core_spec()
        made = module_from_spec(spec)
        sys.modules[name] = made
        spec.loader.exec_module(made)  # type: ignore[union-attr]
    return sys.modules[name]


@cache
def _core_spec() -> ModuleSpec:
    whole = PathFinder.find_spec("regex")
    spec = whole and PathFinder.find_spec("regex._regex", whole.submodule_search_locations)
    if spec is None:
        raise ImportError("regex is not installed", name="regex")
    return spec


def _read(path: Path) -> dict[_Key, bytes]:
    """What the file holds, each value in its own bytes: a run needs a few of them."""
    try:
        data = path.read_bytes()
        sealed, rest = data[: seal.LENGTH], data[seal.LENGTH :]
        kept = marshal.loads(rest) if rest and seal.of(rest) == sealed else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


#: The modules that translate and read patterns.
_READERS = ("lazily.py", "patterns.py", "literals.py", "needs.py", "pieces.py", "tokens.py", "alternatives.py", "english/frames.py")


def _file_name() -> str:
    """What compiled patterns depend on: `regex`, Python, the machine, and the modules that translate and read patterns."""
    home = os.path.dirname(__file__)
    written = max(os.stat(os.path.join(home, name)).st_mtime_ns for name in _READERS)
    made = (crc32(repr(core_file()).encode()), sys.implementation.cache_tag, sys.platform, sys.byteorder, str(written))
    return f"patterns-{'-'.join(map(str, made))}.marshal"


_KEPT, _APART = _Kept(), _Kept(_FEW)
#: Where the files are, once that is known.
_HOME: list[Path] = []
