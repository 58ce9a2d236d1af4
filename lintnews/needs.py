"""What a pattern needs of a text: words of which the text must hold one for the pattern to match, and how its matches begin.

White space is single blanks here. An `EDGE` at either end of a text says that no letter and no figure stands beyond it; `TIGHT`
at its end that no blank does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import pairwise

from lintnews import lazily
from lintnews.record import entity

#: Code points that no text has.
EDGE, TIGHT = "\uffff", "\ufffe"
_MARKS = EDGE + TIGHT
#: Texts that stand for a word twice in a row, and for white space that is more than one blank.
TWICE, WIDE = "\ufdd0", "\ufdd1"
#: Anchors that are looked for one after another: as they are, or cut down to a word.
_FEW, _MOST = 8, 80
#: Texts that are looked for together, from so many on; texts of which so many are one when figures are alike are sought as one.
_SOME, _SHAPED = 3, 3
#: Letters of the scrap by which a part of a word is looked up.
SCRAP = 4

_RUN = lazily.pattern(r"[\p{L}\p{Nd}]+")
_PLAIN_RUN = re.compile(r"[A-Za-z0-9]+")
#: Signs of news copy beyond ASCII, which are no letters.
_SIGNS = "’“”‘—–…"
_JOINED = lazily.pattern(r"[^\s\p{L}\p{Nd}][\p{L}\p{Nd}]+")

#: A text to look for, with its edges; texts of which one must begin where it stands (none: it does by itself); whether its noughts are
#: any figures; and another key that a story has where they stand.
Sought = tuple[str, tuple[str, ...], bool, str]


@entity
class Need:
    """`texts`, of which a match's surroundings hold one; none where that cannot be told. `folded`: without case.

    `anchors`, where they can be told, are texts of which each match begins with one, as long as white space is tidy; so are
    `openings`, longer ones of one length. `opens`: matches begin with the texts themselves, which serve for anchors. `last`: a match
    stands in the last word of a block. `keys`, where they are known already, are those of the texts, one by one. Matches begin so many
    characters behind the beginning of an anchor as `shift` says. `sought` is what `by_key` gives, where it is known already.
    """

    texts: tuple[str, ...]
    folded: bool = False
    anchors: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    last: bool = False
    keys: tuple[str, ...] = ()
    shift: int = 0
    opens: bool = False
    sought: Mapping[str, Sequence[Sought]] | None = None

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[Sought]]:
        """What to look for in a story that has a key, by the key; see `key`."""
        return sought(self.texts, self.keys or tuple(map(key, self.texts))) if self.sought is None else self.sought

    @cached_property
    def whole_keys(self) -> frozenset[str]:
        """The keys that are no scraps."""
        return frozenset(found for found in self.by_key if found[:1] != "~")

    @cached_property
    def scrap_keys(self) -> frozenset[str]:
        """The keys that are scraps, without their mark."""
        return frozenset(found[1:] for found in self.by_key if found[:1] == "~")

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The openings."""
        return frozenset(self.openings)


ANYTHING = Need(())


def sought(texts: Sequence[str], keys: Sequence[str]) -> dict[str, tuple[Sought, ...]]:
    """What to look for under each key: it stands wherever one of the texts with that key does, and hardly elsewhere."""
    by_key: dict[str, list[str]] = {}
    for text, found in zip(texts, keys, strict=True):
        by_key.setdefault(found, []).append(text)
    return {found: tuple(_sought(each, found)) for found, each in by_key.items()}


