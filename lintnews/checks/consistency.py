"""Consistency: a story in, every place where it uses one of two forms after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import ClassVar, NamedTuple

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import Block, Evidence, Match, OptionError, Span
from lintnews.needs import EDGE, Need, either, fold, words
from lintnews.record import field, record
from lintnews.words import like

_REPORTS = ("each", "rarer")
_FEW = 3
_WORD = lazily.pattern(r"[\p{L}\p{N}_]+")
_PLAIN = lazily.pattern(r"[\p{L}\p{N} '’-]+")


class _Use(NamedTuple):
    """One mention of a form: the side it is on (0 or 1), and the pair that it belongs to, by its first form."""

    block: Block
    span: Span
    side: int
    pair: str

    @property
    def text(self) -> str:
        return self.block.text[self.span.start : self.span.end]

    @property
    def bounded(self) -> bool:
        """Whether a word begins or ends at both ends of the mention: a mark of quotation that stands within a word does so too."""
        around = f" {self.block.text} "[self.span.start : self.span.end + 2]
        return all("_" in pair or pair[0].isalnum() != pair[1].isalnum() for pair in (around[:2], around[-2:]))


@record
class Check:
    """Vale's consistency: the pairs of `either`, of which a story should use one side.

    `report: each` is Vale's: a pair is reported once a block, from the block on in which both sides have been seen.
    `report: rarer` counts the whole story and reports the form used less, where the other one stands as `often` as is asked.
    `together` takes all pairs as one choice, such as British or American spelling; their forms are then single words.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "fix")
    either: Mapping[str, str]
    ignorecase: bool = False
    nonword: bool = False
    report: str = "each"
    together: bool = False
    often: int = 1
    rewrite: Mapping[str, str] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if self.report not in _REPORTS:
            raise OptionError(f"`report` must be one of {', '.join(_REPORTS)}", "report")
        for a, b in self.either.items():
            if self.together and not (_WORD.fullmatch(a) and _WORD.fullmatch(b)):
                raise OptionError("with `together` each form is a single word, not a pattern", "either", a)
            tokens.validate(self._pair(a, b), {("either", a): a, ("either", a, 1): b})

    def _pair(self, a: str, b: str) -> str:
        return self._composed(f"(?P<side0>{a})|(?P<side1>{b})")

    def _composed(self, form: str) -> str:
        return tokens.compose((form,), nonword=self.nonword, ignorecase=self.ignorecase)

    def find(self, story: Story) -> Iterator[Match]:
        """The places where the story changes its form, with the other form's place as evidence."""
        choices = [list(self._words_used(story))] if self.together else (list(self._used(story, *pair)) for pair in self.either.items())
        for uses in choices:
            if {use.side for use in uses} == {0, 1}:
                yield from self._rarer(uses) if self.report == "rarer" else self._each(uses)

    def _blocks(self, story: Story) -> Iterable[Block]:
        """Headlines have a style of their own: they do not count against the running text."""
        return story.prose if self.report == "rarer" else story.blocks()

    @cached_property
    def _sides_of(self) -> Mapping[str, tuple[Need, Need, Need]]:
        """What a story must hold for either form of each pair, by the first, and for any."""
        sides = {a: (needed(self._composed(a)), needed(self._composed(b))) for a, b in self.either.items()}
        return {a: (*both, either(both)) for a, both in sides.items()}

    @cached_property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        if self.together:
            return Need(tuple(f"{EDGE}{fold(form)}{EDGE}" for form in self._sides), folded=True)
        return either(need for _, _, need in self._sides_of.values())

    def _used(self, story: Story, a: str, b: str) -> Iterator[_Use]:
        one, other, any_of_both = self._sides_of[a]
        if not (story.text.may_hold(one) and story.text.may_hold(other)):
            return
        counted, pattern = set(self._blocks(story)), patterns.compile(self._pair(a, b))
        for block in map(story.document.blocks.__getitem__, story.text.holding(any_of_both)):
            for found in patterns.find(pattern, block.text) if block in counted else ():
                yield _Use(block, Span(*found.span()), int(found["side1"] is not None), a)

    def _words_used(self, story: Story) -> Iterator[_Use]:
        """The forms that are single words, by looking each word up: no pattern of hundreds of words has to be built."""
        used = self._folded & story.text.words
        for block in self._blocks(story) if used else ():
            small = fold(block.text)
            if not any(word in small for word in used):
                continue
            text = block.text.lower() if self.ignorecase else block.text
            if self._sides.keys().isdisjoint(_WORD.findall(text)):
                continue
            for found in _WORD.finditer(text):
                if known := self._sides.get(found[0]):
                    yield _Use(block, Span(*found.span()), *known)

    @cached_property
    def _folded(self) -> frozenset[str]:
        """The words of the forms, as they stand in the words of a text."""
        return frozenset(word for form in self._sides for word in words(fold(form)))

    @cached_property
    def _sides(self) -> dict[str, tuple[int, str]]:
        sides = {}
        for a, b in self.either.items():
            for side, form in enumerate((a, b)):
                sides[form.lower() if self.ignorecase else form] = (side, a)
        return sides

    def _each(self, uses: list[_Use]) -> Iterator[Match]:
        """The last mention in each block, from the block on in which both sides have been seen, where its text first stands in it."""
        seen: set[int] = set()
        firsts: dict[str, _Use] = {}
        for i, use in enumerate(uses):
            seen.add(use.side)
            if use.text not in firsts or (use.bounded and not firsts[use.text].bounded):
                firsts[use.text] = use
            last_of_block = i + 1 == len(uses) or uses[i + 1].block is not use.block
            if last_of_block and len(seen) == 2:
                yield self._match(firsts[use.text], uses)
            if last_of_block:
                firsts.clear()

    def _rarer(self, uses: list[_Use]) -> Iterator[Match]:
        """The first mention of each form on the side that is used less; of two used alike, on the side that comes later.

        More than a few forms are a habit and no slip: then only the first is reported.
        """
        counts = [sum(use.side == side for use in uses) for side in (0, 1)]
        later = 1 - uses[0].side
        side = later if counts[0] == counts[1] else counts.index(min(counts))
        if counts[1 - side] < self.often:
            return
        firsts = {use.text.lower(): use for use in reversed(uses) if use.side == side}
        slips = list(reversed(firsts.values()))
        for use in slips if len(slips) <= _FEW else slips[:1]:
            yield self._match(use, uses)

    def _rewritten(self, text: str, form: str) -> Iterator[str]:
        """What a text becomes by the first rewriting that makes it one of the other form."""
        whole = patterns.compile(self._composed(form))
        made = (patterns.sub(patterns.compile(wrong), right, text) for wrong, right in self.rewrite.items())
        yield from islice((new for new in made if new != text and patterns.fullmatch(whole, new)), 1)

    def _match(self, use: _Use, uses: list[_Use]) -> Match:
        other = next(u for u in uses if u.side != use.side)
        form = self.either[use.pair] if use.side == 0 else use.pair
        fixes = (like(form, use.text),) if _PLAIN.fullmatch(form) else tuple(self._rewritten(use.text, form))
        shown = {"match": tokens.collapsed(use.text), "other": tokens.collapsed(other.text), "fix": fixes[0] if fixes else ""}
        return Match(use.block, use.span, fixes, shown, (Evidence(f"“{other.text}”", other.block, other.span),))
