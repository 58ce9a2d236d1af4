"""A story and an index in, where the story disagrees with earlier ones out, each with the passages of both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lintnews.archive import counts, posts, prints, quoted
from lintnews.archive.extract import entry as read_entry
from lintnews.archive.extract import words
from lintnews.archive.nouns import Earlier, Entry, Kept, Named
from lintnews.archive.passages import earlier as earlier_in
from lintnews.archive.related import Related, related, shares_rare
from lintnews.archive.store import Index
from lintnews.ledger import Story
from lintnews.model import COPY, Block, Part, Span
from lintnews.words import one_edit

_YEAR = 365.25
#: Share of the text, in runs of words, from which a story is another one told again.
_SAME = 0.5
#: Letters of a surname that is seldom one slip from another.
_LONG_SURNAME = 6
#: Stories that may have a paragraph before it is a standing one.
_STANDING = 3


class Disagreement(NamedTuple):
    """What a story says otherwise than earlier ones, or says again: `what` is the sort, `said` the words there."""

    what: str
    block: Block
    span: Span
    said: str
    earlier: tuple[Earlier, ...]
    fix: str = ""


class Reading:
    """One story held against an index; `told`: all its stories are of the same matter, since the story says so."""

    def __init__(self, story: Story, index: Index, *, told: bool = False) -> None:
        self._index = index
        self.entry: Entry = read_entry(story)
        self._blocks = [block for block in story.document.blocks if block.part in COPY]
        self._name = index.name(self.entry.path)
        self.near: list[Related] = related(self.entry, index, self._name, told=told)
        self._close = {each.story.number: each for each in self.near if each.close}
        self._known_by = {each.story.number: each for each in self.near if not each.close}

    def all(self) -> list[Disagreement]:
        """Everything, in the order of sorts."""
        told = [*self._again(), *self._ages(), *self._spellings(), *self._posts()]
        apart = (*counts.differing(self.entry, self._index, self.near), *quoted.differing(self.entry, self._index, self._name))
        return told + [self._made(what, at, said, earlier) for what, at, said, earlier in apart]

    def agreeing(self) -> Iterator[Disagreement]:
        """What earlier stories have so too: full names, counts of the same in close ones, quotations."""
        for person in {each.key: each for each in self.entry.people}.values():
            query = "select p.story, p.start, p.end from person p join story s on s.number = p.story where p.name = ? and s.path <> ?"
            rows = self._index.db.execute(f"{query} order by s.day desc limit 1", (person.key, self._name)).fetchall()
            for number, start, end in rows:
                if kept := self._index.story(number):
                    yield self._made("spelling", person.at, person.printed, [earlier_in(kept, (start, end))])
        apart = (*counts.agreeing(self.entry, self._index, self.near), *quoted.agreeing(self.entry, self._index, self._name))
        for what, at, said, earlier in apart:
            yield self._made(what, at, said, earlier)

    def _made(self, what: str, at: tuple[int, int], said: str, earlier: Sequence[Earlier], fix: str = "") -> Disagreement:
        number = bisect_right(self.entry.starts, at[0]) - 1
        start = self.entry.starts[number]
        return Disagreement(what, self._blocks[number], Span(at[0] - start, at[1] - start), said, tuple(earlier), fix)

    def _again(self) -> Iterator[Disagreement]:
        """The whole story told again, else paragraphs that stand in an earlier one."""
        same = next((each for each in self.near if each.alike >= _SAME), None)
        if same:
            share = f"{min(100, round(100 * same.alike))} % of its text"
            top = next((i for i, block in enumerate(self._blocks) if block.part is Part.HEADLINE), 0)
            at = self.entry.starts[top], self.entry.starts[top] + len(self._blocks[top].text)
            yield self._made("near-duplicate", at, share, [Earlier(same.story, same.story.headline, "")])
            return
        for block, start in zip(self._blocks, self.entry.starts, strict=True):
            told = words(block.text)
            if len(told) >= prints.SHORTEST and block.part is not Part.QUOTE_BLOCK:
                yield from self._copied(block, start, prints.of_key(" ".join(told)))

    def _copied(self, block: Block, start: int, key: int) -> Iterator[Disagreement]:
        near = {each.story.number: each.story for each in self.near}
        rows = self._index.db.execute("select story, start from paragraph where hash = ? limit 50", (key,)).fetchall()
        kept = [(found, at) for number, at in rows if (found := near.get(number)) and found.path != self._name]
        if 0 < len(kept) <= _STANDING:
            found, at = kept[0]
            passage = found.text[at : at + len(block.text)]
            yield self._made("copied", (start, start + len(block.text)), block.text[:60], [Earlier(found, passage[:60], passage)])

    def _of_name(self, key: str) -> list[tuple[Kept, Named]]:
        """Who has a name in stories on the same matter, or holds a post that the new story gives him too."""
        columns = "story, name, printed, post, age, start, end, age_start, age_end, post_start, post_end"
        query = f"select {columns} from person where name = ? limit 400"
        out = []
        for number, name, printed, post, age, *places in self._index.db.execute(query, (key,)):
            if near := self._close.get(number) or (self._same_person(key, post, number) and self._known_by[number]) or None:
                at, age_at, post_at = (tuple(places[i : i + 2]) for i in (0, 2, 4))
                out.append((near.story, Named(name, printed, post, age, at, age_at, post_at)))
        return out

    def _same_person(self, key: str, post: str, number: int) -> bool:
        """Whether a story that is near, and not close, means the same bearer of a name: with the same post, or beside another rare name."""
        if number not in self._known_by:
            return False
        if any(each.key == key and each.post and post and posts.agree(each.post, post) for each in self.entry.people):
            return True
        own = {*key.split()}
        others = [prints.of_key(name) for name in self.entry.keys if own.isdisjoint(name.split())]
        return shares_rare(self._index, others, number)

    def _ages(self) -> Iterator[Disagreement]:
        for person in self.entry.people:
            if not person.age:
                continue
            known = [(kept, each) for kept, each in self._of_name(person.key) if each.age]
            apart = [(kept, each) for kept, each in known if not _one_birth(person.age, self.entry.day, each.age, kept.day)]
            if apart and len(apart) == len(known):
                earlier = [earlier_in(kept, each.age_at) for kept, each in apart]
                yield self._made("age", person.age_at, str(person.age), earlier)

    def _spellings(self) -> Iterator[Disagreement]:
        named = {each.key: each for each in (*self.entry.names, *self.entry.people)}
        people = {person.key for person in self.entry.people}
        for person in named.values():
            if self._known(person.key):
                continue
            for other in sorted(self._near_names(person.key, ends=person.key in people) - named.keys()):
                known = self._of_name(other) or (self._beside(person.key, other) if person.key in people else [])
                if known:
                    fix = known[0][1].printed
                    earlier = list({kept.number: earlier_in(kept, each.at) for kept, each in known}.values())
                    yield self._made("spelling", person.at, person.printed, earlier, fix)
                    break

    def _beside(self, key: str, other: str) -> list[tuple[Kept, Named]]:
        """Who has the other name in stories that are not near, beside a rare name of the new story: where long surnames differ alone."""
        (first, _, last), (its_first, _, its_last) = key.rpartition(" "), other.rpartition(" ")
        if first != its_first or min(len(last), len(its_last)) < _LONG_SURNAME:
            return []
        own = {*key.split(), *other.split()}
        beside = [prints.of_key(name) for name in self.entry.keys if own.isdisjoint(name.split())]
        query = "select story, printed, start, end from person where name = ? limit 20"
        rows = [row for row in self._index.db.execute(query, (other,)).fetchall() if shares_rare(self._index, beside, row[0])]
        found = ((self._index.story(number), Named(other, printed, "", 0, (start, end))) for number, printed, start, end in rows)
        return [(kept, named) for kept, named in found if kept and kept.path != self._name]

    def _known(self, key: str) -> bool:
        """Whether another story has the name so."""
        query = "select 1 from person p join story s on s.number = p.story where name = ? and s.path <> ? limit 1"
        return self._index.db.execute(query, (key, self._name)).fetchone() is not None

    def _near_names(self, key: str, *, ends: bool) -> set[str]:
        hashes = [prints.of_key(each) for each in prints.near(key)]
        marks = ",".join("?" * len(hashes))
        rows = self._index.db.execute(f"select distinct name from part where hash in ({marks}) limit 2000", hashes)
        return {name for (name,) in rows if _slip(key, name, ends=ends)}

    def _posts(self) -> Iterator[Disagreement]:
        for person in self.entry.people:
            if not person.post:
                continue
            known = [(kept, each) for kept, each in self._of_name(person.key) if each.post and _same_time(self.entry.day, kept.day)]
            apart = [(kept, each) for kept, each in known if posts.differ(person.post, each.post)]
            if apart and not any(posts.agree(person.post, each.post) for _, each in known):
                yield self._made("post", person.post_at, person.post, [earlier_in(kept, each.post_at) for kept, each in apart])


def _slip(one: str, other: str, *, ends: bool) -> bool:
    """Whether one word of two names differs, by one slip; without `ends` not at its end, where forms of a word differ."""
    a, b = one.split(), other.split()
    apart = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(apart) != 1:
        return False
    x, y = apart[0]
    if not ends and (x[:-1] == y[:-1] or x[:-1] == y or y[:-1] == x):
        return False
    return min(len(x), len(y)) > 3 and one_edit(x, y)


def _one_birth(age: int, day: str, other: int, its_day: str) -> bool:
    """Whether one birthday gives both ages; without days ages may be two years apart."""
    if not day or not its_day:
        return abs(age - other) <= 2
    then, there = date.fromisoformat(day), date.fromisoformat(its_day)
    years = (then - there).days / _YEAR
    return abs(age - other - years) < 1.02


def _same_time(day: str, other: str) -> bool:
    """Whether two stories are of the same weeks, as far as it is known."""
    return not day or not other or abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= 60
