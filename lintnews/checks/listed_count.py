"""Listed count: a number of things and, behind a colon, a list of them that has more or fewer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.record import record

_N = rf"(?P<n>\b(?:{'|'.join(numbers.SMALL[2:21])})|(?<![\d.,$£€-])(?:[2-9]|[1-4]\d))(?![,.]\d)"
_THINGS = r"(?P<things>(?:\p{Ll}[\p{L}’'-]*\s+){0,3}?(?:\p{Ll}{3,}s|people|men|women|children))"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#: Words up to the colon; a count of things that have something, or are against somebody, is no count of what is listed.
_GAP = rf"(?P<gap>(?:(?!\s+(?:with|against)\b)(?:\s+(?!including\b|such\b|that\b|which\b)(?:\p{{Ll}}[\p{{L}}’'-]*|{_DAY})){{1,8}}?)?)"
_NAME = r"(?:(?:the\s+)?\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+(?:(?:of|the|de|la|van|von|bin|al)\s+)?\p{Lu}[\p{L}\p{M}’'.-]*){0,3})"
#: A name in a list may have an age behind it.
_AGED = rf"{_NAME}(?:,\s+\d{{1,3}}(?=,|;|\.|\s+and\b|\s*\Z))?"
_ITEM = rf"(?:{_AGED}|(?:a\s+|an\s+|the\s+)?\p{{Ll}}[\p{{L}}’'-]*(?:\s+(?!and\b|or\b)\p{{Ll}}[\p{{L}}’'-]*){{0,2}})"
_COLON = lazily.pattern(rf"(?i:{_N})\s+{_THINGS}{_GAP}:\s+(?P<list>{_ITEM}(?:,\s+{_ITEM})*,?\s+(?:and|&)\s+{_ITEM})(?=[.;]|\s*\Z)")
_NAMES = lazily.pattern(
    rf"(?i:{_N})\s+{_THINGS},\s+(?P<list>{_AGED}(?:,\s+{_AGED})*,?\s+and\s+{_AGED}),\s+(?=(?:were|are|have|had|will|who|all|was|is)\b)"
)
#: Behind a verb of naming, and between commas before any other verb, names are listed too.
_NAMED = lazily.pattern(
    rf"(?i:\b(?:named|identified|listed)\s+(?:the\s+)?{_N})\s+{_THINGS}\s+as\s+(?P<list>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})(?=[.;]|\s*\Z)"
)
_WHICH = lazily.pattern(
    rf"(?:(?:\A|[.!?]\s+)(?i:the\s+)?|\b(?i:the\s+))(?i:{_N})\s+{_THINGS},\s+(?P<list>{_NAME}(?:,\s+{_NAME})+,?\s+and\s+{_NAME}),\s+(?=\p{{Ll}})"
)
_DASHED = lazily.pattern(rf"(?i:{_N})\s+{_THINGS}\s+[—–]\s+(?P<list>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})\s+[—–]")
#: Items between semicolons may hold anything.
_HELD = r"[^;:.!?\n]{3,140}"
_HEAVY = lazily.pattern(rf"(?i:{_N})\s+{_THINGS}{_GAP}:\s+(?P<list>{_HELD}(?:;\s+{_HELD})*;\s+(?:and\s+)?{_HELD})(?=\.(?:\s|\Z)|\s*\Z)")
_PARTED = lazily.pattern(r",\s+(?=\d{1,3}(?:,|\s|\Z))|,\s+(?:and\s+)?|\s+(?:and|&)\s+")
_LOOSE = lazily.pattern(
    r"(?i)\b(?:at\s+least|more\s+than|about|some|nearly|over|another|other|first|last|top|of\s+the|only|including)\s+(?:the\s+)?\Z"
)
_MEASURED = lazily.pattern(r"(?i)\b(?:years?|months?|weeks?|days?|hours?|minutes?|times|percent|points|miles|votes|dollars|millions?)\Z")

_SEMICOLONS = lazily.pattern(r";\s+(?:and\s+)?")

_LISTS = ((_COLON, (":",)), (_HEAVY, (";",)), (_NAMES, (",",)), (_NAMED, (" as ",)), (_WHICH, (",",)), (_DASHED, ("—", "–")))


@record
class Check:
    """`Three people were charged: Ann Roe and Bo Lund`; names may stand between commas too: `the three suspects, A, B, C and D, were`.

    A list of other words than names may have a pair in it (`bread and butter`), and is one step less sure.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "count")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            seen: set[int] = set()
            for pattern, hints in _LISTS if " and " in block.text or "; " in block.text else ():
                for found in pattern.finditer(block.text) if any(hint in block.text for hint in hints) else ():
                    if found.start("n") not in seen and (match := _match(block, found)):
                        seen.add(found.start("n"))
                        yield match


def _match(block: Block, found: regex.Match[str]) -> Match | None:
    heavy = ";" in found["list"]
    items = [item for item in (_SEMICOLONS if heavy else _PARTED).split(found["list"]) if item and not item.isdigit()]
    given = numbers.small(found["n"])
    if not heavy and len(items) - found["list"].count(" and ") < given <= len(items):  # one item may be `Trinidad and Tobago`
        return None
    if len(items) == given or _LOOSE.search(block.text, max(0, found.start() - 16), found.start("n")) or _MEASURED.search(found["things"]):
        return None
    named = all(item.removeprefix("the ")[:1].isupper() for item in items)
    if abs(len(items) - given) > 2 or (not named and len(items) < 3):
        return None
    count = str(len(items))
    fix = count if found["n"].isdigit() else numbers.SMALL[len(items)]
    fix = fix.capitalize() if found["n"][:1].isupper() else fix
    names = {"match": found[0], "given": found["n"], "count": count}
    shown = Evidence(f"{count} are listed", block, Span(*found.span("list")))
    return Match(
        block,
        Span(found.start("n"), found.end("things")),
        (fix + block.text[found.end("n") : found.end("things")],),
        names,
        (shown,),
        int(not named),
    )
