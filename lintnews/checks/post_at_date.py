"""Post at date: a person given a post which, by dated facts, that person did not hold on the story's day.

A naive reading is nearly always wrong: history, nominees, namesakes, other countries' posts. So the story must be
dated, the post held by one person at a time, the sentence free of any sign of another time, and someone else must be
known to have held the post that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story, apposed
from lintnews.ledger.apposed import Apposed
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import first_day, forms, has_word, held, last_day, on, owned, superseded, ways
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import fold

#: Words beside a name by which it is one of another time than the story's.
_PAST = lazily.pattern(
    r"\b(?:former|formerly|then|ex|late|elect|nominees?|nominat\w+|designate|acting|under|during|eras?|presidency|administrations?|decades?|"
    r"century|ago|since|histor\w+|once|predecessors?|successors?|succeed\w*|replac\w+|appoint\w*|named|fir(?:e|ed|es|ing)|resign\w*|oust\w*|"
    r"portrait|statue|library|served|serving|elected|inaugurat\w+|memoir|biograph\w+|legacy|died|death|funeral|born|ally|allies|aides?|wars?|"
    r"invasion|earlier (?!\p{Lu}|this)|previous\w*|past|recall\w*|remember\w*|when|like|last (?:year|month|fall)|years?|first)\b|’s time\b",
    lazily.IGNORECASE,
)
#: Days by which a sentence speaks of those around the story's, and verbs of the present or of speech right after the name.
_NEAR_DAY = lazily.pattern(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|"
    r"[Tt]his (?:week|month|morning|afternoon|evening|weekend)|[Ll]ast week|[Nn]ext (?:week|month))\b"
)
_ASIDE = r"(?:,? ?\([^)]*\)|,? D-[^ ,]+| of \p{Lu}\w+)?(?:, [^,]{1,70},| — [^—]{1,70} —)?(?: and [\p{L} ]{1,40}?)?"
_PRESENT = lazily.pattern(
    rf"{_ASIDE},? (?:who )?(?:has|have|is|are|will|can|says?|wants|plans|hopes|faces|makes|speaks|drives|"
    r"delivers|answers|arrives|meets|seeks|remains|"
    r"believes|intends|leaves|holds|signs|takes|needs)\b"
)
#: A verb in -s right after the name, as in `when Jane Orr raises the flag`; words of the past that a present verb does not outweigh.
_ACTS = lazily.pattern(r" (?!was|has|his|this|always|perhaps|besides|towards|plus|versus|across|unless|as)\p{Ll}{2,}[^\W\dsu]s\b(?! of\b)")
_HISTORY = lazily.pattern(r"\b(?:former|late|then|ex|under|during|acting|elect|nominee|like|as)\b", lazily.IGNORECASE)
_SAID = lazily.pattern(rf"{_ASIDE} (?:\w+ly )?(?:said|told|announced|tweeted|wrote|warned|defended|argued|insisted|signaled|vowed|urged)\b")
_PRESENT_ANYWHERE = lazily.pattern(r"\b(?:is|are|has|have|will|says?|wants?|plans?|seeks?)\b")
_RIGHT_AFTER = lazily.pattern(
    r"(?: (?:said|told \w+|announced))?(?: earlier| late| early)?(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_YEAR = lazily.pattern(r"\b(?:1[6-9]|20)\d\d(?=s?\b)")
#: What makes the person one that something else belongs to, was done by, or is likened to.
_OF = lazily.pattern(r"\b(?:by|under|for|of|like|since|from|than|after|(?<!ccording )to|fire|fired|firing)(?: the)? \Z", lazily.IGNORECASE)
#: Letters before and after a name that tell its time.
_BEFORE, _AFTER, _RIGHT = 45, 80, 20
_ACTING = "Acting "
#: Days since the end of a post for which one may be called by it by mistake.
_LATELY = 6000
#: Days into a post, and before its end, from which its holder is no more called by one that is another's.
_SETTLED = 14
#: Words by which a sentence speaks of a post to come, or that is over.
_TO_COME = lazily.pattern(
    r"\b(?:nomin\w+|designate|elect|confirm\w*|future|next|potential|possible|would-be|shadow|pick|choice|successor|former|then|ex)\b",
    lazily.IGNORECASE,
)
#: What may stand right before a post and make it another one.
_QUALIFIER = lazily.pattern(
    r"(?:\b(?:former|then|ex|late|acting|incoming|outgoing|deputy|vice|assistant|onetime|interim|future|shadow)|\bthe|\p{L}’s|\p{L}'s)\s*-?\Z"
)
_FORMER = r"\b(?:(?:former|late)\b|ex-|then-) ?(?:(?:\p{Lu}\.|U\.S\.|Gov\.|Sen\.|Rep\.|[\p{L}’'-]+,?) ){0,7}"


@record
class Check:
    """A listed post before the full name of a listed person who did not hold it on the story's day.

    `slack`: days around a term within which nothing is said.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "person", "post", "day", "holder")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        if story.day is None:
            return
        for mention in story.people.mentions:
            title = mention.title
            if title and title.sort is Sort.POST and " " in story.people.of(mention).name and not _qualified(mention):
                start = mention.chain.tokens[mention.titles[0].start].span.start
                printed = mention.chain.text(title.start, title.end)
                yield from self._match(story, Apposed(mention, printed, Span(start, mention.span.end)), story.day)
        for beside in apposed.read(story):
            yield from self._match(story, beside, story.day)

    def _match(self, story: Story, given: Apposed, day: date) -> Iterator[Match]:
        mention, printed = given.mention, given.printed
        own = held(story, mention)
        posts = _posts(story.facts, printed)
        if not own:
            yield from self._stranger(story, given, day, posts)
            return
        if not posts or any(_holds(story.facts, f, day, self.slack) for f in own if _fits(story.facts, f, posts, printed)):
            return
        named = posts if len(posts) < 2 else [post for post in posts if any(_bare(f.value) == post for f in own)] or posts
        holders = [f for post in named for f in _holders(story.facts, post, day)]
        ever = [f for f in own if _bare(f.value) in posts]
        if not mention.full and (ever or _namesake(story, mention, posts)):
            return
        others = [] if ever else [f for f in own if _on(f, day, -min(self.slack, _SETTLED))]
        if not holders or not (ever or others) or (not ever and _out_of_place(story, given)):
            return
        doubt = _time_doubt(story, given, day, holders) if ever else 0
        if doubt < 0 or (ever and not _settled(story.facts, own, day)):
            return
        directly = mention.title is not None and mention.title.sort is Sort.POST
        fixes = _fixes(story.facts, mention, printed, others, holders) if directly else _names(holders)
        words = {
            "match": printed,
            "person": story.people.of(mention).name,
            "post": named[0],
            "day": day.isoformat(),
            "holder": f"{holders[0].subject}, acting," if holders[0].value.startswith(_ACTING) else holders[0].subject,
        }
        span = mention.chain.span(mention.title.start, mention.end) if directly and mention.title else mention.span
        evidence = tuple(Evidence(f.sentence(), fact=f) for f in (*(others[:1] or ever[-1:]), holders[0]))
        yield Match(mention.block, span, fixes, words, evidence, doubt)

    def _stranger(self, story: Story, given: Apposed, day: date, posts: list[str]) -> Iterator[Match]:
        """One whom no fact knows, in a post whose one holder of that day is known, in a sentence of the present."""
        mention, facts = given.mention, story.facts
        if len(posts) != 1 or not _a_name(facts, mention) or not owned(facts, given.printed):
            return
        holders = [f for f in facts.where("holds", posts[0]) if f.since and _on(f, day, -self.slack)]
        ever = {word for f in facts.where("holds", posts[0]) for form in (f.subject, *f.aliases) for word in fold(form).split()[1:]}
        if len({f.subject for f in holders}) != 1 or fold(mention.surname) in ever or _out_of_place(story, given):
            return
        doubt = _time_doubt(story, given, day, holders)
        if doubt < 0:
            return
        words = {"match": given.printed, "person": mention.name, "post": posts[0], "day": day.isoformat(), "holder": holders[0].subject}
        yield Match(mention.block, mention.span, (holders[0].subject,), words, (Evidence(holders[0].sentence(), fact=holders[0]),), doubt)


