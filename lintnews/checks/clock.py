"""Clock: two times of day and the hours between them, or one moment in two zones, that do not agree; a range that is all but a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, clock
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.needs import Need
from lintnews.record import record
from lintnews.words import like

_A, _B = clock.time("a"), clock.time("b")
_CLEAR = r"[^.;:!?()\"“”\d]"
_FOLLOWS = r"(?![\s-]?\d|\s+(?:on|the\s+next|the\s+following|next)\s+(?:\p{Lu}|day|morning))"
_APART = (
    lazily.pattern(
        rf"(?i)\bfrom\s+{_A}\s+(?:to|until|till|through)\s+{_B}(?:,|\s+[—–]|\s+\()?\s+(?:or\s+|for\s+|a\s+total\s+of\s+|lasting\s+)?{clock.SPAN}(?!\s+(?:later|before|after|earlier|ago|of|a\s+day))"
    ),
    lazily.pattern(rf"(?i)\b{clock.SPAN}(?:,|\s+[—–]|\s+\()?\s+from\s+{_A}\s+(?:to|until|till|through)\s+{_B}"),
    lazily.pattern(rf"(?i){_A}{_CLEAR}{{0,60}}?\b{clock.SPAN}\s+later,?\s+(?:at|around|just\s+after)\s+{_B}"),
    lazily.pattern(rf"(?i){_A}{_CLEAR}{{0,60}}?\bat\s+{_B},\s+{clock.SPAN}\s+later"),
    lazily.pattern(rf"(?i){_A}{_CLEAR}{{0,60}}?\bat\s+{_B},?\s+after\s+(?:a\s+\p{{L}}+\s+of\s+)?{clock.SPAN}"),
    lazily.pattern(rf"(?i){_A}{_CLEAR}{{0,60}}?\b{clock.SPAN},\s+(?:until|to|ending\s+at)\s+{_B}"),
    lazily.pattern(
        rf"(?i)\b(?:starts?|started|beg[iau]ns?|opens?|opened)\s+at\s+{_A}{_CLEAR}{{0,30}}?\b(?:ends?|ended|finish(?:es|ed)?|clos(?:es?|ed))\s+at\s+{_B}"
        rf"[,;.]\s+(?:and\s+)?(?:it\s+|which\s+)?(?:(?:lasts?|lasted|runs?|ran|goes\s+on|went\s+on)\s+(?:for\s+)?|or\s+|after\s+)?{clock.SPAN}"
    ),
    lazily.pattern(
        rf"(?i)\b{clock.SPAN}\s+(?:\p{{L}}+\s+){{1,2}}?,?\s*(?:which|that)\s+(?:started|began|opened)\s+at\s+{_A}{_CLEAR}{{0,30}}?"
        rf"\b(?:ended|finished|closed)\s+at\s+{_B}"
    ),
    lazily.pattern(
        rf"(?i)\b(?:left|leaves?|departs?|departed|opens?|opened|starts?|started|began|begins?|ran|runs?|lasts?|lasted)\b{_CLEAR}{{0,40}}?{_A}{_CLEAR}{{1,60}}?{_B}"
        rf"(?:,?\s+(?:which|giving|leaving|so|for|making)\b{_CLEAR}{{0,40}}?|\.\s+(?:the|that|this|its|her|his)\s+)\b{clock.SPAN}(?!\s+(?:later|before|after|earlier|ago|delay|late|of|drive))"
    ),
    lazily.pattern(rf"(?i){_A},\s+{clock.SPAN}\s+before\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?{_B}"),
    lazily.pattern(rf"(?i){_B},\s+{clock.SPAN}\s+after\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?{_A}"),
)
_RANGE = lazily.pattern(rf"(?i)\b(?:from|between)\s+{_A}\s+(?:to|until|till|and)\s+{_B}{_FOLLOWS}")
_PLACE = "|".join(sorted((lazily.escape(name) for name in clock.ZONES), key=len, reverse=True))
_ZONED = lazily.pattern(
    rf"{_A}\s+(?:in\s+)?(?P<here>{_PLACE})\b(?:\s+[Tt]ime)?(?:,\s+(?:or|and|which\s+is)\s+|\s+\(|,\s+|\s+or\s+|/){_B}\s+(?:in\s+)?(?P<there>{_PLACE})\b"
)
#: Who travels takes the time of where he lands; the sun and the dateline too.
_TRAVELS = lazily.pattern(r"(?i)\b(?:flight|flew|fl(?:y|ies)|land(?:s|ed|ing)?|plane|jet|time\s+zones?|local\s+time)\b")
#: So many hours that something goes on in a day are likely no hours of opening.
_LONG = 21 * 60
#: What is not open at night.
_DAYTIME, _LONG_DAY = lazily.pattern(r"(?i)\b(?:weekdays|offices?|stores?|shops?|library|banks?|museum|school|clinic|market)\b"), 18 * 60


@record
class Check:
    """`from 7 p.m. to 9:30 p.m., four hours`, `at 9 p.m. … 40 minutes later, at 10:40 p.m.`, `from 3 p.m. to 2 p.m.`; `noon in New York, or

    4 a.m. in London`, for which both the summer's and the winter's hours are allowed.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    need: ClassVar[Need] = Need(("a.m", "p.m", "0am", "0pm", "noon", "midnight", " am", " pm", ":00", ":15", ":30", ":45"), folded=True)

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE, Part.HEADLINE):
            if not _SOON.search(block.text):
                continue
            for pattern in _APART if "hour" in block.text or "minute" in block.text else ():
                for found in pattern.finditer(block.text):
                    yield from _apart(story, block, found)
            for found in _RANGE.finditer(block.text):
                yield from _range(story, block, found)
            for found in _ZONED.finditer(block.text):
                yield from _zoned(block, found)


