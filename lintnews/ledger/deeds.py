"""A sentence in, what it says is done out: its verbs, who does it and to whom, what each verb is about, and its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lintnews.english import forms, tagger, tokens
from lintnews.gist import plain, stem
from lintnews.record import record

#: Verbs that say little of what is done.
LIGHT = frozenset(
    map(
        stem,
        (
            "be have do say tell want intend plan try seek go come will know believe think seem like reveal show prove confirm post give "
            "put set run hold let keep find need happen become turn remain call bring work lead make get take use"
        ).split(),
    )
)
#: What claims say is done, by the words that stand for it: told as nouns by a tagger now and then.
DEEDS = frozenset(
    map(stem, "kill cause cure ban win steal pay increase decrease arrest buy build contain create spread end start prevent stop".split())
)
_NOUNS, _THING = frozenset(("NN", "NNS", "NNP", "NNPS")), ("NN", "DT", "JJ", "CD", "PRP", "V")
_BE = frozenset("is are was were be been being get gets got 's 're".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_JOINING = frozenset("and but while whereas although though ;".split())
#: Nouns that stand before what is meant: `cases of`.
_OF = frozenset("case cases number kind type lot lots form rest one all most some".split())
_SKIPPED = frozenset(("DT", "PRP$", "JJ", "JJR", "JJS", "RB", "CD", "PDT", "POS", "VBN", "$"))


@record
class Deeds:
    """Verbs and nouns by their stems; `objects` holds the noun that a verb is about, where one follows it.

    `before` holds the words before each verb that is not passive. `main` is the first of the verbs, none
    where the sentence says what something is and not what is done.
    """

    verbs: frozenset[str]
    doer: frozenset[str]
    done_to: frozenset[str]
    objects: Mapping[str, str]
    before: Mapping[str, frozenset[str]]
    main: str = ""


@record
class _Tagged:
    """The tokens of a sentence, in lower case, with their stems and tags."""

    words: Sequence[str]
    stems: Sequence[str]
    tags: Sequence[str]

    def telling(self) -> Iterator[int]:
        """The verbs that say what is done."""
        return (i for i, tag in enumerate(self.tags) if tag.startswith("V") and self.stems[i] not in LIGHT and self.words[i] not in _BE)

    def passive(self, i: int) -> bool:
        """Whether a verb says what is done to the words before it."""
        before = self.words[max(0, i - 3) : i]
        return self.tags[i] in {"VBN", "VBD"} and (not _BE.isdisjoint(before) or self.words[i + 1 : i + 2] == ["by"])

    def _noun(self, i: int) -> bool:
        return self.tags[i].startswith("NN") and self.words[i][0].isalnum()

    def _named_by_verb(self, i: int) -> bool:
        """Whether a word such as `parking` is a noun here: nothing follows that it would be about."""
        return self.tags[i] == "VBG" and self.tags[i + 1 : i + 2] in ([], ["IN"], ["TO"], ["."])

    def object(self, i: int) -> str:
        """The stem of the noun that a verb is about: the last of the nouns that follow it."""
        at = i + 1
        while at < len(self.words):
            while at < len(self.words) and self.tags[at] in _SKIPPED:
                at += 1
            start = at
            while at < len(self.words) and (self._noun(at) or (at == i + 1 and self._named_by_verb(at))):
                at += 1
            of = at > start and self.words[at - 1] in _OF and self.words[at : at + 1] == ["of"]
            if of or (at > start and self.tags[at : at + 1] == ["POS"]):
                at += 1
            else:
                return self.stems[at - 1] if at > start else ""
        return ""


@lru_cache(maxsize=20_000)
def deeds(sentence: str) -> Deeds:
    """What a sentence says is done."""
    told = _tagged(sentence)
    telling = list(told.telling())
    doer, done_to = _roles(told, telling)
    objects = {told.stems[i]: found for i in telling if not told.passive(i) and (found := told.object(i))}
    before = {told.stems[i]: frozenset(told.stems[:i]) for i in telling if not told.passive(i)}
    return Deeds(frozenset(told.stems[i] for i in telling), doer, done_to, objects, before, told.stems[telling[0]] if telling else "")


def _roles(told: _Tagged, telling: Sequence[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The words before the first verb that tells something, or is, and those behind it; where it is done `by` someone, these and those."""
    first = telling[:1] or [i for i, word in enumerate(told.words) if word in _BE][:1]
    if not first:
        return frozenset(), frozenset()
    i = first[0]
    before, behind = frozenset(told.stems[:i]), frozenset(told.stems[i + 1 :])
    if not told.passive(i):
        return before, behind
    if "by" not in told.words[i + 1 :]:
        return frozenset(), frozenset()
    return frozenset(told.stems[told.words.index("by", i + 1) + 1 :]), before


@lru_cache(maxsize=20_000)
def clauses(sentence: str) -> tuple[str, ...]:
    """The sentence in the clauses that stand side by side in it, each with a verb and a subject of its own."""
    text = plain(sentence)
    spans = tokens.tokens(text)
    words = [text[slice(*span)] for span in spans]
    if _JOINING.isdisjoint(words):
        return (sentence,)
    tags = tagger.tag(words)
    cuts, last = [0], 0
    for i in range(1, len(words) - 1):
        if words[i] in _JOINING and not tags[i + 1].startswith(("V", "MD", "RB")) and not _FINITE.isdisjoint(tags[last:i]):
            end = next((k for k in range(i + 1, len(words)) if words[k] in _JOINING), len(words))
            if not _FINITE.isdisjoint(tags[i + 1 : end]):
                cuts.append(spans[i].start)
                last = i + 1
    return tuple(text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)) if len(cuts) > 1 else (sentence,)


def _tagged(sentence: str) -> _Tagged:
    text = plain(sentence)
    words = [text[slice(*span)] for span in tokens.tokens(text)]
    low = [word.lower() for word in words]
    return _Tagged(low, [stem(word.removesuffix("'s")) for word in low], list(_sure(low, tagger.tag(words))))


def _sure(words: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
    """The tags, but no word is a verb that was never one in print, and what claims say is done is one between two nouns."""
    before = ""
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag.startswith("V") and (kinds := forms.kinds(word)) and not any(kind.startswith("V") for kind in kinds):
            tag = "NNS" if word.endswith("s") else "NN"
        elif tag.startswith("NN") and before in _NOUNS and tags[i + 1 : i + 2] and tags[i + 1].startswith(_THING) and stem(word) in DEEDS:
            tag = "VBZ" if any(kind.startswith("V") for kind in forms.kinds(word)) else tag
        before = tag
        yield tag
