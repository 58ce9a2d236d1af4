"""Change: a figure that goes from one value to another, with a percentage, a direction or a `doubled` that the two do not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers, rounding
from lintnews.ledger.changes import CLEAR, DOWN, GAP, PAIR, UP, Pair, bounds, read
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_TIMES = {"doubl": Fraction(2), "tripl": Fraction(3), "trebl": Fraction(3), "quadrupl": Fraction(4), "halv": Fraction(1, 2)}
_OTHER = dict(
    pair
    for one, other in (
        ("rise", "fall"), ("rises", "falls"), ("rose", "fell"), ("risen", "fallen"), ("rising", "falling"), ("climb", "drop"),
        ("climbs", "drops"), ("climbed", "dropped"), ("climbing", "dropping"), ("jump", "drop"), ("jumps", "drops"), ("jumped", "dropped"),
        ("grow", "shrink"), ("grows", "shrinks"), ("grew", "shrank"), ("grown", "shrunk"), ("growing", "shrinking"), ("gained", "declined"),
        ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"), ("increasing", "decreasing"), ("up", "down"),
        ("went up", "went down"), ("going up", "going down"), ("surged", "plunged"), ("soared", "plummeted"),
    )
    for pair in ((other, one), (one, other))
)  # fmt: skip
_MULTIPLE = r"(?:doubl|tripl|trebl|quadrupl|halv)(?:es|ed|ing|e)"
_NOUN = (
    r"(?P<noun>increase|rise|jump|gain|growth|surge|climb|drop|fall|decline|decrease|loss|reduction|slide|plunge|dip|cut|change|improvement"
    r"|hike)"
)
_CLAIMED = rf"{rounding.HEDGE}(?P<claim>(?<![\d.,$£€]){numbers.PATTERN})(?P<sign>{rounding.PERCENT}|(?:[\s-]percentage)?[\s-]points?\b)"
_FOLD = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "hundred": 100}
_GREW_FOLD = lazily.pattern(
    rf"(?i)\b(?P<verb>{UP})\s+(?P<claim>(?P<times>{'|'.join(_FOLD)}|\d{{1,3}})[\s-]?fold)(?P<middle>,?\s|\s{CLEAR}{{0,30}}?\s){PAIR}"
)
_PARTS = {
    "a third": Fraction(1, 3), "one-third": Fraction(1, 3), "a quarter": Fraction(1, 4), "a fifth": Fraction(1, 5),
    "a tenth": Fraction(1, 10), "half": Fraction(1, 2), "two-thirds": Fraction(2, 3), "three-quarters": Fraction(3, 4),
}  # fmt: skip
_BY_PART = lazily.pattern(
    rf"(?i)\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+by\s+{rounding.HEDGE}(?P<claim>{'|'.join(_PARTS)})(?P<middle>,?\s|\s{CLEAR}{{0,30}}?\s){PAIR}"
)
_MOVE = rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<multiple>{_MULTIPLE}))\b"
_BEFORE = lazily.pattern(rf"(?i){_MOVE}\s+(?:by\s+)?(?:an?\s+)?{_CLAIMED},?\s+(?:{CLEAR}{{0,20}}?\s)?{PAIR}")
_BY = lazily.pattern(
    rf"(?i)\b(?:{UP}|{DOWN})\s+(?:by\s+)?{rounding.HEDGE}(?P<money>[$£€]\s?)?(?P<claim>(?<![\d.,]){numbers.PATTERN})"
    rf"(?!{rounding.PERCENT}|[\s-]percentage|[\d.,]*\d)(?:[\s-](?P<unit>(?!to\b|from\b|in\b|on\b)\p{{Ll}}+))?"
    rf"(?:,\s+or\s+[^,;.]{{1,20}},)?,?\s+(?:{CLEAR}{{0,20}}?\s)?{PAIR}"
)
_PLAIN = lazily.pattern(rf"(?i){_MOVE}(?:\s(?:since|in|by)\s(?:19|20)\d\d)?(?P<middle>,?\s|\s{CLEAR}{{0,30}}?\s){PAIR}")
_AFTER = lazily.pattern(
    rf"(?i){GAP}(?:,\s+|\s+[—–]\s+|\s*—\s*|\s+\()(?:or\s+|for\s+)?(?:(?:up|down)\s+)?(?:an?\s+)?(?:{_NOUN}\s+of\s+)?{_CLAIMED}(?!\s+(?:of|to)\b)"
    rf"(?:\s+(?!of\b){_NOUN}\b)?"
)
_ELSEWHERE = lazily.pattern(r"(?i)\s*(?:\w+\s+){0,2}(?:from|than|since|over|compared|per|annual\w*|a\s+year|each|every|yearly)\b")


@record
class Check:
    """`what`: `percent` (from 200 to 260, up 20 percent), `points` (from 4 percent to 6 percent, up 2 percent), `direction` (rose from

    260 to 200), `difference` (up 50, from 200 to 260; off by one it is less sure, as measures are rounded), `multiple` (doubled from 30
    to 45), `fold` (grew tenfold from 30 to 45, rose by a third from 30 to 45).
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    need: ClassVar[Need] = Need((" from ",), folded=True)
    what: Literal["difference", "percent", "points", "direction", "multiple", "fold"]

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if " from " in block.text:
                yield from _WORK[self.what](block)


