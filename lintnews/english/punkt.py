"""English text in, its sentences out, parted as Vale parts them: punkt's way, by what stands before a point and after it.

A point behind a shortened form ends a sentence when the next word has a capital that it would not have inside one. The words
that do are those of starters.txt: on its first line those that begin a sentence after any shortened form, on its second those
that do so unless the form has points inside, `U.S.`. They are what was seen of the sentences that Vale makes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from regex import Match

from lintnews import lazily
from lintnews.model import Span

Found = Match[str]

#: Shortened forms whose point does not end a sentence by itself; forms with points inside (`p.m`) and initials need no list.
_SHORT = frozenset(
    "adm ala ariz aug ave bros calif chg cie co col colo conn corp cos ct dec dr feb fla fri ft ga gen gov ill inc jan jr kan ky lt"
    " ltd maj messrs mg mich minn mr mrs ms mt nev no nov oct ok okla ore pa prof rep reps sen sep sept sgt sr st sw tenn tues va vs"
    " vt wash wed wis yr".split()
)
#: Words that begin a sentence even in small letters, where a quotation or a bracket has just closed.
_BEGIN = frozenset(
    "according although among both but despite even he however i if in indeed instead it many meanwhile moreover most nevertheless"
    " nonetheless nor sales separately similarly since so some the there these they this though thus under when while yet".split()
)
_STOP = lazily.pattern(r"(?P<stop>[.?!])(?P<close>[\"”’)]|\[\d+\]|\"\p{L}[^\s.?!]*)?(?=\s|\Z)")
_NEXT = lazily.pattern(r"\s+(\S+)")
_POINTED = lazily.pattern(r"\w\.\w+\Z")
_INITIAL = lazily.pattern(r"\p{L}\Z")
_NUMBER = lazily.pattern(r"[-$£€]?[.,]?\d[\d,.-]*\Z")
#: Nobody writes a longer word.
_REACH = 100


def sentences(text: str) -> list[Span]:
    """Every sentence, without the white space around it."""
    out, start = [], 0
    for found in _STOP.finditer(text):
        if _ends(text, found):
            out.append(Span(start, found.end()))
            start = found.end()
    out.append(Span(start, len(text)))
    return [span for whole in out if (span := _trimmed(text, whole))]


def _trimmed(text: str, span: Span) -> Span | None:
    inner = text[slice(*span)]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip())) if inner.strip() else None


def _ends(text: str, found: Found) -> bool:
    """Whether a sentence ends at a point, a question or exclamation mark, and what closes behind it."""
    after = _NEXT.match(text, found.end())
    following = after[1] if after else ""
    word = _word_before(text, found.start())
    if not following:
        return True
    if found["close"]:
        return found["close"] not in tuple("”’)") or _begins(following)
    if found["stop"] != ".":
        return not _POINTED.search(word.rstrip(".")) or not word.endswith(".") or _starts(following, pointed=True)
    if word.endswith(".") or (not word and text[max(0, found.start() - 9) : found.start()].rstrip()[-1:] == "."):
        return _begins(following) if word.endswith("..") else following[:1].isupper()
    return _ends_behind(word, following)


def _word_before(text: str, at: int) -> str:
    """What stands right before an offset, up to white space."""
    parts = text[max(0, at - _REACH) : at].rsplit(None, 1)
    return parts[-1] if parts and not text[at - 1 : at].isspace() else ""


def _begins(following: str) -> bool:
    """Whether a word begins a sentence behind what has closed."""
    word = following.lstrip("“‘(\"'[")
    return word[:1].isupper() or word.lower().rstrip(",.;") in _BEGIN


def _ends_behind(word: str, following: str) -> bool:
    """Whether a sentence ends behind a word and its point."""
    last = word.rsplit("-", 1)[-1]
    if _NUMBER.match(last):
        return not following[:1].islower()
    pointed = _POINTED.search(word) is not None
    if not pointed and not _INITIAL.match(last) and last.lower() not in _SHORT:
        return not (not word and following[:1] in tuple(".,;:?!"))
    return _starts(following, pointed=pointed)


def _starts(following: str, *, pointed: bool) -> bool:
    """Whether a word begins a sentence behind a shortened form, which has points inside or not."""
    always, mostly = _starters()
    word = following.lower().rstrip(",.;?!")
    return following[:1].isupper() and (word in always or (word in mostly and not pointed))


@cache
def _starters() -> tuple[frozenset[str], frozenset[str]]:
    always, mostly = (Path(__file__).parent / "starters.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(always.split()), frozenset(mostly.split())
