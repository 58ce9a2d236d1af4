"""Chamber: a member of one house of Congress given the title of the other, or a governor's, by the facts or by the rest of the story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.affiliations import LETTERS, Affiliation, parties, read, seat_of, seats
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import first_day, on, shown
from lintnews.ledger.states import STATE, named
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record

_TITLES = {
    "Sen.": "Rep.", "Senator": "Representative", "U.S. Senator": "U.S. Representative", "Rep.": "Sen.", "Representative": "Senator",
    "U.S. Representative": "U.S. Senator", "Congressman": "Senator", "Congresswoman": "Senator",
}  # fmt: skip
#: Titles of governors and of senators, and each seat's title, short and in full.
_OFFICES = {"Gov.": "governor", "Governor": "governor", "Sen.": "senator", "Senator": "senator"}
_FORMS = {"governor": ("Gov.", "Governor"), "senator": ("Sen.", "Senator"), "representative": ("Rep.", "Representative")}
#: What makes the title one of another time or of another legislature.
_OTHER = lazily.pattern(
    r"\b(?:[Ss]tates?|[Aa]ssembly|[Ff]ormer|[Tt]hen|[Ee]x|[Cc]andidate|[Nn]ominee|shadow|[Ff]uture)[ \u00a0-]+(?:\p{Lu}[\p{L}.]* ){0,2}\Z"
)
_STATE_HOUSE = lazily.pattern(r"\b[Ss]tate[ \u00a0]+\Z")
_YEAR = lazily.pattern(r"\b(?:19|20)\d\d\b")
_STATE_BEFORE = lazily.pattern(rf"(?<![\p{{L}}])(?P<state>{STATE})(?:['’]s)?(?: (?:Republican|Democratic|Democrat|GOP))? (?:U\.?S\.? )?\Z")
_STATE_AFTER = lazily.pattern(rf"(?:,? of|,| \([DRI][-–‑‐]) ?(?P<state>{STATE})")
_REACH = 60
#: Days before the end of a last term whose start is not known, in which it had surely begun, and in which the same seat was likely held.
_SURE, _LIKELY = 700, {"senator": 2160, "representative": 3600}


@record
class Check:
    """`Rep.` before a senator, `Sen.` before a representative: a listed one, or one whom the rest of the story titles otherwise.

    Party and state beside the name show that it is the listed one; without them the match is in doubt by one step, unless the
    story gives the right title elsewhere. An undated story is read against those only who never had the printed seat. `slack`:
    days around a term in which both titles will do.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "seat")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        told: set[tuple[int, int]] = set()
        for printed in read(story) if story.day else ():
            if story.day and printed.title not in ("", "governor"):
                told.add((id(printed.block), printed.title_span.start))
                if match := self._match(story, printed, story.day):
                    yield match
        for person in story.people.persons:
            titled = [(m, seat) for m in person.mentions if (seat := _printed_seat(m))]
            for mention, seat in titled:
                if (id(mention.block), _title_span(mention).start) not in told and not _of_another(story, mention):
                    yield from self._bare(story, person, mention, seat, titled)

        for person in story.people.persons:
            for mention in person.mentions:
                if (office := _OFFICES.get(mention.block.text[slice(*_title_span(mention))])) and not _of_another(story, mention):
                    yield from self._governor(story, person, mention, office)

    def _governor(self, story: Story, person: Person, mention: Mention, office: str) -> Iterator[Match]:
        """`Gov.` before a member of Congress, `Sen.` before a governor, who never had the other office up to the story's day."""
        day, facts = story.day, [fact for told in seats(story.facts, person.name).values() for fact in told]
        ever = [f for f in facts if day is None or not f.since or first_day(f.since) <= day.toordinal() + self.slack]
        now = [
            f
            for f in ever
            if day is None or _surely(f, day, self.slack) or _likely(f, day) or (office == "governor" and _before_its_end(f, day))
        ]
        kinds, beside = {_office(fact) for fact in now}, _state_beside(mention)
        if len(kinds) != 1 or any(_office(fact) == office for fact in facts if fact in ever) or "governor" not in {office, *kinds}:
            return
        held = now[-1]
        if beside not in ("", _state(held)) or (day and _earlier(story, mention, day)):
            return
        span = _title_span(mention)
        title = mention.block.text[span.start : span.end]
        fix = _FORMS[kinds.pop()][0 if title.endswith(".") else 1]
        words = {"match": title, "fix": fix, "person": person.name, "seat": held.value[0].lower() + held.value[1:]}
        yield Match(mention.block, span, (fix,), words, (Evidence(held.sentence(), fact=held),))

    def _bare(self, story: Story, person: Person, mention: Mention, seat: str, titled: list[tuple[Mention, str]]) -> Iterator[Match]:
        """A title without a party beside the name, against the facts and against the other titles of that person in the story."""
        day = story.day
        others = [m for m, other in titled if other != seat and (not _of_another(story, m) or _of_a_state(m))]
        others = [m for m in others if day is None or not (_earlier(story, m, day) or _earlier(story, mention, day))]
        held = self._sure(story, person, mention, seat)
        if held or (others and sum(other == seat for _, other in titled) == 1 and (len(others) > 1 or mention is titled[-1][0])):
            if not held and len(others) < 2 and self._sure(story, person, others[0], _printed_seat(others[0])):
                return
            span = _title_span(mention)
            title = mention.block.text[span.start : span.end]
            evidence = (Evidence(held.sentence(), fact=held),) if held else (shown(others[0]),)
            fixes = (_TITLES[title],) if title in _TITLES else ()
            told = held.value if held else f"{'representative' if seat == 'senator' else 'senator'} elsewhere in the story"
            words = {"match": title, "fix": fixes[0] if fixes else told, "person": person.name, "seat": told}
            agrees = held is not None and (bool(others) or _state_beside(mention) == held.value.partition(" from ")[2])
            agrees = agrees and held is not None and (story.day is None or _surely(held, story.day, self.slack))
            yield Match(mention.block, span, fixes, words, evidence, int(not agrees and len(others) < 2))

    def _sure(self, story: Story, person: Person, mention: Mention, seat: str) -> Fact | None:
        """The other seat that the facts surely give the person on the story's day, none where they leave the printed one open."""
        if " " not in person.name:
            return None
        held = [fact for facts in seats(story.facts, person.name).values() for fact in facts if fact.relation == "represents"]
        return self._on(story, mention, seat, story.day, held) if story.day else _only(held, seat, mention)

    def _on(self, story: Story, mention: Mention, seat: str, day: date, held: list[Fact]) -> Fact | None:
        beside = _state_beside(mention)
        if any(fact.value.startswith(seat) and (on(fact, day, self.slack) or not fact.since) for fact in held):
            return None
        if any(fact.value.startswith(seat) for fact in held) and _earlier(story, mention, day):
            return None
        now = not _earlier(story, mention, day)
        sure = [f for f in held if f.relation == "represents" and (_surely(f, day, self.slack) or (now and _likely(f, day)))]
        states = {fact.value.partition(" from ")[2] for fact in sure}
        return sure[0] if len(states) == 1 and beside in ("", *states) else None

    def _match(self, story: Story, printed: Affiliation, day: date) -> Match | None:
        held = seats(story.facts, printed.name).get(printed.state, ())
        letters = {LETTERS.get(fact.value) for fact in parties(story.facts, printed.name, day, self.slack)}
        if printed.letter not in letters or any(fact.value.startswith(printed.title) and on(fact, day, self.slack) for fact in held):
            return None
        known = [fact for fact in held if fact.relation == "represents"]
        sure = [fact for fact in known if _surely(fact, day, self.slack)] or [fact for fact in known if _likely(fact, day)]
        if not sure:
            return None
        title = printed.block.text[printed.title_span.start : printed.title_span.end]
        fixes = (_TITLES[title],) if title in _TITLES else ()
        words = {"match": title, "fix": fixes[0] if fixes else sure[0].value, "person": printed.name, "seat": sure[0].value}
        doubt = int(not _surely(sure[0], day, self.slack))
        return Match(printed.block, printed.title_span, fixes, words, (Evidence(sure[0].sentence(), fact=sure[0]),), doubt)


