"""How many slips the fact base lets LintNews find: it plants one in a plain sentence, again and again, and prints the ratio.

python bench/recall.py [--each 300] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.facts import FactBase
from lintnews.ledger.titles import GRADES
from lintnews.model import Fact

#: A planted story and the rules any of which must speak.
Planted = tuple[str, tuple[str, ...]]
PEOPLE = [f"{given} {name}" for given in ("Laura", "Priya", "Daniel", "Sofia") for name in ("Hollis", "Brandt", "Okafor", "Castellan")]


def slip(word: str, dice: random.Random) -> str:
    """A word with one letter dropped, added, changed or swapped with its neighbour; never the first, never a plural."""
    while True:
        i, letter = dice.randrange(1, len(word) - 1), dice.choice("aeiourstln")
        made = dice.choice(
            (
                word[:i] + word[i + 1 :],
                word[:i] + letter + word[i:],
                word[:i] + letter + word[i + 1 :],
                word[:i] + word[i + 1] + word[i] + word[i + 2 :],
            )
        )
        if made.rstrip("s") != word.rstrip("s"):
            return made


def near_misses(facts: FactBase, dice: random.Random) -> Iterator[Planted]:
    """A listed name of two words or more with a slip in one."""
    for fact in dice.sample([*facts.every("named"), *facts.every("holds")], 4000):
        words = fact.subject.split()
        places = [i for i, word in enumerate(words) if len(word) > 3 and word.isalpha() and word[0].isupper()]
        if len(words) > 1 and places:
            i = dice.choice(places)
            name = " ".join((*words[:i], slip(words[i], dice), *words[i + 1 :]))
            yield f"Officials said on Monday that {name} had been told of the plan.", ("names.near-miss", "posts.holder-name")


def bodies(facts: FactBase, dice: random.Random) -> Iterator[Planted]:
    """A listed body straight before an invented name."""
    for fact in dice.sample(facts.every("head"), len(facts.every("head"))):
        yield f"The plan was a draft, {fact.subject} {dice.choice(PEOPLE)} told reporters on Monday.", ("posts.body-as-title",)


def stray_prepositions(facts: FactBase, dice: random.Random) -> Iterator[Planted]:
    """A stray “of” between a form of a post and its holder."""
    for fact in dice.sample(facts.every("holds"), 3000):
        forms = [form for post in facts.about(fact.value, "post") for form in (post.subject, *post.aliases)]
        if forms:
            yield f"The plan was a draft, {dice.choice(forms)} of {fact.subject} told reporters on Monday.", ("posts.stray-preposition",)


def ranks(facts: FactBase, dice: random.Random) -> Iterator[Planted]:
    """Another rank than the officer held that day."""
    for fact in dice.sample(facts.every("rank"), len(facts.every("rank"))):
        if len(fact.since) == 10 and "," in fact.value:
            yield f"---\ndate: {_during(fact)}\n---\nThe letter was signed by {_misranked(fact, dice)} on Monday.", ("posts.rank-at-date",)


def _during(fact: Fact) -> str:
    day = (date.fromisoformat(fact.since) + timedelta(days=100)).isoformat()
    return min(day, fact.until) if fact.until else day


def _misranked(fact: Fact, dice: random.Random) -> str:
    held, service = fact.value.split(",", 1)
    wrong = dice.choice([grade for grade in ("colonel", "major general", "captain", "lieutenant general", "major") if grade != held])
    return f"{service.strip()} {GRADES[wrong].split('|')[0]} {fact.subject}"


SORTS: dict[str, Callable[[FactBase, random.Random], Iterator[Planted]]] = {
    "near misses of listed names": near_misses,
    "bodies used as titles": bodies,
    "stray prepositions": stray_prepositions,
    "ranks at date": ranks,
}


def main() -> None:
    """Plant, lint, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    linter = Linter(Settings(select=("names", "posts")))
    for name, make in SORTS.items():
        stories = [story for story, _ in zip(make(linter.packs.facts, random.Random(asked.seed)), range(asked.each), strict=False)]
        found = sum(any(f.rule in rules for f in linter.check(Source("a.txt", f"{text}\n")).findings) for text, rules in stories)
        print(f"{name:30} {found:4} of {len(stories):4} found, {found / len(stories):.2f}")


if __name__ == "__main__":
    main()
