"""The parameters of a request for a check in, what the crew is asked out; raises Refusal in LanguageTool's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lintnews.web.languagetool import annotated, languages
from lintnews.web.languagetool.refusal import Refusal

Parameters = Mapping[str, str]

_LEVELS = ("default", "picky", "academic", "clarity", "professional", "creative", "customer", "jobapp", "objective", "elegant")
_MODES = ("all", "allButTextLevelOnly", "textLevelOnly", "batch")
#: Names of an earlier API, and what is to be written in their place.
_FORMER = {
    "disabled": "the parameter is now called 'disabledRules'",
    "enabled": "the parameter is now called 'enabledRules'",
    "preferredvariants": "the parameter is now called 'preferredVariants' (uppercase 'V')",
    "autodetect": "automatic language detection is now activated with 'language=auto'",
}


def asked(given: Parameters, most: int, *, beyond: bool = False) -> dict[str, Any]:
    """What the crew is asked. `most` is the longest text, in code points; `beyond`, whether LanguageTool's own server is asked too."""
    for former, now in _FORMER.items():
        if former in given:
            raise Refusal(f"You specified '{former}' but {now} in v2 of the API")
    text = annotated.read(given.get("text"), given.get("data"))
    language, automatic = _language(given, beyond)
    if len(text.whole) > most:
        raise Refusal(
            f"Your text exceeds the limit of {most} characters (it's {len(text.whole)} characters). Please submit a shorter text.", 413
        )
    return {
        "name": "story.txt",
        "text": text.plain,
        "whole": text.whole,
        "pieces": text.pieces,
        "language": language,
        "automatic": automatic,
        "settings": {},
        "compact": given.get("c") == "1",
        **_level(given),
        **_choice(given),
        **({"given": given} if beyond else {}),
    }


def _language(given: Parameters, beyond: bool) -> tuple[str, bool]:
    """The language, and whether it was left to the server; LanguageTool's own server knows which there are."""
    said = given.get("language")
    if not said:
        raise Refusal("Missing 'language' parameter, e.g. 'language=en-US' for American English or 'language=fr' for French")
    if "motherTongue" in given:
        mother(given["motherTongue"])
    preferred = given.get("preferredVariants", "")
    automatic = said.lower() == "auto"
    if preferred and not (automatic or given.get("multilingual") == "true"):
        raise Refusal("You specified 'preferredVariants' but you didn't specify 'language=auto'")
    if automatic:
        return languages.detected(preferred), True
    return said if beyond else languages.code(said), False


def mother(said: str) -> None:
    """A mother tongue may be any language: nothing hangs on it. Raises Refusal when it is none."""
    if not said.strip():
        raise Refusal("langCode cannot be empty or whitespace only")
    parts = said.split("-")
    if not all(part.isalnum() and part.isascii() for part in parts) or not 2 <= len(parts[0]) <= 3:
        raise Refusal(f"'{said}' is not a language code known to LanguageTool. Supported language codes are: {', '.join(languages.NAMES)}.")


def _level(given: Parameters) -> dict[str, str]:
    level, mode = given.get("level", "default"), given.get("mode", "all")
    if level not in _LEVELS:
        raise Refusal(f"Unknown value '{level}' for parameter 'level'. Valid values: {', '.join(_LEVELS)}")
    if mode not in _MODES:
        raise Refusal(f"Mode must be one of 'textLevelOnly', 'allButTextLevelOnly', or 'all' but was: '{mode}'")
    return {"level": level, "mode": mode}


def _choice(given: Parameters) -> dict[str, Any]:
    """The rules and categories that are wanted and not wanted."""
    lists = {key: _list(given, key) for key in ("enabledRules", "disabledRules", "enabledCategories", "disabledCategories")}
    only = given.get("enabledOnly") in ("true", "yes")
    if only and (lists["disabledRules"] or lists["disabledCategories"]):
        raise Refusal("You cannot specify disabled rules or categories using enabledOnly=true")
    if only and not (lists["enabledRules"] or lists["enabledCategories"]):
        raise Refusal("You must specify enabled rules or categories when using enabledOnly=true")
    return {**lists, "enabledOnly": only}


def _list(given: Parameters, key: str) -> list[str]:
    return [name for name in given.get(key, "").split(",") if name]
