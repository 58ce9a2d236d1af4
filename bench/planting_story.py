"""A story in, the same story with one slip between two of its places out: headline and body, a quotation and its speaker, days."""

from __future__ import annotations

import random
import re
from collections import Counter

from planting import WORD, Kind, Page, Slip, full_names, one
from planting_figures import swapped

_SURNAMES = "Abernathy Castellanos Drummond Eriksen Fairweather Gallagher Hargrove Lindholm Montgomery Okafor Pemberton Winslow".split()
_COUNTRIES = "Portugal Norway Bolivia Kenya Thailand Denmark Uruguay Finland Zambia Mongolia".split()
_SMALL = "two three four five six seven eight nine".split()


def headline_name(page: Page, dice: random.Random) -> Slip | None:
    """In the headline the surname of nobody in the text, for one who is in it."""
    known = {m[2] for m in full_names(page)}
    found = [m for m in re.finditer(WORD, page.text[: page.body]) if m[0] in known]
    wrong = [name for name in _SURNAMES if name not in page.text]
    return one(dice, [Slip(*m.span(), dice.choice(wrong), m[0]) for m in found])


def headline_place(page: Page, dice: random.Random) -> Slip | None:
    """In the headline a country that the text never names, for one that it does."""
    found = [m for m in re.finditer(rf"{WORD}(?: {WORD})?", page.text[: page.body]) if page.facts.about(m[0], "capital")]
    found = [m for m in found if page.text.count(m[0], page.body) > 1]
    wrong = [name for name in _COUNTRIES if name not in page.text]
    return one(dice, [Slip(*m.span(), dice.choice(wrong), m[0]) for m in found])


def headline_scale(page: Page, dice: random.Random) -> Slip | None:
    """Billion for million in the headline, or the reverse, in an amount that the text has."""
    body, other = page.text[page.body :], {"million": "billion", "billion": "million"}

    def new(m: re.Match[str]) -> str:
        return m[0].replace(m[2], other[m[2]]) if re.search(rf"{re.escape(m[1])}[ -]{m[2]}", body) else m[0]

    return swapped(page, dice, r"(\$?\d[\d.]*)[ -](million|billion)", new, head=True)


def headline_negation(page: Page, dice: random.Random) -> Slip | None:
    """“not” dropped from the headline."""
    other = {"wo": "will", "ca": "can"}

    def new(m: re.Match[str]) -> str:
        return (other.get(m[1].lower(), m[1]) if m[1] else "") + " "

    return swapped(page, dice, r" [Nn]ot |\b(\w+)n['’]t ", new, head=True)


def headline_alleged(page: Page, dice: random.Random) -> Slip | None:
    """“alleged” dropped from the headline."""
    return swapped(page, dice, r"\b(?:[Aa]lleged(?:ly)?|[Aa]ccused|[Ss]uspected) (?!of)", lambda m: "", head=True)


def headline_quotation(page: Page, dice: random.Random) -> Slip | None:
    """A word left out of a quotation in the headline that the text has word for word."""

    def new(m: re.Match[str]) -> str:
        words = m[0].split(" ")
        return " ".join(words[:2] + words[3:]) if len(words) > 4 and m[0][1:-1].lower() in page.text[page.body :].lower() else m[0]

    return swapped(page, dice, r"‘[^‘’\n]{15,80}’|'[^'\n]{15,80}'|“[^“”\n]{15,80}”", new, head=True)


def verb_dropped(page: Page, dice: random.Random) -> Slip | None:
    """The verb of saying dropped after a quotation."""
    return swapped(page, dice, rf"(?<=,[”\"] )({WORD} {WORD}|he|she) said(?=[.,] )", lambda m: m[1])


def quotation_twice(page: Page, dice: random.Random) -> Slip | None:
    """A quotation of one speaker again at the story's end, by another one."""
    names = sorted({f"{m[1]} {m[2]}" for m in full_names(page)})
    found = re.finditer(rf"(“[^“”\n]{{40,200}},)” (?:said )?({WORD} {WORD})", page.text[page.body :])
    options = []
    for m in found:
        others = [name for name in names if name.split()[-1] not in m[2]]
        end = len(page.text.rstrip())
        if others:
            options.append(Slip(end, end, f"\n\n{m[1]}” said {dice.choice(others)}.", m[0]))
    return one(dice, options)


