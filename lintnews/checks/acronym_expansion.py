"""Acronym expansion: an initialism in brackets behind a name, whose letters the name has not, or that the story reads in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import COPY, Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record
from lintnews.words import fold

_DEFINED = lazily.pattern(
    r"(?P<name>(?:\b\p{Lu}[\p{L}’'.-]*(?:,?\s+(?:of|the|and|for|in|on|to|de|la|du|des|&)){0,3}\s+){1,7}\p{Lu}[\p{L}’'-]*)\s+\((?:the\s+)?"
    r"[“\"]?(?P<letters>\p{Lu}{3,7})(?P<plural>s?)[”\"]?\)"
)
_WORD = lazily.pattern(r"[\p{L}\p{N}]+")
_SMALL = frozenset("of the and for in on to a an at by de la du des with".split())


class _Defined(NamedTuple):
    block: Block
    name: Span
    span: Span
    letters: str

    @property
    def words(self) -> list[str]:
        return _WORD.findall(self.block.text[slice(*self.name)])


@record
class Check:
    """`what`: `letters` (Regional Library Office (RLS)), `two` names for one initialism, `unused` again in the story, `late`: used before

    it is spelled out.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "name", "right")
    need: ClassVar[Need] = Need(("(",))
    what: Literal["letters", "two", "unused", "late"]

    def find(self, story: Story) -> Iterator[Match]:
        defined = [d for block in story.blocks(*COPY) if "(" in block.text for d in _in_block(block)]
        if self.what == "letters":
            yield from (match for d in defined if (match := _letters(d)))
        elif self.what == "two":
            yield from _two(defined)
        elif defined:
            yield from _used(story, defined, self.what)


def _in_block(block: Block) -> Iterator[_Defined]:
    for found in _DEFINED.finditer(block.text):
        yield _Defined(block, Span(*found.span("name")), Span(*found.span("letters")), found["letters"])


def _initials(words: list[str]) -> str:
    return "".join(fold(word)[:1] for word in words)


def _fitting(defined: _Defined) -> list[str] | None:
    """The last words of the name that give the letters, with or without the small ones; none where no run does."""
    words, letters = defined.words, fold(defined.letters)
    for run in (words[i:] for i in range(len(words) - 1)):
        main = [word for word in run if word.lower() not in _SMALL]
        if letters in (_initials(run), _initials(main)) or (len(letters) != len(main) and _inside(letters, run)):
            return run
    return None


def _inside(letters: str, run: list[str]) -> bool:
    """Whether the letters stand in the words in order, the first of each main word among them: `ISAF`, `FIFA`, `USAID`."""
    text, at = fold("".join(run)), 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return fold(run[0])[:1] == letters[:1]


def _letters(defined: _Defined) -> Match | None:
    """A name that is one letter off from its initialism."""
    if _fitting(defined) is not None:
        return None
    for main in _readings(defined):
        right = _initials(main).upper()
        off = sum(a != b for a, b in zip(right, defined.letters, strict=True))
        small = any(word.lower() in _SMALL for word in main)
        if (off == 1 and not small) or sorted(right) == sorted(defined.letters):
            name = " ".join(main)
            shown = Evidence(f"“{name}” begins with {right}", defined.block, defined.name)
            return Match(defined.block, defined.span, (right,), {"match": defined.letters, "name": name, "right": right}, (shown,))
    return None


def _readings(defined: _Defined) -> list[list[str]]:
    """The last main words of the name, as many as there are letters; a word with a hyphen is read as one, then as two.

    Last come all of the last words, small ones too: `Department of Justice (DJO)`.
    """
    joined = [word for word in defined.block.text[slice(*defined.name)].split() if word.lower() not in _SMALL]
    parted = [word for word in defined.words if word.lower() not in _SMALL]
    length = len(defined.letters)
    long_enough = [main for main in (joined, parted) if len(main) >= length]
    main_words = [main[-length:] for main in sorted(long_enough, key=lambda main: len(main) > length)]
    return [*main_words, *([defined.words[-length:]] if len(defined.words) >= length else [])]


def _two(defined: list[_Defined]) -> Iterator[Match]:
    first: dict[str, tuple[_Defined, list[str]]] = {}
    for d in defined:
        if (run := _fitting(d)) is None:
            continue
        known, its_run = first.setdefault(d.letters, (d, run))
        one, other = ({fold(w) for w in words if w.lower() not in _SMALL} for words in (run, its_run))
        if known is not d and len(one & other) * 2 < len(one):
            shown = Evidence("the first name", known.block, known.name)
            names = {"match": d.letters, "name": " ".join(its_run), "right": " ".join(run)}
            yield Match(d.block, d.span, (), names, (shown,))


def _used(story: Story, defined: list[_Defined], what: str) -> Iterator[Match]:
    """Initialisms that are never used again, or were used before they are spelled out."""
    seen: set[str] = set()
    for d in defined:
        if d.letters in seen or _fitting(d) is None:
            continue
        seen.add(d.letters)
        pattern = lazily.compile(rf"(?<![\p{{L}}\p{{N}}-]){d.letters}(?!\p{{Ll}}{{2}}|\p{{Lu}}|\p{{N}})")
        uses = [(b, Span(*m.span())) for b in story.blocks(*COPY) for m in pattern.finditer(b.text)]
        names = {"match": d.letters, "name": d.block.text[slice(*d.name)], "right": ""}
        if what == "unused" and len(uses) == 1:
            start = d.name.end
            whole = Span(start, d.span.end + 1)
            yield Match(d.block, whole, ("",), names, (Evidence("it is spelled out here", d.block, d.name),))
        early = [use for use in uses if use[0].part not in _HEADS]
        if what == "late" and early and (early[0][0] is not d.block or early[0][1].start < d.name.start) and d.block.part not in _HEADS:
            yield Match(*early[0], (), names, (Evidence("it is spelled out here", d.block, d.name),))


_HEADS = ("headline", "heading", "deck", "caption")