_SOON = lazily.pattern(r"(?i)\d\s?[ap]\.?m\b|\d:[0-5]\d|\bnoon\b|\bmidnight\b")


def _apart(story: Story, block: Block, found: regex.Match[str]) -> Iterator[Match]:
    between = (clock.minutes(found, "b") - clock.minutes(found, "a")) % clock.DAY
    told, room = clock.lasting(found)
    sentence = story.sentence(block, found.start())
    if abs(told - between) <= room or told >= clock.DAY - 60 or _TRAVELS.search(block.text, *sentence):
        return
    said = clock.in_words(between)
    first, last = _shown(found, "a"), _shown(found, "b")
    yield _match(block, found, Span(*found.span("span")), said, f"{first} to {last} is {said}")


def _range(story: Story, block: Block, found: regex.Match[str]) -> Iterator[Match]:
    between = (clock.minutes(found, "b") - clock.minutes(found, "a")) % clock.DAY
    daytime = between >= _LONG_DAY and _DAYTIME.search(block.text, *story.sentence(block, found.start())) is not None
    if (between >= _LONG or daytime) and found["a_half"] and found["b_half"]:
        said = f"{_shown(found, 'a')} to {_shown(found, 'b')} is {between // 60} hours"
        half = found.span("b_half")
        other = "a" if found["b_half"].lower() == "p" else "p"
        right = block.text[found.start() : half[0]] + like(other, found["b_half"]) + block.text[half[1] : found.end()]
        yield _match(block, found, Span(*found.span()), right, said)


def _zoned(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    here, there = (clock.ZONES[found[name]] for name in ("here", "there"))
    start, given = clock.minutes(found, "a"), clock.minutes(found, "b")
    rights = {int(start + 60 * ahead) % clock.DAY for ahead in clock.ahead(here, there)}
    if given in rights or found["here"] == found["there"]:
        return
    usual = int(start + 60 * (there[0] - here[0]))
    span = Span(_start(found, "b"), _end(found, "b"))
    right = clock.printed(usual)
    said = f"{_shown(found, 'a')} {found['here']} is {right} {found['there']}"
    yield _match(block, found, span, right, said)


def _match(block: Block, found: regex.Match[str], span: Span, right: str, said: str) -> Match:
    names = {"match": found[0], "given": block.text[slice(*span)], "right": right, "sum": said}
    return Match(block, span, (right,) if right else (), names, (Evidence(said, block, Span(*found.span())),))


def _start(found: regex.Match[str], name: str) -> int:
    return next(found.start(f"{name}_{part}") for part in ("hour", "hour24", "word") if found[f"{name}_{part}"])


def _end(found: regex.Match[str], name: str) -> int:
    if found[f"{name}_half"]:
        end = found.end(f"{name}_half")
        return end + len(_REST.match(found.string, end)[0])  # type: ignore[index]
    return max(found.end(f"{name}_{part}") for part in ("minute24", "word"))


_REST = lazily.pattern(r"\.?m\.?", lazily.IGNORECASE)


def _shown(found: regex.Match[str], name: str) -> str:
    return found.string[_start(found, name) : _end(found, name)]
