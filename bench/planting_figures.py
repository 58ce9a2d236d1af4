"""A story in, the same story with one slip of a number, a day, a quotation or the copy out: what `planted.py` plants, a kind a function."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable

from planting import Page, Slip

Kind = Callable[[Page, random.Random], Slip | None]
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SMALL = "two three four five six seven eight nine".split()


def swapped(page: Page, dice: random.Random, pattern: str, new: Callable[[re.Match[str]], str], *, head: bool = False) -> Slip | None:
    """Another text for one match of a pattern in the body, or in the headline."""
    found = list(re.finditer(pattern, page.text[: page.body] if head else page.text[page.body :]))
    made = [(m, new(m)) for m in found]
    made = [(m, text) for m, text in made if text != m[0]]
    if not made:
        return None
    m, text = dice.choice(made)
    base = 0 if head else page.body
    return Slip(base + m.start(), base + m.end(), text, f"{m[0]} -> {text}")


def money_scale(page: Page, dice: random.Random) -> Slip | None:
    """Billion for million, or the reverse, once in an amount that stands twice."""
    counts = Counter(re.findall(r"\$[\d.,]+ (?:m|b)illion", page.text))
    other = {"million": "billion", "billion": "million"}
    return swapped(page, dice, r"\$[\d.,]+ ((?:m|b)illion)", lambda m: m[0].replace(m[1], other[m[1]]) if counts[m[0]] > 1 else m[0])


def money_sign(page: Page, dice: random.Random) -> Slip | None:
    """Pounds for dollars, once in an amount that stands twice."""
    counts = Counter(re.findall(r"\$[\d.,]+ (?:m|b)illion", page.text))
    return swapped(page, dice, r"\$[\d.,]+ (?:m|b)illion", lambda m: m[0].replace("$", "£") if counts[m[0]] > 1 else m[0])


def weekday(page: Page, dice: random.Random) -> Slip | None:
    """Another weekday beside a full date."""
    return swapped(
        page, dice, rf"\b({'|'.join(_DAYS)})(?=, (?:{_MONTH}) \d+, \d{{4}})", lambda m: dice.choice([d for d in _DAYS if d != m[0]])
    )


def ordinal_ending(page: Page, dice: random.Random) -> Slip | None:
    """An ordinal with the ending of another."""
    return swapped(page, dice, r"\b\d+(st|nd|rd|th)\b", lambda m: m[0].replace(m[1], "th" if m[1] != "th" else "rd"))


def digit(page: Page, dice: random.Random) -> Slip | None:
    """A figure for a small number in words before a plural."""
    return swapped(page, dice, rf"\b({'|'.join(_SMALL)})(?= [a-z]{{4,}}s\b)", lambda m: str(_SMALL.index(m[1]) + 2))


def clock(page: Page, dice: random.Random) -> Slip | None:
    """Minutes that no hour has."""
    return swapped(page, dice, r"\b\d{1,2}:\d\d(?= [ap]\.m\.)", lambda m: f"{m[0][:-2]}{dice.randrange(60, 99)}")


def years_turned(page: Page, dice: random.Random) -> Slip | None:
    """A range of years turned round."""
    return swapped(
        page,
        dice,
        r"(?:from|between) ((?:19|20)\d\d) (to|and|until) ((?:19|20)\d\d)",
        lambda m: m[0].replace(m[1], "X").replace(m[3], m[1]).replace("X", m[3]),
    )


def direction(page: Page, dice: random.Random) -> Slip | None:
    """A verb of rising for one of falling, or the reverse, before two figures."""
    other = {
        "rose": "fell",
        "fell": "rose",
        "increased": "decreased",
        "dropped": "climbed",
        "climbed": "dropped",
        "grew": "fell",
        "declined": "grew",
    }
    return swapped(
        page,
        dice,
        rf"\b({'|'.join(other)}) (?:from [$\d][^ ]* (?:\w+ )?to [$\d]|to [$\d][^ ]* (?:\w+ )?from [$\d])",
        lambda m: m[0].replace(m[1], other[m[1]]),
    )


def sentence_twice(page: Page, dice: random.Random) -> Slip | None:
    """A sentence that stands twice in a row."""
    return swapped(page, dice, r"(?<=[.] )[A-Z][^.!?\"“”\n]{50,160}\. (?=[A-Z])", lambda m: m[0] * 2)


def headline_figure(page: Page, dice: random.Random) -> Slip | None:
    """Another figure in the headline for one that the body has with the same noun."""
    body = page.text[page.body :]
    return swapped(
        page, dice, r"\b(\d{1,3}) ([a-z]{4,})", lambda m: f"{int(m[1]) + 3} {m[2]}" if re.search(rf"\b{m[0]}", body) else m[0], head=True
    )


def letters_swapped(page: Page, dice: random.Random) -> Slip | None:
    """Two letters swapped in an initialism behind its name."""
    return swapped(page, dice, r"(?<=[a-z] \()[A-Z]{3,5}(?=\))", lambda m: m[0][:-2] + m[0][-1] + m[0][-2])


def quotation_unopened(page: Page, dice: random.Random) -> Slip | None:
    """An opening mark dropped."""
    return swapped(page, dice, r"(?<=\n)“(?=[A-Z][^“”\n]{30,200}[,.]” )", lambda m: "")


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        money_scale, money_sign, weekday, ordinal_ending, digit, clock, years_turned, direction, sentence_twice, headline_figure,
        letters_swapped, quotation_unopened,
    )
}  # fmt: skip
