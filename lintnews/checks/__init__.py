"""Story in, matches out: one kind of check a module, found by being there, or by entry point for strangers' kinds.

The module's name is the kind's name (`near_miss.py` is `near-miss`) and its class is called `Check`.
"""

from __future__ import annotations

import os
import sys
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lintnews import plugged

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from lintnews.rule import Check

GROUP = "lintnews.checks"
#: What the module of a kind must have.
_NEEDED = ("Check", "Check.find", "Check.slots")


def kind(name: str) -> type[Check] | None:
    """The class of a kind, or None when there is no such kind; raises LintNewsError for a plug-in's that cannot be used."""
    try:
        return _class(import_module(f"{__name__}.{name.replace('-', '_')}"))
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name.replace('-', '_')}":
            raise
    return next((_class(plugged.module(entry, *_NEEDED)) for entry in _strangers() if entry.name == name), None)


def kinds() -> list[str]:
    """The names of all kinds."""
    return sorted(_own() | {entry.name for entry in _strangers()})


def ours(name: str) -> bool:
    """Whether a kind of this name is one of ours."""
    return name in _own()


@cache
def _own() -> frozenset[str]:
    names = (os.path.splitext(name) for folder in __path__ for name in os.listdir(folder))
    return frozenset(name.replace("_", "-") for name, ending in names if ending in (".py", ".pyc") and not name.startswith("_"))


def stamp(check: type) -> tuple[str, int, int]:
    """What changes with the module of a stranger's kind: its file, time and size; nothing for ours, which have a version."""
    module = sys.modules.get(check.__module__)
    if check.__module__.startswith(f"{__name__}.") or module is None or not module.__file__:
        return "", 0, 0
    known = os.stat(module.__file__)
    return module.__file__, known.st_mtime_ns, known.st_size


def _strangers() -> EntryPoints:
    return _found(tuple(sys.path))


@lru_cache(maxsize=4)
def _found(path: tuple[str, ...]) -> EntryPoints:
    """The entry points of the packages on this path."""
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _class(module: Any) -> type[Check]:
    check: type[Check] = module.Check
    return check
