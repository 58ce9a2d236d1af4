"""Headline number: a figure in the headline that the body never gives, where the body counts the same thing otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

import regex

from lintnews import lazily
from lintnews.ledger import Story, figures, numbers
from lintnews.ledger.numbers import Number
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import record

_COUNTED = lazily.pattern(
    r"\s?(?P<percent>%|percent\b|per cent\b)"
    r"|[\s-](?:of (?:its|the|their|his|her) )?(?P<words>\p{L}[\p{L}’'-]*(?:[\s-]\p{L}[\p{L}’'-]*){0,3})"
)
_STOPS = frozenset(
    "of in to on at by for from with as and or after before into over under during since than that who which when while are is was were "
    "be been has have had will would could percent".split()
)
_MONEY = frozenset("$£€")
#: What happened to people, and what people are called beside it.
_HARMED = frozenset({"dead", "hurt", "held"})
_PEOPLE = frozenset("peopl perso men man women woman other victi kille die died dies injur wound arres detai".split()) | _HARMED
_AGE = lazily.pattern(r"(?:,|\baged)\s\Z")
_AGE_ENDS = lazily.pattern(r"[,;)]\s|\.?\s*\Z|-year-old\b")
#: Digits of a figure that is not like another by chance.
_LONG = 4
#: The paragraphs at the head of the body that tell the news.
_LEDE = 3
_COMMON = frozenset(
    {*_MONEY, "age", "%", "year", "month", "week", "day", "hour", "minut", "point", "peopl", "time", "perce", "thing", "way"}
)
_WORD = lazily.pattern(r"\p{L}[\p{L}’']{2,}")
#: Verbs of three letters that say as much as longer ones.
_TELLING = frozenset("cut cuts buy buys win wins won add adds ban bans get gets hit hits lay pay pays put run see sue hire".split())
_NOT_A_COUNT = lazily.pattern(
    r"(?:\b(?:No|Nos|number|Highway|Route|Interstate|Flight|Title|Section|Chapter|Part|Episode|Week|Day|Phase|Type|Level|Article|Room"
    r"|Apollo|I|Windows|iOS|Version|Channel|Covid|COVID)\.?|[#&])[ -]?\Z"
)


_HARMS = (
    r"(?P<dead>kill(?:s|ed|ing)?|dead|die[sd]?|dying)|(?P<hurt>injur(?:e|es|ed|ing)|wound(?:s|ed|ing)|hurts?)"
    r"|(?P<held>arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|held)"
)
_HARM_BEFORE = lazily.pattern(rf"(?i)\b(?:{_HARMS})\s+(?:at\s+least\s+|about\s+|more\s+than\s+|some\s+|nearly\s+)?\Z")
_HARM_AFTER = lazily.pattern(
    rf"(?i)\s+(?:(?:people|others|men|women|children|civilians|soldiers|officers)\s+)?(?:(?:were|was|are|have\s+been|had\s+been|left)\s+)?(?:{_HARMS})\b"
)


#: `rescued six fishermen`, which a headline has as `Six rescued`.
_DONE = lazily.pattern(r"\b(?P<verb>\p{Ll}{3,}ed|freed|sent|shot)\s+(?:all\s+|the\s+|some\s+|about\s+|at\s+least\s+){0,2}\Z")


class _Count(NamedTuple):
    block: Block
    number: Number
    things: frozenset[str]
    context: frozenset[str]

    @property
    def text(self) -> str:
        """The number as it is printed."""
        return self.block.text[slice(*self.number.span)]


#: What stands beside the copy and is held against it as a headline is; a caption may be of another day's dead.
_BESIDE = (Part.DECK, Part.CAPTION)
_BETWEEN = lazily.pattern(r"[\s-]")
_ENDING = lazily.pattern(r"(?:'s|’s|s)\Z")


@record
class Check:
    """`shared` is how many other words the headline and the body's sentence must share; twice that for percentages and spans of time."""

    slots: ClassVar[tuple[str, ...]] = ("match", "body", "thing")
    shared: int = 1
    absent: bool = False

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(Part.HEADLINE, Part.DECK, Part.CAPTION):
            heads = [head for head in _counts(story, block) if _is_count(head)]
            if not heads:
                continue
            copy = [body for body in story.blocks(*PROSE) if block.part is Part.HEADLINE or body.part not in _BESIDE]
            bodies = [count for body in copy for count in _counts(story, body)]
            values = {count.number.value for count in bodies}
            lede = copy[:_LEDE] if block.part is not Part.CAPTION else []
            for head in heads:
                found = None if head.number.value in values else self._against(head, bodies)
                if found := found or _alone(head, bodies, lede) or (None if head.number.value in values else _slip(story, head, lede)):
                    yield found
                elif self.absent and head.number.value not in values and "%" in head.things:
                    yield from _absent(head, bodies)

    def _against(self, head: _Count, bodies: list[_Count]) -> Match | None:
        rivals = [(len(head.context & b.context), b) for b in bodies if head.things & b.things and not _may_be(head.number, b.number)]
        if not rivals or (head.things - _COMMON and _is_sum(head.number, [b.number for _, b in rivals])):
            return None
        if any(head.things & b.things and _may_be(head.number, b.number) for b in bodies):
            return None
        shared, best = max(rivals, key=lambda rival: rival[0])
        common = not (head.things & best.things) - _COMMON
        if shared + len(head.things & best.things) - 1 < self.shared * (2 if common else 1):
            return None
        return _match(head, best)


