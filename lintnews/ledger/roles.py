"""A sentence of tagged words in, who does what to whom out: of each of its verbs the noun that does it and the noun it is done to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lintnews.record import record

BE = frozenset("is are was were be been being get gets got 's 're".split())
#: Nouns that stand before what is meant: `cases of`.
OF = frozenset("case cases number kind type lot lots form rest one all most some".split())
_SKIPPED = frozenset(("DT", "PRP$", "JJ", "JJR", "JJS", "RB", "CD", "PDT", "POS", "VBN", "$"))
#: Where the words that belong to a verb begin at the latest.
_NEVER = frozenset("not n't never to also ever".split())
_BOUNDS = frozenset('that who which while because but although though if when where as than ; : “ " ( ) — –'.split())
HELPING = BE | frozenset(
    "have has had having do does did will would can could may might must shall should not n't never to also ever".split()
)
_CLOSED = frozenset("of the a an in on at by to for and or from with".split())
_JOINS = frozenset("of for to from with against into about".split())
_PRONOUNS = frozenset(
    (
        "i he she it we you they him her us them this these those there nobody everyone everybody someone somebody anyone anybody one none"
    ).split()
)


@record
class Places:
    """A verb at its place, with the places of the nouns that do it and that it is done to, the noun that counts first.

    Behind it stand those that say of what or where it is; nothing where it is not told.
    """

    verb: int
    doer: tuple[int, ...] = ()
    done_to: tuple[int, ...] = ()


@record
class Roles:
    """The words of a sentence in lower case with their tags."""

    words: Sequence[str]
    tags: Sequence[str]

    def of(self, verbs: Sequence[int]) -> Iterator[Places]:
        """The roles of each of these verbs; one that is joined to the verb before it, without a noun between, has its doer."""
        before: tuple[int, ...] = ()
        for verb in verbs:
            joined = self.words[verb - 1 : verb] in (["and"], ["or"], [","])
            subject = (joined and before) or self._subject(verb)
            if self.passive(verb):
                yield Places(verb, self._by(verb), subject)
            elif self.tags[verb] == "VBG" and self._helper(verb) not in BE and not joined:
                yield Places(verb, (), self._group(self.object(verb)))
                continue
            else:
                yield Places(verb, subject, self._group(self.object(verb)))
            before = subject

    def passive(self, i: int) -> bool:
        """Whether a verb says what is done to the words before it."""
        by = self.words[i + 1 : i + 2] == ["by"] and not any(word[0].isdigit() for word in self.words[i + 2 : i + 3])
        return self.tags[i] in {"VBN", "VBD"} and (self._helper(i) in BE or by)

    def helps(self, i: int) -> bool:
        """Whether a word such as `has` or `were` stands before another verb, which says what is done."""
        if self.words[i] not in HELPING:
            return False
        rest = zip(self.words[i + 1 :], self.tags[i + 1 :], strict=True)
        return next((tag for word, tag in rest if tag != "RB" and word not in HELPING), "").startswith("V")

    def links(self) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        """Nouns and verbs, with the nouns that a preposition joins to them; an owner is joined to what is owned as if by `of`."""
        verb = -1
        for i, word in enumerate(self.words):
            if self.tags[i].startswith("V") and word not in HELPING:
                verb = i
            if word in _JOINS and (others := self._after(i)):
                places = (i - 1,) if word == "of" else (i - 1, verb)
                yield from ((at, word, others) for at in places if at >= 0 and (at == verb or self._noun(at)))
            elif self.tags[i] == "POS" and i and self._noun(i - 1) and (owned := self._after(i)):
                yield owned[-1], "of", (i - 1,)

    def _after(self, i: int) -> tuple[int, ...]:
        """The nouns directly behind a word, but for articles, owners and what says which."""
        at, out = i + 1, list[int]()
        while at < len(self.words) and (self.tags[at] in _SKIPPED or self.tags[at] == "VBG" or self._noun(at)):
            if self._noun(at) or (self.tags[at] == "VBG" and self.tags[at + 1 : at + 2] in ([], ["IN"], ["."], [","])):
                out.append(at)
            elif out and self.tags[at] != "POS":
                break
            at += 1
        return tuple(out)

    def wholes(self) -> Iterator[tuple[int, int]]:
        """Each noun, and what says which, with the last of the nouns right behind it, itself where none is: a `flu shot` is a shot."""
        last = -1
        for i in range(len(self.words) - 1, -1, -1):
            noun = self._noun(i)
            if noun or self.tags[i] == "JJ":
                yield i, (last if last > i else i)
            last = (last if last > i else i) if noun else -1

    def _helper(self, i: int) -> str:
        while i and (self.tags[i - 1] == "RB" or self.words[i - 1] in _NEVER - {"to"}):
            i -= 1
        return self.words[i - 1] if i and self.tags[i - 1] != "POS" else ""

    def object(self, i: int) -> int:
        """The noun that a verb is about: the last of the nouns that follow it."""
        at = i + 1
        while at < len(self.words):
            while at < len(self.words) and self.tags[at] in _SKIPPED:
                at += 1
            start = at
            while at < len(self.words) and (self._noun(at) or (at == i + 1 and self._named_by_verb(at))):
                at += 1
            of = at > start and self.words[at - 1] in OF and self.words[at : at + 1] == ["of"]
            if of or (at > start and self.tags[at : at + 1] == ["POS"]):
                at += 1
            else:
                return at - 1 if at > start else -1
        return -1

    def _by(self, verb: int) -> tuple[int, ...]:
        for i in range(verb + 1, len(self.words)):
            if self.words[i] == "by":
                return self._group(self._head(i + 1, len(self.words)))
        return ()

    def _subject(self, verb: int) -> tuple[int, ...]:
        """The noun before a verb, the first of its group: `crime` in `crime in Orm has doubled`."""
        end = verb
        while end and (self.words[end - 1] in HELPING or self.tags[end - 1] in {"RB", "MD"}):
            end -= 1
        start = end
        while start and not (self.words[start - 1] in _BOUNDS or self.tags[start - 1] in {"VBD", "VBZ", "VBP", "MD"}):
            start -= 1
        if start == end and start > 1 and self.words[start - 1] in {"who", "which", "that"}:
            end = start - 1 - (self.words[start - 2] == ",")
            return self._group(end - 1) if end and self._noun(end - 1) else ()
        parts = [start, *(i + 1 for i in range(start, end) if self.words[i] == ","), end + 1]
        for first, last in pairwise(parts):
            if self.tags[first : first + 1] not in (["IN"], ["TO"]) and (head := self._head(first, last - 1)) >= 0:
                return (head, *(i for i in range(first, last - 1) if i != head and self._noun(i)))
        return ()

    def _group(self, head: int) -> tuple[int, ...]:
        """A noun and those around it that say which or of what it is."""
        if head < 0:
            return ()
        start, end = head, head + 1
        while start and (self._noun(start - 1) or self.tags[start - 1] in {"JJ", "POS", "VBG", "VBN"}):
            start -= 1
        while end < len(self.words) and (self._noun(end) or self.words[end] in {"of", "the", "a", "an"} or self.tags[end] in {"JJ", "POS"}):
            end += 1
        return (head, *(i for i in range(start, end) if i != head and self.words[i].isalnum()))

    def _head(self, start: int, end: int) -> int:
        """The last noun of the first nouns in a row; behind `number of` and the mark of an owner the next ones."""
        at, found = start, -1
        while at < end:
            if found < 0 and self.words[at] in _PRONOUNS:
                return -1
            if self._noun(at):
                found = at
            elif found >= 0 and self.tags[at] in {"VBG", "VBN", "JJ"} and at + 1 < end and self._noun(at + 1):
                pass
            elif found >= 0 and not (
                self.tags[at] == "POS" or self.words[at] == "'s" or (self.words[at] == "of" and self.words[found] in OF)
            ):
                return found
            at += 1
        return found

    def _noun(self, i: int) -> bool:
        return self.tags[i].startswith("NN") and self.words[i][0].isalnum() and self.words[i] not in _CLOSED

    def _named_by_verb(self, i: int) -> bool:
        """Whether a word such as `parking` is a noun here: nothing follows that it would be about."""
        return self.tags[i] == "VBG" and self.tags[i + 1 : i + 2] in ([], ["IN"], ["TO"], ["."])
