"""A story in, the affiliations printed in it out: a listed politician with the party letter and the state set beside the name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger.posts import first_day, last_day, on
from lintnews.ledger.states import STATE, named
from lintnews.model import Block, Fact, Span
from lintnews.record import record

if TYPE_CHECKING:
    from lintnews.ledger import Story

#: The letter that print gives a party.
LETTERS = {"Democrat": "D", "Republican": "R", "Independent": "I", "Libertarian": "L"}
_ADJECTIVES = {"Democratic": "D", "Democrat": "D", "Republican": "R", "GOP": "R", "Independent": "I"}
#: Titles of members of Congress before a name, and the seat that each names.
_SEATS = {"sen": "senator", "senator": "senator", "rep": "representative", "representative": "representative"}
_SEATS |= {"congressman": "representative", "congresswoman": "representative"}
#: A title of members of Congress, and a name, for the middle of a pattern.
TITLE = r"(?:Sens?\.|Reps?\.|Senators?|Representatives?|Congress(?:wo)?man|Congress(?:wo)?men)"
_GOVERNOR = r"(?:Gov\.|Governor)"
_WORD = r"\p{Lu}[\p{L}\p{M}]*(?:\.(?:\p{Lu}\.)*|['’-]\p{L}[\p{L}\p{M}]*)*"
_NICK = r"[“\"][^”\"\n]{2,15}[”\"] "
_NICKNAME = lazily.pattern(_NICK)
NAME = rf"{_WORD}(?:[ \u00a0](?:{_NICK})?(?:(?:de|la|von|van) )?{_WORD}){{0,6}}(?:,? (?:Jr\.|Sr\.|II|III|IV))?"
#: `D-R.I.`, `R–Texas`, `D., Calif.`: a letter and a state; a letter alone stands in parentheses.
_TAG = rf"(?P<party>ID|[DRIL])(?:\.?[-–‑‐]|\., )(?P<state>{STATE})"
_AFTER = lazily.pattern(rf"(?:['’]s?)?(?:, |,?[ \u00a0],? ?\()(?P<tag>{_TAG}|(?<=\()(?P<party>[DRI])(?=\)))(?![\p{{L}}])")
_BEFORE = lazily.pattern(
    rf"(?<![\p{{L}}’'.-])(?P<party>{'|'.join(_ADJECTIVES)})(?: U\.?S\.?)?(?P<title> (?:{TITLE}|{_GOVERNOR}))[ \u00a0](?P<name>{NAME})"
)
#: `, a Democrat from Ohio`: a party as a noun behind a name, of today and not of before.
_NOUN = lazily.pattern(
    r"['’]?(?P<comma>, )an? (?!former|onetime|lapsed)(?:(?!former|then)\p{Ll}[\p{L}-]* ){0,2}(?P<party>Democrat|Republican)"
    r"(?=[,.;:]|\s*\Z| (?:from|of|in|who|whose|and|running|seeking|said)\b)"
)
_NAME_END = lazily.pattern(rf"{NAME}\Z")
_TITLE_END, _TITLED = (
    lazily.pattern(rf"(?<![\p{{L}}])(?P<state_house>[Ss]tate )?(?:U\.?S\.? )?(?P<title>{titles})[ \u00a0]\Z")
    for titles in (TITLE, f"{TITLE}|{_GOVERNOR}")
)
_HINT = lazily.pattern(r"[DRIL]\.?[-–‑‐]\p{Lu}|[DRIL]\., |\([DRI]\)")
#: Without one of these a block has no title.
_SEEN = ("Sen", "Rep.", "Reps.", "Representative", "Congress", "Gov")
#: A legislator of a state, not of the United States.
_STATE_HOUSE = lazily.pattern(r"\b(?:[Ss]tate|Assembly) \Z")
#: A state that stands before the title, or after the name.
_STATE_BEFORE = lazily.pattern(rf"(?<![\p{{L}}])(?P<state>{STATE})(?:['’]s)? \Z")
_STATE_AFTER = lazily.pattern(rf"(?:,? of|,) (?P<state>{STATE})")
_OWNED = lazily.pattern(r"['’]s?(?=\s|\Z)")
#: Characters before a tag that may hold the name.
_REACH = 90


@record
class Affiliation:
    """A listed politician with a party, and a state where one is printed.

    `span` is what names the party: `D-R.I.`, or the adjective; `name` as listed; `title` the seat that the title names
    (`senator`, `representative`, `governor`), or empty; `state` the one printed with it, in the tag or around the name.
    """

    block: Block
    span: Span
    name: str
    title: str
    title_span: Span
    letter: str
    state: str

    @property
    def is_noun(self) -> bool:
        """Whether the party stands as a noun behind the name: `, a Democrat`."""
        return self.title_span.start < self.span.start and self.printed in _ADJECTIVES

    @property
    def printed(self) -> str:
        return self.block.text[self.span.start : self.span.end]


def read(story: Story) -> tuple[Affiliation, ...]:
    """The affiliations of the politicians that the fact base lists, in reading order by block."""
    facts = story.facts
    return tuple(found for block in story.blocks() for found in (*_tags(story, block), *_adjectives(facts, block), *_nouns(story, block)))


def _tags(story: Story, block: Block) -> Iterator[Affiliation]:
    """The tags after a name."""
    text = block.text
    for tag in _AFTER.finditer(text) if _HINT.search(text) else ():
        found = _name_before(story, block, tag.start())
        title = _TITLE_END.search(text, max(0, found[1] - _REACH), found[1]) if found else None
        if not found or (title and title["state_house"]):
            continue
        around = (
            _STATE_AFTER.match(text, tag.end() + 1),
            _STATE_BEFORE.search(text, max(0, title.start() - _REACH), title.start()) if title else None,
        )
        state = tag["state"] or next((m["state"] for m in around if m), "")
        span, seat = Span(*tag.span("tag")), Span(*title.span("title")) if title else Span(0, 0)
        yield Affiliation(block, span, found[0], seat_of(title["title"]) if title else "", seat, tag["party"][0], named(state))


def _adjectives(facts: FactBase, block: Block) -> Iterator[Affiliation]:
    """The adjectives before a title and a name."""
    for found in _BEFORE.finditer(block.text) if any(map(block.text.__contains__, _SEEN)) else ():
        name = listed(found["name"], facts, last=False)
        if name and not _STATE_HOUSE.search(block.text, max(0, found.start() - _REACH), found.start()):
            title = Span(found.start("title") + 1, found.end("title"))
            after = _STATE_AFTER.match(block.text, title.end + 1 + len(name))
            before = _STATE_BEFORE.search(block.text, max(0, found.start() - _REACH), found.start())
            state = named(next((m["state"] for m in (after, before) if m), ""))
            seat = "governor" if found["title"].startswith(" Gov") else seat_of(found["title"])
            yield Affiliation(block, Span(*found.span("party")), name, seat, title, _ADJECTIVES[found["party"]], state)


def _nouns(story: Story, block: Block) -> Iterator[Affiliation]:
    """The nouns behind a title and a name."""
    text = block.text
    for noun in _NOUN.finditer(text) if any(map(text.__contains__, _SEEN)) else ():
        found = _name_before(story, block, noun.start())
        title = _TITLED.search(text, max(0, found[1] - _REACH), found[1]) if found else None
        if found and title and not title["state_house"]:
            seat = "governor" if title["title"].startswith("Gov") else seat_of(title["title"])
            yield Affiliation(block, Span(*noun.span("party")), found[0], seat, Span(*title.span("title")), _ADJECTIVES[noun["party"]], "")


def _name_before(story: Story, block: Block, end: int) -> tuple[str, int] | None:
    """The listed name that ends at an offset, as the fact base or the story has it in full, and where it starts."""
    text = block.text[max(0, end - _REACH) : end]
    for found in _NAME_END.finditer(text, overlapped=True):
        name = listed(found[0], story.facts, last=True)
        if name := name or _by_surname(story, found[0]):
            first = name.split()[0] if name.split()[0] in found[0] else found[0].split()[0]
            return name, end - len(text) + text.rfind(first)
    return None


def _by_surname(story: Story, words: str) -> str:
    """The one listed politician whom the story names in full by this surname."""
    if " " in words:
        return ""
    names = {person.name for person in story.people.named(words) if story.facts.about(person.name, "party")}
    return names.pop() if len(names) == 1 else ""


def listed(words: str, facts: FactBase, *, last: bool) -> str:
    """The longest listed name of two words or more that the words end or open with."""
    parts = _OWNED.sub("", _NICKNAME.sub("", words.replace(",", ""))).split()
    sizes = range(len(parts), 1, -1)
    runs = (" ".join(parts[-n:] if last else parts[:n]) for n in sizes)
    return next((run for run in runs if facts.about(run, "party")), "")


def seat_of(title: str) -> str:
    """The seat that a title names, `senator` or `representative`, or nothing."""
    word = title.lower().replace("u.s.", "").strip(" .").removesuffix("s")
    return _SEATS.get(word, "representative" if word.startswith("congress") else "")


def parties(facts: FactBase, name: str, day: date | None, slack: int) -> tuple[Fact, ...]:
    """What the facts say of a politician's party: on a day, or, before or after all that is known, at the nearest; ever, without a day."""
    told = facts.about(name, "party")
    if day is None:
        return told
    return tuple(fact for fact in told if on(fact, day, slack)) or tuple(sorted(told, key=lambda fact: _far(fact, day))[:1])


def _far(fact: Fact, day: date) -> int:
    """Days between a day and the time of a fact."""
    since = first_day(fact.since) if fact.since else 0
    until = last_day(fact.until) if fact.until else day.max.toordinal()
    return max(since - day.toordinal(), day.toordinal() - until, 0)


def seats(facts: FactBase, name: str) -> dict[str, tuple[Fact, ...]]:
    """The states that a politician has represented or governed, each with its facts."""
    out: dict[str, tuple[Fact, ...]] = {}
    for fact in (*facts.about(name, "represents"), *facts.about(name, "holds")):
        kind, _, state = fact.value.replace("Governor of ", "governor from ").partition(" from ")
        if state and kind in ("senator", "representative", "governor"):
            out[state] = (*out.get(state, ()), fact)
    return out