def _match(head: _Count, body: _Count, doubt: int = 0) -> Match:
    here, there = (count.block.text[slice(*count.number.span)] for count in (head, body))
    names = {"match": here, "body": there, "thing": min(head.things & body.things, key=len)}
    shown = Evidence("the body gives another figure", body.block, _with_noun(body))
    return Match(head.block, head.number.span, _as_printed(body, head), names, (shown,), doubt)


def _alone(head: _Count, bodies: list[_Count], lede: list[Block]) -> Match | None:
    """How many died, were hurt or were arrested, or somebody's age, where the body's head has one such figure and it is another."""
    things = head.things & _HARMED if head.things <= _PEOPLE else head.things & {"age"}
    told = [count for count in bodies if count.things & things]
    if not told or len({count.number.value for count in told}) > 1 or told[0].block not in lede:
        return None
    return None if _may_be(head.number, told[0].number) else _match(head, told[0])


def _slip(story: Story, head: _Count, lede: list[Block]) -> Match | None:
    """A long figure of which the body's head has just one that it may be a slip for."""
    here = head.text
    if sum(map(str.isdigit, here)) < _LONG or not here[:1].isdigit():
        return None
    near = {
        number.value: (block, number)
        for block in lede
        for number in story.numbers[block]
        if figures.slipped(here, block.text[slice(*number.span)]) and sum(map(str.isdigit, block.text[slice(*number.span)])) >= _LONG
    }
    if len(near) != 1:
        return None
    block, number = next(iter(near.values()))
    body = _Count(block, number, head.things, frozenset())
    return None if _may_be(head.number, number) else _match(head, body)


def _absent(head: _Count, bodies: list[_Count]) -> Iterator[Match]:
    """A percentage of which the body, which has others, knows nothing: none that it may be rounded from, none that it is the rest of."""
    shares = [b for b in bodies if "%" in b.things]
    values = {b.number.value for b in shares}
    pairs = {(a.number.value, b.number.value) for a in shares for b in shares if a.block is b.block}
    derived = {100 - v for v in values} | {abs(v - w) for v, w in pairs} | {v + w for v, w in pairs}
    if not shares or head.number.value in derived or any(abs(head.number.value - value) < 1 for value in values):
        return
    if any(_may_be(head.number, share.number) for share in shares):
        return
    here = head.block.text[slice(*head.number.span)]
    near = sorted({b.number.value: b for b in shares}.values(), key=lambda b: abs(b.number.value - head.number.value))
    shown = tuple(Evidence("the body has", b.block, _with_noun(b)) for b in near[:1])
    names = {"match": here, "body": near[0].block.text[slice(*near[0].number.span)], "thing": "percent"}
    yield Match(head.block, head.number.span, _as_printed(near[0], head) if len(near) == 1 else (), names, shown, 1)


