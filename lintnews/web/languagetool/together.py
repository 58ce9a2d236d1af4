"""A desk and a request in LanguageTool's terms in; out, one answer of what its own server says, where there is one, and what we say.

Where both speak of the same words its word stands, as clients know it; ours does on names, facts, figures and dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lintnews.web.desk import Desk
from lintnews.web.languagetool import answer, beyond, languages
from lintnews.web.said import Said

Asked = Mapping[str, Any]
Values = dict[str, Any]

#: The categories in which we know better.
_FIRM = frozenset({"FACTS", "NAMES", "NUMBERS", "SEMANTICS", "SOURCING"})
_USUAL = "en-US"


def check(desk: Desk, asked: Asked) -> Said:
    """The matches in a text; raises Refusal where LanguageTool's server refuses the request."""
    behind = desk.plain().settings.languagetool
    if not beyond.speaks(behind):
        return answer.check(desk, asked)
    try:
        said = beyond.check(behind, asked["given"])
    except beyond.Silent as error:
        return _alone(desk, asked, str(error))
    return _joined(desk, asked, said)


def listed(desk: Desk) -> list[Values]:
    """The languages: LanguageTool's, where it can be asked."""
    try:
        return beyond.languages(desk.plain().settings.languagetool)
    except beyond.Silent:
        return list(languages.listed())


def rules(desk: Desk, language: str) -> list[Values]:
    """What `/v2/configinfo` tells of the rules: of LanguageTool's, where it is asked, and for English of ours."""
    behind = desk.plain().settings.languagetool
    told = answer.rules(desk) if _english(language) or not beyond.speaks(behind) else []
    if beyond.speaks(behind):
        try:
            told += beyond.rules(behind, language)
        except beyond.Silent:
            return told
    return told


def _alone(desk: Desk, asked: Asked, why: str) -> Said:
    """Our own answer, with a word that it is not all."""
    code = asked["language"] if _english(asked["language"]) else _USUAL
    told, counts, _ = answer.check(desk, {**asked, "language": _known(code), "alone": True})
    if not asked["compact"]:
        told["warnings"] = {"incompleteResults": True, "incompleteResultsReason": f"LanguageTool was not asked: {why}"}
    return Said(told, counts)


def _joined(desk: Desk, asked: Asked, said: Values) -> Said:
    theirs = _unaccepted(said["matches"], asked)
    told: Values = {**said, "matches": theirs}
    if "software" in told:
        told["software"] = answer.software()
    code = said["language"]["detectedLanguage" if asked["automatic"] else "code"]
    code = code["code"] if isinstance(code, dict) else code
    if not _english(code):
        return Said(told, {"words": len(asked["text"].split())})
    ours, counts, _ = answer.check(desk, {**asked, "language": _known(code), "alone": True})
    told["matches"] = merged(theirs, ours["matches"])
    return Said(told, counts)


def merged(theirs: Sequence[Values], ours: Sequence[Values]) -> list[Values]:
    """Matches of both in reading order, no two of which would change the same words."""
    firm = [match for match in ours if match["rule"]["category"]["id"] in _FIRM]
    held = _units(firm)
    stay = [match for match in theirs if not _of_words(match) or held.isdisjoint(_range(match))]
    taken, same = _units(filter(_of_words, stay)), {_range(match) for match in stay}
    more = [match for match in ours if match not in firm and taken.isdisjoint(_range(match)) and _range(match) not in same]
    return sorted((*stay, *firm, *more), key=lambda match: (match["offset"], match["length"]))


def _unaccepted(matches: Iterable[Values], asked: Asked) -> list[Values]:
    """The matches without those about the spelling of words that are accepted here."""
    accepted, units = frozenset(asked.get("vocabulary", ())), asked["whole"].encode("utf-16-le", "surrogatepass")

    def word(match: Values) -> str:
        return str(units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le", "replace"))

    return [match for match in matches if match["rule"]["issueType"] != "misspelling" or word(match) not in accepted]


def _of_words(match: Values) -> bool:
    """Whether a match is about the words that it spans, and not a remark on the whole sentence."""
    return bool(match["replacements"]) or match["rule"]["category"]["id"] == "TYPOS"


def _units(matches: Iterable[Values]) -> set[int]:
    return {unit for match in matches for unit in _range(match)}


def _range(match: Values) -> range:
    return range(match["offset"], match["offset"] + match["length"])


def _english(code: str) -> bool:
    return code.lower() == "en" or code.lower().startswith("en-")


def _known(code: str) -> str:
    return next((name for name in languages.NAMES if name.lower() == code.lower()), _USUAL)
