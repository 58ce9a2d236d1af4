"""Name part: a story in, every place out where somebody is called by a part of the name that is not the surname."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

_PARTICLES = r"(?:von der|van der|van den|van de|von dem|von|van|de la|de las|de los|bin|ibn|bint|Abu|Umm|ter|ten)"
#: A full name with a particle: what must not be dropped, and the word that then stands alone.
_WITH_PARTICLE = rf"(?:\p{{Lu}}[\p{{L}}’'-]+ )+?(?P<kept>{_PARTICLES}[ -](?P<bare>\p{{Lu}}[\p{{L}}’'-]*\p{{Ll}}))"
_ABU = r"(?P<kept>(?:Abu|Umm) (?P<bare>\p{Lu}[\p{L}’'-]*\p{Ll})) (?:al|el)-\p{Lu}[\p{L}’'-]*"
_FINALS = "iang|uang|iong|ang|eng|ong|ian|iao|uai|uan|ing|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|[aeiou]"
_SYLLABLE = rf"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:{_FINALS})"
_ALONE = r"(?<![\p{L}-])(?<!\b(?i:von|van|der|den|de|la|bin|ibn|bint|ter|ten|al|el)[ -])(?:%s)(?![\p{L}-])(?! \p{Lu})"

_BEFORE = lazily.pattern(r"(\p{Lu}[\p{L}’'.-]*) \Z")
_TITLES = frozenset(
    ["President", "Minister", "Chairman", "Premier", "Leader", "Secretary", "Chancellor", "Governor", "Dr.", "Gen.", "General"]
)


@record
class Check:
    """A bare last word of a name with a particle (`Leyen`), or a given name that stands last where the family name comes first.

    `families` are family names that come first where a given name made of Chinese syllables follows, `hyphened` those that come first
    where the given name has a hyphen.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person")
    families: tuple[str, ...] = ()
    hyphened: tuple[str, ...] = ()

    @cached_property
    def _patterns(self) -> tuple[regex.Pattern[str], ...]:
        chinese = rf"(?P<kept>{_any_of(self.families)}) (?P<bare>(?=\p{{Lu}})(?i:{_SYLLABLE}){{1,2}})(?![\p{{L}}-])(?! \p{{Lu}})"
        other = rf"(?P<kept>{_any_of(self.hyphened)}) (?P<bare>\p{{Lu}}\p{{Ll}}+-\p{{L}}\p{{Ll}}+)"
        wanted = [_WITH_PARTICLE, _ABU, *([chinese] * bool(self.families)), *([other] * bool(self.hyphened))]
        return tuple(lazily.compile(rf"(?<![\p{{L}}-]){pattern}(?![\p{{L}}])") for pattern in wanted)

    def find(self, story: Story) -> Iterator[Match]:
        """Every such part after the full name; none that stands beside another name somewhere in the story."""
        names: dict[str, tuple[str, Evidence]] = {}
        for block in story.prose:
            for full in self._fulls(story, block):
                names.setdefault(full["bare"], (full["kept"], Evidence(f"“{full[0]}”", block, Span(*full.span()))))
        others = {word for mention in story.people.mentions if mention.full for word in mention.words[-1:]}
        if wanted := [name for name in names if not (name in others and self._surname_elsewhere(story, name, names[name][0]))]:
            yield from _found(story, lazily.compile(_ALONE % "|".join(map(lazily.escape, wanted))), names)

    def _fulls(self, story: Story, block: Block) -> Iterator[regex.Match[str]]:
        for i, pattern in enumerate(self._patterns):
            for full in pattern.finditer(block.text):
                if i < 2 or not _named_before(story, block, full.start()):
                    yield full

    def _surname_elsewhere(self, story: Story, name: str, kept: str) -> bool:
        """Whether somebody else of the story has the word for a surname, without the particle."""
        return any(m.full and m.words[-1] == name and kept.split()[0] not in m.words for m in story.people.mentions)


def _any_of(names: tuple[str, ...]) -> str:
    return "|".join(map(lazily.escape, names))


def _named_before(story: Story, block: Block, at: int) -> bool:
    """Whether the word right before belongs to a name: it has a capital, and is no everyday word that opens a sentence."""
    before = _BEFORE.search(block.text, max(0, at - 30), at)
    if before is None or before[1] in _TITLES or story.sentence(block, at).start == at:
        return False
    opens = story.sentence(block, before.start()).start == before.start()
    return not (opens and story.facts.listed("english", before[1].lower()) and not story.facts.listed("given-names", before[1]))


def _found(story: Story, pattern: regex.Pattern[str], names: dict[str, tuple[str, Evidence]]) -> Iterator[Match]:
    for block in story.prose:
        for found in pattern.finditer(block.text):
            fix, evidence = names[found[0]]
            first = evidence.block is block and evidence.span is not None and found.start() < evidence.span.end
            if first or _named_before(story, block, found.start()):
                continue
            opens = story.sentence(block, found.start()).start == found.start()
            fix = fix[:1].upper() + fix[1:] if opens else fix
            yield Match(
                block, Span(*found.span()), (fix,), {"match": found[0], "fix": fix, "person": evidence.text.strip("“”")}, (evidence,)
            )
