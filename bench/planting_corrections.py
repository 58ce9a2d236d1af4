"""A story in, the same story with one slip as printed corrections tell of, beside the other plantings: a kind a function."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from planting import WORD, Kind, Page, Slip, near_letters, one
from planting_offices import _NAME, _swapped
from planting_posts import _posted

from lintnews.words import one_edit

_FIRSTS = ("James", "John", "Robert", "David", "Thomas", "Susan", "Mary", "Peter", "Richard")
_SEXED = {
    "spokesman": "spokeswoman", "congressman": "congresswoman", "businessman": "businesswoman", "actor": "actress",
    "councilman": "councilwoman", "Congressman": "Congresswoman", "Councilman": "Councilwoman",
}  # fmt: skip
_BODIES = {
    "FBI": "CIA", "CIA": "FBI", "UN": "NATO", "U.N.": "NATO", "Treasury": "Commerce", "Commerce": "Treasury", "Education": "Energy",
    "Energy": "Education", "Labor": "Interior", "Interior": "Labor", "Federal Reserve": "World Bank",
}  # fmt: skip
_HEAD = r"(?:[Dd]irector|[Cc]hief|[Ss]ecretary|[Cc]hairman|[Cc]hair|Secretary[- ]General)"
_PRESIDENTS = (("Bush", 2001), ("Obama", 2009), ("Trump", 2017), ("Biden", 2021), ("Trump", 2025))


def _people(page: Page) -> Iterator[re.Match[str]]:
    """Every full mention of one in public life that stands once in the story."""
    found = list(re.finditer(rf"\b({WORD}) ((?:[A-Z]\. )?{WORD})\b(?! [A-Z])", page.text[page.body :]))
    often = Counter(m[0] for m in found)
    for m in found:
        facts = page.facts.about(m[0])
        known = any(f.relation in ("holds", "born", "party") or (f.relation == "named" and f.value == "person") for f in facts)
        if known and often[m[0]] == 1:
            yield m


def _surname(page: Page, dice: random.Random, edit: Callable[[str], str]) -> Slip | None:
    """The surname of one of them in another form."""
    out = []
    for m in _people(page):
        name = m[2].split()[-1]
        made, end = edit(name), page.body + m.end()
        out += [Slip(end - len(name), end, made, m[0])] if made not in ("", name) else []
    return one(dice, out)


def public_first(page: Page, dice: random.Random) -> Slip | None:
    """Another first name for one in public life."""
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), dice.choice(_FIRSTS), m[0]) for m in _people(page)])


def two_edits(page: Page, dice: random.Random) -> Slip | None:
    """Two letters wrong in a long surname."""

    def edit(name: str) -> str:
        made = (near_letters(near_letters(name, dice), dice) for _ in range(20 if len(name) > 6 else 0))
        return next((word for word in made if word != name and not one_edit(word.lower(), name.lower())), "")

    return _surname(page, dice, edit)


def surname_to_word(page: Page, dice: random.Random) -> Slip | None:
    """A surname that a letter makes an everyday word."""

    def edit(name: str) -> str:
        low = name.lower()
        made = [low[:i] + c + low[i + 1 :] for i in range(1, len(low)) for c in "aeioutsnrldmkp"] + [low[:-1]]
        words = [word for word in made if word != low and len(word) > 2 and page.facts.listed("english", word)]
        return dice.choice(words).capitalize() if words else ""

    return _surname(page, dice, edit)


def sexed_noun(page: Page, dice: random.Random) -> Slip | None:
    """`spokeswoman` for `spokesman` before a full name, and the reverse."""
    other = {noun: turned for pair in _SEXED.items() for noun, turned in (pair, pair[::-1])}
    return _swapped(page, dice, rf"\b({'|'.join(other)}) ({_NAME})", lambda m: f"{other[m[1]]} {m[2]}")


def body_of_head(page: Page, dice: random.Random) -> Slip | None:
    """Another body before the title and the name of its head."""
    names = "|".join(map(re.escape, _BODIES))
    return _swapped(page, dice, rf"\b({names}) ({_HEAD} {_NAME})", lambda m: f"{_BODIES[m[1]]} {m[2]}")


def acting_added(page: Page, dice: random.Random) -> Slip | None:
    """`acting` before the post of its holder."""
    starts = [(page.body + m.start(2) - len(title) - 1, m[0]) for m, title, _ in _posted(page) if " " in title]
    return one(dice, [Slip(at, at, "acting ", note) for at, note in starts])


def elect_added(page: Page, dice: random.Random) -> Slip | None:
    """`-elect` behind President in the middle of a term."""
    who = next((name for name, year in _PRESIDENTS if page.day and 0 < page.day.year - year < 7), "")
    pattern = rf"(?<!Vice )\bPresident( (?:\w+ )?{who})\b"
    return _swapped(page, dice, pattern, lambda m: f"President-elect{m[1]}") if who else None


def president_after(page: Page, dice: random.Random) -> Slip | None:
    """The next president's surname behind President."""
    terms = list(pairwise(_PRESIDENTS))
    now = next(((name, after) for (name, year), (after, end) in terms if page.day and year < page.day.year < end - 1), None)
    return _swapped(page, dice, rf"(?<!Vice )\bPresident {now[0]}\b", lambda _: f"President {now[1]}") if now else None


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (public_first, two_edits, surname_to_word, sexed_noun, body_of_head, acting_added, elect_added, president_after)
}
