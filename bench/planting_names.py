"""A story in, the same story with one slip of a name out: what `planted.py` plants, a kind a function."""

from __future__ import annotations

import random
import re
from collections import Counter

from planting import WORD, Kind, Page, Slip, full_names, near_letters, one, repeated

_GIVEN = (
    "James John Robert Michael William David Richard Thomas Mark Paul Steven Kevin Peter Gary Frank Mary Linda Susan Karen Lisa".split()
)
_VARIANTS = (
    "Sarah Sara|Jon John|Ann Anne|Catherine Katherine|Mark Marc|Philip Phillip|Jeffrey Jeffery|Stephen Steven|Brian Bryan|Eric Erik|"
    "Alan Allan|Geoff Jeff|Michele Michelle|Elizabeth Elisabeth|Carl Karl|Nicolas Nicholas|Teresa Theresa|Deborah Debra|Lawrence Laurence"
)


def first_name(page: Page, dice: random.Random) -> Slip | None:
    """Another first name, once, for a person named in full twice or more."""
    options = []
    for m in repeated(page):
        other = dice.choice([name for name in _GIVEN if name[:2] != m[1][:2] and name not in page.text])
        options.append(Slip(*m.span(1), other, f"{m[0]} -> {other}"))
    return one(dice, options)


def first_name_near(page: Page, dice: random.Random) -> Slip | None:
    """Another spelling of the first name, once."""
    pairs = [pair.split() for pair in _VARIANTS.split("|")]
    other = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    return one(dice, [Slip(*m.span(1), other[m[1]], m[0]) for m in repeated(page) if m[1] in other])


def surname_of_full(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in the surname of one full mention."""
    return one(dice, [Slip(*m.span(2), near_letters(m[2], dice), m[0]) for m in repeated(page) if len(m[2]) > 4])


def surname_alone(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in a mention by surname of a person named in full before."""
    options = []
    for m in full_names(page):
        for alone in re.finditer(rf"(?<![A-Za-z.] ){re.escape(m[2])}(?= [a-z]|[’'.,])", page.text[m.end() :]):
            start = m.end() + alone.start()
            if len(m[2]) > 4:
                options.append(Slip(start, start + len(m[2]), near_letters(m[2], dice), m[0]))
    return one(dice, options)


def surname_listed(page: Page, dice: random.Random) -> Slip | None:
    """Another listed surname, a letter away, in a mention by surname: `Thomson` for `Thompson`."""
    options = []
    for m in full_names(page):
        near = (
            [made for made in {near_letters(m[2], dice) for _ in range(60)} if page.facts.listed("surnames", made)] if len(m[2]) > 4 else []
        )
        found = re.search(rf"(?<![A-Za-z.] ){re.escape(m[2])}(?= [a-z]|[’'.,])", page.text[m.end() :])
        if near and found:
            options.append(Slip(m.end() + found.start(), m.end() + found.end(), dice.choice(sorted(near)), m[0]))
    return one(dice, options)


def surname_first(page: Page, dice: random.Random) -> Slip | None:
    """The first mention, the only one in full, cut down to the surname, of a person who is not listed."""
    found = list(full_names(page))
    counts = Counter(m[2] for m in found)
    cut = [m for m in found if counts[m[2]] == 1 and page.text.count(m[2]) > 2 and page.text.index(m[2], page.body) == m.start(2)]
    titled = re.compile(r"(?:[A-Z]\w+|coach|spokes\w+|secretary) $")
    kept = [m for m in cut if not page.facts.about(f"{m[1]} {m[2]}") and not titled.search(page.text[max(0, m.start() - 20) : m.start()])]
    return one(dice, [Slip(m.start(), m.end(), m[2], m[0]) for m in kept])


def _words(page: Page, relation: str, kinds: set[str], often: int) -> list[re.Match[str]]:
    """Capitalised words or pairs that are listed as one of these kinds and stand so often."""
    found = [m for m in re.finditer(rf"\b{WORD}(?: {WORD}){{0,3}}\b", page.text[page.body :]) if len(m[0]) > 5]
    counts = Counter(m[0] for m in found)
    return [m for m in found if counts[m[0]] == often and any(f.value in kinds for f in page.facts.about(m[0], relation))]


def _slip_in(page: Page, m: re.Match[str], dice: random.Random) -> Slip | None:
    words = [w for w in re.finditer(r"\w+", m[0]) if len(w[0]) > 4 and w[0][0].isupper()]
    if not words:
        return None
    word = dice.choice(words)
    start = page.body + m.start() + word.start()
    return Slip(start, start + len(word[0]), near_letters(word[0], dice), m[0])


_PLACES = {"city", "country", "state", "region", "place", "county", "island", "territory", "capital"}
_BODIES = {"agency", "body", "court", "university", "company", "outlet", "club", "team", "party", "force", "armed group", "think tank"}


def place_repeated(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in a place that stands twice or more."""
    found = [m for n in range(2, 8) for m in _words(page, "named", _PLACES, n)]
    return _slip_in(page, dice.choice(found), dice) if found else None


def place_once(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in a listed place that stands once."""
    found = _words(page, "named", _PLACES, 1)
    return _slip_in(page, dice.choice(found), dice) if found else None


def body_once(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in a listed body, company, university or team that stands once."""
    found = _words(page, "named", _BODIES, 1) + _words(page, "head", {f.value for f in page.facts.every("head")}, 1)
    return _slip_in(page, dice.choice(found), dice) if found else None


def person_once(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in a listed person named once by surname and first name."""
    counts = Counter(m[2] for m in full_names(page))
    found = [m for m in full_names(page) if page.facts.about(m[0], "holds") and len(m[2]) > 4]
    return one(dice, [Slip(*m.span(2), near_letters(m[2], dice), m[0]) for m in found if page.text.count(m[2]) == counts[m[2]] == 1])


def headline(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong, in the headline, in a capitalised word of the text that is no everyday word."""
    text, facts = page.text, page.facts
    words = [w for w in re.finditer(WORD, text[: page.body]) if len(w[0]) > 5 and not facts.listed("english", w[0].lower())]
    kept = [w for w in words if len(re.findall(rf"\b{re.escape(w[0])}\b", text[page.body :])) > 1]
    return one(dice, [Slip(*w.span(), near_letters(w[0], dice), w[0]) for w in kept])


def honorific(page: Page, dice: random.Random) -> Slip | None:
    """Mr. for Ms. or the reverse, once in three or more."""
    other = {"Mr": "Ms", "Ms": "Mr", "Mrs": "Mr"}
    found = list(re.finditer(rf"\b(Mr|Ms|Mrs)(\.?) ({WORD})", page.text[page.body :]))
    counts = Counter((m[1], m[3]) for m in found)
    options = [m for m in found if counts[m[1], m[3]] > 2]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), other[m[1]], m[0]) for m in options])


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        first_name, first_name_near, surname_of_full, surname_alone, surname_listed, surname_first, headline, place_repeated,
        place_once, body_once, person_once, honorific,
    )
}  # fmt: skip
