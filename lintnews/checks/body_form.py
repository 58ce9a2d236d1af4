"""Body's form: a story in; out come names that are a listed body's but for the form of a word, as `Department for Justice`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import groupby
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import Chain, Phrase
from lintnews.ledger.titles import TITLE_NOUNS
from lintnews.model import Evidence, Fact, Match
from lintnews.record import record
from lintnews.words import fold

#: Longest listed name looked for, and the longest run of capitals read, in words.
_LONGEST, _MOST = 9, 25
_TURNED = {"of": "for", "for": "of"}
#: Words before a name that leave it the same: whose it is.
_OWNERS = frozenset({"U.S.", "US", "U.K.", "UK", "U.N.", "UN", "The", "American", "British", "Federal"})
#: An owner who has a body of his own: `Germany’s Federal Aviation Office`.
_OWNED = lazily.pattern(r"(?<!\bU\.?[SKN]\.?|\bAmerica|\bBritain|\b[Nn]ation|\b[Cc]ountry)(?<=\p{L})[’']s?\s\Z")
#: Posts whose holders follow a body's name.
_POSTS = TITLE_NOUNS | {"inspector", "deputy", "acting", "assistant", "undersecretary", "under"}
#: Names that other rules know, or that are no bodies.
_OTHER = frozenset(
    "person city country state region territory sea lake river islands strait mountain mountains bay gulf disease ocean".split()
)


class _Form(NamedTuple):
    """Words `start` up to `end` of a phrase, what they should be, the fact, the steps of doubt."""

    start: int
    end: int
    right: str
    fact: Fact
    doubt: int


@record
class Check:
    """`heads`: words one of which the name must have. `groups`: nouns that are taken for one another, as `Commission` for `Committee`.

    Found are `for` for `of` and the reverse, a singular for a plural and the reverse, both at once, one noun of a group for
    another, `University of X` for `X University` and the reverse, `University of X State`, and a word a letter away that is another
    word (`Untied Nations`). What is itself listed, or goes on in capitals, is left alone. Doubt by one step: another noun, a turned
    university, a plural at the end, and a name of two words in which one is another word. By two: a plural at the end of two words,
    unless `of` follows.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "kind")
    heads: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for chain in story.chains:
            for form in self._forms(chain.phrase, story.facts):
                span = chain.span(form.start, form.end)
                if form.doubt and _OWNED.search(chain.block.text, max(0, span.start - 40), span.start):
                    continue
                if form.doubt < 2 or not chain.block.text.startswith((" of ", " and "), span.end):
                    yield _match(chain, form)

    @cached_property
    def _forms(self) -> Callable[[Phrase, FactBase], tuple[_Form, ...]]:
        """The forms in a phrase, remembered."""
        return lru_cache(maxsize=20_000)(lambda phrase, facts: tuple(self._read(phrase, facts)))

    @cached_property
    def _words(self) -> frozenset[str]:
        heads = (*self.heads, *self._others)
        return frozenset(form for head in heads for form in (head, f"{head}s", head.removesuffix("s")))

    @cached_property
    def _others(self) -> dict[str, tuple[str, ...]]:
        return {noun: tuple(other for other in group if other != noun) for group in self.groups for noun in group}

    def _read(self, phrase: Phrase, facts: FactBase) -> Iterator[_Form]:
        """The wrong forms of a phrase, the longest first, none overlapping."""
        if not 1 < len(phrase.words) <= _MOST or self._words.isdisjoint(phrase.words):
            return
        done: set[int] = set()
        for start, end in _windows(phrase):
            inside = set(range(start, end))
            if done & inside:
                continue
            if facts.about(" ".join(phrase.words[start:end])):
                done |= inside
            elif (
                not self._words.isdisjoint(phrase.words[start:end])
                and _whole(phrase, start, end)
                and (form := self._one(phrase, start, end, facts))
            ):
                done |= inside
                yield form

    def _one(self, phrase: Phrase, start: int, end: int, facts: FactBase) -> _Form | None:
        """The one listed body whose name in another form these words are."""
        words = list(phrase.words[start:end])
        for doubt, variants in groupby(self._variants(words), key=lambda pair: pair[0]):
            found = [(text, fact) for _, text in variants for fact in _bodies(facts, text)]
            if len({fact.subject for _, fact in found}) == 1:
                return _Form(start, end, *found[0], doubt)
        near = [
            (text, fact) for text, fact in facts.near(" ".join(words)) if _slip(words, text.split(), facts) and fact in _bodies(facts, text)
        ]
        return _Form(start, end, *near[0], int(end - start < 3)) if len({fact.subject for _, fact in near}) == 1 else None

    def _variants(self, words: list[str]) -> Iterator[tuple[int, str]]:
        """The names that these words may be another form of, each with its doubt, the surest first."""
        turned = [_with(words, i, _TURNED[word]) for i, word in enumerate(words) if word in _TURNED]
        numbered = [
            (i, _with(words, i, _number(word))) for i, word in enumerate(words) if word.isalpha() and word[0].isupper() and len(word) > 3
        ]
        yield from ((0, " ".join(form)) for form in turned)
        yield from ((0, " ".join(form)) for i, form in numbered if i + 1 < len(words))
        yield from ((0, " ".join(_with(form, i, _number(form[i])))) for form in turned for i, _ in numbered)
        last = [form for i, form in numbered if i + 1 == len(words) and (len(words) > 2 or words[-1].endswith("s"))]
        yield from ((1 if len(words) > 2 else 2, " ".join(form)) for form in last)
        yield from ((1, " ".join(_with(words, i, other))) for i, word in enumerate(words) for other in self._others.get(word, ()))
        if words[-1] == "University":
            yield 1, " ".join(["University", "of", *words[:-1]])
        elif words[:2] == ["University", "of"] and words[-1] == "State":
            yield 0, " ".join([*words[2:], "University"])
            yield 0, " ".join(words[:-1])
        elif words[:2] == ["University", "of"] and len(words) > 2:
            yield 1, " ".join([*words[2:], "University"])


