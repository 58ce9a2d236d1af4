"""A post before a name in; out comes the post that its holder has, where the two are a word apart (`Vice`, `Deputy`, `Chief`, `House`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import first_day, forms, held, known_on, last_day, offered, singles, superseded
from lintnews.ledger.titles import Sort
from lintnews.model import Fact, Span
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.ledger import Story

#: Words that make another post of a post. `Chief` does before `Justice` only.
_GRADES = frozenset({"vice", "deputy", "assistant", "associate"})
#: Words of which one stands for the other in a post of the same kind.
_TURNED = {"house": "senate", "senate": "house", "majority": "minority", "minority": "majority"}
#: What may open a printed title before the words that the fact base knows.
_OPENING = _GRADES | _TURNED.keys() | {"chief"}
#: What right before a title makes it one of another time or another person's.
_OTHER = lazily.pattern(
    r"\b(?:then|late|acting|incoming|outgoing|deputy|vice|assistant|associate|interim|future|next|shadow|state|an?|ex-vice|like|likely|"
    r"potential|possible|would-be)[\s-]*\Z",
    lazily.IGNORECASE,
)
_FORMER = lazily.pattern(r"\b(?:former|ex|one-?time)[\s-]*\Z", lazily.IGNORECASE)
#: By these a sentence speaks, before a name or right after it, of what is not so, or not yet.
_UNREAL = lazily.pattern(r"\b(?:if|whether|imagin\w+|prospect|hypothe\w+)\b|\ba \Z", lazily.IGNORECASE)
_WOULD = lazily.pattern(r"(?:, [^,]{1,60},)? (?:would|could|might|may)\b")
_REACH = 24


class NearPost(NamedTuple):
    """A post as printed and where, the form that its holder has, the fact that says so."""

    printed: str
    span: Span
    form: str
    fact: Fact


def near(story: Story, mention: Mention, slack: int = 60) -> NearPost | None:
    """The post of the person named, where the one printed is a word away and was never held up to `slack` days after the story's."""
    title = mention.title
    if title is None or title.sort not in (Sort.POST, Sort.NOUN) or story.quoted(mention.block, mention.span):
        return None
    span = _title(mention)
    printed, before = mention.block.text[slice(*span)], mention.block.text[max(0, span.start - _REACH) : span.start]
    if _OTHER.search(before) or not _turnable(printed):
        return None
    own = held(story, mention)
    facts = [f for f in own if _then(story, f, former=_FORMER.search(before) is not None)] if own else _by_surname(story, mention, printed)
    if not facts or _held(story, own, printed, slack) or unreal(story, mention, span.start):
        return None
    found = ((form, fact) for fact in facts for form in offered(story.facts, fact.value) if _apart(form, printed))
    return next((NearPost(printed, span, form, fact) for form, fact in found), None)


def _title(mention: Mention) -> Span:
    """All that stands before the name as its title, with the words of grade before it."""
    start = mention.titles[0].start
    while start and fold(mention.chain.tokens[start - 1].text) in _OPENING:
        start -= 1
    return mention.chain.span(start, mention.titles[-1].end)


def _turnable(printed: str) -> bool:
    words = set(_words(printed))
    return bool(words & (_OPENING | {"president", "justice", "chairman", "leader", "speaker", "whip"})) or len(words) > 1


def _words(post: str) -> tuple[str, ...]:
    return tuple(fold(post).replace("-", " ").split())


def _kind(post: str) -> tuple[str, ...]:
    """The words of a post but for those of grade, and with one for both chambers and for both sides."""
    words = _words(post)
    kept = (word for i, word in enumerate(words) if word not in _GRADES and not (word == "chief" and words[i + 1 : i + 2] == ("justice",)))
    return tuple(min(word, _TURNED.get(word, word)) for word in kept)


def _apart(form: str, printed: str) -> bool:
    return form[0].isupper() and _kind(form) == _kind(printed) and _words(form) != _words(printed)


def _then(story: Story, fact: Fact, *, former: bool) -> bool:
    """Whether a term was running on the story's day, or was over where the title is a former one's; one who acts has a post of his own."""
    if fact.value.startswith("Acting "):
        return False
    if story.day is None:
        return True
    if former:
        return bool(fact.until) and last_day(fact.until) <= story.day.toordinal()
    return bool(fact.since) and known_on(fact, story.day) and not superseded(story.facts, fact, story.day)


def _held(story: Story, own: tuple[Fact, ...], printed: str, slack: int) -> bool:
    """Whether the person had the printed post, by any of its forms, by the story's day."""
    return any(
        _words(printed) == _words(form)
        for fact in own
        if story.day is None or not fact.since or first_day(fact.since) <= story.day.toordinal() + slack
        for form in forms(story.facts, fact.value)
    )


def unreal(story: Story, mention: Mention, start: int) -> bool:
    """Whether the sentence speaks of the post that begins at `start` as of one that is not so: `if`, `would`, `a President Orr`."""
    text, sentence = mention.block.text, story.sentence(mention.block, mention.span.start)
    return _UNREAL.search(text[sentence.start : start]) is not None or _WOULD.match(text, mention.span.end) is not None


def _by_surname(story: Story, mention: Mention, printed: str) -> list[Fact]:
    """The holder, that day, of a post a word away, of whose surname no holder of the printed post was."""
    if mention.full or story.day is None or any(" " in person.name for person in story.people.named(mention.surname)):
        return []
    ever = [f for post in singles(story.facts, printed) for f in story.facts.where("holds", post)]
    if not ever or any(
        _surname(fact, mention.surname) for fact in ever if not fact.since or first_day(fact.since) <= story.day.toordinal()
    ):
        return []
    near_by = [f for form in _variants(printed) for post in singles(story.facts, form) for f in story.facts.where("holds", post)]
    found = [fact for fact in near_by if _surname(fact, mention.surname) and _then(story, fact, former=False)]
    return found if len({fact.subject for fact in found}) == 1 else []


def _surname(fact: Fact, surname: str) -> bool:
    return fold(fact.subject).split()[-1] == fold(surname)


def _variants(printed: str) -> Iterator[str]:
    """The printed forms that are a word of grade, a chamber or a side away."""
    words = printed.split()
    for i, word in enumerate(words):
        if fold(word) in _GRADES:
            yield " ".join(words[:i] + words[i + 1 :])
        elif fold(word) in _TURNED:
            yield " ".join([*words[:i], _TURNED[fold(word)].title(), *words[i + 1 :]])
    for grade in ("Vice", "Deputy"):
        yield f"{grade} {printed}"
        yield " ".join([*words[:-1], grade, words[-1]])
