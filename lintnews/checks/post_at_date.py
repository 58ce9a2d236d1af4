"""Post at date: a person given a post which, by dated facts, that person did not hold on the story's day.

A naive reading is nearly always wrong: history, nominees, namesakes, other countries' posts. So the story must be
dated, the post held by one person at a time, the sentence free of any sign of another time, and someone else must be
known to have held the post that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story, apposed, near_posts
from lintnews.ledger.apposed import Apposed
from lintnews.ledger.days import WEEKDAYS
from lintnews.ledger.other_time import out_of_place, time_doubt
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import bodies, first_day, forms, has_word, held, known_on, on, owned, singles, superseded, surnamed, ways
from lintnews.ledger.titles import TITLE_NOUNS, Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import fold

_ACTING = "Acting "
#: Days for which a holder is taken for the one still, after the day on which it was looked up; and the most steps of doubt.
_KNOWN, _MOST_DOUBT = 1500, 2
#: Days into a post, and before its end, from which its holder is no more called by one that is another's.
_SETTLED = 14
#: What may stand right before a post and make it another one.
_QUALIFIER = lazily.pattern(
    r"(?:\b(?:former|then|ex|late|acting|incoming|outgoing|deputy|vice|assistant|onetime|interim|future|shadow)|\bthe)\s*-?\Z"
)
#: Words before a post that leave it the same one.
_PARTIES = frozenset({"Republican", "Democratic", "GOP", "Conservative", "Labour"})
_FORMER = lazily.pattern(r"\b(?:[Ff]ormer |(?:[Ee]x|[Tt]hen)[-–‑ ])\Z")
#: Days for which the holders of a post must be on record before the first post of one who is said never to have had it.
_BEFORE = 3000
#: A country's possessive before a post.
_OWNER = lazily.pattern(r"(?<![\p{L}’'-])(?P<land>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})['’]s? \Z|\p{L}(?P<land>)['’]s \Z")
_REACH = 45


@record
class Check:
    """A listed post before the full name of a listed person who did not hold it on the story's day.

    `slack`: days around a term within which nothing is said.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "person", "post", "day", "record")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        if story.day is None:
            for mention in story.people.mentions:
                if mention.full and (_given(story.facts, mention) or _formerly(mention)):
                    yield from _never(story, mention)
            return
        for mention in story.people.mentions:
            given = _given(story.facts, mention)
            if given and not near_posts.near(story, mention):  # `near-post` says that
                alone = " " not in story.people.of(mention).name
                yield from (self._by_surname if alone else self._match)(story, given, story.day)
            elif given is None and mention.full and _formerly(mention):
                yield from _never(story, mention)
        for beside in apposed.read(story):
            yield from self._match(story, beside, story.day)

    def _match(self, story: Story, given: Apposed, day: date) -> Iterator[Match]:
        mention, printed = given.mention, given.printed
        own = held(story, mention)
        posts = singles(story.facts, printed)
        if not own:
            yield from self._stranger(story, given, day, posts)
            return
        if any(_holds(story.facts, f, day, self.slack) for f in own if _fits(story.facts, f, posts, printed)):
            return
        named = posts if len(posts) < 2 else [post for post in posts if any(_bare(f.value) == post for f in own)] or posts
        holders = [f for post in named for f in _holders(story.facts, post, day)]
        lately = [] if holders else [f for post in named for f in _last(story.facts, post, day)]
        ever = [f for f in own if _bare(f.value) in (posts or _shared(story.facts, printed))]
        past = [f for f in ever if not f.since or first_day(f.since) <= day.toordinal() + self.slack]
        holders = holders or (lately if past else [])
        if not mention.full and (past or _namesake(story, mention, posts)):
            return
        others = [f for f in own if f not in ever and known_on(f, day, -min(self.slack, _SETTLED))]
        told = holders if past or not ever else holders or ever
        if not (ever or others):
            yield from self._stranger(story, given, day, posts)
        if not ever and not (told and others) and _directly(mention) and not out_of_place(story, given, day):
            yield from _never(story, mention)
        if not told or not (ever or others) or (not past and out_of_place(story, given, day)):
            return
        doubt = time_doubt(story, given, day, holders) if past else 0
        if doubt < 0 or (past and not _settled(story.facts, own, day)):
            return
        doubt = min(doubt + bool(lately and past), _MOST_DOUBT)
        fixes = _fixes(story.facts, given, [] if past else others, holders, ended=bool(past)) if _directly(mention) else _names(holders)
        words = {
            "match": printed,
            "person": story.people.of(mention).name,
            "post": (named or [_bare(ever[0].value)])[0],
            "day": day.isoformat(),
            "record": _record(holders, ever[0] if ever else None, day),
        }
        span = mention.chain.span(mention.title.start, mention.end) if _directly(mention) and mention.title else mention.span
        evidence = tuple(Evidence(f.sentence(), fact=f) for f in (*((others or ever)[:1] if not past else ever[-1:]), told[0]))
        yield Match(mention.block, span, fixes, words, evidence, doubt)

    def _by_surname(self, story: Story, given: Apposed, day: date) -> Iterator[Match]:
        """One named by surname only: every holder of the post who had it was another one's by that day, or not yet theirs."""
        mention, facts = given.mention, story.facts
        own = surnamed(facts, given.printed, mention.surname)
        if not own or any(_holds(facts, f, day, self.slack) for f in own) or not all(f.since for f in own):
            return
        holders = [f for post in dict.fromkeys(_bare(f.value) for f in own) for f in _holders(facts, post, day)]
        past = [f for f in own if first_day(f.since) <= day.toordinal()]
        if len({f.subject for f in holders}) != 1 or (not past and out_of_place(story, given, day)):
            return
        doubt = max(1, time_doubt(story, given, day, holders)) if past else 1
        if past and time_doubt(story, given, day, holders) < 0:
            return
        assert mention.title
        shown = mention.chain.text(mention.title.start, mention.title.end)
        fix = f"{shown} {holders[0].subject.split()[-1]}"
        words = {
            "match": given.printed,
            "person": (past or own)[-1].subject,
            "post": _bare(own[0].value),
            "day": day.isoformat(),
            "record": _record(holders, own[0], day),
        }
        evidence = tuple(Evidence(f.sentence(), fact=f) for f in ((past or own)[-1], holders[0]))
        yield Match(mention.block, mention.chain.span(mention.title.start, mention.end), (fix,), words, evidence, doubt)

    def _stranger(self, story: Story, given: Apposed, day: date, posts: list[str]) -> Iterator[Match]:
        """One whom no fact knows, in a post whose one holder of that day is known, in a sentence of the present."""
        mention, facts = given.mention, story.facts
        if len(posts) != 1 or not _a_name(facts, mention) or not owned(facts, given.printed):
            return
        holders = [f for f in facts.where("holds", posts[0]) if f.since and known_on(f, day, -self.slack)]
        ever = {word for f in facts.where("holds", posts[0]) for form in (f.subject, *f.aliases) for word in fold(form).split()[1:]}
        if len({f.subject for f in holders}) != 1 or fold(mention.surname) in ever or out_of_place(story, given, day):
            return
        doubt = time_doubt(story, given, day, holders)
        if doubt < 0:
            return
        words = {
            "match": given.printed,
            "person": mention.name,
            "post": posts[0],
            "day": day.isoformat(),
            "record": f"{holders[0].subject} was",
        }
        yield Match(mention.block, mention.span, (holders[0].subject,), words, (Evidence(holders[0].sentence(), fact=holders[0]),), doubt)


