"""Two holders: a post of one holder that a story gives to two people as if both had it now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import shown
from lintnews.model import Evidence, Match
from lintnews.record import record
from lintnews.words import fold, one_edit, times

#: Nouns of posts that a town, a country, a company or a house has one of.
_NOUNS = frozenset(
    "mayor sheriff governor gov president premier chancellor minister speaker ceo coach superintendent chief attorney general treasurer "
    "comptroller leader king queen chairman chairwoman chairperson emir sultan pope coroner director manager".split()
)
#: Words that make a post one of several, or one of another time.
_GRADES = frozenset(
    "vice deputy assistant associate senior executive former acting interim co then ex incoming outgoing regional assembly state "
    "retired late honorary past".split()
)
_OTHER_TIME = lazily.pattern(
    r"\b(?:former|then|ex|acting|interim|incoming|outgoing|nominees?|candidates?|elect|designate|co|predecessors?|successors?|"
    r"succe(?:ed|ss)\w*|replac\w*|previous\w*|resign\w*|retir\w*|appoint\w*|elected|fir(?:ed|ing)|ago|since|until|years?|"
    r"rival|challeng\w+|run(?:s|ning)? for|historic\w*|once)\b",
    lazily.IGNORECASE,
)
#: Letters before and after a title and a name that tell their time.
_NEAR = 60
_YEAR = lazily.pattern(r"\b(?:1[6-9]|20)\d\d\b")


@record
class Check:
    """One title before two people's full names, outside quotations, in sentences that show no sign of another time.

    The title must end in the noun of such a post, with a name of its own before it (`Fort Vance Mayor`), or the two people share
    their first name. The one named less often, or later, is reported.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "post", "times")

    def find(self, story: Story) -> Iterator[Match]:
        holders: dict[str, dict[str, list[Mention]]] = {}
        for mention in story.people.mentions:
            if mention.full and mention.titles and (title := _title(mention)):
                holders.setdefault(fold(title), {}).setdefault(story.people.of(mention).name, []).append(mention)
        for named in holders.values():
            now = [next((m for m in found if not _of_other_time(story, m)), None) for found in named.values()]
            if len(now) == 2 and now[0] and now[1] and _two(story, now[0], now[1]):
                yield _match(story, now[0], now[1])


def _title(mention: Mention) -> str:
    """All that stands before a name in its chain, if it is a post of one holder."""
    start, chain = mention.titles[0].start, mention.chain
    while start and chain.tokens[start - 1].capital:
        start -= 1
    title = chain.text(start, mention.titles[-1].end)
    words = [fold(word) for word in title.split()]
    return title if words[-1] in _NOUNS and _GRADES.isdisjoint(words) else ""


def _two(story: Story, one: Mention, other: Mention) -> bool:
    """Whether two names are two people's, of whom the title says that they are one."""
    a, b = set(map(fold, one.words)), set(map(fold, other.words))
    surnames = fold(one.surname), fold(other.surname)
    if surnames[0] == surnames[1] or one_edit(*surnames) or (a & b) - {fold(one.words[0])}:
        return False
    listed = [bool(story.facts.about(m.name, "holds")) for m in (one, other)]
    same = fold(one.words[0]) == fold(other.words[0]) and not any(listed)
    return not all(listed) and (same or _owned(one, story.facts))


def _owned(mention: Mention, facts: FactBase) -> bool:
    """Whether the title has a word that is a name, or two before the post: of a town, a country, a company."""
    words = mention.chain.phrase.words[: mention.titles[-1].end - 1]
    owner = [word for word in mention.chain.phrase.words[: mention.titles[0].start] if word[0].isupper()]
    named = any(word[0].isupper() and not facts.listed("english", word.lower()) and not facts.about(word, "post") for word in words)
    return named or len(owner) > 1


def _of_other_time(story: Story, mention: Mention) -> bool:
    """Whether a name is quoted, its sentence has a year, or words beside it speak of another time, a change of holders or another's bid."""
    (start, end), text = story.sentence(mention.block, mention.span.start), mention.block.text
    near = max(start, mention.chain.at - _NEAR), min(end, mention.span.end + _NEAR)
    beside = _OTHER_TIME.search(text, *near)
    return story.quoted(mention.block, mention.span) or beside is not None or _YEAR.search(text, start, end) is not None


def _match(story: Story, one: Mention, other: Mention) -> Match:
    usual, odd = sorted((one, other), key=lambda m: _weight(story, m), reverse=True)
    person = story.people.of(usual)
    words = {"match": odd.name, "fix": person.name, "post": odd.title_text(), "times": times(len(person.mentions))}
    evidence: tuple[Evidence, ...] = (shown(usual),)
    return Match(odd.block, odd.span, (usual.name,), words, evidence)


def _weight(story: Story, mention: Mention) -> tuple[int, bool, int]:
    """How much a name is that of the holder: named often, listed, first in the story."""
    person: Person = story.people.of(mention)
    return len(person.mentions), bool(story.facts.about(person.name)), -story.people.mentions.index(mention)
