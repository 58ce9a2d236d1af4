"""A story in, the same story with one place out of agreement with the others out: a form, a figure, a day, a speaker."""

from __future__ import annotations

import random
import re
from collections import Counter

from planting import WORD, Kind, Page, Slip, full_names, one
from planting_figures import swapped

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)"
    r"|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_SMALL = "two three four five six seven eight nine ten eleven twelve".split()


def _often(page: Page, pattern: str, least: int) -> bool:
    return len(re.findall(pattern, page.text[page.body :])) >= least


def percent_sign(page: Page, dice: random.Random) -> Slip | None:
    """The sign once where the story has the word three times, or the reverse."""
    if _often(page, r"\d percent\b", 3) and "%" not in page.text:
        return swapped(page, dice, r"(?<=\d) percent\b", lambda m: "%")
    if _often(page, r"\d%", 3) and "percent" not in page.text:
        return swapped(page, dice, r"(?<=\d)%(?= )", lambda m: " percent")
    return None


def clock_capitals(page: Page, dice: random.Random) -> Slip | None:
    """`PM` or `P.M.` once, where the story has `p.m.` twice or more."""
    return swapped(
        page,
        dice,
        r"(?<=\d )([ap])\.m\.(?= )",
        lambda m: dice.choice((m[1].upper() + "M", m[0].upper())) if _often(page, r"\d [ap]\.m\.", 2) else m[0],
    )


def day_before_month(page: Page, dice: random.Random) -> Slip | None:
    """`3 May` or `May 3rd` once, where the story has `May 3` three times or more."""

    def new(m: re.Match[str]) -> str:
        return dice.choice((f"{m[2]} {m[1]}", f"{m[1]} {m[2]}th"))

    pattern = rf"\b({_MONTH}) ((?:1\d?|2[04-9]|[4-9]|30))(?=[ .,][ a-z])"
    return swapped(page, dice, pattern, new) if _often(page, rf"{_MONTH} \d+", 3) and not _often(page, rf"\d {_MONTH}", 1) else None


def ise_for_ize(page: Page, dice: random.Random) -> Slip | None:
    """-ise once in a story with two words in -ize, or the reverse."""
    ize = r"\b[a-z]{4,}i(z)(?:e|es|ed|ing|ation)\b(?<!size)(?<!sized)"
    return swapped(page, dice, ize, lambda m: m[0].replace("iz", "is")) if _often(page, ize, 3) else None


def british_word(page: Page, dice: random.Random) -> Slip | None:
    """A British spelling in a story with two American ones."""
    other = {
        "color": "colour", "center": "centre", "labor": "labour", "favor": "favour", "defense": "defence", "honor": "honour",
        "neighbor": "neighbour", "program": "programme", "theater": "theatre", "traveled": "travelled", "behavior": "behaviour",
    }  # fmt: skip
    pattern = rf"\b({'|'.join(other)})(?=s?\b)"
    return swapped(page, dice, pattern, lambda m: other[m[1]]) if _often(page, pattern, 3) else None


def points_lost(page: Page, dice: random.Random) -> Slip | None:
    """`US` once where the story has `U.S.` three times."""
    return swapped(page, dice, r"\bU\.S\.(?= [a-z])", lambda m: "US") if _often(page, r"\bU\.S\.", 3) else None


def term_small(page: Page, dice: random.Random) -> Slip | None:
    """A term of two words without its capitals, once in four or more."""
    pattern = r"(?<=\bthe )([A-Z][a-z]{4,}) ([A-Z][a-z]{4,})(?= [a-z])"
    counts = Counter(re.findall(pattern, page.text))
    return swapped(page, dice, pattern, lambda m: m[0].lower() if counts[m.groups()] > 3 else m[0])


def compound_open(page: Page, dice: random.Random) -> Slip | None:
    """A compound noun of one word written as two or with a hyphen, once, that stands whole twice elsewhere."""
    parts = r"\b(health|child|home|land|web|life|news|book|law|work|school|flood|water|fire|eye|earth|side|team|air|data)([a-z]{4,})"
    counts = Counter(m[0] for m in re.finditer(parts, page.text))
    return swapped(page, dice, parts + r"(?= )", lambda m: f"{m[1]}{dice.choice(' -')}{m[2]}" if counts[m[0]] > 2 else m[0])


