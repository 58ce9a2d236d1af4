"""What a client of LanguageTool's chose in, the settings of the linter for it out: its language, its lists of rules and categories."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lintnews.languagetool.asked import Asked as Beside
from lintnews.linter import Linter
from lintnews.record import replace
from lintnews.rule import Rule
from lintnews.web.languagetool import categories, languages

Asked = Mapping[str, Any]

#: The kind of the rule that speaks for all of LanguageTool's.
_LANGUAGETOOL = "languagetool"


class Lists(NamedTuple):
    """The rules and categories that a client names."""

    on: frozenset[str]
    off: frozenset[str]
    on_categories: frozenset[str]
    off_categories: frozenset[str]

    @classmethod
    def of(cls, asked: Asked) -> Lists:
        """Those of a request."""
        return cls(*(frozenset(asked[key]) for key in ("enabledRules", "disabledRules", "enabledCategories", "disabledCategories")))


def settings(linter: Linter, asked: Asked) -> dict[str, Any]:
    """What a client's choice comes to, over the settings of the linter; `select`, where it is there, names every rule that is to run."""
    made: dict[str, Any] = {"vocabulary": asked.get("vocabulary", []), "languagetool": _beside(linter.settings.languagetool, asked)}
    lists, variety = Lists.of(asked), _variety(linter, asked)
    if any(lists) or variety:
        made["select"] = _select(linter, lists, variety, bool(asked["enabledOnly"]), bool(asked.get("alone")))
    return made


def _beside(usual: Beside, asked: Asked) -> Beside:
    """What is asked of LanguageTool itself: in the client's language, and as picky, where the configuration does not say."""
    if asked.get("alone"):
        return Beside()
    language = usual.language or (asked["language"] if asked["language"] in languages.SPELLING else "")
    return replace(usual, language=language, picky=usual.picky or asked["level"] == "picky")


def _variety(linter: Linter, asked: Asked) -> frozenset[str]:
    """The rule for the spelling of the variety that a client named, where there is one; the desk's profile knows better."""
    named = "" if asked["automatic"] or linter.settings.profile else languages.SPELLING.get(asked["language"], "")
    return frozenset((named,)) & linter.names


@lru_cache(maxsize=64)
def _select(linter: Linter, lists: Lists, variety: frozenset[str], only: bool, alone: bool) -> tuple[str, ...]:
    """Every rule that is to run; of LanguageTool's, if any is, the pack. Clients send the same lists with each request."""
    on = {rule.id for rule in linter.rules} | variety
    on -= languages.GUESSED if variety else set()
    known = [rule for rule in linter.known if rule.kind != _LANGUAGETOOL or not alone]
    stays = {rule.id for rule in known if rule.id in on and (rule.kind == _LANGUAGETOOL or not only)}
    wanted = (rule for rule in known if _wanted(rule, rule.id in stays, lists))
    return tuple(rule.pack if rule.kind == _LANGUAGETOOL else rule.id for rule in wanted)


def _wanted(rule: Rule, on: bool, lists: Lists) -> bool:
    """Whether a rule is to run: its own name comes before its category's. Of LanguageTool's own each is chosen among its matches."""
    category = categories.of(rule.id, rule.kind).category
    if categories.answers_to(rule, lists.off):
        return False
    if categories.answers_to(rule, lists.on):
        return True
    if category in lists.off_categories:
        return False
    return on or category in lists.on_categories
