"""Settings in, the stamp that an earlier run found for them out: a story whose findings are kept then costs no look at the rules.

A stamp is told again where the settings, the files of the rules, LintNews itself and the day are as they were. It is noted only where
the settings and the rules gave nothing to tell, and all their kinds are our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lintnews import folders, readers, results, updates
from lintnews import seal as seals
from lintnews.config import Settings
from lintnews.model import Severity, Source
from lintnews.record import replace


def homes(settings: Settings) -> tuple[Path, ...]:
    """The folders whose packs are loaded: the built-in ones, the facts that `lintnews update` keeps, then the settings'."""
    updated = updates.folder()
    return tuple(dict.fromkeys((folders.built_in(), *((updated,) if updated.is_dir() else ()), *settings.rules)))


def name(settings: Settings, keys: Sequence[str] | None) -> bytes | None:
    """What a stamp is noted under; None where it cannot be. `keys` are those of the folders, see `cache.keys_of`."""
    if keys is None or settings.vale:
        return None
    same = replace(settings, fail_on=Severity.ERROR)
    stamp = results.stamp((same, tuple(map(str, homes(settings))), date.today()), " ".join(keys), ())
    return stamp and seals.of(b"glance", stamp)


def seal(stamp: bytes, source: Source) -> bytes | None:
    """What a story's findings are kept under; None where they are not to be kept."""
    if not readers.ours(source.name) or _mentions(source):
        return None
    return results.key(stamp, source)


def _mentions(source: Source) -> bool:
    """Whether findings hang on more than the story: on files that it names, which may change while it does not."""
    return "\nsources:" in source.text[:20_000] or "\rsources:" in source.text[:20_000]