def _a_name(facts: FactBase, mention: Mention) -> bool:
    """Whether the words are a first name and a surname of one whom no fact knows."""
    strange = mention.full and not facts.about(mention.name) and facts.listed("given-names", mention.words[0])
    return strange and (facts.listed("surnames", mention.surname) or not facts.listed("english", mention.surname.lower()))


def _namesake(story: Story, mention: Mention, posts: list[str]) -> bool:
    """Whether a mention by surname may be of somebody else: of another person in the story, or of one who ever held the post."""
    ever = (fact for post in posts for fact in story.facts.where("holds", post))
    others = any(fold(fact.subject).split()[-1] == fold(mention.surname) for fact in ever)
    return others or len([p for p in story.people.named(mention.surname) if " " in p.name]) > 1


def _on(fact: Fact, day: date, slack: int = 0) -> bool:
    """Whether a fact held on a day, as far as it is known: one without an end counts up to the day it was true."""
    return on(fact, day, slack) and bool(fact.until or day.isoformat() <= fact.as_of)


def _fits(facts: FactBase, fact: Fact, posts: list[str], printed: str) -> bool:
    """Whether a post held is the one printed, or one that is printed so at home (`Prime Minister` of another country)."""
    return _bare(fact.value) in posts or any(has_word(form, printed) for form in forms(facts, fact.value))


