"""What planting a slip in a story needs: the story, the slip, a letter gone wrong, where full names stand."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from lintnews.facts import FactBase


class Slip(NamedTuple):
    """A stretch of the page, what is written in its place, and a word about it."""

    start: int
    end: int
    text: str
    note: str


class Page(NamedTuple):
    """A story as it is linted: front matter with the date, the headline, the text; `body` is where the text begins."""

    text: str
    body: int
    day: date | None
    facts: FactBase


Kind = Callable[[Page, random.Random], Slip | None]
WORD = r"[A-Z][a-zà-ÿ]+(?:[A-Z’'-][a-zà-ÿ]+)*"
_FULL = re.compile(rf"\b({WORD}) (?:[A-Z]\. )?({WORD})\b(?! [A-Z]|-)")


def near_letters(word: str, dice: random.Random) -> str:
    """A word with one letter dropped, doubled, changed or swapped with its neighbour; never the first, never a plural."""
    while True:
        i, letter = dice.randrange(1, len(word) - 1), dice.choice("aeiourstln")
        made = dice.choice(
            (
                word[:i] + word[i + 1 :],
                word[:i] + word[i] + word[i:],
                word[:i] + letter + word[i + 1 :],
                word[:i] + word[i + 1] + word[i] + word[i + 2 :],
            )
        )
        if made.rstrip("s") != word.rstrip("s"):
            return made


def full_names(page: Page) -> Iterator[re.Match[str]]:
    """Every full name in the text whose parts are listed as a first name and a surname."""
    facts = page.facts
    for found in _FULL.finditer(page.text, page.body):
        given, surname = found[1], found[2]
        everyday = facts.listed("english", given.lower()) and given not in ("Mark", "Bill", "Grant", "Jack", "Frank", "Rob", "Pat", "Ray")
        listed = not everyday and facts.listed("given-names", given) and facts.listed("surnames", surname)
        if listed and not facts.about(found[0], "named") and not facts.about(given, "named"):
            yield found


def one(dice: random.Random, options: list[Slip]) -> Slip | None:
    return dice.choice(options) if options else None


def repeated(page: Page, often: int = 2) -> list[re.Match[str]]:
    found = list(full_names(page))
    counts = Counter(f"{m[1]} {m[2]}" for m in found)
    return [m for m in found if counts[f"{m[1]} {m[2]}"] >= often]
