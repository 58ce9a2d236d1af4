"""Recount: `the 15 people arrested` where the story has so far counted twelve: one number of a thing taken up again as another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story, figures
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, Match, Part
from lintnews.record import record
from lintnews.words import like

_NOUN = lazily.pattern(
    r"(?:[ -]| of (?:the|its|their|his|her) )(?P<first>\p{Ll}[\p{Ll}-]+)(?: (?P<second>\p{Ll}[\p{Ll}-]+))?(?: (?P<third>\p{Ll}[\p{Ll}-]+))?"
)
_TAKEN_UP = lazily.pattern(r"(?:\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Ii]ts|[Tt]heir|[Aa]ll)|\p{L}[’']s) \Z")
#: `49 of the 71 people`: what a part is of has been counted before.
_PART_OF = lazily.pattern(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|none|all|some|many|third|quarter)) of (?:the|those|these) \Z"
)
_PLURAL = frozenset({"people", "men", "women", "children", "police", "crew"})
_NO_THING = frozenset(
    "years months weeks days hours minutes seconds miles feet inches meters metres kilometers kilometres pounds dollars euros percent "
    "points times others degrees tons acres yards votes seats goals runs games matches thirds quarters states countries members million "
    "billion largest biggest cents parts ways things terms sides rounds sets cases deaths".split()
)
#: Numbers of so many characters are the same thing only where their digits are.
_SHORT = 2
_STOPS = frozenset("were was are is have had has been who that which from for with and the said in on of to by at".split())


class _Count(NamedTuple):
    block: Block
    number: Number
    noun: str
    said: frozenset[str]
    taken_up: bool
    part: bool

    @property
    def text(self) -> str:
        """The number as it is printed."""
        return self.block.text[slice(*self.number.span)]


@record
class Check:
    """What a count is of, and one word told of it (`burned`, `injured`), must agree; a number that is greater needs no such word, nor one

    that may be a slip for the other (`81,000` for `18,000`). A story that counts the thing in more than `counts` ways is left alone. The
    number that the headline and the rest of the story have less often is the one that is told.
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
            values = dict.fromkeys(count.number.value for count in counts)
            if 1 < len(values) <= self.counts and (two := _two(counts)):
                yield _match(story, noun, counts, *two)


def _two(counts: list[_Count]) -> tuple[_Count, _Count] | None:
    """The first count, and a later one that takes it up and has another number."""
    first = counts[0]
    for count in counts[1:]:
        if count.number.value == first.number.value or not count.taken_up:
            continue
        alike, slip = count.said & first.said, _slip(count, first)
        if not alike and not slip and count.number.value < first.number.value:
            continue
        if not alike and (
            (count.said and first.said and not (slip and count.part)) or (not slip and count.number.value > 3 * first.number.value)
        ):
            continue
        return first, count
    return None


def _slip(one: _Count, other: _Count) -> bool:
    """Whether two numbers in figures, of as many digits, are a swap or a digit apart."""
    texts = [count.text for count in (one, other)]
    long = all(text[-1:].isdigit() and len(text) > 1 for text in texts) and len(texts[0]) == len(texts[1])
    return long and (sorted(texts[0]) == sorted(texts[1]) or len(texts[0]) > _SHORT or one.part) and figures.slipped(*texts)


def _match(story: Story, noun: str, counts: list[_Count], first: _Count, later: _Count) -> Match:
    """The one of two that has less support, or the later one."""
    values = [count.number.value for count in counts]
    heads = [number.value for block in story.blocks(Part.HEADLINE, Part.DECK) for number in story.numbers[block]]
    support = [(values + heads).count(count.number.value) for count in (first, later)]
    odd, usual = (first, later) if support[0] < support[1] else (later, first)
    shown = Evidence(f"{usual.text} {noun} {'before' if usual is first else 'later'}", usual.block, usual.number.span)
    fixes = (like(usual.text, odd.text),) if support[0] != support[1] or _slip(first, later) else ()
    return Match(odd.block, odd.number.span, fixes, {"match": odd.text, "other": usual.text, "noun": noun}, (shown,))


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
        part = _PART_OF.search(text, max(0, number.span.start - 20), number.span.start) is not None
        yield _Count(block, number, names[at], _said(text, words.end(), names, at), taken_up, part)


def _said(text: str, end: int, names: list[str], at: int) -> frozenset[str]:
    """The stems of the participles around a noun: `injured people`, `people were injured`."""
    after = text[end : end + 30].split(".")[0].split()[:3]
    near = [*names[:at], *names[at + 1 :], *after]
    return frozenset(
        word.strip(",;")[:5] for word in near if word.strip(",;").endswith(("ed", "en", "wn", "ilt", "ost", "illed")) and len(word) > 3
    )