def _bare(post: str) -> str:
    return post.removeprefix(_ACTING)


def _holders(facts: FactBase, post: str, day: date) -> list[Fact]:
    """Those who held a post on a day; where nobody did for good, the one who acted."""
    for value in (post, _ACTING + post):
        if found := [fact for fact in facts.where("holds", value) if _on(fact, day)]:
            return found
    return []


def _posts(facts: FactBase, printed: str) -> list[str]:
    """The one-holder posts that a printed title may name."""
    subjects = dict.fromkeys(fact.subject for fact in facts.about(printed, "post"))
    return [post for post in subjects if any(f.value == "one" for f in facts.about(post, "holders"))]


def _qualified(mention: Mention) -> bool:
    """Whether more of a title stands before it: another country's, a deputy's, a former holder's."""
    assert mention.title
    start = mention.title.start
    if len(mention.titles) > 1 or (start and mention.chain.tokens[start - 1].capital):
        return True
    before = mention.block.text[: mention.chain.tokens[start].span.start].rstrip()[-24:].lower()
    return _QUALIFIER.search(before) is not None or before.endswith("-")


def _settled(facts: FactBase, own: tuple[Fact, ...], day: date) -> bool:
    """Whether the facts know all of the person's terms up to the story's day."""
    return all(
        fact.until or first_day(fact.since or "0001") > day.toordinal() or day.isoformat() <= fact.as_of or superseded(facts, fact, day)
        for fact in own
    )


def _holds(facts: FactBase, fact: Fact, day: date, slack: int) -> bool:
    """Whether a term may hold on a day: none does that has ended, or that another's has followed."""
    return on(fact, day, slack) and not superseded(facts, fact, day, slack)


def _out_of_place(story: Story, given: Apposed) -> bool:
    """Whether somebody else says it, or words beside the name speak of a post to come or one that is over."""
    if story.quoted(given.mention.block, given.mention.span):
        return True
    before, after = _beside(story, given)
    return any(map(_TO_COME.search, (before, after[:_RIGHT])))


