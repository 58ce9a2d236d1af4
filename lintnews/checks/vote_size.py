"""Vote size: more votes than a body has members: `the nine-member board voted 7-3`, `the Senate passed it, 53-50`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.model import PROSE, Block, Evidence, Match, OptionError, Part, Span
from lintnews.record import field, record

_VOTE = (
    r"(?P<votes>(?<!\b(?:at|from)\s)(?<![\d.,:/$£€-])\d{1,3}(?:[-–]| to )\d{1,3}(?:[-–]\d{1,2})?"
    r"(?![\d.,:/–-]*\d|\s*(?:percent|%|p\.?m|a\.?m)))"
)
_VERB = (
    r"(?:vot\w+|ruled|ruling|decision|decided|approved|passed|rejected|defeated|split|backed|upheld|struck|confirmed|agreed|vote|margin)"
)
_OF = rf"(?P<size>\b(?:{'|'.join(numbers.SMALL[3:])})|(?<![\d.,-])\d{{1,3}})[\s-](?:member|seat|judge|justice|person|strong)\b"
_SIZE = lazily.pattern(rf"(?i){_OF}\s+(?:\p{{L}}[\p{{L}}’'.]*\s+){{1,4}}?[^.;:!?“”\"\d]{{0,60}}?\b{_VERB}\b[^.;:!?“”\"\d]{{0,60}}?{_VOTE}")
_OF_THE = lazily.pattern(
    rf"(?i)(?:\b(?:vot\w+|was)\s+(?:of\s+)?{_VOTE}|{_VOTE}\s+(?:vote|ruling|decision))\s[^.;:!?“”\"\d]{{0,40}}?\b(?:the|a|its)\s+{_OF}"
)
_ALL = lazily.pattern(
    rf"(?i)(?:\b{_VERB}\b[^.;:!?“”\"\d]{{0,40}}?|\ban? ){_VOTE}[^.;:!?“”\"\d]{{0,60}}?\bwith all (?:of (?:its|the) )?"
    rf"(?P<size>\b(?:{'|'.join(numbers.SMALL[3:])})|(?<![\d.,-])\d{{1,3}})"
    r"\s\p{Ll}+s(?:\s\p{Ll}+)? (?:present|there|voting|taking part|participating)\b"
)
_LED = lazily.pattern(rf"(?i)\b(?:in|by)\s+an?\s+{_VOTE}\s+(?:vote|ruling|decision)(?:[^.;:!?“”\"\d]|\bU\.S\.){{0,20}}\Z")
_BESIDE = lazily.pattern(rf",?\s+(?:by\s+)?{_VOTE}(?=[,.;]|\s*\Z)")
_WON = lazily.pattern(rf"(?i)\b{_VERB}\b[^.;:!?“”\"\d]{{0,60}}?{_VOTE}")
_FIGURES, _FIGURE = re.compile(r"\d(?:[-–]| to )\d"), re.compile(r"\d+")
#: Words before a body's name that make it another one, `the French Senate`, and those that do not.
_OTHER = lazily.pattern(r"(?P<word>\p{Lu}[\p{L}’'.-]*)\s+\Z")
_SAME = frozenset("The U.S. US Federal American A".split())


@record
class Check:
    """`bodies`: the most votes that a body has, by its name; they count where one of the words of `there` is in the story."""

    slots: ClassVar[tuple[str, ...]] = ("match", "votes", "size")
    bodies: Mapping[str, str] = field(default_factory=dict)
    there: tuple[str, ...] = ()

    def validate(self) -> None:
        """Raise OptionError for a size that is no number."""
        for name, size in self.bodies.items():
            if not str(size).isdigit():
                raise OptionError(f"the size of `{name}` must be a number of votes, not `{size}`", "bodies")

    def find(self, story: Story) -> Iterator[Match]:
        at_home = any(word.lower() in story.folded for word in self.there)
        for block in story.blocks(*PROSE, Part.HEADLINE):
            if _FIGURES.search(block.text):
                for sized in chain.from_iterable(each.finditer(block.text) for each in (_SIZE, _OF_THE, _ALL)):
                    yield from _beyond(block, sized, numbers.small(sized["size"]), Span(*sized.span("size")))
                for name, size in self.bodies.items() if at_home else ():
                    for place in _places(block.text, name):
                        if found := self._vote(block, place, story.sentence(block, place.start)):
                            yield from _beyond(block, found, int(size), place)

    def _vote(self, block: Block, place: Span, sentence: Span) -> regex.Match[str] | None:
        """The vote that the sentence tells of a body, with no other body between."""
        if led := _LED.search(block.text, sentence.start, place.start):
            return led
        if beside := _BESIDE.match(block.text, place.end):
            return beside
        found = _WON.search(block.text, place.end, sentence.end)
        return None if found and any(other in block.text[place.end : found.end()] for other in self.bodies) else found


def _places(text: str, name: str) -> Iterator[Span]:
    """Where a body is named, and no other of that name."""
    at = text.find(name)
    while at >= 0:
        before = _OTHER.search(text, max(0, at - 30), at)
        follows = text[at + len(name) : at + len(name) + 4]
        if (not before or before["word"] in _SAME) and not follows.startswith((" of", "’s ", "'s ", "s")):
            yield Span(at, at + len(name))
        at = text.find(name, at + 1)


def _beyond(block: Block, found: regex.Match[str], size: int, of: Span) -> Iterator[Match]:
    cast = [int(part) for part in _FIGURE.findall(found["votes"])]
    if sum(cast) > size and max(cast) <= 2 * size:
        worked = f"{' and '.join(map(str, cast))} are {sum(cast)} votes of {size}"
        names = {"match": found["votes"], "votes": str(sum(cast)), "size": str(size)}
        yield Match(block, Span(*found.span("votes")), (), names, (Evidence(worked, block, of),))
