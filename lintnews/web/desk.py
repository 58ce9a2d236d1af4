"""What a request asks for in, the linter for it out: the packs are read once, linters of the same settings are kept."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lintnews import profiles, readers
from lintnews.config import Configs, Settings
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Severity, Source, did_you_mean

#: How many linters are kept.
_KEPT = 32


class Desk:
    """The linters of one configuration. Not for several threads: each process has its own."""

    def __init__(self, configs: Configs) -> None:
        self._configs = configs
        self._linters: OrderedDict[Settings, Linter] = OrderedDict()

    def source(self, asked: Mapping[str, Any]) -> Source:
        """The story of a request; its name is never opened."""
        return Source(asked["name"], asked["text"])

    def linter(self, asked: Mapping[str, Any]) -> Linter:
        """The linter for a request; raises LintNewsError when it names a rule or profile that is not there."""
        base = self._base(asked["name"])
        settings = base.settings.over(_settings(asked["settings"]))
        if settings == base.settings:
            return base
        if settings.profile and settings.profile != base.settings.profile:
            known = profiles.names(base.folders)
            if settings.profile not in known:
                raise LintNewsError(f"profile: there is no `{settings.profile}`{did_you_mean(settings.profile, known)}")
        return self._kept(settings, base)

    def profiles(self) -> list[str]:
        """The profiles there are."""
        return profiles.names(self._base("story.txt").folders)

    def faults(self) -> Iterator[str]:
        """What is wrong with the files of the rules, and what the configuration asks for in vain, a line each."""
        linter = self.plain()
        yield from linter.faults
        yield from self._configs.remarks
        yield from linter.styles.remarks if linter.styles else ()

    def plain(self) -> Linter:
        """The linter of the configuration as it is, for plain copy."""
        return self._base("story.txt")

    def _base(self, name: str) -> Linter:
        """The linter that the configuration gives a story with this ending, as if it lay in the folder of the service."""
        ending = os.path.splitext(name)[1].lower()
        place = os.path.join(os.getcwd(), "story" + (ending if ending in readers.endings() else ".txt"))
        settings = self._configs.settings(place) or Settings()
        return self._kept(settings, next(iter(self._linters.values()), None))

    def _kept(self, settings: Settings, like: Linter | None) -> Linter:
        if settings in self._linters:
            self._linters.move_to_end(settings)
            return self._linters[settings]
        made = (like.alike(settings) if like else Linter(settings)).remember().apart()
        made.rules  # noqa: B018  (a name that is not there is told)
        self._linters[settings] = made
        if len(self._linters) > _KEPT:
            self._linters.popitem(last=False)
        return made


def _settings(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """Settings as a request has them, as the configuration has them."""
    out = {key: asked[key] for key in ("profile", "languagetool") if asked.get(key)}
    out |= {key: tuple(asked[key]) for key in ("select", "ignore", "vocabulary") if asked.get(key)}
    out["written"] = dict.fromkeys((*out.get("select", ()), *out.get("ignore", ())), "select or ignore")
    if asked.get("min_level"):
        out["min_level"] = Severity(asked["min_level"])
    if asked.get("date"):
        out["day"] = date.fromisoformat(asked["date"])
    return out