def _formerly(mention: Mention) -> bool:
    """Whether the post before a name is a former one."""
    start = mention.chain.tokens[mention.titles[0].start].span.start if mention.titles else 0
    return start > 0 and _FORMER.search(mention.block.text, max(0, start - 12), start) is not None


def _never(story: Story, mention: Mention) -> Iterator[Match]:
    """A post of one who had another of its kind, and by the record of both posts never this one: `former C.I.A. Director`."""
    title, facts = mention.title, story.facts
    if title is None or title.sort is not Sort.POST or len(mention.titles) > 1 or story.quoted(mention.block, mention.span):
        return
    printed = mention.chain.text(title.start, title.end)
    posts, own = singles(facts, printed), held(story, mention)
    if len(posts) != 1 or not own or not owned(facts, printed) or any(_bare(f.value) == posts[0] for f in own):
        return
    noun = TITLE_NOUNS.intersection(fold(printed).split())
    like = [f for f in own if f.since and noun & TITLE_NOUNS.intersection(fold(_bare(f.value)).split())]
    begun = min((first_day(f.since) for f in facts.where("holds", posts[0]) if f.since), default=None)
    late = begun is not None and all(first_day(f.since) >= begun + _BEFORE for f in like)
    if not like or not (late or _abroad(facts, posts[0], like)):
        return
    forms_of = ways(facts, like[0].value, printed)
    words = {"match": printed, "person": mention.name, "post": posts[0], "day": "any day on record", "record": like[0].sentence()}
    span = mention.chain.span(title.start, mention.end)
    fixes = tuple(f"{form} {mention.name}" for form in forms_of)
    yield Match(mention.block, span, fixes, words, (Evidence(like[0].sentence(), fact=like[0]),), 1)