def _as_printed(body: _Count, head: _Count) -> tuple[str, ...]:
    """The body's figure as the headline prints its own: in figures, or in words as the body has it."""
    here, there = (count.block.text[slice(*count.number.span)] for count in (head, body))
    if here.isdigit() and there.isalpha() and body.number.value.denominator == 1:
        return (str(body.number.value),)
    return (there.capitalize() if here[:1].isupper() else there,)


def _counts(story: Story, block: Block) -> Iterator[_Count]:
    for number in story.numbers[block]:
        counted = _COUNTED.match(block.text, number.span.end)
        sentence = story.sentence(block, number.span.start)
        things = (_things(counted) if counted else frozenset()) | _harmed(block.text, number.span)
        if (sign := block.text[number.span.start - 1 : number.span.start]) and sign in _MONEY:
            things = frozenset(sign + thing for thing in things)
        things |= _of(block.text, number)
        if block.part is not Part.HEADLINE and (done := _DONE.search(block.text, max(0, number.span.start - 30), number.span.start)):
            things |= {_stem(done["verb"])}
        if things:
            yield _Count(block, number, things, _content(block.text[slice(*sentence)]) - things)


def _harmed(text: str, span: Span) -> frozenset[str]:
    """`dead`, `hurt` or `held`, where a number is of people of whom that is told by a verb before it or a word behind it."""
    found = _HARM_BEFORE.search(text, max(0, span.start - 36), span.start) or _HARM_AFTER.match(text, span.end)
    return frozenset(name for name in ("dead", "hurt", "held") if found and found[name])


def _of(text: str, number: Number) -> frozenset[str]:
    """The currency of a sum, or `age`."""
    start, end = number.span
    if text[start - 1 : start] in _MONEY and not text[end : end + 1].isalpha():
        return frozenset(text[start - 1 : start])
    aged = 0 < number.value < 110 and end - start < 4 and _AGE_ENDS.match(text, end)
    return frozenset({"age"}) if aged and (_AGE.search(text, max(0, start - 6), start) or text[end : end + 1] == "-") else frozenset()


def _things(counted: regex.Match[str]) -> frozenset[str]:
    """What is counted: the stems of the words after the number up to the next small word."""
    if counted["percent"]:
        return frozenset({"%"})
    out = []
    for word in _BETWEEN.split(counted["words"]):
        if word.lower() in _STOPS:
            break
        out.append(_stem(word))
    return frozenset(out)


def _content(text: str) -> frozenset[str]:
    found = (match[0] for match in _WORD.finditer(text))
    return frozenset(
        _stem(word)
        for word in found
        if (len(word) > 3 or word.lower() in _TELLING) and word.lower() not in _STOPS and word.lower() not in numbers.SMALL
    )


def _stem(word: str) -> str:
    return _ENDING.sub("", word.lower())[:5]


def _is_count(head: _Count) -> bool:
    number, text = head.number, head.block.text
    is_year = number.unit == 1 and 1900 <= number.value <= 2100
    return not is_year and number.value > 1 and not _NOT_A_COUNT.search(text, max(0, number.span.start - 12), number.span.start)


def _may_be(headline: Number, body: Number) -> bool:
    """Whether the headline's figure may stand for the body's, rounded: within a tenth, and rounder."""
    rounder = headline.value % 10 == 0 or headline.unit != 1 or body.unit < 1
    return headline.value == body.value or (rounder and abs(headline.value - body.value) * 10 <= body.value and body.value > 20)


def _is_sum(number: Number, parts: list[Number]) -> bool:
    values = {part.value for part in parts}
    return any(number.value - value in values for value in values) or number.value == sum(values)


def _with_noun(count: _Count) -> Span:
    counted = _COUNTED.match(count.block.text, count.number.span.end)
    return Span(count.number.span.start, counted.end() if counted else count.number.span.end)
