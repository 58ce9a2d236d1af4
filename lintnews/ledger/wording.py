"""A text in, its words out as they are compared: what a transcript, a line's end or a house's style writes otherwise is one word.

Case, accents, hyphens, kinds of quotation marks, `20` and `twenty`, `percent` and `%` make no difference; nor do `uh` and `um`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from lintnews import lazily
from lintnews.ledger.numbers import SMALL
from lintnews.model import Span
from lintnews.words import fold

_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:['’.&,-][\p{L}\p{N}]+)*|%")
#: What is in a transcript beside what is said: `[Applause.]`, `(Laughter)`, the time at the head of a line.
_ASIDE = lazily.pattern(
    r"\[[^\[\]\n]{1,60}\]|\((?i:applause|laughter|laughs|inaudible|crosstalk|cheers|pause|unintelligible|off-mic)[^()\n]{0,30}\)"
    r"|(?m:^\W?\d{1,2}:\d\d(?::\d\d)?\W?(?=\s))"
)
_SAME = {word: str(value) for value, word in enumerate(SMALL)} | {"%": "percent", "okay": "ok"}
_SAME |= dict(zip("thirty forty fifty sixty seventy eighty ninety".split(), map(str, range(30, 100, 10)), strict=True))
_HESITATION = frozenset("uh um er erm uhm ah mm hm hmm".split())
_HESITATING = lazily.pattern(rf",?\s(?i:{'|'.join(_HESITATION)})\b,?")


class Wording:
    """The words of a text as keys, in order, and where each stands in it."""

    def __init__(self, text: str, words: Sequence[str], spans: Sequence[Span]) -> None:
        self.text, self.words, self.spans = text, words, spans
        self._joined = "".join(words)
        self._starts = [0]
        for word in words:
            self._starts.append(self._starts[-1] + len(word))
        self.places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            self.places.setdefault(word, []).append(at)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether these words stand here one after another, wherever blanks and hyphens divide them."""
        wanted = "".join(words)
        at = self._joined.find(wanted)
        while at >= 0:
            if self._begins(at) and self._begins(at + len(wanted)):
                return True
            at = self._joined.find(wanted, at + 1)
        return False

    def _begins(self, at: int) -> bool:
        return self._starts[bisect_left(self._starts, at)] == at

    def printed(self, start: int, end: int) -> str:
        """The words from `start` up to `end` as they stand in the text, on one line, without hesitations."""
        stretch = self.text[self.spans[start].start : self.spans[end - 1].end]
        return " ".join(_HESITATING.sub("", stretch).split())


def read(text: str, within: Span | None = None) -> Wording:
    """The words of a text, or of a stretch of it."""
    found = [(key(m[0]), Span(*m.span())) for m in _WORD.finditer(text, *(within or (0, len(text))))]
    kept = [(word, span) for word, span in found if word not in _HESITATION]
    return Wording(text, [word for word, _ in kept], [span for _, span in kept])


@lru_cache(maxsize=16)
def of_source(text: str) -> Wording:
    """The words of a transcript or a document, asides left out; kept, since one source may serve many stories."""
    return read(_ASIDE.sub(lambda m: " " * len(m[0]), text))


def key(word: str) -> str:
    """A word as it is compared."""
    folded = fold(word).replace(" ", "").replace(",", "")
    return _SAME.get(folded, folded)
