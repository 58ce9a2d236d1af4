"""The lists of everyday words and lintnews/english/neighbours.txt in, rules/spelling/lists/near-words.txt out.

The list holds words that a slip of the hand makes of a word at least as common: each word, and each with what it may be a slip for.
Forms of one word and the two spellings of one are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lintnews.english.neighbours import common
from lintnews.ledger.slips import cost, one_slip_away

LISTS = Path(__file__).parent.parent / "rules" / "spelling" / "lists"
#: No slip is looked for in words this common; what is meant is in the first two lists, or this common; and the dearest slip.
_COMMONEST, _MEANT, _DEAREST, _RARER, _SMALL = 26, 11, 4.1, 20, 17
_ENDINGS = ("", "s", "d", "r", "y", "ed", "es", "ing", "er", "ers", "e", "n", "en", "ly", "al", "st")
_VARIANTS = (
    ("our", "or"),
    ("re", "er"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("e", ""),
)
#: Short words, which the lists have not, that are often slips for shorter ones.
_SHORT = frozenset(
    "ore fro hid wit ton tow sin sou wee inn bin ere ale ware wad wan don won doe toe roe hoe woe nay bay cay fir fur oft oaf"
    " ail aid add ads ads hat hut hit mat net nit nut rot sot tot".split()
)
#: Irregular forms of one word.
_FORMS = frozenset(
    map(
        frozenset,
        (
            pair.split("/")
            for pair in "write/wrote drive/drove ride/rode rise/rose sing/sang sing/sung sang/sung ring/rang ring/rung drink/drank"
            " drink/drunk drank/drunk begin/began begin/begun began/begun swim/swam swim/swum run/ran come/came become/became give/gave"
            " grow/grew know/knew blow/blew throw/threw draw/drew fall/fell hold/held get/got sit/sat spit/spat win/won dig/dug"
            " aground/around round/around"
            " stick/stuck strike/struck sink/sank sink/sunk shrink/shrank shrink/shrunk spring/sprang spring/sprung stink/stank"
            " man/men woman/women foot/feet tooth/teeth goose/geese mouse/mice spend/spent send/sent lend/lent bend/bent build/built"
            " lose/lost make/made take/took shake/shook wake/woke break/broke speak/spoke steal/stole wear/wore tear/tore bear/bore"
            " swear/swore shine/shone drove/driven meet/met lead/led read/red feed/fed bleed/bled speed/sped breed/bred shoot/shot"
            " choose/chose slide/slid hide/hid bite/bit light/lit find/found bind/bound wind/wound grind/ground fight/fought"
            " old/older burn/burnt learn/learnt dream/dreamt spell/spelt spoil/spoilt life/live analysis/analyses crisis/crises"
            " basis/bases cling/clung fling/flung swing/swung hang/hung this/these that/those has/had have/had has/have was/were".split()
        ),
    )
)


def main() -> None:
    """Write the list."""
    level = {word: at for at in (3, 2, 1) for word in (LISTS / f"everyday-{at}.txt").read_text(encoding="utf-8").split()}
    level |= {word: 3 for word in _SHORT if word not in level}
    lines = [line for word in sorted(level) if common(word) <= _COMMONEST for line in _lines(word, level)]
    (LISTS / "near-words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lines(word: str, level: dict[str, int]) -> Iterator[str]:
    meant = [other for other in sorted(one_slip_away(word)) if _common(other, level) and _apart(word, other)]
    meant = [other for other in meant if common(other) >= common(word) - _RARER and cost(word, other) <= _DEAREST]
    if meant:
        yield from (word, *(f"{word} {other}" for other in meant))


def _common(word: str, level: dict[str, int]) -> bool:
    return (level.get(word, 3) < 3 or len(word) == 3 or (len(word) == 2 and common(word) > _SMALL)) and common(word) >= _MEANT


def _apart(word: str, other: str) -> bool:
    """Whether two words are not forms of one, nor two spellings of it."""
    stem = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    related = stem > 2 and any({word[at:], other[at:]} <= set(_ENDINGS) for at in range(stem - 1, stem + 1))
    variant = any(other in (word.replace(a, b), word.replace(b, a) if b else word) for a, b in _VARIANTS if word[:2] != a)
    return not related and not variant and frozenset((word, other)) not in _FORMS


if __name__ == "__main__":
    main()