def thousands_comma(page: Page, dice: random.Random) -> Slip | None:
    """A figure without the comma for its thousands, where the story has two with it."""
    pattern = r"(?<![$\d.,])\b(\d{1,3}),(\d{3})(?=\s[a-z])"
    return swapped(page, dice, pattern, lambda m: m[1] + m[2]) if _often(page, pattern, 3) else None


def curly_straight(page: Page, dice: random.Random) -> Slip | None:
    """A pair of straight marks in a story with curly ones."""
    return swapped(page, dice, r"“([^“”\n\"]{20,200})”", lambda m: f'"{m[1]}"') if _often(page, "“", 4) else None


def closing_lost(page: Page, dice: random.Random) -> Slip | None:
    """The closing mark dropped before an attribution."""
    return swapped(page, dice, r"(?<=[a-z],)[”\"](?= (?:said|says|he|she|the|[A-Z]))", lambda m: "")


def comma_lost(page: Page, dice: random.Random) -> Slip | None:
    """The comma dropped before a closing mark and an attribution."""
    return swapped(page, dice, r"(?<=[a-z]),(?=[”\"] (?:said|says|he|she|the|[A-Z][a-z]+ said))", lambda m: "")


def comma_outside(page: Page, dice: random.Random) -> Slip | None:
    """The comma behind the closing mark, or a full stop for it."""
    return swapped(
        page,
        dice,
        r"(?<=[a-z]),([”\"])(?= (?:said|says|he said|she said|[A-Z][a-z]+ said))",
        lambda m: dice.choice((m[1] + ",", "." + m[1])) if _often(page, r"[a-z],[”\"]", 3) else m[0],
    )


def inner_marks(page: Page, dice: random.Random) -> Slip | None:
    """The marks of an inner quotation doubled."""
    return swapped(page, dice, r"‘([^‘’\n]{4,60}[a-z,.])’(?=[^“\n]*”)", lambda m: f"“{m[1]}”")


def verb_twice(page: Page, dice: random.Random) -> Slip | None:
    """`said` on both sides of the speaker."""
    return swapped(page, dice, rf"(?<=,[”\"] )said ({WORD} {WORD})(?=[,.])", lambda m: m[0] + " said")


def figure_twice(page: Page, dice: random.Random) -> Slip | None:
    """A count of a noun that stands twice with the same figure, once with another."""
    pattern = r"(?<![\d.,$-])\b(\d{2,3}|\d{1,2},\d{3}) ([a-z]{5,}s)\b"
    counts = Counter(m.groups() for m in re.finditer(pattern, page.text))
    return swapped(page, dice, pattern, lambda m: f"{_turned(m[1])} {m[2]}" if counts[m.groups()] > 1 else m[0])


def _turned(figure: str) -> str:
    """The last two digits swapped, or one more where they are the same."""
    end = figure[:-2] + figure[-1] + figure[-2]
    return end if end != figure and end[0] != "0" else figure[:-1] + str((int(figure[-1]) + 1) % 10)


def year_twice(page: Page, dice: random.Random) -> Slip | None:
    """The year of one event told with the same three words twice, once another."""
    pattern = r"\b([a-z]+ [a-z]+ in) ((?:19|20)\d\d)\b"
    counts = Counter(re.findall(pattern, page.text))
    return swapped(page, dice, pattern, lambda m: f"{m[1]} {int(m[2]) - 10}" if counts[m.groups()] > 1 else m[0])


def weekday_of_date(page: Page, dice: random.Random) -> Slip | None:
    """Another weekday before a month and a day without a year."""
    return swapped(
        page,
        dice,
        rf"\b({'|'.join(_DAYS)})(?=,? {_MONTH} \d+\b(?!,? \d))",
        lambda m: _DAYS[(_DAYS.index(m[0]) + dice.choice((1, 2, 6))) % 7],
    )


def no_such_day(page: Page, dice: random.Random) -> Slip | None:
    """The 31st of a short month, or the 32nd of any."""

    def new(m: re.Match[str]) -> str:
        return f"{m[1]} {31 if m[1][:3] in ('Apr', 'Jun', 'Sep', 'Nov') else 30 if m[1][:3] == 'Feb' else 32}"

    return swapped(page, dice, rf"\b({_MONTH}) \d{{1,2}}\b(?![\d,]\d)", new)