def _windows(phrase: Phrase) -> Iterator[tuple[int, int]]:
    """The stretches of a phrase that may be a name, the longest first."""
    count = len(phrase.words)
    for length in range(min(count, _LONGEST), 1, -1):
        for start in range(count - length + 1):
            if phrase.capitals[start] and phrase.capitals[start + length - 1]:
                yield start, start + length


def _whole(phrase: Phrase, start: int, end: int) -> bool:
    """Whether the words are all of a name: none of a longer one stands before them or after them."""
    before = start == 0 or not phrase.capitals[start - 1] or phrase.words[start - 1] in _OWNERS
    joined = start > 1 and not phrase.capitals[start - 1] and phrase.words[start - 1] in ("of", "for", "and", "&")
    return before and not joined and _closed(phrase, end)


def _closed(phrase: Phrase, end: int) -> bool:
    """Whether no more of a name follows: a post, a small word before `the`, or one that stands in few names."""
    if end == len(phrase.words) or phrase.folded[end] in _POSTS:
        return True
    if phrase.capitals[end]:
        return False
    return phrase.words[end] in ("in", "at", "on", "to", "the") or phrase.words[end + 1 : end + 2] == ("the",)


def _bodies(facts: FactBase, name: str) -> list[Fact]:
    """The facts by which a name is a body's."""
    return [f for f in facts.about(name) if f.relation == "head" or (f.relation == "named" and f.value not in _OTHER)]


def _slip(words: list[str], right: list[str], facts: FactBase) -> bool:
    """Whether one word is another everyday word, a letter away and no other number, in letters as print has them."""
    differ = [(a, b) for a, b in zip(words, right, strict=False) if fold(a) != fold(b)]
    if len(words) != len(right) or len(differ) != 1:
        return False
    wrong, meant = differ[0]
    return (
        len(meant) > 3
        and wrong[0].isupper()
        and fold(wrong).rstrip("s") != fold(meant).rstrip("s")
        and facts.listed("english", wrong.lower())
    )


def _with(words: list[str], i: int, word: str) -> list[str]:
    return [*words[:i], word, *words[i + 1 :]]


def _number(word: str) -> str:
    """The other number of a noun, as far as an s makes it."""
    return word[:-1] if word.endswith("s") else f"{word}s"


def _match(chain: Chain, form: _Form) -> Match:
    span = chain.span(form.start, form.end)
    text = chain.block.text[span.start : span.end]
    kind = form.fact.value if form.fact.relation == "named" else "body"
    words = {"match": text, "fix": form.right, "kind": kind}
    return Match(chain.block, span, (form.right,), words, (Evidence(form.fact.sentence(), fact=form.fact),), form.doubt)