def _abroad(facts: FactBase, post: str, like: list[Fact]) -> bool:
    """Whether a post is a country's, and the posts held are all other countries': nobody leads two."""
    lands = [{f.subject for body in bodies(facts, held) for f in facts.about(body, "capital")} for held in (post, *(f.value for f in like))]
    return all(lands) and not any(lands[0] & land for land in lands[1:])


def _given(facts: FactBase, mention: Mention) -> Apposed | None:
    """The listed post right before a name, where it is whole: with its country's possessive it is `Prime Minister of Norden`."""
    title = mention.title
    if title is None or title.sort is not Sort.POST or _qualified(mention):
        return None
    start = mention.chain.tokens[mention.titles[0].start].span.start
    printed = mention.chain.text(title.start, title.end)
    before = mention.block.text[max(0, start - _REACH) : start]
    if not (owner := _OWNER.search(before)):
        return Apposed(mention, printed, Span(start, mention.span.end))
    country = facts.about(owner["land"], "capital")
    whole = f"{printed} of {country[0].subject}" if country else ""
    listed = whole and facts.about(whole, "post")
    return Apposed(mention, whole, Span(start - len(before) + owner.start(), mention.span.end)) if listed else None


def _directly(mention: Mention) -> bool:
    return mention.title is not None and mention.title.sort is Sort.POST


def _shared(facts: FactBase, printed: str) -> list[str]:
    """The posts of several holders that a printed title may name, where it names none of one."""
    return [fact.subject for fact in facts.about(printed, "post")]


def _record(holders: list[Fact], first: Fact | None, day: date) -> str:
    """Who had the post, or when the first term began: what is told of the record."""
    if not holders:
        return f"the first term on record began on {first.since}" if first else ""
    return (
        f"{_acting(holders[0])} was"
        if known_on(holders[0], day)
        else f"{_acting(holders[0])} was when it was last looked up, on {holders[0].as_of}"
    )


def _acting(fact: Fact) -> str:
    return f"{fact.subject}, acting," if fact.value.startswith(_ACTING) else fact.subject


def _a_name(facts: FactBase, mention: Mention) -> bool:
    """Whether the words are a first name and a surname of one whom no fact knows."""
    strange = mention.full and facts.listed("given-names", mention.words[0])
    return strange and (facts.listed("surnames", mention.surname) or not facts.listed("english", mention.surname.lower()))


