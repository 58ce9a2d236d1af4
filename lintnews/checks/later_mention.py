"""Later mention: a story in, every place out where somebody named in full before is named again in another form than the house's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, Literal

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import shown
from lintnews.ledger.titles import Sort
from lintnews.model import Match, OptionError, Span
from lintnews.record import record

_AGE_AFTER = lazily.pattern(r",? (?:who is |aged? )?(?P<age>\d{1,2})(?=[,.;)]| (?:and|who|was|is|years? old)\b|-year|\s*\Z)")
_AGE_BEFORE = lazily.pattern(r"(?<!\d)(?P<age>\d{1,2})-year-old (?:\p{L}+ ){0,2}\Z")


@record
class Check:
    """`form` is what a person is called from the second mention on: the bare surname, the surname with Mr or Ms, or the first name.

    A story that holds `many` different texts of `silent` is left alone; of `courtesy` a person's first later mention is enough.
    `titles` are the sorts of title that `surname` leaves out; `first-name` is for those whose age in print is below `under`.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person")
    form: Literal["surname", "courtesy", "first-name"]
    titles: tuple[str, ...] = ("rank", "post", "noun")
    under: int = 16
    silent: tuple[str, ...] = ()
    many: int = 3

    def validate(self) -> None:
        """Raise OptionError for a form or a sort of title that is none."""
        tokens.validate_all(tokens.paths("silent", self.silent))
        for i, title in enumerate(self.titles):
            if title not in tuple(Sort):
                raise OptionError(f"`titles` holds some of {', '.join(Sort)}, not `{title}`", "titles", i)

    def find(self, story: Story) -> Iterator[Match]:
        """The mentions after the full one; where two people share the surname there are none."""
        if self.silent and self._spoken(story) >= self.many:
            return
        for person in story.people.persons:
            known = [other for other in story.people.named(person.mentions[0].surname) if " " in other.name]
            first = next((i for i, mention in enumerate(person.mentions) if mention.full), None)
            if first is not None and len(known) == 1 and self._concerns(person.mentions[first]):
                later = (m for mention in person.mentions[first + 1 :] for m in self._match(person, person.mentions[first], mention))
                yield from islice(later, 1 if self.form == "courtesy" else None)

    def _spoken(self, story: Story) -> int:
        """How many different texts of `silent` the story holds."""
        pattern = patterns.compile(tokens.compose(self.silent, ignorecase=True))
        return len({text.casefold() for block in story.prose for text in patterns.texts(pattern, block.text)})

    def _concerns(self, first: Mention) -> bool:
        """Whether the rule is about the person of this mention: a child, where the form is the first name."""
        return self.form != "first-name" or ((age := _age(first)) is not None and age < self.under)

    def _match(self, person: Person, first: Mention, mention: Mention) -> Iterator[Match]:
        if mention.full:
            return
        title = mention.title
        span, fixes = mention.span, (first.words[0],)
        if self.form == "surname":
            if title is None or title.sort not in self.titles:
                return
            span, fixes = Span((mention.title_span() or span).start, span.end), (mention.block.text[slice(*mention.span)],)
        elif title is not None:
            return
        text = mention.block.text[slice(*span)]
        offered = fixes if self.form != "courtesy" else ()
        yield Match(mention.block, span, offered, {"match": text, "fix": fixes[0], "person": person.name}, (shown(first),))


def _age(mention: Mention) -> int | None:
    """The age that is printed right behind a name or right before it."""
    text, span = mention.block.text, mention.span
    found = _AGE_AFTER.match(text, span.end) or _AGE_BEFORE.search(text, max(0, span.start - 40), span.start)
    return int(found["age"]) if found else None