def age_twice(page: Page, dice: random.Random) -> Slip | None:
    """Another age for somebody whose age is told once, at a second full mention."""
    found = list(full_names(page))
    counts = Counter(m[0] for m in found)
    aged = {m[0]: int(age[1]) for m in found if (age := re.match(r", (\d\d)(?=,)", page.text[m.end() :]))}
    again = [m for m in found if m[0] in aged and counts[m[0]] > 1 and not re.match(r",? \d|[’']", page.text[m.end() :])]
    return one(dice, [Slip(m.end(), m.end(), f", {aged[m[0]] + dice.choice((-4, 3, 7))},", m[0]) for m in again])


def years_ago(page: Page, dice: random.Random) -> Slip | None:
    """How long ago a year was, told wrongly."""
    if not page.day:
        return None
    year = page.day.year

    def new(m: re.Match[str]) -> str:
        return f"{m[0]}, {year - int(m[1]) + dice.choice((3, 5))} years ago," if 2 < year - int(m[1]) < 60 else m[0]

    return swapped(page, dice, r"\b[Ii]n ((?:19|20)\d\d)(?=, [a-z])", lambda m: new(m).rstrip(","))


def clock_hour(page: Page, dice: random.Random) -> Slip | None:
    """The hour of a day of 24 with p.m."""
    return swapped(page, dice, r"\b([1-9])((?::\d\d)? p\.?m\.?)", lambda m: f"{int(m[1]) + 12}{m[2]}")


def amount_digit(page: Page, dice: random.Random) -> Slip | None:
    """A point lost, once in an amount that stands twice or more."""
    counts = Counter(re.findall(r"\$[\d.,]+ (?:m|b)illion", page.text))
    return swapped(page, dice, r"\$(\d\.\d) ((?:m|b)illion)", lambda m: m[0].replace(".", "") if counts[m[0]] > 1 else m[0])


def count_twice(page: Page, dice: random.Random) -> Slip | None:
    """Another figure, once, for a count of the same three words that stands twice."""
    pattern = r"(?<![\d.,$])\b(\d{2,3}|\d,\d{3}) ([a-z]{4,} [a-z]{4,})"
    counts = Counter(re.findall(pattern, page.text[page.body :]))
    return swapped(
        page, dice, pattern, lambda m: m[0].replace(m[1], m[1][:-1] + str((int(m[1][-1]) + 4) % 10)) if counts[m.groups()] > 1 else m[0]
    )


def percent_twice(page: Page, dice: random.Random) -> Slip | None:
    """Another percentage, once, for one that stands twice with the same words after it."""
    pattern = r"(?<![\d.,$])\b(\d{2})( ?(?:percent|%) (?:of )?[a-z]+ [a-z]{3,})"
    counts = Counter(re.findall(pattern, page.text[page.body :]))
    return swapped(page, dice, pattern, lambda m: f"{(int(m[1]) + 23) % 90 + 5}{m[2]}" if counts[m.groups()] > 1 else m[0])


def times_word(page: Page, dice: random.Random) -> Slip | None:
    """Tripled for doubled, before the two figures."""
    other = {"doubled": "tripled", "tripled": "doubled", "halved": "tripled", "quadrupled": "doubled"}
    return swapped(page, dice, rf"\b({'|'.join(other)})\b(?= (?:[a-z]+ ){{0,2}}(?:from|to) [$\d])", lambda m: other[m[1]])


def listed_count(page: Page, dice: random.Random) -> Slip | None:
    """One too many, before a list of names."""
    return swapped(
        page,
        dice,
        rf"\b({'|'.join(_SMALL[:5])})(?= [a-z]{{4,}}s: (?:{WORD}[^,.:]*, )+(?:and )?{WORD})",
        lambda m: _SMALL[_SMALL.index(m[1]) + 1],
    )


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        headline_name, headline_place, headline_scale, headline_negation, headline_alleged, headline_quotation, verb_dropped,
        quotation_twice, age_twice, years_ago, clock_hour, amount_digit, count_twice, percent_twice, times_word, listed_count,
    )
}  # fmt: skip