def _sought(texts: Sequence[str], found: str) -> Iterator[Sought]:
    """Some texts that have a key, one by one, with those together that begin alike, or differ in figures only."""
    if len(texts) < _SOME or (TWICE in texts or WIDE in texts):
        yield from ((text, (), False, _other_key([text], found)) for text in texts)
        return
    by_head: dict[str, list[str]] = {}
    for text in texts:
        by_head.setdefault(EDGE * text.startswith(EDGE) + opening(text.strip(_MARKS)), []).append(text)
    alike = sorted({shape(text.strip(EDGE)) for text in texts}) if len(by_head) > _SOME else texts
    if len(alike) * _SHAPED <= len(texts):
        yield from ((text, (), True, "") for text in alike)
        return
    for head, each in by_head.items():
        if len(each) > 1:
            yield head, tuple(text.strip(_MARKS) for text in each), False, _other_key(each, found)
        else:
            yield each[0], (), False, _other_key(each, found)


def _other_key(texts: Sequence[str], found: str) -> str:
    """The rarest key that all of some texts have which does not follow from the one that was found; "" where there is none."""
    if TWICE in texts or WIDE in texts:
        return ""
    every = [_keys_of(fold(text.strip(_MARKS)), opens=text.startswith(EDGE), closes=text.endswith(EDGE), more=True) for text in texts]
    shared = set(every[0]).intersection(*every[1:]) - {found}
    told = [each for each in shared if not _follows(each, found)]
    return max(told, key=lambda each: (every[0][each], each), default="")


def _follows(other: str, found: str) -> bool:
    """Whether any text with a key has the other, too."""
    bare = other.strip("~")
    return not bare or bare in found


def either(needs: Iterable[Need]) -> Need:
    """What a text must hold for any one of several patterns to match in it."""
    known = list(needs)
    if not known or not all(need.texts for need in known):
        return ANYTHING
    folded = any(need.folded for need in known)
    begin = _together([need.anchors for need in known], folded=folded) if all(need.anchors and not need.shift for need in known) else ()
    texts = _together([need.texts for need in known], folded=folded)
    keys = {fold(text) if folded else text: found for need in known for text, found in zip(need.texts, need.keys, strict=False)}
    return Need(
        texts, folded, begin if len(begin) <= _MOST else (), keys=tuple(map(keys.__getitem__, texts)) if len(keys) == len(texts) else ()
    )


def _together(groups: Iterable[tuple[str, ...]], *, folded: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(text) if folded else text for group in groups for text in group))


def length(texts: Iterable[str]) -> int:
    """The length of all of some texts without their edges; 0 where they are not of one length."""
    lengths = {len(text.strip(_MARKS)) for text in texts}
    return lengths.pop() if len(lengths) == 1 else 0


