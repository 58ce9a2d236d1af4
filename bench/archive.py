"""How well a story is held against an archive of earlier ones: what is found of planted disagreements, and the false alarms.

python bench/archive.py NEWS.jsonl [--stories 300] [--planted 120] [--seed 1] [--show]

Each line of NEWS.jsonl holds `id`, `title`, `text` and `date`. The archive is made of the stories as they are. A new story is one of
them cut to every other paragraph, dated two days later, under another name; one disagreement is planted in it: another count, age,
spelling, post or word of a quotation. What is said of the new stories without a plant is false, but that they copy; so is what is said
of each whole story against all the others, which is told apart: there an archive may be right.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lintnews import Linter, Source, readers
from lintnews.archive import extract, posts
from lintnews.archive.look import Disagreement, Reading
from lintnews.archive.nouns import Entry
from lintnews.archive.store import Index, Store, called
from lintnews.ledger import Story
from lintnews.model import Document

SORTS = ("count", "age", "spelling", "post", "quotation")
_LETTERS = "aeioulnrst"
Plant = Callable[[random.Random, str, Entry], tuple[str, str] | None]


def main() -> None:
    """The figures, sort by sort."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--planted", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    facts = Linter().packs.facts
    chosen, dice = _chosen(asked.news, asked.stories, asked.seed), random.Random(asked.seed)
    with TemporaryDirectory() as folder:
        path = Path(folder, "archive.db")
        start = time.process_time()
        entries = [extract.entry(Story(_document(each), facts)) for each in chosen]
        read = time.process_time()
        with Store(path) as store:
            store.add((called(entry.path, path), "", entry) for entry in entries)
        kept = time.process_time()
        words = sum(len(entry.text.split()) for entry in entries)
        print(f"{len(entries)} stories, {words} words: read in {1000 * (read - start) / len(entries):.1f} ms of CPU a story, ", end="")
        print(f"kept in {1000 * (kept - read) / len(entries):.1f} ms, {path.stat().st_size / len(entries) / 1000:.1f} kB a story")
        index = Index.open(path)
        _planted(chosen[: asked.planted], entries, index, facts, dice, show=asked.show)
        _others(chosen, index, facts, show=asked.show)


def _chosen(news: Path, many: int, seed: int) -> list[dict[str, Any]]:
    stories = [json.loads(line) for line in news.open(encoding="utf-8")]
    stories = [story for story in stories if story.get("reliable", True) and len(story["text"].split()) > 200]
    random.Random(seed).shuffle(stories)
    return stories[:many]


def _document(story: dict[str, Any], name: str = "", text: str = "", later: int = 0) -> Document:
    head = f"---\ndate: {date.fromisoformat(story['date'][:10]) + timedelta(later)}\n---\n" if story.get("date") else ""
    return readers.read(Source(name or f"{story['id']}.md", f"{head}# {story['title']}\n\n{text or story['text']}"))


def _planted(chosen: list[dict[str, Any]], entries: list[Entry], index: Index, facts: Any, dice: random.Random, *, show: bool) -> None:
    found, planted, alarms, words, spent, looks = Counter[str](), Counter[str](), Counter[str](), 0, 0.0, 0
    for story, entry in zip(chosen, entries, strict=False):
        cut = _cut(story["text"])
        untouched, cost = _told(_document(story, "new.md", cut, 2), index, facts)
        words, spent, looks = words + len(cut.split()), spent + cost, looks + 1
        false = [each for each in untouched if each.what in SORTS]
        alarms.update(each.what for each in false)
        _show("false", false, show)
        for sort, plant in PLANTS.items():
            made = plant(dice, cut, entry)
            if made is None:
                continue
            planted[sort] += 1
            slip, right = made
            told = [each for each in _told(_document(story, "new.md", slip, 2), index, facts)[0] if each.what == sort]
            hit = [each for each in told if right in " ".join(e.words for e in each.earlier)]
            found[sort] += bool(hit)
            if show and not hit:
                print(f"missed {sort}: {right!r}")
    print(f"look-up with reading the story: {1000 * spent / max(1, looks):.1f} ms of CPU")
    for sort in SORTS:
        print(f"{sort}: {found[sort]} of {planted[sort]} found")
    print(
        f"false alarms on {looks} follow-ups: {sum(alarms.values())}, {1000 * sum(alarms.values()) / max(1, words):.3f} per 1,000 words",
        dict(alarms),
    )


