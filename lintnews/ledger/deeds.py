"""A sentence in, what it says is done out: its verbs, who does it and to whom, what each verb is about, and its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from types import MappingProxyType

from lintnews.english import forms, tagger, tokens
from lintnews.gist import plain, stem
from lintnews.ledger.roles import BE, HELPING, Roles
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
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
#: What a word that can only be a past form may be tagged as by mistake.
_UNSURE, _PAST = frozenset(("JJ", "NN", "NNP")), frozenset(("VBD", "VBN"))
_JOINING = frozenset("and but while whereas although though ;".split())


#: A verb, who does it and to whom, by their stems; of several the one that counts first.
Role = tuple[str, tuple[str, ...], tuple[str, ...]]


@record
class Deeds:
    """Verbs and nouns by their stems; `objects` holds the noun that a verb is about, where one follows it.

    `before` holds the words before each verb that is not passive. `main` is the first of the verbs, none
    where the sentence says what something is and not what is done. `roles` are of each verb, one that says little too, the nouns that
    do it and those that it is done to, the one that counts first. `wholes` holds for each word what it is
    part of as the first of two nouns: a `flu shot` is a shot, and flu there only says which. `being`: a form
    of `be` stands in it. `links` holds what prepositions join to nouns and verbs: `(rate, of)` with what it is the rate of.
    """

    verbs: frozenset[str]
    doer: frozenset[str]
    done_to: frozenset[str]
    objects: Mapping[str, str]
    before: Mapping[str, frozenset[str]]
    main: str = ""
    roles: tuple[Role, ...] = ()
    wholes: Mapping[str, Set[str]] = MappingProxyType({})
    being: bool = False
    links: Mapping[tuple[str, str], Set[str]] = MappingProxyType({})


@record
class _Tagged(Roles):
    """The tokens of a sentence, in lower case, with their tags and stems."""

    stems: Sequence[str]

    def named(self, places: tuple[int, ...]) -> tuple[str, ...]:
        """The stems at these places."""
        return tuple(self.stems[i] for i in places)

    def telling(self) -> Iterator[int]:
        """The verbs that say what is done."""
        return (i for i, tag in enumerate(self.tags) if tag.startswith("V") and self.stems[i] not in LIGHT and self.words[i] not in BE)


@lru_cache(maxsize=20_000)
def deeds(sentence: str) -> Deeds:
    """What a sentence says is done."""
    told = _tagged(sentence)
    telling = list(told.telling())
    doer, done_to = _roles(told, telling)
    objects = {told.stems[i]: told.stems[found] for i in telling if not told.passive(i) and (found := told.object(i)) >= 0}
    before = {told.stems[i]: frozenset(told.stems[:i]) for i in telling if not told.passive(i)}
    verbs = [i for i, tag in enumerate(told.tags) if tag.startswith("V") and told.words[i] not in BE and not told.helps(i)]
    roles = tuple((told.stems[role.verb], told.named(role.doer), told.named(role.done_to)) for role in told.of(verbs))
    main = told.stems[telling[0]] if telling else ""
    wholes = dict[str, set[str]]()
    for i, whole in told.wholes():
        wholes.setdefault(told.stems[i], set()).add(told.stems[whole])
    links = dict[tuple[str, str], set[str]]()
    for i, word, others in told.links():
        links.setdefault((told.stems[i], word), set()).update(told.named(others))
    being = not BE.isdisjoint(told.words)
    return Deeds(frozenset(told.stems[i] for i in telling), doer, done_to, objects, before, main, roles, wholes, being, links)


def _roles(told: _Tagged, telling: Sequence[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The words before the first verb that tells something, or is, and those behind it; where it is done `by` someone, these and those."""
    first = telling[:1] or [i for i, word in enumerate(told.words) if word in BE][:1]
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
    return _Tagged(low, list(_sure(low, tagger.tag(words))), [stem(word.removesuffix("'s").rstrip(".")) for word in low])


def _sure(words: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
    """The tags, but no word is a verb that was never one in print, and what claims say is done is one between two nouns."""
    before = ""
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        after_be = i > 0 and words[i - 1] in BE
        if word in HELPING:
            tag = tag if tag.startswith(("V", "MD", "RB", "PO", "TO")) else "VBD"
        elif tag.startswith("V") and (kinds := forms.kinds(word)) and not any(kind.startswith("V") for kind in kinds):
            tag = "NNS" if word.endswith("s") else "NN"
        elif (
            tag.startswith("NN")
            and (kinds := forms.kinds(word))
            and all(kind.startswith("V") for kind in kinds)
            and (before in _NOUNS or after_be)
        ):
            tag = "VBN" if after_be else "VBD" if kinds <= _PAST else "VBP"
        elif tag in _UNSURE and before in _NOUNS and "VBD" in (kinds := forms.kinds(word)) and kinds <= _PAST:
            tag = "VBD"
        elif tag.startswith("NN") and before in _NOUNS and tags[i + 1 : i + 2] and tags[i + 1].startswith(_THING) and stem(word) in DEEDS:
            tag = "VBZ" if any(kind.startswith("V") for kind in forms.kinds(word)) else tag
        before = tag
        yield tag
