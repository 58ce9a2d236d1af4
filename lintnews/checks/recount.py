"""Recount: `the 15 people arrested` where the story has so far counted twelve: one number of a thing taken up again as another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, Match, Part
from lintnews.record import record

_NOUN = lazily.pattern(
    r"(?:[ -]| of (?:the|its|their|his|her) )(?P<first>\p{Ll}[\p{Ll}-]+)(?: (?P<second>\p{Ll}[\p{Ll}-]+))?(?: (?P<third>\p{Ll}[\p{Ll}-]+))?"
)
_TAKEN_UP = lazily.pattern(r"(?:\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Ii]ts|[Tt]heir|[Aa]ll)|\p{L}[’']s) \Z")
_PLURAL = frozenset({"people", "men", "women", "children", "police", "crew"})
_NO_THING = frozenset(
    "years months weeks days hours minutes seconds miles feet inches meters metres kilometers kilometres pounds dollars euros percent "
    "points times others degrees tons acres yards votes seats goals runs games matches thirds quarters states countries members million "
    "billion largest biggest cents parts ways things terms sides rounds sets cases deaths".split()
)
_STOPS = frozenset("were was are is have had has been who that which from for with and the said in on of to by at".split())


class _Count(NamedTuple):
    block: Block
    number: Number
    noun: str
    said: frozenset[str]
    taken_up: bool


@record
class Check:
    """What a count is of, and one word told of it (`burned`, `injured`), must agree; a number that is greater needs no such word.

    A story that counts the thing in more than `counts` ways is left alone.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "noun")
    counts: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        by_noun: dict[str, list[_Count]] = {}
        for block in story.blocks(Part.BODY, Part.LIST, Part.CAPTION):
            for count in _counts(block, story.numbers[block]):
                if not story.quoted(block, count.number.span):
                    by_noun.setdefault(count.noun, []).append(count)
        for noun, counts in by_noun.items():
            values = list(dict.fromkeys(count.number.value for count in counts))
            if 1 < len(values) <= self.counts and (match := _told(noun, counts, values)):
                yield match


def _told(noun: str, counts: list[_Count], values: list[Fraction]) -> Match | None:
    first = counts[0]
    for count in counts[1:]:
        if count.number.value == first.number.value or not count.taken_up:
            continue
        alike = count.said & first.said
        if not alike and count.number.value < first.number.value:
            continue
        if not alike and ((count.said and first.said) or count.number.value > 3 * first.number.value):
            continue
        here, there = (c.block.text[slice(*c.number.span)] for c in (count, first))
        shown = Evidence(f"{there} {noun} before", first.block, first.number.span)
        return Match(count.block, count.number.span, (), {"match": here, "other": there, "noun": noun}, (shown,))
    return None


def _counts(block: Block, found: Sequence[Number]) -> Iterator[_Count]:
    text = block.text
    for number in found:
        words = _NOUN.match(text, number.span.end)
        if not words or number.value < 2 or number.unit < 1 or text[max(0, number.span.start - 1) : number.span.start] in ("$", "£", "€"):
            continue
        names = [words[name] for name in ("first", "second", "third") if words[name]]
        at = next((i for i, word in enumerate(names) if word in _PLURAL or (word.endswith("s") and len(word) > 3)), None)
        if at is None or names[at] in _NO_THING or any(word in _STOPS for word in names[:at]):
            continue
        taken_up = _TAKEN_UP.search(text, max(0, number.span.start - 12), number.span.start) is not None
        yield _Count(block, number, names[at], _said(text, words.end(), names, at), taken_up)


def _said(text: str, end: int, names: list[str], at: int) -> frozenset[str]:
    """The stems of the participles around a noun: `injured people`, `people were injured`."""
    after = text[end : end + 30].split(".")[0].split()[:3]
    near = [*names[:at], *names[at + 1 :], *after]
    return frozenset(
        word.strip(",;")[:5] for word in near if word.strip(",;").endswith(("ed", "en", "wn", "ilt", "ost", "illed")) and len(word) > 3
    )