def _others(chosen: list[dict[str, Any]], index: Index, facts: Any, *, show: bool) -> None:
    told, words = Counter[str](), 0
    for story in chosen:
        found, _ = _told(_document(story), index, facts)
        told.update(each.what for each in found)
        words += len(story["text"].split())
        _show("other", found, show)
    print(f"said of {len(chosen)} whole stories against the others: {sum(told.values())}, ", end="")
    print(f"{1000 * sum(told.values()) / max(1, words):.3f} per 1,000 words", dict(told))


def _told(document: Document, index: Index, facts: Any) -> tuple[list[Disagreement], float]:
    start = time.process_time()
    found = Reading(Story(document, facts), index).all()
    return found, time.process_time() - start


def _show(title: str, found: list[Disagreement], show: bool) -> None:
    for each in found if show else ():
        where = each.earlier[0]
        print(f"{title} {each.what}: “{each.said[:90]}” against “{where.words[:90]}” in {where.story.path}")
        print(f"    {each.block.text[max(0, each.span.start - 90) : each.span.end + 60]!r}\n    {where.passage[:200]!r}")


def _cut(text: str) -> str:
    paragraphs = [part for part in text.split("\n") if part.strip()]
    return "\n\n".join(paragraphs[::2] if len(paragraphs) > 5 else paragraphs)


def _count(dice: random.Random, text: str, entry: Entry) -> tuple[str, str] | None:
    harms = [count for count in entry.counts if "*" in count.things] or list(entry.counts)
    for count in dice.sample(harms, len(harms)):
        printed, sentence = entry.text[slice(*count.at)], entry.text[count.at[0] - 20 : count.at[1] + 20]
        if printed.isdigit() and int(printed) > 2 and text.count(sentence) == 1:
            other = str(int(printed) + dice.choice([-1, 1, 2, 3, 7]) * max(1, int(printed) // 9))
            return text.replace(
                sentence, entry.text[count.at[0] - 20 : count.at[0]] + other + entry.text[count.at[1] : count.at[1] + 20]
            ), printed
    return None


def _age(dice: random.Random, text: str, entry: Entry) -> tuple[str, str] | None:
    for person in entry.people:
        around = entry.text[max(0, person.age_at[0] - 12) : person.age_at[1] + 3]
        if person.age and text.count(around) == 1:
            other = person.age + dice.choice([-9, -3, -2, 2, 3, 5, 10])
            return text.replace(around, around.replace(str(person.age), str(other))), str(person.age)
    return None


def _spelling(dice: random.Random, text: str, entry: Entry) -> tuple[str, str] | None:
    printed = {each.printed for each in (*entry.people, *entry.names)}
    names = sorted(name for name in printed if name in text and len(name.split()[-1]) > 5)
    if not names:
        return None
    name = dice.choice(names)
    surname = name.split()[-1]
    at = dice.randrange(2, len(surname) - 1)
    slip = surname[:at] + dice.choice([dice.choice(_LETTERS), ""]) + surname[at + 1 :]
    return (text.replace(surname, slip), name) if slip != surname else None


def _post(dice: random.Random, text: str, entry: Entry) -> tuple[str, str] | None:
    nouns = ("director", "chairman", "Sen.", "Rep.", "Gov.", "mayor", "secretary", "president", "professor", "editor", "spokesman")
    for person in entry.people:
        old = next((noun for noun in nouns if noun in person.post), "")
        around = entry.text[min(person.post_at[0], person.at[0]) : max(person.post_at[1], person.at[1])]
        if old and text.count(around) == 1:
            for other in dice.sample(nouns, len(nouns)):
                if posts.differ(person.post.replace(old, other), person.post):
                    return text.replace(around, around.replace(old, other)), person.post
    return None


def _quotation(dice: random.Random, text: str, entry: Entry) -> tuple[str, str] | None:
    for said in dice.sample(list(entry.said), len(entry.said)):
        quoted = entry.text[slice(*said.at)]
        words = quoted.split()
        if 7 < len(words) < 60 and text.count(quoted) == 1:
            at = dice.randrange(3, len(words) - 3)
            words[at] = dice.choice([word for word in ("never", "always", "should", "people", "great") if word != words[at]])
            return text.replace(quoted, " ".join(words)), quoted
    return None


PLANTS: dict[str, Plant] = {"count": _count, "age": _age, "spelling": _spelling, "post": _post, "quotation": _quotation}

if __name__ == "__main__":
    main()