def _office(fact: Fact) -> str:
    """The office that a fact gives: governor, senator or representative."""
    return fact.value.split()[0].lower()


def _state(fact: Fact) -> str:
    """The state that a governor governs or a member represents."""
    return fact.value.removeprefix("Governor of ").partition(" from ")[2] or fact.value.removeprefix("Governor of ")


def _surely(fact: Fact, day: date, slack: int) -> bool:
    """Whether the seat was held that day, as far as its days are known; without a start only the last two years are."""
    if not fact.since:
        ended = first_day(fact.until) if fact.until else 0
        return ended - _SURE <= day.toordinal() <= ended
    return on(fact, day, -slack) and bool(fact.until or day.isoformat() <= fact.as_of)


def _likely(fact: Fact, day: date) -> bool:
    """Whether the last seat of a former member, whose start is not known, was likely held that day."""
    if fact.since or not fact.until:
        return False
    return first_day(fact.until) - _LIKELY.get(fact.value.split()[0], 0) <= day.toordinal() <= first_day(fact.until)


def _before_its_end(fact: Fact, day: date) -> bool:
    """Whether a seat whose start is not known was not over yet."""
    return not fact.since and bool(fact.until) and day.toordinal() <= first_day(fact.until)


def _only(held: list[Fact], seat: str, mention: Mention) -> Fact | None:
    """The last seat of one whose every term is known, none of which was the printed seat: no day is needed then."""
    never = held and all(fact.since and not fact.value.startswith(seat) for fact in held)
    return held[-1] if never and _state_beside(mention) in ("", held[-1].value.partition(" from ")[2]) else None


def _printed_seat(mention: Mention) -> str:
    """The seat that the title right before a name gives, if any."""
    return seat_of(mention.block.text[slice(*_title_span(mention))]) if mention.title else ""


def _title_span(mention: Mention) -> Span:
    return mention.chain.span(mention.title.start, mention.title.end) if mention.title else Span(0, 0)


def _of_another(story: Story, mention: Mention) -> bool:
    """Whether the title is that of another time, of a state's legislature, or in a quotation."""
    start = _title_span(mention).start
    return _OTHER.search(mention.block.text, max(0, start - _REACH), start) is not None or story.quoted(mention.block, mention.span)


def _of_a_state(mention: Mention) -> bool:
    """Whether the title is that of a state's legislature, which has two houses as well."""
    start = _title_span(mention).start
    return _STATE_HOUSE.search(mention.block.text, max(0, start - _REACH), start) is not None


def _state_beside(mention: Mention) -> str:
    """The state printed right before the title or right after the name."""
    text, start = mention.block.text, _title_span(mention).start
    found = _STATE_AFTER.match(text, mention.span.end) or _STATE_BEFORE.search(text, max(0, start - _REACH), start)
    return named(found["state"]) if found else ""


def _earlier(story: Story, mention: Mention, day: date) -> bool:
    """Whether the sentence speaks of an earlier year."""
    sentence = story.sentence(mention.block, mention.span.start)
    return any(int(year[0]) < day.year for year in _YEAR.finditer(mention.block.text, sentence.start, sentence.end))
