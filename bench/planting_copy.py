"""A story in, the same story with one slip of its making out: punctuation, spaces, forms that differ from the rest of the story."""

from __future__ import annotations

import random
import re
from collections import Counter

from planting import Kind, Page, Slip
from planting_figures import swapped


def comma_doubled(page: Page, dice: random.Random) -> Slip | None:
    """Two commas."""
    return swapped(page, dice, r"(?<=[a-z]),(?= [a-z])", lambda m: ",,")


def comma_spaced(page: Page, dice: random.Random) -> Slip | None:
    """A blank before a comma."""
    return swapped(page, dice, r"(?<=[a-z]),(?= [a-z])", lambda m: " ,")


def comma_tight(page: Page, dice: random.Random) -> Slip | None:
    """No blank behind a comma."""
    return swapped(page, dice, r"(?<=[a-z]), (?=[a-z])", lambda m: ",")


def stop_tight(page: Page, dice: random.Random) -> Slip | None:
    """No blank between two sentences."""
    return swapped(page, dice, r"(?<=[a-z]{3})\. (?=[A-Z][a-z]+ [a-z])", lambda m: ".")


def capital_lost(page: Page, dice: random.Random) -> Slip | None:
    """A sentence that begins with a small letter."""
    return swapped(page, dice, r"(?<=[a-z]{3}\. )(?:The|But|In|It|They|He|She|And|For|That|A) (?=[a-z])", lambda m: m[0].lower())


def parenthesis_unopened(page: Page, dice: random.Random) -> Slip | None:
    """An opening parenthesis dropped."""
    return swapped(page, dice, r"(?<= )\((?=[a-z][^()\n]{10,60}\))", lambda m: "")


def mark_doubled(page: Page, dice: random.Random) -> Slip | None:
    """A closing quotation mark twice."""
    return swapped(page, dice, r"(?<=,)”(?= )", lambda m: "””")


def stop_lost(page: Page, dice: random.Random) -> Slip | None:
    """No full stop at the end of a paragraph."""
    return swapped(page, dice, r"(?<=[a-z]{4})\.(?=\n\n)", lambda m: "")


def cut_off(page: Page, dice: random.Random) -> Slip | None:
    """The last paragraph ends in the middle of a sentence."""
    end = len(page.text.rstrip())
    last = page.text.rfind(" the ", max(page.body, end - 120), end - 12)
    return Slip(last + 4, end, "", "cut off") if last > 0 else None


def article_doubled(page: Page, dice: random.Random) -> Slip | None:
    """Two articles."""
    return swapped(page, dice, r"(?<= )(?:the)(?= [a-z]+ )", lambda m: "a the")


def hyphen_lost(page: Page, dice: random.Random) -> Slip | None:
    """A term without its hyphen, once, that has it twice or more elsewhere."""
    counts = Counter(re.findall(r"\b[a-z]{3,}-[a-z]{4,}\b", page.text))
    return swapped(page, dice, r"(?<= )[a-z]{3,}-[a-z]{4,}(?= )", lambda m: m[0].replace("-", " ") if counts[m[0]] > 2 else m[0])


def hyphen_closed(page: Page, dice: random.Random) -> Slip | None:
    """A term written together, once, that has a hyphen twice or more elsewhere."""
    counts = Counter(re.findall(r"\b[a-z]{2,}-[a-z]{4,}\b", page.text))
    return swapped(
        page, dice, r"(?<= )(?:re|co|anti|non|pre|post|multi)-[a-z]{4,}(?= )", lambda m: m[0].replace("-", "") if counts[m[0]] > 1 else m[0]
    )


def capital_dropped(page: Page, dice: random.Random) -> Slip | None:
    """A name of two words without its second capital, once in three or more."""
    pattern = r"(?<=[a-z] )([A-Z][a-z]{3,}) ([A-Z][a-z]{4,})(?= [a-z])"
    counts = Counter(re.findall(pattern, page.text))
    return swapped(page, dice, pattern, lambda m: f"{m[1]} {m[2].lower()}" if counts[m.groups()] > 2 else m[0])


def serial_comma(page: Page, dice: random.Random) -> Slip | None:
    """A comma before “and” in a list, once, where the story has none, or the reverse."""
    with_comma = len(re.findall(r"\b[a-z]+, [a-z]+, and [a-z]+", page.text))
    without = len(re.findall(r"\b[a-z]+, [a-z]+ and [a-z]+", page.text))
    if with_comma > 2 and not without:
        return swapped(page, dice, r"(?<=[a-z])(, [a-z]+), and(?= [a-z]+[,.])", lambda m: f"{m[1]} and")
    if without > 2 and not with_comma:
        return swapped(page, dice, r"(?<=[a-z])(, [a-z]+) and(?= [a-z]+[,.])", lambda m: f"{m[1]}, and")
    return None


def clock_form(page: Page, dice: random.Random) -> Slip | None:
    """`pm` once, where the story has `p.m.` more than once."""
    return swapped(
        page, dice, r"(?<=\d )([ap])\.m\.(?= [a-z])", lambda m: f"{m[1]}m" if len(re.findall(r"\d [ap]\.m\.", page.text)) > 2 else m[0]
    )


def name_expanded(page: Page, dice: random.Random) -> Slip | None:
    """An initialism spelled out with one word wrong, where it is given."""
    return swapped(page, dice, r"(?<= )[A-Z][a-z]+(?= (?:[A-Z][a-z]+ )+\([A-Z]{3,4}\))", lambda m: "Joint" if m[0][0] != "J" else "Open")


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        comma_doubled, comma_spaced, comma_tight, stop_tight, capital_lost, parenthesis_unopened, mark_doubled, stop_lost, cut_off,
        article_doubled, hyphen_lost, hyphen_closed, capital_dropped, serial_comma, clock_form, name_expanded,
    )
}  # fmt: skip
