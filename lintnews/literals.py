"""A pattern in, the texts of which any match of it holds one out: by them a story is told that the pattern cannot match.

Wherever a pattern cannot be told the answer is “anything”: a text more is a search more, a text less a finding lost.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from lintnews import lazily, needs, record
from lintnews.needs import ANYTHING, EDGE, TWICE, Need
from lintnews.pieces import (
    ANY,
    BLACK,
    BLANK,
    BORDER,
    EMPTY,
    MOST,
    NOTHING,
    OPTIONAL,
    SPREAD,
    UNTOLD,
    Piece,
    joined,
    literal,
    members,
    openings,
    rarity,
    union,
)  # fmt: skip


class _UntoldError(Exception):
    """A pattern, or a piece of one, that is not followed."""


@lru_cache(maxsize=10_000)
def needed(pattern: str, *, ignorecase: bool = False) -> Need:
    """What a text must hold for a pattern to match in it. A blank in a pattern may match any white space."""
    folded = ignorecase or _IGNORES.search(pattern) is not None
    return Need(*lazily.recall(f"need {int(folded)} {pattern}", lambda: _plainly(_need(pattern, folded=folded))))


def _plainly(need: Need) -> tuple[object, ...]:
    return tuple(getattr(need, name) for name in record.names(Need))


def kept(key: str, make: Callable[[], Need]) -> Need:
    """A need as an earlier run kept it under a key, with all that can be told of its texts beforehand."""

    def told() -> tuple[object, ...]:
        need = make()
        return _plainly(record.replace(need, sought=dict(need.by_key)) if need.texts else need)

    return Need(*lazily.recall(key, told))


def of_texts(texts: tuple[str, ...]) -> Need:
    """A need of these texts without case."""
    return kept(f"texts {chr(0).join(texts)}", lambda: Need(texts, folded=True, keys=needs.keys(texts)))


def of_words(text: str, *, ignorecase: bool) -> Need:
    """What `needed` says of plain words between word boundaries, without reading them as a pattern."""
    folded = needs.fold(text) if ignorecase else text
    whole = f"{EDGE}{folded}{EDGE}"
    if len(text) > _PLAIN or not rarity(frozenset({whole})):
        return ANYTHING
    return Need((whole,), ignorecase, keys=needs.keys((whole,)), opens=True)


def _parts_white(found: Piece) -> bool:
    """Whether white space stands right before a match, and the match may begin with more of the same stretch."""
    return any(text.endswith(" ") for text in found.behind) and any(text.startswith(" ") for text in found.start)


def _need(pattern: str, *, folded: bool) -> Need:
    try:
        found = _Reading(pattern).alternatives()
    except (_UntoldError, RecursionError):
        return ANYTHING
    if not rarity(found.best):
        return Need((), folded, last=found.tight and found.end)
    best, start, exact, behind = (
        [needs.fold(text) if folded else text for text in group or ()]
        for group in (found.best, found.start, found.exact, joined(found.behind, found.start))
    )
    texts = tuple(sorted(set(best)))
    ways = [(start, 0), (exact, 0)]
    if (shift := needs.length(found.behind)) and not _parts_white(found) and rarity(frozenset(behind)) > rarity(frozenset(start)):
        ways.insert(0, (behind, shift))
    end, keys = found.tight and found.end, needs.keys(texts)
    sought = needs.sought(texts, keys)
    for begin, after in ways:
        if set(begin) == set(texts):
            return Need(texts, folded, last=end, keys=keys, shift=after, opens=True, sought=sought)
        if (anchors := needs.anchors(begin))[0]:
            return Need(texts, folded, *anchors, end, keys, after, sought=sought)
    return Need(texts, folded, last=end, keys=keys, sought=sought)


class _Reading:
    """One walk over a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0
        self._groups: list[frozenset[str]] = []
        self._names: dict[str, int] = {}
        self._last: int | None = None

    def alternatives(self) -> Piece:
        """Alternatives up to the closing bracket, which is passed."""
        branches = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            branches.append(self._sequence())
        self._at += 1
        if len(branches) == 1:
            return branches[0]
        exact = union(branch.exact or ANY for branch in branches)
        return Piece(
            exact or None,
            union(branch.best if rarity(branch.best) else ANY for branch in branches),
            openings(branch.start for branch in branches) if not exact or any(branch.begins for branch in branches) else ANY,
            all(branch.tight for branch in branches),
            all(branch.end for branch in branches),
            union(branch.ends for branch in branches),
            union(branch.behind for branch in branches),
        )

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self) -> Piece:
        begins: frozenset[str] | None = None
        run, before, behind, holds = NOTHING, NOTHING, ANY, [ANY]
        first, tight, end, seen = True, True, False, ANY
        while self._next() not in ("", "|", ")"):
            sort, piece = self._piece(run)
            if sort == "behind":
                before = piece.ends if first and piece.ends else before
                holds.append(piece.best)
            elif sort == "again" and piece.exact:
                run = piece.exact
            elif sort == "end":
                end = True
            elif sort == "edge":
                run = joined(run, piece.exact or NOTHING) or run
            elif sort == "ahead":
                along = joined(run, piece.start) or joined(run, openings((piece.start,)))
                end = end or (piece.end and piece.exact is not None and piece.exact <= OPTIONAL)
                seen = max(seen, along, key=rarity) if begins is None else seen
                holds += [piece.best, along, joined(before, along)]
            elif sort != "none":
                if first:
                    before = behind = before if before != NOTHING else piece.behind or NOTHING
                first, tight, end = False, tight and piece.tight, end or piece.end
                along, whole = joined(run, piece.start), joined(run, piece.exact or ANY)
                if not whole:
                    holds += [run, along, joined(before, along or run), piece.best]
                    begins = (along or run) if begins is None else begins
                    run, before = (piece.ends or NOTHING), NOTHING
                else:
                    seen = max(seen, along, key=rarity) if begins is None and piece.begins else seen
                    run = whole
        holds += [run, joined(before, run)]
        best = max(holds, key=rarity)
        if begins is None:
            return Piece(run, best, seen, tight or not any(" " in text for text in run), end, run, behind)
        return Piece(None, best, max(begins, seen, key=rarity), tight, end, run if run != NOTHING else ANY, behind)

    def _piece(self, run: frozenset[str]) -> tuple[str, Piece]:
        """The next piece with its count, and what it is: `one` that takes text, what looks `ahead` or `behind`, or `none` of use."""
        sort, piece = self._atom(run)
        found = _COUNT.match(self._pattern, self._at)
        if not found or sort == "none":
            return sort, piece
        self._at = found.end()
        if sort == "again":
            return "one", UNTOLD
        blank = piece.exact is not None and piece.exact <= BLANK
        if blank and _SEVERAL.match(found[0]):
            return sort, Piece(None, SPREAD)
        if found["none"]:
            if sort != "one" or piece.exact is None or (found["many"] and not blank):
                return sort, Piece(None, tight=piece.tight)
            return sort, Piece(piece.exact | NOTHING, tight=piece.tight)
        return sort, piece if blank or found[0] == "{1}" else Piece(None, piece.best, piece.start, piece.tight, tail=piece.ends)

    def _atom(self, run: frozenset[str]) -> tuple[str, Piece]:
        if letters := _LETTERS.match(self._pattern, self._at):
            self._at, self._last = letters.end(), None
            return "one", Piece(frozenset({letters[0]}), tight=True)
        found = _ATOM.match(self._pattern, self._at)
        if not found:
            raise _UntoldError
        self._at = found.end()
        text = found[0]
        if found["open"]:
            return self._group(text)
        if text == r"\b":
            return "edge", BORDER
        if text in (r"\Z", r"\z"):
            return "end", EMPTY
        if text in _NO_WIDTH or found["flags"]:
            return "none", EMPTY
        if group := found["back"] or found["within"] or self._names.get(found["named"] or ""):
            if self._pattern.startswith(r"\b", self._at) and _ONCE.search(self._pattern, 0, self._at):
                return "one", Piece(None, _TWICE_OVER)
            return "again", Piece(self._again(run, int(group)))
        exact = None if found["call"] else members(text) if found["set"] else literal(text)
        piece = Piece(exact, tight=exact is not None and not exact & BLANK)
        if exact is None and _NO_BLANK.fullmatch(text):
            piece = BLACK
        self._last = self._last if piece.exact == BLANK else None
        return "one", piece

    def _group(self, opening: str) -> tuple[str, Piece]:
        captured = len(self._groups) if opening == "(" or (opening.endswith((">", "'")) and opening != "(?>") else None
        if captured is not None:
            self._groups.append(ANY)
            if name := opening.strip("(?P<'>"):
                self._names[name] = len(self._groups)
        last, start = self._last, self._at
        piece = self.alternatives()
        if captured is not None:
            self._groups[captured] = piece.exact or ANY
        self._last = captured if captured is not None else last if piece.exact == NOTHING else None
        if opening in ("(?!", "(?<!"):
            return ("edge", BORDER) if _BARS_LETTERS.fullmatch(self._pattern, start, self._at - 1) else ("none", EMPTY)
        return {"(?=": "ahead", "(?<=": "behind"}.get(opening, "one"), piece

    def _again(self, run: frozenset[str], group: int) -> frozenset[str] | None:
        """A run that ends in a group, but for white space, and the same text again; nothing where another piece stands between."""
        if self._last != group - 1:
            return None
        known = self._groups[group - 1]
        said = {same.strip(EDGE) for same in known}
        again = {text.rstrip(EDGE) + same for text in run for same in said if text.rstrip(" " + EDGE).casefold().endswith(same.casefold())}
        return frozenset(again) if len(again) <= MOST else None


