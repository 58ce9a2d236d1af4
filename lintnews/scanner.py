"""The filter before `regex`: the needs of many patterns in; from a text's words come those that can match in it, and where.

With every pattern tried on every block the findings are the same; that costs a hundred times more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import accumulate, groupby
from operator import add, eq
from typing import cast

from lintnews import needs, patterns
from lintnews.lexicon import Lexicon, Words
from lintnews.needs import EDGE, SCRAP, TIGHT, TWICE, WIDE, Need
from lintnews.patterns import Found, Pattern
from lintnews.record import entity
from lintnews.tidied import Tidied

#: Phrases that are matched as patterns before an index is made of the words of a text.
_PAYS = 12


class Text:
    """The text of some blocks, laid out for searching: each between blanks, a line each, with single blanks only.

    Where a `larger` text holds all of it, what that has not this has not either: its words do for both.
    """

    def __init__(self, blocks: Sequence[str], larger: Text | None = None) -> None:
        self._blocks, self._larger = blocks, larger
        self._seen: dict[tuple[str, bool, bool], list[int]] = {}
        self._homes: dict[int, Tidied] = {}
        self._shapes: dict[bool, str] = {}
        self._phrases = 0
        self._told: Mapping[int, Mapping[int, Collection[int] | None]] = {}
        self._joined: AbstractSet[int] = frozenset()

    @cached_property
    def _same(self) -> Text | None:
        """The larger text, where it is this one."""
        return self._larger if self._larger and self._larger._blocks == self._blocks else None

    @cached_property
    def plain(self) -> str:
        if self._same:
            return self._same.plain
        return "\n".join([f" {' '.join(block.split())} " for block in self._blocks])

    @cached_property
    def folded(self) -> str:
        """The same without case, place for place."""
        return self._same.folded if self._same else needs.fold(self.plain)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins, and where one after the last would."""
        return [0, *accumulate([len(line) + 1 for line in self.plain.split("\n")])]

    @cached_property
    def _words(self) -> list[str]:
        if self._same:
            return self._same._words
        words = needs.words(self.folded)
        if "\u0345" in self.plain:  # no letter, but a letter without case
            words += needs.words(needs.fold(self.plain.replace("\u0345", " ")))
        return words

    @cached_property
    def _at(self) -> Mapping[str, Sequence[int]] | None:
        """Where each word begins, in the text without case; None where what is no letter is one without case."""
        return None if "\u0345" in self.plain else needs.places(self.folded)

    @cached_property
    def words(self) -> AbstractSet[str]:
        """The words without case, the pairs of neighbours, the words right behind a sign, and the signs: see `needs.key`."""
        if self._larger:
            return self._larger.words
        words = self._words
        out = {*words, *self.folded}
        out.update(map(add, words, [" " + word for word in words[1:]]))
        out |= {TWICE} if self._doubled else set()
        out |= {WIDE} if self._untidy else set()
        out.update(needs.joined(self.folded))
        return out

    @cached_property
    def _doubled(self) -> Sequence[str]:
        """The words that stand twice in a row."""
        words = self._words
        return [word for word, same in zip(words, map(eq, words, words[1:]), strict=False) if same]

    @cached_property
    def _untidy(self) -> Sequence[int]:
        """The blocks with white space at an end, or more of it in a row."""
        starts = self._starts
        return [at for at, block in enumerate(self._blocks) if starts[at + 1] - starts[at] != len(block) + 3]

    @cached_property
    def scraps(self) -> AbstractSet[str]:
        """Every four letters in a word, and its last two and three with a `~` behind them."""
        if self._larger:
            return self._larger.scraps
        return set().union(*map(_scraps, set(self._words)))

    def holding(self, need: Need) -> Sequence[int]:
        """The places of the blocks that hold one of the texts of a need, in order; all blocks where nothing is needed."""
        return self._held(need)

    def _held(self, need: Need, standing: Collection[int] | None = None) -> Sequence[int]:
        if not need.texts:
            return range(len(self._blocks))
        return sorted({self._block(at) for at in (self._standing(need) if standing is None else standing)})

    def _block(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def tell(self, told: Mapping[int, Mapping[int, Collection[int] | None]], joined: AbstractSet[int]) -> None:
        """Let the text know where its needs may stand, by the owners of those; see `joint`."""
        self._told, self._joined = told, joined

    def told(self, owner: object) -> Mapping[int, Collection[int] | None] | None:
        """Where what an owner needs stands, by the numbers of its needs; those that are not there cannot match. None: it was not told."""
        return self._told.get(id(owner), {}) if id(owner) in self._joined else None

    def _standing(self, need: Need) -> Collection[int]:
        """Where one of the texts of a need stands; it may be that another stands there that differs in figures only."""
        wanted = {each for key in self._met(need) for each in need.by_key[key]}
        return {at for head, texts, shaped, key in wanted if self._has(key) for at in self.followed(head, texts, need.folded, shaped)}

    def _has(self, key: str) -> bool:
        """Whether the text has a key; it has the one of what has none."""
        return not key or (key[1:] in self.scraps if key[0] == "~" else key in self.words)

    def _met(self, need: Need) -> Iterable[str]:
        """The keys of a need that the text has; it has the one of what has none."""
        met = [*(need.whole_keys & self.words)]
        if need.scrap_keys:
            met += ["~" + scrap for scrap in need.scrap_keys & self.scraps]
        return [*met, ""] if "" in need.whole_keys else met

    def followed(self, head: str, texts: tuple[str, ...], folded: bool, shaped: bool) -> Collection[int]:
        """Where a text stands, and one of some texts with it."""
        places = self._seen.get((head, folded, shaped))
        if places is None:
            places = self._places(head, folded, shaped)
        if not texts or not places:
            return places
        text = self.folded if folded else self.plain
        return [at for at in places if text.startswith(texts, at)]

    def shape(self, *, folded: bool) -> str:
        """The text, with or without case, and with its figures as noughts."""
        if folded not in self._shapes:
            self._shapes[folded] = needs.shape(self.folded if folded else self.plain)
        return self._shapes[folded]

    def may_hold(self, need: Need) -> bool:
        """Whether a pattern with this need may match in the text."""
        return not need.texts or bool(self._met(need))

    def _places(self, wanted: str, folded: bool, shaped: bool = False) -> list[int]:
        """Where a text stands; asked for anew by many patterns, sought once."""
        known = self._seen.get((wanted, folded, shaped))
        if known is None:
            text = self.shape(folded=folded) if shaped else self.folded if folded else self.plain
            known = self._seen[wanted, folded, shaped] = list(self._sought(wanted, text, shaped))
        return known

    def _sought(self, wanted: str, text: str, shaped: bool) -> Iterator[int]:
        if wanted == WIDE:
            yield from (self._starts[at] for at in self._untidy)
        elif wanted == TWICE:
            yield from (at for word in set(self._doubled) for at in self._places(f"{word} {word}", True))
        bare = wanted.strip(EDGE).removesuffix(TIGHT)
        tight = wanted.endswith(TIGHT)
        whole = ("", 0) if shaped else needs.whole_word(wanted)
        for at in self._standing_of(bare, *whole, text):
            if not tight or not text.startswith(" ", at + len(bare)):
                yield at

    def _standing_of(self, bare: str, word: str, into: int, text: str) -> Iterator[int]:
        """Where a text stands that holds a word, so far into it; where words stand is known."""
        if word and self._at is not None:
            return (at - into for at in self._at.get(word, ()) if at >= into and text.startswith(bare, at - into))
        return _all(text, bare, 0, len(text))

    def pays(self, phrases: int) -> bool:
        """Whether an index of all words pays for looking up so many phrases, besides those that were asked for before."""
        self._phrases += phrases
        return self._phrases > _PAYS

    @cached_property
    def _lexical(self) -> Words:
        return Words(self._blocks)

    def phrases(self, lexicon: Lexicon) -> Iterator[tuple[int, int, Found]]:
        """Every place of a phrase of a lexicon: the block's place, the phrase's in its list, and what stands for a match; in no order."""
        return ((at, i, cast(Found, place)) for at, i, place in (lexicon.found(self._lexical) if lexicon else ()))

    def matches(self, pattern: Pattern, need: Need, standing: Collection[int] | None = None) -> Iterator[tuple[int, Found]]:
        """Every match of a pattern that has this need, with the place of its block, in order; `standing`: where the need does."""
        for at, found in self._found(pattern, need, standing):
            yield from ((at, match) for match in found)

    def _found(self, pattern: Pattern, need: Need, standing: Collection[int] | None) -> Iterator[tuple[int, Iterator[Found]]]:
        blocks, untidy = self._blocks, self._untidy
        if need.last:
            return ((at, patterns.find(pattern, blocks[at], start)) for at, start in self._last(pattern))
        if need.opens or need.anchors:
            return (
                (at, patterns.find_at(pattern, blocks[at], self._tidied(at).home(offsets) if at in untidy else offsets))
                for at, offsets in (self._opened if need.opens else self._anchored)(need, standing)
            )
        return ((at, patterns.find(pattern, blocks[at])) for at in self._held(need, standing))

    def _last(self, pattern: Pattern) -> Iterator[tuple[int, int]]:
        """The blocks in whose last word a pattern matches, and where that word begins."""
        for at, start in enumerate(self._last_words):
            if patterns.search(pattern, self._blocks[at], start):
                yield at, start

    @cached_property
    def _last_words(self) -> Sequence[int]:
        return [_last_word(text) for text in self._blocks]

    def places(self, standing: Collection[int]) -> Iterator[tuple[int, int]]:
        """Places of texts that begin with no blank as those of blocks, and where in them."""
        for place in sorted(standing):
            at = self._block(place)
            offset = place - self._starts[at] - 1
            yield at, self._tidied(at).home([offset])[0] if at in self._untidy else offset

    def _tidied(self, at: int) -> Tidied:
        if at not in self._homes:
            self._homes[at] = Tidied(self._blocks[at])
        return self._homes[at]

    def _opened(self, need: Need, standing: Collection[int] | None = None) -> Iterator[tuple[int, list[int]]]:
        """Where in each block a match may begin that begins with one of the texts, if its white space is tidy."""
        for at, places in groupby(sorted(self._standing(need) if standing is None else standing), self._block):
            first = self._starts[at] + 1 - need.shift
            yield at, [place - first for place in places]

    def _anchored(self, need: Need, standing: Collection[int] | None = None) -> Iterator[tuple[int, list[int]]]:
        """The same, of the blocks that hold one of the texts, for a match that begins with one of the anchors."""
        text, openings = self.folded if need.folded else self.plain, need.wanted
        length = len(need.openings[0]) if openings else 0
        for at in self._held(need, standing):
            start, end = self._starts[at : at + 2]
            places = {place for anchor in need.anchors for place in _all(text, anchor, start, end)}
            if openings:
                places = {place for place in places if text[place : place + length] in openings}
            if places:
                yield at, [place + need.shift - start - 1 for place in sorted(places)]


def _all(text: str, wanted: str, start: int, end: int) -> Iterator[int]:
    """Where a text stands within bounds."""
    at = text.find(wanted, start, end)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1, end)