def _claims(block: Block) -> Iterator[tuple[regex.Match[str], regex.Match[str]]]:
    """Every change with a percentage or points beside it: the match with the two figures, and the one with the claim."""
    for found in _BEFORE.finditer(block.text):
        yield found, found
    for found in _PLAIN.finditer(block.text):
        if (claim := _AFTER.match(block.text, found.end())) and not _ELSEWHERE.match(block.text, claim.end()):
            yield found, claim


def _percent(block: Block) -> Iterator[Match]:
    """A percentage that the change does not come to."""
    for found, claim in _claims(block):
        pair, given = read(found), numbers.number(claim["claim"])
        if pair is None or not pair.first.value:
            continue
        points = "point" in claim["sign"]
        in_points = abs(pair.second.value - pair.first.value)
        if points and not pair.shares:
            continue
        if pair.shares and (points or rounding.off(*bounds(pair, in_points), given, claim["hedge"]) <= 0):
            off, right, worked = rounding.off(*bounds(pair, in_points), given, claim["hedge"]), in_points, "points"
        else:
            right, worked = 100 * in_points / pair.first.value, "percent"
            off = rounding.off(*_relative(pair), given, claim["hedge"])
        if off > 0:
            text = f"{pair.printed} is {float(right):.4g} {worked}"
            yield _match(block, found, claim, rounding.printed(right, given), text, int(off <= given.unit))


def _relative(pair: Pair) -> tuple[Fraction, Fraction]:
    """The least and the greatest percentage that a change may come to when both figures are rounded."""
    first, second = pair.first, pair.second
    least, most = (rounding.low, rounding.high) if second.value > first.value else (rounding.high, rounding.low)
    ends = [100 * abs(a(second) - b(first)) / max(b(first), Fraction(1, 1000)) for a, b in ((least, most), (most, least))]
    return min(ends), max(ends)


def _points(block: Block) -> Iterator[Match]:
    """A difference of two percentages that is called percent."""
    for found, claim in _claims(block):
        pair, given = read(found), numbers.number(claim["claim"])
        if pair is None or not pair.shares or "point" in claim["sign"] or not pair.first.value:
            continue
        in_points = abs(pair.second.value - pair.first.value)
        if in_points == given.value and rounding.off(*_relative(pair), given, claim["hedge"]) > 0:
            span = Span(claim.start("claim"), claim.end("sign"))
            right = f"{claim['claim']} percentage point{'' if given.value == 1 and claim['claim'] == '1' else 's'}"
            names = {"match": claim[0].strip(" ,"), "given": block.text[slice(*span)], "right": right}
            names["sum"] = f"{pair.printed} is {float(100 * in_points / pair.first.value):.3g} percent"
            yield Match(block, span, (right,), names, (Evidence(names["sum"], block, Span(*found.span())),))


def _direction(block: Block) -> Iterator[Match]:
    """`rose` with figures that fall, `fell` with figures that rise."""
    for found in _PLAIN.finditer(block.text):
        pair = None if found["multiple"] else read(found)
        if pair is None or pair.first.value == pair.second.value or len(found["middle"].split()) > 2:
            continue
        if (pair.second.value > pair.first.value) == bool(found["down"]):
            verb = found["up"] or found["down"]
            names = {"match": found[0], "given": verb, "right": "", "sum": pair.printed}
            span = Span(found.start(), found.start() + len(verb))
            yield Match(block, span, _other_way(verb), names, (Evidence(pair.printed, block, Span(span.end, found.end())),))