#: Letters of plain words that are told without being read as a pattern.
_PLAIN = 36
#: Letters that no count follows are read as one.
_LETTERS = lazily.pattern(r"[\p{L}\p{Nd}]{2,12}(?![?*+{])")
_NO_WIDTH = frozenset({"^", "$", r"\A"})
#: A letter, or a class of letters.
_NO_BLANK = lazily.pattern(r"\\[wd]|\\p\{(?:L[lu]?|N|Nd)\}|\[(?:\\p\{(?:L[lu]?|N|Nd)\}|[\p{L}\p{Nd}'’-])+\]")
#: A look around in which no letter and no figure may stand.
_BARS_LETTERS = lazily.pattern(r"(?=[^|]*\\p\{L\})(?=[^|]*\\p\{N\})\[(?!\^)(?:\\[pP]\{\w+\}|\\.|[^\]\\\[])*\](?:\|.*)?", lazily.DOTALL)
_IGNORES = lazily.pattern(r"\(\?[a-z]*i")
_COUNT = lazily.pattern(r"(?:(?P<none>\?|(?P<many>\*|\{0+(?:,\d*)?\}|\{,\d*\}))|\+|\{\d+(?:,\d*)?\})[?+]?")
_SEVERAL = lazily.pattern(r"\{[2-9]")
#: What stands before a reference that makes a pattern match any word that stands twice, and behind it.
_ONCE = lazily.pattern(r"\\b(?:\(\?=)?\((?:\\p\{L[lu]?\}|\[[a-zA-Z-]+\])(?:\+|\{\d+,\d*\})\)(?:\\s\+|\[ \\n\]\+)\\1\Z")
_TWICE_OVER = frozenset({TWICE})
_ATOM = lazily.pattern(
    r"\(\?[ims]*(?:-[ims]+)?:\\(?:(?P<within>[1-9])|k<(?P<named>\w+)>)\)"
    r"|(?P<open>\((?:\?(?:<[=!]|[=!>:]|P?<\w+>|'\w+'|[ims]*(?:-[ims]+)?:)|(?!\?)))"
    r"|(?P<flags>\(\?(?:[ims]*(?:-[ims]+)?|\#[^)]*)\))"
    r"|(?P<call>\(\?(?:&|P[=>])\w+\))"
    r"|\\(?P<back>[1-9])(?!\d)|\\k[<'{](?P<named>\w+)[>'}]"
    r"|(?P<set>\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])"
    r"|\\[pP]\{[^}]*\}|\\[pP].|\\x\{[^}]*\}|\\x..|\\u....|\\.|[^()\[|?*+]",
    lazily.DOTALL,
)