@lru_cache(maxsize=50_000)
def _scraps(word: str) -> tuple[str, ...]:
    return (*(word[i : i + SCRAP] for i in range(len(word) - SCRAP + 1)), word[-2:] + "~", word[-3:] + "~")


def _last_word(text: str) -> int:
    """Where the last word begins."""
    words = text.rsplit(None, 1)
    return len(text.rstrip()) - len(words[-1]) if words else 0


@entity
class Scanner:
    """Which of many needs a text may meet: `index` leads from keys to their places in the list, `always` are those without one."""

    index: Mapping[str, Sequence[int]]
    always: Sequence[int] = ()

    @classmethod
    def of(cls, wanted: Iterable[Need]) -> Scanner:
        """The filter for some needs."""
        return cls.by_keys(() if "" in need.by_key else need.by_key for need in wanted)

    @classmethod
    def by_keys(cls, wanted: Iterable[Collection[str]]) -> Scanner:
        """The filter for some needs, each as the keys of which a text must have one; without any it may always be met."""
        index: dict[str, list[int]] = {}
        always = []
        for i, keys in enumerate(wanted):
            if not keys:
                always.append(i)
            for key in keys:
                index.setdefault(key, []).append(i)
        return cls(index, always)

    @cached_property
    def _keys(self) -> tuple[frozenset[str], frozenset[str]]:
        scraps = frozenset(key[1:] for key in self.index if key[0] == "~")
        return frozenset(key for key in self.index if key[0] != "~"), scraps

    def candidates(self, text: Text) -> list[int]:
        """The places of the needs that a text may meet, in order."""
        words, scraps = self._keys
        met = [*(words & text.words)]
        if scraps:
            met += ["~" + scrap for scrap in scraps & text.scraps]
        return sorted({*self.always, *(i for key in met for i in self.index[key])})
