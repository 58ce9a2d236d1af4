"""One spelling: a name spelled in two near ways in one story; the rarer, which no list knows, is the likely slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story, head
from lintnews.ledger.chains import PARTICLES, Chain, Phrase, Token
from lintnews.ledger.known import known_word, plural
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record
from lintnews.words import fold, near_keys, times

#: Last letters that names and their forms come with and without: Petrov, Petrova; Karelia, Karelian; Zelensky, Zelenskyy.
_ENDINGS = frozenset("aeinosy")
#: Fields of the head whose names are those of the copy, and the part each is like.
_FIELDS = {
    Part.HEADLINE: frozenset("title headline ogtitle seotitle metatitle shorttitle shared".split()),
    Part.DECK: frozenset(
        "description summary deck dek standfirst subtitle subheadline metadescription excerpt tags keywords people".split()
    ),
    Part.CAPTION: frozenset("caption photocaption imagecaption picturecaption cutline alt alttext imagealt photoalt alts".split()),
}
#: Relations whose subjects' last words are names that print knows.
_LISTED = ("holds", "represents", "named", "rank")
_PREFIXED = lazily.pattern(r"(?:Mc|O[’'])\p{Ll}{3,}")
_NAME = lazily.pattern(r"O['’]\p{Ll}{3,}|\p{L}+(?:-\p{L}+|['’]\p{Lu}\p{L}*)*")


class _Place(NamedTuple):
    """A word of a chain."""

    chain: Chain
    at: int

    @property
    def block(self) -> Block:
        return self.chain.block

    @property
    def token(self) -> Token:
        return self.chain.tokens[self.at]


@record
class Check:
    """A capitalised word that stands once, is in no list, and is one slip away from one that stands more often.

    `often`: how many times the other spelling must stand. `shortest`: letters a name must have.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "count", "times")
    often: int = 2
    shortest: int = 4
    longer: int = 6

    def find(self, story: Story) -> Iterator[Match]:
        places = _places(story)
        frequent = [word for word, found in places.items() if len(found) >= self.often and len(word) >= self.shortest]
        near_to = near_keys(frequent)
        for word, found in places.items():
            near = [other for other in near_to(word) if other[0] == word[0]] if len(found) == 1 and len(word) >= self.shortest else []
            other = near[0] if len(near) == 1 else ""
            if other and _is_slip(found[0], places[other], story.facts):
                yield _match(found[0].block, found[0].token.span, found[0].token.text, places[other])
        yield from self._capitals(story, places)
        yield from self._once_each(story, places)
        if story.document.meta and frequent:
            yield from self._in_head(story, places, near_to)

    def _capitals(self, story: Story, places: Mapping[str, list[_Place]]) -> Iterator[Match]:
        """A name that stands once without a capital inside that it has elsewhere, behind Mc or O’ once at least: `Mccain`, `O’leary`."""
        for found in places.values():
            by_text: dict[str, list[_Place]] = {}
            for place in found if len(found) > 1 else ():
                by_text.setdefault(place.token.text, []).append(place)
            for word, (place, *more) in by_text.items() if len(by_text) > 1 else ():
                if more or word.isupper() or word[0].islower() or known_word(word, story.facts):
                    continue
                right = (text for text in by_text if text[0] == word[0] and not text.isupper() and _more_capitals(text, word))
                others = [other for text in right for other in by_text[text]]
                if len(others) >= (1 if _after_prefix(word) else self.often):
                    yield _match(place.block, place.token.span, word, others)

    def _once_each(self, story: Story, places: Mapping[str, list[_Place]]) -> Iterator[Match]:
        """A word that no list knows, a slip away from one that a list does know; each stands once."""
        facts = story.facts
        once = [word for word, found in places.items() if len(found) == 1 and len(word) >= self.longer]
        strange = [word for word in once if not known_word(places[word][0].token.text, facts) and not facts.about(word)]
        near_to = near_keys(once if strange else ())
        for word in strange:
            near = [other for other in near_to(word) if other[0] == word[0] and other != word]
            right = places[near[0]][0].token.text if len(near) == 1 else ""
            if right and (known_word(right, facts) or facts.ends_name(near[0], _LISTED)):
                wrong = places[word][0]
                if _is_slip(wrong, places[near[0]], facts):
                    yield _match(wrong.block, wrong.token.span, wrong.token.text, places[near[0]], 1)

    def _in_head(self, story: Story, places: Mapping[str, list[_Place]], near_to: Callable[[str], list[str]]) -> Iterator[Match]:
        """Slips in the titles, descriptions and picture texts of the head, of words that the copy has often."""
        told = {found[0].block.in_source(found[0].token.span).start for found in places.values() if len(found) == 1}
        for field in head.fields(story.document):
            part = next((part for part, names in _FIELDS.items() if field.name in names), None)
            for found in _NAME.finditer(field.value) if part else ():
                word = fold(found[0])
                near = [w for w in near_to(word) if w[0] == word[0]] if len(word) >= self.shortest and len(places.get(word, ())) < 2 else []
                place = head.word(story, field, part, Span(*found.span())) if part and len(near) == 1 else None
                if place and place[0].pieces[0].start not in told and _slip(found[0], places[near[0]][0].token.text, story.facts):
                    told.add(place[0].pieces[0].start)
                    yield _match(*place, found[0], places[near[0]])


