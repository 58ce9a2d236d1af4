"""Misspelling: a story in; out come words that no list knows, with the word that each is a slip for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.english import neighbours, trigrams
from lintnews.facts import FactBase
from lintnews.hunspell.wordlist import english
from lintnews.ledger import Story
from lintnews.ledger.derivation import PREFIXES, derived
from lintnews.ledger.meant import Guess, Meant
from lintnews.model import Block, Match, OptionError, Span
from lintnews.record import record

#: Runs of small letters: fast, and too many. What no list knows is looked at again with `_STANDING`.
_RUN = re.compile(r"\b[a-z]{2,}\b")
#: A word by itself: no part of a name, an address, a handle, of a word with a hyphen, accents or brackets, or cut at the
#: end of a line, or with its g dropped (`nothin’`).
_STANDING = lazily.pattern(
    r"(?<![\p{L}\p{M}\p{N}@#/\\._'’&=~+*\]\-\u2010\u2011\u00ad])(?<!\p{L}[-\u2010\u00ad]\s{1,9})"
    r"[a-z]++"
    r"(?![\p{L}\p{M}\p{N}@/\\_*+=(\[\-\u2010\u2011\u00ad]|[.’'](?=\p{L})(?!(?<=[’'])s\b)|(?<=in)[’'])"
)
#: A word of parts with hyphens between them, by itself: `airline-ticket`.
_HYPHENED = lazily.pattern(
    r"(?<![\p{L}\p{M}\p{N}@#/\\._'’&=~+*\]\-\u2010\u2011\u00ad])\p{L}++(?:-\p{L}++)+(?![\p{M}\p{N}@/\\_*+=(\[\-\u2010\u2011\u00ad'’]|\.\p{L})"
)
_BEFORE = lazily.pattern(r"(?<![\p{L}\p{M}\p{N}’'-])([a-z]+)([ \u00a0])\Z")
_AFTER = lazily.pattern(r"[ \u00a0]([a-z]+)(?![\p{L}\p{M}\p{N}’'-])")
_LEFT = lazily.pattern(r"([\p{L}\p{N}][\p{L}\p{N}.,'’-]*)[ \u00a0]\Z")
_TWO = lazily.pattern(r"(?:([\p{L}’']+)[ \u00a0])?([\p{L}’']+),?[ \u00a0][“\"‘(]?\Z")
_RIGHT = lazily.pattern(r"[ \u00a0]([\p{L}\p{N}][\p{L}\p{N}'’-]*)")
#: The first word of a sentence, before a word in small letters.
_OPENING = re.compile(r"(?:\A|[.!?][\"”’]?[ \n])[\"“]?([A-Z][a-z]+)(?=,? [a-z])")
#: The words before and after another one, of which phrases are made; no phrase is longer than so many words.
_LAST, _NEXT, _LONGEST = lazily.pattern(r"(?:[\w'’-]+ ){1,3}\Z"), lazily.pattern(r"(?: [\w'’-]+){1,3}"), 4
#: Small words that run into others.
_SMALL = frozenset(
    "a an and as at be by for from had has have he his her in is it its not of on or our she that the their they this to was we"
    " were with you".split()
)
_DRAWN_OUT = re.compile(r"(.)\1{3}|([aeiouyhmrsz])\2\2\Z")
#: A word in small letters with an accent that English words have not, and how near to a word it makes that foreign.
_ACCENTED, _AROUND = lazily.pattern(r"(?<!\p{L})\p{Ll}*[à-èê-öø-ÿ]"), 25
_QUOTE_MARKS = "“”\"‘’'«»"
#: A block with more strange words than this, and than this share of its words, is no English.
_STRANGE, _SHARE = 5, 0.25
#: Up to this cost a slip is likelier than a made word: `milllion` is no lion of a mill.
_PLAIN = 0.5
#: Beyond this cost a word of the big dictionary is itself; one that is regularly made; a part of a word with hyphens; a rare word.
_RARE, _MADE, _PART, _SELDOM = 1.9, 2.7, 3.0, 2.2
#: What is put behind words to make rare ones.
_ENDINGS = tuple("s es er ers or ors ion ions able ably ing ings ed ly y ie ies en ens".split())
#: Letters of the shortest word that a blank parts.
_PARTED = 6
#: What stands more often in a story is its own word.
_TWICE = 2
#: Two words without their blank are likelier than a slip of this cost. Words of up to so many letters must fit their neighbours to
#: be reported, and to be sure.
_SURELY, _TINY, _SHORT = 1.0, 2, 4
#: How much the words around must say for what a strange word of up to so many letters may mean, in doublings: where the slip is plain, and
#: where it is not. Else the match is in doubt; a long word that is a plain slip needs nothing said for it.
_ASKED = ((6, 0.0, 0.5), (8, -1.0, 0.5), (99, -99.0, -0.9))
#: How many suggestions, and how much less likely than the best they may be.
_SHOWN, _WORSE = 3, 2.0


@record
class Check:
    """Words that no list knows.

    `lists`: the lists that know a word; `rare`: those of them whose words may be slips for everyday ones where they stand once.
    `everyday`: the lists of the words that may be meant, the commonest first; they know their words too. `words`: further words, known
    and meant. `slips`: a list of well-known slips, each with what it should be, reported wherever they stand; with it nothing else is.
    `phrases`: a list of foreign phrases, whose words are no slips in them. `names`: lists of what may begin a sentence with a
    capital. `shortest`: letters a word must have. `sure`,
    `likely`: how unlikely the best suggestion may be, for a match at the rule's level and for one a step lower.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    lists: tuple[str, ...] = ("english",)
    rare: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    slips: str = ""
    phrases: str = ""
    shortest: int = 5
    sure: float = 2.0
    likely: float = 4.5

    def validate(self) -> None:
        """Raise OptionError where there is no word to suggest."""
        if not self.everyday and not self.words and not self.slips:
            raise OptionError("this kind needs `everyday`, `words` or `slips`")

    def find(self, story: Story) -> Iterator[Match]:
        words = {run for run in story.distinct(_RUN) if len(run) >= self.shortest}
        everywhere = self._strange(words, story.facts)
        yield from self._seldom(story, words, everywhere)
        for block in story.blocks() if everywhere else ():
            if not any(word in block.text for word in everywhere):
                continue
            runs = {run for run in _RUN.findall(block.text) if len(run) >= self.shortest}
            strange = runs & everywhere
            if self.slips:
                yield from self._well_known(block, strange, story.facts)
            elif len(strange) <= max(_STRANGE, _SHARE * len(runs)):
                for word in sorted(strange):
                    yield from self._likely(story, block, word)
        if not self.slips:
            yield from self._openings(story)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.everyday, *self.lists)))

    def _strange(self, words: set[str], facts: FactBase) -> set[str]:
        return facts.unlisted(self._known, words).difference(self.words)

    def _uncommon(self, words: set[str], facts: FactBase) -> set[str]:
        return facts.unlisted(self.everyday[:2], words).difference(self.words)

    def _meant(self, facts: FactBase) -> Meant:
        return Meant(facts, self.everyday, frozenset(self.words))

    def _well_known(self, block: Block, strange: set[str], facts: FactBase) -> Iterator[Match]:
        """Every place where a well-known slip stands by itself."""
        if pairs := {word: fixes for word in strange if (fixes := facts.paired(self.slips, word))}:
            for place in _RUN.finditer(block.text):
                if (word := place[0]) in pairs and _STANDING.match(block.text, place.start()):
                    yield Match(block, Span(*place.span()), pairs[word], {"match": word, "fix": pairs[word][0]})

    def _likely(self, story: Story, block: Block, word: str) -> Iterator[Match]:
        """A word that is no word of the story's own, and a slip or two away from an everyday one."""
        if not (place := _alone(block.text, word)):
            yield from self._part(block, word, story.facts)
            return
        if _on_purpose(block.text, place.start(), word):
            return
        span, often = Span(*place.span()), len(re.findall(rf"\b{word}\b", story.folded))
        if self.phrases and story.facts.among(self.phrases, _phrases(block.text, span)):
            return
        if parted := self._parted(block, span, story.facts):
            yield parted
        elif often <= _TWICE and not self._foreign(block, span, story.facts):
            yield from self._slip(block, span, word, self.likely if often == 1 else _RARE, story.facts)

    def _part(self, block: Block, word: str, facts: FactBase) -> Iterator[Match]:
        """A part of a word with hyphens, the other parts of which are known."""
        if len(word) <= _SHORT or word in PREFIXES or self._ended(word, facts):
            return
        for place in _HYPHENED.finditer(block.text):
            parts = place[0].split("-")
            if word in parts and not self._strange({part.lower() for part in parts if part != word}, facts):
                start = place.start() + sum(len(part) + 1 for part in parts[: parts.index(word)])
                yield from self._slip(block, Span(start, start + len(word)), word, _PART, facts, sure=False)
                return

    def _seldom(self, story: Story, words: set[str], strange: set[str]) -> Iterator[Match]:
        """Words that only lists of rare words know, that stand once, and are a slip away from an everyday one."""
        facts, known = story.facts, tuple(name for name in self._known if name not in self.rare)
        for word in sorted(facts.unlisted(known, words) - strange) if self.rare else ():
            if (
                trigrams.number(word) >= 0
                or len(word) <= _SHORT
                or story.folded.count(word) > 1
                or self._ended(word, facts)
                or self._derived(word, facts)
            ):
                continue
            for block in story.blocks():
                if (place := _alone(block.text, word)) and not _on_purpose(block.text, place.start(), word):
                    yield from self._slip(block, Span(*place.span()), word, _SELDOM, facts, sure=False)

    def _ended(self, word: str, facts: FactBase) -> bool:
        """Whether a word is a known one with an ending."""
        stems = {stem + more for ending in _ENDINGS if (stem := word.removesuffix(ending)) != word for more in ("", "e")}
        stems |= {stem[:-1] for stem in stems if len(stem) > 1 and stem[-1:] == stem[-2:-1]}
        return bool(stems - self._strange(stems, facts))

    def _parted(self, block: Block, span: Span, facts: FactBase) -> Match | None:
        """A word with a blank in it: `whethe r`."""
        for part, place in _beside(block.text, span):
            whole = Span(min(span.start, place.start), max(span.end, place.end))
            text = block.text[whole.start : whole.end]
            joined = re.sub(r"\s", "", text)
            if len(joined) >= _PARTED and not self._uncommon({joined}, facts) and self._uncommon({part}, facts):
                return Match(block, whole, (joined,), {"match": text, "fix": joined}, doubt=1)
        return None

    def _foreign(self, block: Block, span: Span, facts: FactBase) -> bool:
        """Whether a word beside it is strange too, and no plain slip: a foreign phrase, a dialect, code."""
        if _ACCENTED.search(block.text, max(0, span.start - _AROUND), span.end + _AROUND):
            return True
        strange = self._strange({word for word, _ in _beside(block.text, span) if len(word) > 3}, facts)
        return not all(
            found and found[0].unlikely <= self.sure
            for word in strange
            for found in [self._guesses(word, ("", ""), facts, lambda: self.sure)]
        )

    def _guesses(self, word: str, context: tuple[str, str], facts: FactBase, least: Callable[[], float]) -> list[Guess]:
        return self._meant(facts).guesses(word, *context, least)

    def _derived(self, word: str, facts: FactBase) -> bool:
        return derived(word, lambda words: self._strange(words, facts), lambda words: self._uncommon(words, facts))

    def _slip(self, block: Block, span: Span, word: str, most: float, facts: FactBase, *, sure: bool = True) -> Iterator[Match]:
        context = _context(block.text, span)

        def least() -> float:
            """How likely a guess must be to count."""
            return _RARE if word in english()[0] else _SURELY if self._derived(word, facts) else most

        found = self._guesses(word, context, facts, least)
        best = found[0].unlikely if found else most + 1
        if best > _RARE and word in english()[0]:
            return
        if sure and best > _SURELY and (pair := self._run_together(word, context, facts)):
            yield Match(block, span, (pair,), {"match": word, "fix": pair}, doubt=1)
            return
        made = best > _PLAIN and self._derived(word, facts)
        if made and found and (found[0].word in word or word.startswith(found[0].word[:-1])):
            return
        if best <= (min(most, _MADE) if made else most) and (len(word) > _TINY or _fits(found[0].word, context)):
            fixes = tuple(right for unlikely, right in found if unlikely <= best + _WORSE)[:_SHOWN]
            plain = sure and not made and best <= self.sure and (len(word) > _SHORT or _fits(fixes[0], context))
            told = _is_said_for(fixes[0], block.text, span, sure=plain) and (plain or self._is_no_name(word, facts))
            doubt = int(not plain) + (not told)
            yield Match(block, span, fixes, {"match": word, "fix": fixes[0]}, doubt=doubt)

    def _is_no_name(self, word: str, facts: FactBase) -> bool:
        """Whether a word would be no name with a capital either."""
        return not self.names or bool(facts.unlisted(self.names, {word.capitalize()}))

    def _run_together(self, word: str, context: tuple[str, str], facts: FactBase) -> str:
        """Two words that lack their blank: `ofthe`, `itsresolutions`."""
        halves = [(word[:i], word[i:]) for i in range(1, len(word)) if {word[:i], word[i:]} & _SMALL]
        strange = self._strange({part for pair in halves for part in pair}, facts)
        known = [(a, b) for a, b in halves if not {a, b} & strange]
        seen = max(((neighbours.together(a, b), a, b) for a, b in known if len(a) > 1 or _fits(b, (a, context[1]))), default=(0, "", ""))
        if seen[0]:
            return f"{seen[1]} {seen[2]}"
        return next(
            (f"{a} {b}" for a, b in known if (a in _SMALL and len(a) > 2 and len(b) > 4) or (b in _SMALL and len(b) > 1 and len(a) > 4)), ""
        )

    def _openings(self, story: Story) -> Iterator[Match]:
        """The words with which sentences begin, where they cannot be names."""
        opened = {word.lower(): word for word in story.distinct(_OPENING) if len(word) >= self.shortest}
        for word in sorted(self._strange(set(opened), story.facts)):
            if story.facts.unlisted(self.names, {opened[word]}) and story.folded.count(word) == 1 and not self._derived(word, story.facts):
                for block in story.blocks():
                    if place := next((at for at in _OPENING.finditer(block.text) if at[1] == opened[word]), None):
                        yield from self._opening(block, Span(*place.span(1)), word, story.facts)

    def _opening(self, block: Block, span: Span, word: str, facts: FactBase) -> Iterator[Match]:
        found = self._guesses(word, (".", _context(block.text, span)[1]), facts, lambda: self.sure)
        if found and found[0].unlikely <= self.sure:
            fix = found[0].word.capitalize()
            sure = found[0].unlikely <= _PLAIN or _fits(found[0].word, (".", _context(block.text, span)[1]))
            yield Match(block, span, (fix,), {"match": word.capitalize(), "fix": fix}, doubt=1 if sure else 2)


