"""Text in, times of day and spans of hours out: `9:30 p.m.`, `noon`, `14:00`; `40 minutes`, `two and a half hours`."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from lintnews.ledger import numbers, rounding

DAY = 24 * 60
#: A span of hours or minutes.
SPAN = (
    rf"{rounding.HEDGE}(?P<span>(?:(?P<n>(?<![\d.,$£€:-])\b{numbers.PATTERN}|an?(?=\s+(?:hour|minute)))(?P<more>\s+and\s+a\s+half)?[\s-]"
    r"(?P<unit>hour|minute)s?(?:\s+and\s+(?P<rest>\d{1,2}|[a-z-]+)\s+minutes?)?|(?P<half>half\s+an\s+hour)))"
)
#: For each zone, or place, how many hours it may be ahead of Greenwich, winter and summer.
ZONES: Mapping[str, tuple[float, ...]] = {
    "Eastern": (-5, -4), "ET": (-5, -4), "EST": (-5,), "EDT": (-4,), "New York": (-5, -4), "Washington": (-5, -4), "Boston": (-5, -4),
    "Toronto": (-5, -4), "Central": (-6, -5), "CT": (-6, -5), "CST": (-6,), "CDT": (-5,), "Chicago": (-6, -5), "Houston": (-6, -5),
    "Mountain": (-7, -6), "MT": (-7, -6), "MST": (-7,), "MDT": (-6,), "Denver": (-7, -6), "Pacific": (-8, -7), "PT": (-8, -7),
    "PST": (-8,), "PDT": (-7,), "Los Angeles": (-8, -7), "San Francisco": (-8, -7), "Seattle": (-8, -7), "GMT": (0,), "UTC": (0,),
    "BST": (1,), "London": (0, 1), "Dublin": (0, 1), "CET": (1,), "CEST": (2,), "Paris": (1, 2), "Berlin": (1, 2), "Rome": (1, 2),
    "Madrid": (1, 2), "Brussels": (1, 2), "Geneva": (1, 2), "Moscow": (3,), "Dubai": (4,), "Delhi": (5.5,), "New Delhi": (5.5,),
    "Mumbai": (5.5,), "IST": (5.5, 1, 2), "Beijing": (8,), "Shanghai": (8,), "Hong Kong": (8,), "Singapore": (8,), "Tokyo": (9,),
    "JST": (9,), "Seoul": (9,),
}  # fmt: skip


def ahead(here: tuple[float, ...], there: tuple[float, ...]) -> set[float]:
    """By how many hours the clocks of one zone may be ahead of another's; those of one continent are set forward together."""
    if len(here) == len(there) == 2 and (here[0] < -4) == (there[0] < -4):
        return {there[0] - here[0]}
    return {other - one for one in here for other in there}


def time(name: str) -> str:
    """The pattern of a time of day, whose groups begin with a name."""
    return (
        rf"(?:(?<![\d.,:$£€-])(?P<{name}_hour>1[0-2]|0?[1-9])(?:[:.](?P<{name}_minute>[0-5]\d))?\s?(?P<{name}_half>[ap])\.?m\b\.?"
        rf"|(?<![\d.,:-])(?P<{name}_hour24>[01]?\d|2[0-3]):(?P<{name}_minute24>[0-5]\d)(?![\d:]|\s?[ap]\.?m)|\b(?P<{name}_word>noon|midnight)\b)"
    )


def minutes(found: regex.Match[str], name: str) -> int:
    """The minutes since midnight of a time."""
    if word := found[f"{name}_word"]:
        return DAY // 2 if word.lower() == "noon" else 0
    if found[f"{name}_hour24"]:
        return int(found[f"{name}_hour24"]) * 60 + int(found[f"{name}_minute24"])
    hour = int(found[f"{name}_hour"]) % 12 + (12 if found[f"{name}_half"].lower() == "p" else 0)
    return hour * 60 + int(found[f"{name}_minute"] or 0)


def lasting(found: regex.Match[str]) -> tuple[float, float]:
    """How many minutes a span is, and how many it may be off: half of what it counts in; a fifth of it where it is hedged."""
    if found["half"]:
        return 30, 5
    count = 1.0 if found["n"].lower() in ("a", "an") else float(numbers.number(found["n"]).value)
    unit = 60 if found["unit"].lower() == "hour" else 1
    rest = found["rest"] or ""
    long = (count + (0.5 if found["more"] else 0)) * unit + (numbers.small(rest) if rest.isdigit() or rest in numbers.SMALL else 0)
    room = 1.0 if unit == 1 or rest else unit / (4 if found["more"] else 2) - 0.1
    return long, max(room, long / 5) if found["hedge"] else room


def printed(at: int) -> str:
    """A time of day as copy has it: `9:30 p.m.`, `noon`."""
    at %= DAY
    if at in (0, DAY // 2):
        return "noon" if at else "midnight"
    hour = at // 60 % 12 or 12
    return f"{hour}{f':{at % 60:02}' if at % 60 else ''} {'a' if at < DAY // 2 else 'p'}.m."


def in_words(span: int) -> str:
    """A number of minutes as copy has it: `two and a half hours`, `40 minutes`, `3 hours and 20 minutes`."""
    hours, rest = divmod(span, 60)
    if hours and rest in (0, 30):
        count = numbers.SMALL[hours] if hours < 10 else str(hours)
        return f"{count}{' and a half' if rest else ''} hour{'s' if hours > 1 or rest else ''}"
    parts = ((hours, "hour"), (rest, "minute"))
    return " and ".join(f"{n} {unit}{'s' if n > 1 else ''}" for n, unit in parts if n) or "no time"