def _more_capitals(right: str, word: str) -> bool:
    """Whether one form has a capital inside that the other lacks, and is else the same."""
    return right != word and all(a == b or a == b.upper() for a, b in zip(right, word, strict=True)) if len(right) == len(word) else False


def _after_prefix(word: str) -> bool:
    """Whether a small letter stands behind Mc or O’."""
    return _PREFIXED.fullmatch(word) is not None


def _places(story: Story) -> Mapping[str, list[_Place]]:
    """Where each capitalised word stands, by its folded form."""
    places = {
        word: [_Place(*place) for place in found if place[1] in _names(place[0].phrase)] for word, found in story.words_of_names.items()
    }
    return {word: found for word, found in places.items() if found}


@lru_cache(maxsize=20_000)
def _names(phrase: Phrase) -> tuple[int, ...]:
    """The words with a capital that are letters only and no first names before `bin` or `van`."""
    words = enumerate(phrase.words)
    return tuple(i for i, word in words if phrase.capitals[i] and _is_word(word) and not _particle_follows(phrase, i))


def _is_word(text: str) -> bool:
    """Whether a token is letters only, but for the hyphens and apostrophes of a name (`O’Rourke`, and not `We’ve`)."""
    return _NAME.fullmatch(text) is not None


def _particle_follows(phrase: Phrase, i: int) -> bool:
    """Whether the word is a first name before `bin` or `van`, and so is nobody else's surname."""
    return i + 1 < len(phrase.words) and not phrase.capitals[i + 1] and phrase.words[i + 1] in PARTICLES


def _is_slip(one: _Place, other: Sequence[_Place], facts: FactBase) -> bool:
    """Whether a rare spelling is a slip, and not another person's name."""
    return not _others(one, other, facts) and _slip(one.token.text, other[0].token.text, facts)


def _others(one: _Place, other: Sequence[_Place], facts: FactBase) -> bool:
    """Whether a name has another first name than all that stand before the other spelling: `Bette Midler` beside `Arthur Miller`."""
    first = _first_name(one, facts)
    firsts = {name for place in other if (name := _first_name(place, facts))} if first else ()
    return bool(firsts) and not any(name.startswith(first[:2]) for name in firsts)


def _first_name(place: _Place, facts: FactBase) -> str:
    """The first name right before the last word of a name, folded."""
    phrase, at = place.chain.phrase, place.at
    before = phrase.words[at - 1] if at and at == len(phrase.words) - 1 else ""
    return fold(before) if before and facts.listed("given-names", before) else ""


def _slip(wrong: str, right: str, facts: FactBase) -> bool:
    """Whether the rare spelling is a slip and no word, name or form of its own."""
    if wrong.isupper() or not wrong[0].isupper() or plural(wrong, right) or _inflected(wrong, right):
        return False
    one, other = _differing(wrong, right)
    return one[:1].isupper() and not known_word(one, facts) and not facts.about(wrong) and fold(one) != fold(other)


def _differing(wrong: str, right: str) -> tuple[str, str]:
    """The parts of two compounds in which they differ, or the whole words: `Rashadi` of `Al-Rashadi` and `Al-Rashidi`."""
    pairs = list(zip(wrong.split("-"), right.split("-"), strict=False))
    differ = [pair for pair in pairs if fold(pair[0]) != fold(pair[1])]
    return differ[0] if len(differ) == 1 and wrong.count("-") == right.count("-") else (wrong, right)


def _inflected(a: str, b: str) -> bool:
    """Whether two words differ in an ending that makes a woman's name, an adjective or another transliteration of one."""
    shorter, longer = sorted((fold(a), fold(b)), key=len)
    if shorter[-1] == longer[-1] == "s":
        shorter, longer = shorter[:-1], longer[:-1]
    if longer.startswith(shorter):
        return longer[-1] in _ENDINGS
    return shorter[:-1] == longer[:-1] and {shorter[-1], longer[-1]} <= _ENDINGS


def _match(block: Block, span: Span, rare: str, often: list[_Place], doubt: int = 0) -> Match:
    right = often[0].token.text
    fix = right.title() if right.isupper() and not rare.isupper() else right
    told = times(len(often))
    evidence = Evidence(f"“{right}” stands {told}", often[0].block, often[0].token.span)
    words = {"match": rare, "fix": fix, "count": str(len(often)), "times": told}
    return Match(block, span, (fix,), words, (evidence,), doubt)