def _on_purpose(text: str, at: int, word: str) -> bool:
    """Whether a word is drawn out (`yesss`) or stands in quotation marks alone, and so is meant as it is."""
    marked = text[at - 1 : at] in tuple(_QUOTE_MARKS) and text[at + len(word) : at + len(word) + 1] in tuple(_QUOTE_MARKS)
    return marked or bool(_DRAWN_OUT.search(word))


def _alone(text: str, word: str) -> re.Match[str] | None:
    """The first place where a word stands by itself."""
    return next((place for place in re.finditer(rf"\b{word}\b", text) if _STANDING.match(text, place.start())), None)


def _phrases(text: str, span: Span) -> set[str]:
    """The runs of two to four words that a word stands in."""
    before, after = _LAST.search(text, max(0, span.start - 60), span.start), _NEXT.match(text, span.end)
    words = before[0].split() if before else []
    at = len(words)
    words += [text[span.start : span.end], *(after[0].split() if after else ())]
    runs = ((i, j) for i in range(at + 1) for j in range(at + 1, len(words) + 1) if 1 < j - i <= _LONGEST)
    return {" ".join(words[i:j]).lower().replace("’", "'") for i, j in runs}


def _context(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span, as neighbours are counted."""
    before, after = _LEFT.search(text, max(0, span.start - 30), span.start), _RIGHT.match(text, span.end)
    return neighbours.shape(before[1]) if before else ".", neighbours.shape(after[1]) if after else "."


def _fits(word: str, context: tuple[str, str]) -> bool:
    """Whether a word was seen between such words, which are words in small letters."""
    before, after = context
    return before.isalpha() and after.isalpha() and neighbours.together(before, word) > 0 and neighbours.together(word, after) > 0


def _is_said_for(word: str, text: str, span: Span, *, sure: bool) -> bool:
    """Whether the words around a strange one say enough for another in its place: jargon and foreign words stand elsewhere than it."""
    least = next((plain if sure else other) for letters, plain, other in _ASKED if span.end - span.start <= letters)
    before, after = _TWO.search(text, max(0, span.start - 60), span.start), _RIGHT.match(text, span.end)
    further, nearest = (before[1] or "", before[2]) if before else ("", "")
    return trigrams.fit(further.lower(), nearest.lower(), word, after[1].lower() if after else "") >= least


def _beside(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The words in small letters right before and after a span, with a blank between."""
    if before := _BEFORE.search(text, max(0, span.start - 30), span.start):
        yield before[1], Span(*before.span(1))
    if after := _AFTER.match(text, span.end):
        yield after[1], Span(*after.span(1))