def _beside(story: Story, given: Apposed) -> tuple[str, str]:
    """What stands in the sentence right before the post and the name, and right after them."""
    text, (start, end) = given.mention.block.text, given.span
    sentence = story.sentence(given.mention.block, end - 1)
    return text[max(sentence.start, start - _BEFORE) : start], text[end : min(sentence.end, end + _AFTER)]


def _time_doubt(story: Story, given: Apposed, day: date, holders: list[Fact]) -> int:
    """How far a former holder's name may be one of another time: a step or two of doubt, or -1 where it surely is."""
    mention = given.mention
    if mention.possessive or story.quoted(mention.block, mention.span):
        return -1
    before, after = _beside(story, given)
    whole = mention.block.text[slice(*story.sentence(mention.block, mention.span.start))]
    if _former_elsewhere(story, mention):
        return -1
    subject = len(story.people.of(mention).mentions) > 1
    if _RIGHT_AFTER.match(after) or (not subject and _unintroduced(story, holders)):
        return 1
    if _ACTS.match(after) and not _YEAR.search(whole) and not _HISTORY.search(before):
        return 1
    if _PAST.search(before):
        return -1
    if _OF.search(before):
        return 2 if _brief(given, whole) and "vice president" in given.printed.lower() and not _PAST.search(after) else -1
    if _PRESENT.match(after):
        return 1
    if subject and (story.people.of(mention).mentions[0] is not mention or not _lately(story, mention, day)):
        return -1
    if any(int(year[0]) < day.year for year in _YEAR.finditer(whole)):
        return -1
    if _NEAR_DAY.search(before) or _NEAR_DAY.search(after):
        return 1
    now = subject or _SAID.match(after) or _PRESENT_ANYWHERE.search(whole) or _NEAR_DAY.search(whole) or _brief(given, whole)
    return 2 if now and not _PAST.search(after) else -1


def _brief(given: Apposed, sentence: str) -> bool:
    """Whether the title is one that print gives nobody for life, as it does a president's or a governor's, in a sentence without a year."""
    words = given.printed.lower()
    return given.mention.full and not _YEAR.search(sentence) and ("vice president" in words or not any(word in words for word in _FOR_LIFE))


#: Words of titles by which people are called long after.
_FOR_LIFE = ("president", "prime minister", "chancellor", "king", "queen", "pope", "gov", "ambassador", "senator", "premier")


def _lately(story: Story, mention: Mention, day: date) -> bool:
    """Whether the person held a post in the years before the story, and so may be in it as more than history."""
    return any(fact.until and last_day(fact.until) > day.toordinal() - _LATELY for fact in held(story, mention))


def _unintroduced(story: Story, holders: list[Fact]) -> bool:
    """Whether the story names a holder by surname only: nobody gives a first name or a title that would say who it is."""
    names = {fold(fact.subject).split()[-1] for fact in holders}
    alone = [chain for name in names for chain, _ in story.words_of_names.get(name, ())]
    return bool(alone) and all(len(chain.tokens) == 1 for chain in alone)


def _former_elsewhere(story: Story, mention: Mention) -> bool:
    pattern = regex.compile(_FORMER + lazily.escape(mention.surname), lazily.IGNORECASE)
    return any(pattern.search(block.text) for block in story.prose)


def _names(holders: list[Fact]) -> tuple[str, ...]:
    """The one who held the post that day."""
    names = dict.fromkeys(fact.subject for fact in holders)
    return tuple(names) if len(names) == 1 else ()


def _fixes(facts: FactBase, mention: Mention, printed: str, others: list[Fact], holders: list[Fact]) -> tuple[str, ...]:
    """The post with the one who held it, where that is one person; the person with the post held that day."""
    names = list(dict.fromkeys(fact.subject for fact in holders))
    fixes = [f"{printed} {names[0]}"] if len(names) == 1 else []
    own = [f"{form} {mention.name}" for fact in others[:1] for form in ways(facts, fact.value, printed)]
    ended = [f"former {printed} {mention.name}"] if not own and mention.full else []
    return tuple((fixes + own if " " in printed else own + fixes) + ended)