def headline_weekday(page: Page, dice: random.Random) -> Slip | None:
    """Another weekday in the headline than the text has."""

    def new(m: re.Match[str]) -> str:
        others = [day for day in _DAYS if day not in page.text]
        return dice.choice(others) if others and m[0] in page.text[page.body :] else m[0]

    return swapped(page, dice, rf"\b(?:{'|'.join(_DAYS)})\b", new, head=True)


def headline_words(page: Page, dice: random.Random) -> Slip | None:
    """Another number in words in the headline than the text has before the same noun."""

    def new(m: re.Match[str]) -> str:
        figure = _SMALL.index(m[1].lower()) + 2
        if not re.search(rf"\b(?:{m[1].lower()}|{m[1].title()}|{figure}) (?:\w+ )?{m[2]}", page.text[page.body :]):
            return m[0]
        return f"{_SMALL[(figure + 1) % 11].title()} {m[2]}"

    return swapped(page, dice, rf"\b({'|'.join(_SMALL)}|{'|'.join(s.title() for s in _SMALL)}) ([a-z]{{4,}})", new, head=True)


def headline_percent(page: Page, dice: random.Random) -> Slip | None:
    """Another percentage in the headline than the text has."""
    body = page.text[page.body :]
    return swapped(
        page,
        dice,
        r"\b(\d+(?:\.\d)?)( percent|%)",
        lambda m: f"{float(m[1]) + 6:g}{m[2]}" if re.search(rf"\b{m[1]}(?:%| percent| per cent)", body) else m[0],
        head=True,
    )


def never_defined(page: Page, dice: random.Random) -> Slip | None:
    """An initialism that is used later, without the name before its parenthesis."""
    found = re.finditer(r"(?:[A-Z][a-z]+ (?:(?:of|for|and|the|on) )*){2,6}\(([A-Z]{3,5})\)", page.text)
    return one(dice, [Slip(*m.span(), m[1], m[0]) for m in found if page.text.count(m[1]) > 1])


def defined_late(page: Page, dice: random.Random) -> Slip | None:
    """An initialism for the full name where it stands first, its definition only later."""
    out = []
    for m in re.finditer(r"((?:[A-Z][a-z]+ (?:(?:of|for|and|the|on) )*){2,6})\(([A-Z]{3,5})\)", page.text):
        later = page.text.find(" " + m[2], m.end())
        if later > 0:
            out.append(Slip(m.start(), later + 1 + len(m[2]), f"{m[2]}{page.text[m.end() : later + 1]}{m[0]}", m[0]))
    return one(dice, out)


def second_name(page: Page, dice: random.Random) -> Slip | None:
    """An initialism in use spelled out once more, in other words."""
    found = list(re.finditer(r"([A-Z][a-z]+) ((?:(?:of|for|and|the|on|[A-Z][a-z]+) )*)\(([A-Z]{3,5})\)", page.text))
    made = []
    for m in found:
        later = page.text.find(f" {m[3]} ", m.end() + 200)
        if later > 0 and len(m[2].split()) > 1:
            wrong = {"N": "New", "C": "Central", "I": "Inner", "A": "Allied", "F": "Free"}.get(m[1][0], m[1][0] + "ational")
            made.append(Slip(later + 1, later + 1 + len(m[3]), f"{wrong} {m[2]}({m[3]})", m[0]))
    return one(dice, made)


def surname_twice(page: Page, dice: random.Random) -> Slip | None:
    """A quotation's speaker with a verb at both ends: he said … he said."""
    return swapped(page, dice, r"(?<=,[”\"] )(he|she) said\.", lambda m: f"{m[1]} said, {m[1]} said.")


def born_aged(page: Page, dice: random.Random) -> Slip | None:
    """A year of birth ten years off behind a full name with an age."""
    if not page.day:
        return None
    out = []
    for m in full_names(page):
        age = re.match(r", (\d\d),", page.text[m.end() :])
        if age:
            out.append(Slip(m.end(), m.end() + len(age[0]), f", {age[1]}, who was born in {page.day.year - int(age[1]) + 10},", m[0]))
    return one(dice, out)


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        percent_sign, clock_capitals, day_before_month, ise_for_ize, british_word, points_lost, term_small, compound_open,
        thousands_comma, curly_straight, closing_lost, comma_lost, comma_outside, inner_marks, verb_twice, figure_twice, year_twice,
        weekday_of_date, no_such_day, headline_weekday, headline_words, headline_percent, never_defined, defined_late, second_name,
        surname_twice, born_aged,
    )
}  # fmt: skip
