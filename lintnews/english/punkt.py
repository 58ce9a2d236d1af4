"""English text in, its sentences out, parted as Vale parts them: punkt's way, by what stands before a point and after it.

A point behind a shortened form ends a sentence when the next word has a capital that it would not have inside one. The words
that do are those of starters.txt: on its first line those that begin a sentence after any shortened form, on its second those
that do so unless the form has points inside, `U.S.`. They are what was seen of the sentences that Vale makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lintnews import lazily
from lintnews.model import Span

#: Shortened forms whose point does not end a sentence by itself; forms with points inside (`p.m`) need no list.
_SHORT = frozenset(
    "adm ala ariz aug ave bros calif chg cie co col colo conn corp cos ct dec dr feb fla fri ft ga gen gov ill inc jan jr kan ky lt"
    " ltd maj messrs mg mich minn mr mrs ms mt nev no nov oct ok okla ore pa prof rep reps sen sep sept sgt sr st sw tenn tues va vs"
    " vt wash wed wis yr c d e f g h k l m n p r s t v w".split()
)
#: Words that begin a sentence even in small letters, where a quotation or a bracket has just closed.
_BEGIN = frozenset(
    "according although among both but despite even he however i if in indeed instead it many meanwhile moreover most nevertheless"
    " nonetheless nor sales separately similarly since so some the there these they this though thus under when while yet".split()
)
#: What stands between white space and has a stop; a full stop as Chinese and Japanese write it ends it too.
_STOPPED = lazily.pattern(r"(?<![^\s。；！？])[^\s.?!。；！？]*+(?:[.?!][^\s。；！？]*+[。；！？]?+|。)")
_NEXT = lazily.pattern(r"\s*+([^\s。；！？]*+[。；！？]|[^\s。；！？]++)")
#: What has a mark that ends a sentence, and may have closed something since; or opens something straight behind such a mark.
_CLOSED = lazily.pattern(r"(?:\.[\"”’)]|[?!][\"”’')]?)\Z|\.[\[(\"]|[?!][\[(]")
_ELLIPSIS = lazily.pattern(r"\.{3}")
_POINTED = lazily.pattern(r"[0-9A-Za-z_]\.[0-9A-Za-z_]*\.")
_INITIAL = lazily.pattern(r"\p{L}\.\Z")
_NUMBER = lazily.pattern(r"-?[.,]?\d[\d,.-]*\Z")


def sentences(text: str) -> list[Span]:
    """Every sentence, without the white space around it."""
    out, start = [], 0
    for end in (*_ends(text), len(text)):
        if inner := text[start:end].strip():
            at = text.index(inner[0], start)
            out.append(Span(at, at + len(inner)))
        start = end
    return out


def _ends(text: str) -> Iterator[int]:
    """Where a word ends that ends a sentence."""
    alone = False
    for found in _STOPPED.finditer(text):
        word, after = found[0], _NEXT.match(text, found.end())
        if after is None:
            return
        following, before = after[1], alone
        alone = following == "." and word.endswith(".")
        hidden = after.end() == len(text) and not text[-1].isascii()
        if not alone and (_starts(following, pointed=False) if before else _ends_at(word, "" if hidden else following)):
            yield found.end()


def _ends_at(word: str, following: str) -> bool:
    """Whether a sentence ends with a word, before the one that follows; a text's last word is not seen if it ends with no plain sign."""
    closed = _CLOSED.search(word) is not None and "Yahoo!" not in word
    if not following:
        return closed or (word[-1] in ".。" and not word.endswith("..") and not _is_short(word[:-1]))
    ellipsis = _ELLIPSIS.search(word) is not None
    if ellipsis and (following[0].isupper() or _plain(following) in _BEGIN):
        return True
    if not ellipsis and _POINTED.search(word):
        return _starts(following, pointed=True)
    if closed:
        return word[-1] not in ")’”\"'" or not following[0].islower() or _plain(following) in _BEGIN
    if word.endswith(".."):
        return _starts(following, pointed=False)
    return word[-1] in ".。" and _ends_behind(word, following)


def _ends_behind(word: str, following: str) -> bool:
    """Whether a sentence ends behind a word with its point."""
    if _NUMBER.match(word):
        return not following[0].islower() and following not in tuple(";:,.!?")
    if _is_short(word[:-1]) or (_INITIAL.fullmatch(word) and following[0].isalpha()):
        return _starts(following, pointed=False)
    return not _INITIAL.fullmatch(word) or following not in tuple(";:,.!?")


def _is_short(word: str) -> bool:
    return word.rsplit("-", 1)[-1].lower() in _SHORT or (not _NUMBER.match(word) and bool(_POINTED.search(f"{word}.")))


def _starts(following: str, *, pointed: bool) -> bool:
    """Whether a word begins a sentence behind a shortened form, which has points inside or not."""
    always, mostly = _starters()
    word = _plain(following)
    return following[0].isupper() and (word in always or (word in mostly and not pointed))


def _plain(word: str) -> str:
    """A word as the lists have it: without commas, and without a point that ends its own sentence."""
    return word.lower().replace(",", "").removesuffix(".")


@cache
def _starters() -> tuple[frozenset[str], frozenset[str]]:
    always, mostly = (Path(__file__).parent / "starters.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(always.split()), frozenset(mostly.split())
