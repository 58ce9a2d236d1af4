"""A post beside a name in; out comes whether the words around it speak of another time than the story's, or of what is not so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import regex

from lintnews import lazily
from lintnews.ledger.apposed import Apposed
from lintnews.ledger.near_posts import unreal
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import held, last_day
from lintnews.model import Fact
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.ledger import Story

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
_BEFORE, _CLOSE, _AFTER, _RIGHT = 45, 28, 80, 20
#: Days since the end of a post for which one may be called by it by mistake.
_LATELY = 6000
#: Words by which a sentence speaks of a post to come, or that is over.
_TO_COME = lazily.pattern(
    r"\b(?:nomin\w+|designate|elect|confirm\w*|future|next(?! (?:week|month|year|day|spring|summer|fall|autumn|winter))|potential|"
    r"possible|would-be|shadow|pick|choice|successor|former|(?<!and )then|ex)\b",
    lazily.IGNORECASE,
)
_FORMER = r"\b(?:(?:former|late)\b|ex-|then-) ?(?:(?:\p{Lu}\.|U\.S\.|Gov\.|Sen\.|Rep\.|[\p{L}’'-]+,?) ){0,7}"


def out_of_place(story: Story, given: Apposed, day: date) -> bool:
    """Whether somebody else says it, or the words beside the name speak of a post to come, of one that is over, or of a later year."""
    block, span = given.mention.block, given.mention.span
    if story.quoted(block, span) or unreal(story, given.mention, given.span.start):
        return True
    before, after = _beside(story, given)
    later = any(int(year[0]) > day.year for year in _YEAR.finditer(block.text, *story.sentence(block, span.start)))
    return later or any(map(_TO_COME.search, (before[-_CLOSE:], after[:_RIGHT])))


def _beside(story: Story, given: Apposed) -> tuple[str, str]:
    """What stands in the sentence right before the post and the name, and right after them."""
    text, (start, end) = given.mention.block.text, given.span
    sentence = story.sentence(given.mention.block, end - 1)
    return text[max(sentence.start, start - _BEFORE) : start], text[end : min(sentence.end, end + _AFTER)]


def time_doubt(story: Story, given: Apposed, day: date, holders: list[Fact]) -> int:
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