def anchors(texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Texts with which matches begin, or their openings up to the first blank, if they are few and tell anything; longer openings."""
    whole = {text.strip(_MARKS) for text in texts}
    cut = whole if len(whole) <= _FEW else set(map(opening, whole))
    telling = all(len(text) > 1 or (text and not text.isalpha() and text != " ") for text in cut)
    if not telling or not 0 < len(cut) <= _MOST:
        return (), ()
    length = min(map(len, whole))
    return tuple(sorted(cut)), tuple(sorted({text[:length] for text in whole})) if length > max(map(len, cut)) else ()


def opening(text: str) -> str:
    """A text up to its first blank behind its first character."""
    head, blank, _ = text[1:].partition(" ")
    return text[:1] + head + blank


def fold(text: str) -> str:
    """A text without case, one code point for one, so that whatever `regex` takes for the same letter is the same."""
    if text.isascii():
        return text.lower()
    folded = text.casefold()
    if len(folded) != len(text):
        folded = "".join(map(_fold_one, text))
    return folded.replace("ı", "i").replace("\U0001df95", "ß")


#: Letters that `regex` takes for others of which they are no simple case.
_ALIKE = {"İ": "i", "\u1fd3": "\u0390", "\u1fe3": "\u03b0", "\ufb05": "\ufb06"}


def _fold_one(char: str) -> str:
    forms = (_ALIKE.get(char, ""), char.casefold(), char.lower())
    return next((form for form in forms if len(form) == 1), char)


def shape(text: str) -> str:
    """A text with every figure as a nought."""
    for figure in "123456789":
        text = text.replace(figure, "0")
    return text


def words(text: str) -> list[str]:
    """The words of a text: letters and figures only."""
    bare = _bare(text)
    return _PLAIN_RUN.findall(bare) if bare.isascii() else _RUN.findall(text)


def places(text: str) -> dict[str, list[int]]:
    """Where each of the words of a text begins."""
    out: dict[str, list[int]] = {}
    bare = _bare(text)
    for found in (_PLAIN_RUN if bare.isascii() else _RUN).finditer(bare):
        out.setdefault(found[0], []).append(found.start())
    return out


def _bare(text: str) -> str:
    """A text with blanks for some signs."""
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text


@lru_cache(maxsize=50_000)
def whole_word(text: str) -> tuple[str, int]:
    """The longest word, without case, that is whole wherever this text with its edges stands, and how far into it; "" for none."""
    spans = [found.span() for found in _RUN.finditer(text)]
    whole = [(end - start, start) for start, end in spans if start > 0 and end < len(text) and text[end] != TIGHT]
    if not whole:
        return "", 0
    length, start = max(whole)
    return fold(text[start : start + length]), start - text.startswith(EDGE)


def joined(text: str) -> list[str]:
    """The words that stand right behind a sign, with it: `.The`, `-year`."""
    return _JOINED.findall(text)


def key(text: str) -> str:
    """The rarest key of those that any story has which holds a text, or ""; see `scanner.Text`.

    A key is two neighbouring words, a word with or without the sign before it, four letters or the last ones of a word, or a sign.
    """
    return keys((text,))[0]


def keys(texts: Sequence[str]) -> tuple[str, ...]:
    """The rarest key of each of some texts; one that many of them have is as good as a rarer one, since it is asked for once."""
    every = [_keys_of(fold(text.strip(_MARKS)), opens=text.startswith(EDGE), closes=text.endswith(EDGE)) for text in texts]
    shared = Counter(found for each in every for found in each)

    def worth(each: dict[str, float], found: str) -> float:
        return each[found] + (shared[found].bit_length() - 1) / 4

    return tuple(max(each, key=partial(worth, each)) for each in every)


def _keys_of(folded: str, *, opens: bool, closes: bool, more: bool = False) -> dict[str, float]:
    """The keys of a text and how much they tell; with `more`, also the first letters of its words."""
    spans = [match.span() for match in _RUN.finditer(folded)]
    edged = [(start > 0 or opens, end < len(folded) or closes) for start, end in spans]
    keys = dict[str, float]()
    for (start, end), (before, behind) in zip(spans, edged, strict=True):
        word = folded[start:end]
        keys |= dict(_keys(word, opens=before, closes=behind))
        if more and len(word) > SCRAP:
            keys[f"~{word[:SCRAP]}"] = SCRAP + 0.25
        if behind and start and folded[start - 1] != " ":
            keys[folded[start - 1 : end]] = len(word) + 1
    for ((a, b), (c, d)), (one, other) in zip(pairwise(spans), pairwise(edged), strict=True):
        if one[0] and other[1]:
            keys[f"{folded[a:b]} {folded[c:d]}"] = b - a + d - c + 2
    return keys or {_sign(folded): 0.0}


def _keys(word: str, *, opens: bool, closes: bool) -> Iterator[tuple[str, float]]:
    """The keys of one word and how much they tell; it may go on beyond the text where it does not open or close there."""
    if opens and closes:
        yield word, len(word)
    if len(word) >= SCRAP:
        yield f"~{word[-SCRAP:]}", SCRAP + 0.5
    elif closes and len(word) > 1:
        yield f"~{word}~", len(word) - 0.5


def _sign(text: str) -> str:
    """The rarest sign in a text that is neither letter nor blank of ASCII."""
    if text in (TWICE, WIDE):
        return text
    signs = [char for char in text if not (char.isascii() and (char.isalpha() or char == " "))]
    return max(signs, key=lambda char: (not char.isascii(), char not in ".,'-", char), default="")