def _namesake(story: Story, mention: Mention, posts: list[str]) -> bool:
    """Whether a mention by surname may be of somebody else: of another person in the story, or of one who ever held the post."""
    ever = (fact for post in posts for fact in story.facts.where("holds", post))
    others = any(fold(fact.subject).split()[-1] == fold(mention.surname) for fact in ever)
    return others or len([p for p in story.people.named(mention.surname) if " " in p.name]) > 1


def _fits(facts: FactBase, fact: Fact, posts: list[str], printed: str) -> bool:
    """Whether a post held is the one printed, or one that is printed so at home (`Prime Minister` of another country)."""
    return _bare(fact.value) in posts or any(has_word(form, printed) for form in forms(facts, fact.value))


def _bare(post: str) -> str:
    return post.removeprefix(_ACTING)


def _holders(facts: FactBase, post: str, day: date) -> list[Fact]:
    """Those who held a post on a day; where nobody did for good, the one who acted."""
    for value in (post, _ACTING + post):
        if found := [fact for fact in facts.where("holds", value) if known_on(fact, day)]:
            return found
    return []


def _qualified(mention: Mention) -> bool:
    """Whether more of a title stands before it: another country's, a deputy's, a former holder's."""
    assert mention.title
    start, tokens = mention.title.start, mention.chain.tokens
    other = start and tokens[start - 1].capital and tokens[start - 1].text not in WEEKDAYS and not _of_party(mention)
    if len(mention.titles) > 1 or other:
        return True
    before = mention.block.text[: tokens[start].span.start].rstrip()[-24:].lower()
    return _QUALIFIER.search(before) is not None or before.endswith("-")


def _of_party(mention: Mention) -> bool:
    """Whether the party's word stands before a post of the chambers, and leaves it the same one."""
    assert mention.title
    words = mention.chain.text(mention.title.start, mention.title.end).split()
    return mention.chain.tokens[mention.title.start - 1].text in _PARTIES and words[-1] in ("Leader", "Whip", "Speaker")


def _settled(facts: FactBase, own: tuple[Fact, ...], day: date) -> bool:
    """Whether the facts know all of the person's terms up to the story's day."""
    return all(
        fact.until or first_day(fact.since or "0001") > day.toordinal() or day.isoformat() <= fact.as_of or superseded(facts, fact, day)
        for fact in own
    )


def _holds(facts: FactBase, fact: Fact, day: date, slack: int) -> bool:
    """Whether a term may hold on a day: none does that has ended, or that another's has followed."""
    return on(fact, day, slack) and not superseded(facts, fact, day, slack)


def _names(holders: list[Fact]) -> tuple[str, ...]:
    """The one who held the post that day."""
    names = dict.fromkeys(fact.subject for fact in holders)
    return tuple(names) if len(names) == 1 else ()


def _last(facts: FactBase, post: str, day: date) -> list[Fact]:
    """The last holder on record of a post that was looked up before the day, in the years before it, and has no end."""
    begun = [f for f in facts.where("holds", post) if f.since and first_day(f.since) <= day.toordinal()]
    last = max(begun, key=lambda fact: first_day(fact.since), default=None)
    if last is None or last.until or day.toordinal() - date.fromisoformat(last.as_of).toordinal() > _KNOWN:
        return []
    return [last]


def _fixes(facts: FactBase, given: Apposed, others: list[Fact], holders: list[Fact], *, ended: bool) -> tuple[str, ...]:
    """The post with the one who held it, where that is one person; the person with the post held that day, or as a former holder."""
    mention, printed = given.mention, given.printed
    assert mention.title
    shown = mention.chain.text(mention.title.start, mention.title.end)
    names = list(dict.fromkeys(fact.subject for fact in holders))
    fixes = [f"{shown} {names[0]}"] if len(names) == 1 else []
    own = [f"{form} {mention.name}" for fact in others[:1] for form in ways(facts, fact.value, printed)]
    former = [f"former {shown} {mention.name}"] if ended and mention.full else []
    return tuple((fixes + own if " " in printed else own + fixes) + former)