def _multiple(block: Block) -> Iterator[Match]:
    """`doubled` and its like with figures that did something else."""
    for found in _PLAIN.finditer(block.text):
        pair = read(found) if found["multiple"] else None
        if pair is None or not pair.first.value or not pair.second.value:
            continue
        word = found["multiple"].lower()
        times = next(n for stem, n in _TIMES.items() if word.startswith(stem))
        ratio, before = pair.second.value / pair.first.value, block.text[max(0, found.start() - 14) : found.start()].lower().split()
        more, nearly = before[-2:] == ["more", "than"], before[-1:] and before[-1] in ("nearly", "almost", "roughly", "about", "virtually")
        room = Fraction(13, 20) if more or nearly else Fraction(3, 20)
        off = times < ratio * (1 - room) if times > 1 else times > ratio * (1 + room)
        if not (1 - room <= ratio / times <= 1 + room) and not (more and off and ratio < times + 1):
            text = f"{pair.printed} is {float(ratio):.3g} times as much"
            names = {"match": found[0], "given": found["multiple"], "right": f"{float(ratio):.3g}", "sum": text}
            yield Match(block, Span(*found.span("multiple")), _times(word, ratio), names, (Evidence(text, block, Span(*found.span())),))


def _other_way(verb: str) -> tuple[str, ...]:
    """A verb of the other direction in the same form: `fell` for `rose`."""
    other = _OTHER.get(" ".join(verb.lower().split()))
    return (other,) if other else ()


def _times(word: str, ratio: Fraction) -> tuple[str, ...]:
    """The word for what the figures come to, where there is one: `tripled` for `doubled`."""
    ending = next(word.removeprefix(stem) for stem in _TIMES if word.startswith(stem))
    near = [stem for stem, times in _TIMES.items() if abs(ratio / times - 1) <= Fraction(1, 20) and stem != "trebl"]
    return tuple(f"{stem}{ending}" for stem in near)


def _match(block: Block, found: regex.Match[str], claim: regex.Match[str], right: str, worked: str, doubt: int) -> Match:
    names = {"match": claim[0].strip(" ,"), "given": claim["claim"], "right": right, "sum": worked}
    return Match(
        block, Span(*claim.span("claim")), (right,) if right else (), names, (Evidence(worked, block, Span(*found.span())),), doubt
    )


def _folded(ratio: Fraction) -> str:
    word = next((word for word, times in _FOLD.items() if times == ratio), "")
    return f"{word}fold" if word else f"{float(ratio):.3g}-fold"


def _fold(block: Block) -> Iterator[Match]:
    """`grew tenfold` with figures that did something else, and `rose by a third`."""
    for found in _GREW_FOLD.finditer(block.text):
        pair = read(found)
        word = found["times"].lower()
        times = _FOLD.get(word) or int(word)
        if pair and pair.first.value and not 0.8 <= (ratio := pair.second.value / pair.first.value) / times <= 1.25:
            yield _match(block, found, found, _folded(ratio), f"{pair.printed} is {float(ratio):.3g} times as much", 0)
    for found in _BY_PART.finditer(block.text):
        pair, part = read(found), _PARTS[" ".join(found["claim"].lower().split())]
        if pair is None or not pair.first.value:
            continue
        ratio = abs(pair.second.value - pair.first.value) / pair.first.value
        if abs(ratio - part) > part * Fraction(3 if found["hedge"] else 2, 10):
            near = [name for name, value in _PARTS.items() if abs(ratio - value) <= value / 20]
            yield _match(block, found, found, near[0] if near else "", f"{pair.printed} is {float(100 * ratio):.3g} percent", 0)


def _difference(block: Block) -> Iterator[Match]:
    """An amount that is not the difference of the two figures: `rose three feet, to 18 feet from 16 feet`."""
    for found in _BY.finditer(block.text):
        pair, given = read(found), numbers.number(found["claim"])
        if pair is None or pair.shares or bool(found["money"]) != any(found[f"{name}_money"] for name in "abcd") or not _same_unit(found):
            continue
        right = abs(pair.second.value - pair.first.value)
        off = rounding.off(*bounds(pair, right), given, found["hedge"])
        whole = all(number.unit == 1 for number in (pair.first, pair.second, given)) and not found["hedge"]
        if right and (off > 0 or (whole and given.value != right)):
            worked = f"{pair.printed} is {float(right):,.10g}"
            yield _match(block, found, found, rounding.printed(right, given), worked, int(off <= given.unit))


def _same_unit(found: regex.Match[str]) -> bool:
    """Whether the amount is of what the figures are of, as far as that is printed; points are those of an index."""
    if not found["unit"]:
        return True
    unit = found["unit"].removesuffix("s")
    after = [found.string[found.end(name) :].lstrip(" -").split(" ")[0].strip(",.;").removesuffix("s") for name in "abcd" if found[name]]
    return unit in ("point", *after)


_WORK = {"difference": _difference, "percent": _percent, "points": _points, "direction": _direction, "multiple": _multiple, "fold": _fold}
