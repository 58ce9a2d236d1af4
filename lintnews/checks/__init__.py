"""Story in, matches out: one kind of check a module, found by being there, or by entry point for strangers' kinds.

The module's name is the kind's name (`near_miss.py` is `near-miss`) and its class is called `Check`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from lintnews.rule import Check

GROUP = "lintnews.checks"


def kind(name: str) -> type[Check] | None:
    """The class of a kind, or None when there is no such kind."""
    try:
        return _class(import_module(f"{__name__}.{name.replace('-', '_')}"))
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name.replace('-', '_')}":
            raise
    return next((_class(entry.load()) for entry in _strangers() if entry.name == name), None)


def kinds() -> list[str]:
    """The names of all kinds."""
    own = {module.name.replace("_", "-") for module in iter_modules(__path__)}
    return sorted(own | {entry.name for entry in _strangers()})


def _strangers() -> EntryPoints:
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _class(module: Any) -> type[Check]:
    check: type[Check] = module.Check
    return check
