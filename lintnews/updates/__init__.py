"""Where facts come from: a source's name in, its loader out; and the folder in which updated facts are kept.

A loader is a module of `sources`, found by being there. What it reads becomes one fact pack of the user's own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews import places
from lintnews.model import LintNewsError, did_you_mean

if TYPE_CHECKING:
    from lintnews.updates.loader import Loader


def folder() -> Path:
    """The folder of rules that updates write to: below `LINTNEWS_DATA`, or where the system keeps a user's data."""
    if named := os.environ.get("LINTNEWS_DATA"):
        return Path(named) / "rules"
    return places.data() / "rules"


def pack(root: Path, source: str) -> Path:
    """The file that holds the facts of a source, in a folder of rules."""
    return root / "updates" / "facts" / f"{source}.yml"


def names() -> tuple[str, ...]:
    """The sources there are, in alphabetical order."""
    from pkgutil import iter_modules

    from lintnews.updates import sources

    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(sources.__path__) if not module.name.startswith("_")))


def find(source: str) -> Loader:
    """The loader of a source; raises LintNewsError for an unknown one."""
    from importlib import import_module

    if source not in names():
        raise LintNewsError(f"there is no source `{source}`{did_you_mean(source, names())}")
    found: Loader = import_module(f"lintnews.updates.sources.{source.replace('-', '_')}").LOADER
    return found
