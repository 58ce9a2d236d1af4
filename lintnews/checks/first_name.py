"""First name: a person of the story given another first name once, by the surname that elsewhere is always theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.chains import PARTICLES, Chain
from lintnews.ledger.family import kin_beside, speaks_of_family, speaks_of_kin
from lintnews.ledger.names import same_first_name, spelled_otherwise
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import has_word, shown
from lintnews.ledger.titles import TITLE_NOUNS
from lintnews.model import Evidence, Match, Part, Span
from lintnews.record import record
from lintnews.words import fold, one_edit, times

_INITIAL = lazily.pattern(r"\p{Lu}\.")
_PAIR = lazily.pattern(r"(?:(?<!\p{Lu}[\p{L}.]* )(?P<first>\p{Lu}\p{L}+),? (?:and|&)|\b[Ww]ill|\bvs?\.) \Z")
_DESCRIBED = lazily.pattern(r" \((?!\p{Ll})|, (?:\d{1,3}\b|an? )| of (?:the )?\p{Lu}")
_OWNED = lazily.pattern(r"[’']s?(?=\s)|:")


@record
class Check:
    """One full name with another first name, or another initial, than the person of that surname has in the rest of the story.

    Nothing is said where the story speaks of family, where the other name is a nickname or a listed person's, where it
    comes with an age or a description, or where the first name comes again. `often`: how many mentions the usual person
    must have, headline and all; with fewer the match is in doubt by one step. `nicknames`: first names that are one
    person's, a group a line, besides those of the word list of that name.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "count", "times")
    often: int = 2
    nicknames: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        persons = story.people.persons
        surnames = [fold(person.mentions[0].surname) for person in persons]
        shared = {name for name in surnames if surnames.count(name) > 1} if len(set(surnames)) < len(surnames) else set()
        for person in persons:
            yield from _spelled(story, person, self.often)
            if fold(person.mentions[0].surname) in shared:
                yield from self._swapped(story, person)
        yield from self._headlines(story)

    def _swapped(self, story: Story, odd: Person) -> Iterator[Match]:
        full = [m for m in odd.mentions if m.full]
        if len(full) != 1 or _full(story, odd) > 1:
            return
        usual, doubt = self._usual(story, odd, full[0])
        if usual and not _together(story, full[0], usual) and self._slip(story, full[0], usual):
            doubt += _titled_otherwise(story, full[0], usual) or _introduced(story, full[0], usual)
            doubt += speaks_of_family(story, full[0]) or any(speaks_of_kin(story, m) for m in usual.mentions)
            yield _match(full[0], usual, min(1, doubt))

    def _usual(self, story: Story, odd: Person, mention: Mention) -> tuple[Person | None, int]:
        """The other person of the surname, with the doubt; where there are several, one named more than all of them.

        Mentions by surname are the usual person's. Of two that are named in full once each, the usual one is listed, stands
        in the headline, or stands first.
        """
        people, facts = story.people.named(mention.surname), story.facts
        others = {p: _full(story, p) for p in people if p is not odd and " " in p.name}
        most = max(others, key=lambda p: (others[p], bool(facts.about(p.name))), default=None)
        if most is None:
            return None, 0
        rest, full = sum(others.values()) - others[most], others[most]
        count = full + sum(not m.full for p in people for m in p.mentions)
        order = story.people.mentions
        later = order.index(next(m for m in most.mentions if m.full)) < order.index(mention)
        if (full < 2 and not (later or facts.about(most.name))) or (rest and count < max(self.often, rest + 1)):
            return None, 0
        return most, int(count < (max(3 * self.often, rest + 1) if rest else self.often))

    def _slip(self, story: Story, odd: Mention, usual: Person) -> bool:
        given, known = odd.words[0], usual.name.split()[0]
        if self._same_person(story, given, known) or len(fold(given)) < 2 or story.facts.about(odd.name):
            return False
        if (len(odd.words) > 2 and len(usual.name.split()) == 2) or set(odd.words) <= set(usual.name.split()):
            return False
        if not _names(story, odd) or kin_beside(story, odd) or (_introduced(story, odd, usual) and not self._surely_one(story, odd, usual)):
            return False
        return not _alone(story, given)

    def _surely_one(self, story: Story, odd: Mention, usual: Person) -> bool:
        """Whether the usual person is listed, or named so often that a description of another, without an age, is only a doubt."""
        aged = odd.block.text[odd.span.end : odd.span.end + 3].lstrip(", ").isdigit()
        return (len(usual.mentions) > self.often and not aged) or bool(story.facts.about(usual.name))

    def _same_person(self, story: Story, one: str, other: str) -> bool:
        a, b = fold(one), fold(other)
        rhyme = one_edit(a, b) and a[0] != b[0] and not story.facts.listed("nicknames", f"{one} {other}")
        if same_first_name(one, other, story.facts) and not (rhyme or spelled_otherwise(one, other)):
            return True
        return any({a, b} <= set(map(fold, group.split())) for group in self.nicknames)

    def _headlines(self, story: Story) -> Iterator[Match]:
        """Full names of headlines whose surname one person of the text has, named often, by another first name."""
        for chain in story.chains:
            if chain.block.part not in (Part.HEADLINE, Part.HEADING) or chain.block.text.isupper():
                continue
            for i, token in enumerate(chain.tokens[:-1]):
                mention = Mention(chain, i, i + 2, ())
                if token.possessive or not _plain(story, token.text):
                    continue
                persons = [person for person in story.people.named(mention.surname) if " " in person.name]
                if len(persons) == 1 and len(persons[0].mentions) >= self.often and self._slip(story, mention, persons[0]):
                    yield _match(mention, persons[0], 0)


