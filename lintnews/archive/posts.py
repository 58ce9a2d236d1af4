"""Two posts of one person in, whether both cannot be meant out: one noun with another body, or one body with another noun."""

from __future__ import annotations

from lintnews.ledger.titles import GRADES, RANKS, TITLE_NOUNS
from lintnews.words import fold

_SMALL = frozenset("of the for and on in to at a an its his her their us".split())
#: Nouns that stand for one another, or that somebody has beside another.
_ALIKE = (
    "sen senator", "rep representative congressman congresswoman", "gov governor", "chairman chairwoman chair chairperson",
    "spokesman spokeswoman spokesperson", "adviser advisor", "premier minister",
    "prof professor", "rev reverend", "attorney prosecutor lawyer",
)  # fmt: skip
_HEADS = {noun: i for i, group in enumerate(_ALIKE) for noun in group.split()}
#: Of these a person has one at a time.
_ONE = frozenset(
    "sen senator rep representative congressman congresswoman gov governor mayor sheriff chancellor coach secretary ambassador judge "
    "justice".split()
)


def differ(one: str, other: str) -> bool:
    """Whether somebody cannot be both at the same time, as far as words tell."""
    a, b = fold(one), fold(other)
    if a in RANKS and b in RANKS:
        return RANKS[a] != RANKS[b] and not _within(RANKS[a], RANKS[b])
    first, second = _parted(a), _parted(b)
    if first is None or second is None:
        return False
    (head, rest), (its_head, its_rest) = first, second
    if _group(head) == _group(its_head):
        return bool(rest) and bool(its_rest) and not rest & its_rest
    if head in _ONE and its_head in _ONE:
        return True
    return bool(rest) and rest == its_rest


def agree(one: str, other: str) -> bool:
    """Whether both may be one post: the same noun or grade, and words in common where both have more."""
    a, b = fold(one), fold(other)
    first, second = _parted(a), _parted(b)
    if (a in RANKS and b in RANKS) or first is None or second is None:
        return a in RANKS and b in RANKS and not differ(one, other)
    return _group(first[0]) == _group(second[0]) and not differ(one, other)


def _within(one: str, other: str) -> bool:
    """Whether a short grade may stand for a longer one: `general` for `lieutenant general`."""
    return one in GRADES and (other.endswith(f" {one}") or one.endswith(f" {other}"))


def _group(noun: str) -> object:
    return _HEADS.get(noun, noun)


def _parted(post: str) -> tuple[str, frozenset[str]] | None:
    """The noun of a post, and the other words that count."""
    told = [word for word in post.replace(",", " ").replace("’s", " ").replace("'s", " ").split() if word not in _SMALL]
    heads = [word for word in told if word in TITLE_NOUNS]
    if len(heads) != 1:
        return None
    return heads[0], frozenset(word for word in told if word != heads[0])
