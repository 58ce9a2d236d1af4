"""A language code as clients write it in, the variety of English out: the only languages this service knows."""

from __future__ import annotations

from collections.abc import Mapping

from lintnews.web.languagetool.refusal import Refusal

#: Names by code, in the order of the names.
NAMES: Mapping[str, str] = {
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)",
    "en-GB": "English (GB)",
    "en-NZ": "English (New Zealand)",
    "en-ZA": "English (South African)",
    "en-US": "English (US)",
}
_USUAL = "en-US"

#: The rule that knows how a variety spells, where two of them differ.
SPELLING: Mapping[str, str] = {
    "en-US": "style.american-spelling",
    **dict.fromkeys(("en-AU", "en-GB", "en-NZ", "en-ZA"), "style.british-spelling"),
}
#: What finds the variety of a story by itself.
GUESSED = frozenset({"copy.spelling-variety"})


def listed() -> list[dict[str, str]]:
    """What `/v2/languages` answers."""
    return [{"name": name, "code": "en", "longCode": code} for code, name in sorted(NAMES.items(), key=lambda item: item[1])]


def code(said: str) -> str:
    """The code as it is spelled here; raises Refusal for another language."""
    by_lower = {known.lower(): known for known in NAMES}
    if found := by_lower.get(said.lower()):
        return found
    raise Refusal(f"'{said}' is not a language code known to LanguageTool. Supported language codes are: {', '.join(NAMES)}.")


def detected(preferred: str) -> str:
    """The variety taken for `language=auto`: what the client prefers, as all copy is English here."""
    return next((code(each) for each in preferred.split(",") if each.lower().startswith("en")), _USUAL)