def _together(story: Story, odd: Mention, usual: Person) -> bool:
    """Whether a sentence names both in full: they are two people."""
    sentence = story.sentence(odd.block, odd.span.start)
    return any(m.full and m.block is odd.block and sentence.start <= m.span.start < sentence.end for m in usual.mentions)


def _plain(story: Story, given: str) -> bool:
    """Whether a word of a headline is a first name and nothing else."""
    return story.facts.listed("given-names", given) and not story.facts.listed("english", given.lower())


def _full(story: Story, person: Person) -> int:
    """How often a person is named in full, headlines included."""
    name = f" {fold(person.name)} "
    heads = sum(name in f" {fold(_OWNED.sub(' ', block.text))} " for block in story.blocks(Part.HEADLINE, Part.HEADING))
    return sum(m.full for m in person.mentions) + heads


def _spelled(story: Story, person: Person, often: int) -> Iterator[Match]:
    """One full mention of a person with the first name in another spelling, or with another initial, than all the others have."""
    full = [m for m in person.mentions if m.full]
    if len(full) < 2:
        return
    for form in (_given, _initial):
        forms = [form(m) for m in full]
        told = sorted({f for f in forms if f}, key=forms.count)
        if len(told) == 2 and forms.count(told[0]) == 1 and _differ(*told):
            odd, usual = (full[forms.index(f)] for f in told)
            if forms.count(told[1]) == 1:
                usual, odd = sorted((odd, usual), key=lambda m: (not story.facts.about(m.name), full.index(m)))
            if not story.facts.about(odd.name):
                yield _respelled(odd, usual, forms.count(form(usual)), int(forms.count(form(usual)) < often))


def _given(mention: Mention) -> str:
    return fold(mention.words[0])


def _initial(mention: Mention) -> str:
    """The one middle initial of a name."""
    return fold(mention.words[1]) if len(mention.words) == 3 and _INITIAL.fullmatch(mention.words[1]) else ""


def _differ(one: str, other: str) -> bool:
    """Whether two forms are two initials, or two spellings of which a person has one."""
    if len(one) < 2 or len(other) < 2:
        return len(one) == len(other)
    return spelled_otherwise(one, other)


def _names(story: Story, odd: Mention) -> bool:
    """Whether the words are a first name, by a list or a title before it, and a surname, and no couple shares the surname."""
    facts, (given, *_) = story.facts, odd.words
    surname = facts.listed("surnames", odd.surname)
    before = odd.chain.tokens[odd.start - 1] if odd.start and not odd.titles else None
    if fold(given) in PARTICLES or (before and before.capital and not _everyday(story, before.text)):
        return False
    if facts.about(given, "named") or not (
        surname or not (facts.listed("english", odd.surname.lower()) or facts.about(odd.surname, "named"))
    ):
        return False
    if not (odd.title or facts.listed("given-names", given)):
        return False
    pair = _PAIR.search(odd.block.text, max(0, odd.span.start - 100), odd.span.start)
    return given != "Will" and not (pair and (not pair["first"] or facts.listed("given-names", pair["first"])))


def _everyday(story: Story, word: str) -> bool:
    """Whether a capitalised word before a name is no part of it."""
    plain = word.lower().rstrip(".")
    return plain in TITLE_NOUNS or story.facts.listed("english", plain) or bool(story.facts.about(word))


def _titled_otherwise(story: Story, odd: Mention, usual: Person) -> bool:
    """Whether a noun before the name, in small letters, is said of the usual person nowhere: `coach Tony Vance`."""
    noun = odd.block.text[max(0, odd.span.start - 100) : odd.span.start].rstrip().rpartition(" ")[2]
    told = (m.block.text[slice(*story.sentence(m.block, m.span.start))] for m in usual.mentions)
    return noun in TITLE_NOUNS and not any(has_word(text, noun) for text in told)


def _introduced(story: Story, odd: Mention, usual: Person) -> bool:
    """Whether the name comes with an age, a description or a town, and so is a new person's: `Tony Vance, 34,`."""
    mentions = story.people.mentions
    earlier = odd in mentions and mentions.index(odd) < mentions.index(usual.mentions[0])
    return not earlier and _DESCRIBED.match(odd.block.text, odd.span.end) is not None


def _alone(story: Story, given: str) -> bool:
    """Whether the first name stands anywhere without a surname, as a person who is there more than by a slip would."""
    places = [place for place in story.words_of_names.get(fold(given), ()) if place[0].phrase.words[place[1]] == given]
    if not places:
        return False
    full = story.people.full
    return any((id(chain), i) not in full and not _goes_on(chain, i) for chain, i in places)


def _goes_on(chain: Chain, i: int) -> bool:
    """Whether a capitalised word follows or stands before, so that the word may be part of another name."""
    return any(0 <= j < len(chain.tokens) and chain.tokens[j].capital for j in (i - 1, i + 1))


def _match(odd: Mention, usual: Person, doubt: int) -> Match:
    full = [m for m in usual.mentions if m.full]
    given = odd.chain.tokens[odd.start]
    fix = full[0].words[0]
    evidence = (shown(full[0]) if full[0].titles else Evidence(full[0].name, full[0].block, full[0].span),)
    words = {"match": given.text, "fix": fix, "surname": odd.surname, "count": str(len(full)), "times": times(len(full))}
    return Match(odd.block, Span(*given.span), (fix,), words, evidence, doubt)


def _respelled(odd: Mention, usual: Mention, count: int, doubt: int) -> Match:
    """A first name, with the initial where that differs, put as it stands elsewhere."""
    given = _given(odd) != _given(usual)
    end = 1 if given else 2
    span = odd.chain.span(odd.start, odd.start + end)
    fix = " ".join(usual.words[:end])
    words = {"match": odd.block.text[slice(*span)], "fix": fix, "surname": odd.surname, "count": str(count), "times": times(count)}
    return Match(odd.block, span, (fix,), words, (Evidence(usual.name, usual.block, usual.span),), doubt)
