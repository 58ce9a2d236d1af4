"""A story in, the same story with one slip in the form of a title, or in a title that no list gives the person, out: a kind a function."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

from planting import WORD, Kind, Page, Slip, full_names, one

_NAME = rf"{WORD} (?:[A-Z]\. )?{WORD}"
_SURNAMES = "Harper Coleman Brennan Whitfield Dawson Pruitt Keller Vaughn Ortega Lindqvist".split()
_OTHERS = "Daniel Harper|Laura Coleman|Peter Brennan|Karen Whitfield|Scott Dawson|Linda Pruitt|Martin Keller|Alice Vaughn".split("|")
#: Posts of one holder that no list gives anybody: of towns, schools, companies and offices.
_LOCAL = (
    r"Mayor|Police Chief|Fire Chief|Sheriff|District Attorney|Superintendent|Coach|CEO|Chief Executive|Executive Director|State Treasurer|"
    r"Lieutenant Governor|Lt\. Gov\.|Gov\.|Governor|Chancellor|Attorney General|Secretary of State|Foreign Minister|Finance Minister|"
    r"Interior Minister|Defense Minister|Prime Minister|Press Secretary|press secretary|Police Commissioner|City Manager|Deputy Director|"
    r"Vice President|Vice Chairman|Chief Justice|House Speaker|Senate President|Fire Marshal|Health Commissioner|Campaign Manager"
)
_RANKS = {"Sgt.": "Lt.", "Lt.": "Sgt.", "Capt.": "Sgt.", "Col.": "Maj.", "Gen.": "Col.", "Maj.": "Capt.", "Adm.": "Capt."}


def _local(page: Page) -> Iterator[re.Match[str]]:
    """Posts of one holder before a full name."""
    return re.compile(rf"\b(?P<post>{_LOCAL}) (?P<name>{_NAME})\b(?!-)").finditer(page.text, page.body)


def chamber_word(page: Page, dice: random.Random) -> Slip | None:
    """`Rep.` for `Sen.`, or the reverse, once for one who has the other title elsewhere in the story."""
    other = {"Sen.": "Rep.", "Rep.": "Sen.", "Senator": "Representative", "Representative": "Senator"}
    found = list(
        re.finditer(
            rf"(?<!State )(?<!state )\b(Sen\.|Rep\.|Senator|Representative) ({WORD}(?: (?:[A-Z]\. )?{WORD})?)", page.text[page.body :]
        )
    )
    counts = Counter(m[2].split()[-1] for m in found)
    kept = [m for m in found if counts[m[2].split()[-1]] > 1]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), other[m[1]], m[0]) for m in kept])


def chamber_once(page: Page, dice: random.Random) -> Slip | None:
    """`Rep.` for `Sen.`, or the reverse, for one who has a title once."""
    other = {"Sen.": "Rep.", "Rep.": "Sen."}
    found = list(re.finditer(rf"(?<!State )(?<!state )\b(Sen\.|Rep\.) ({WORD} (?:[A-Z]\. )?{WORD})", page.text[page.body :]))
    counts = Counter(m[2].split()[-1] for m in found)
    kept = [m for m in found if counts[m[2].split()[-1]] == 1]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), other[m[1]], m[0]) for m in kept])


def rank_word(page: Page, dice: random.Random) -> Slip | None:
    """Another rank, once for one who has a rank elsewhere in the story."""
    found = list(re.finditer(rf"\b({'|'.join(map(re.escape, _RANKS))}) ({WORD}(?: (?:[A-Z]\. )?{WORD})?)", page.text[page.body :]))
    counts = Counter((m[1], m[2].split()[-1]) for m in found)
    kept = [m for m in found if counts[m[1], m[2].split()[-1]] > 1]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), _RANKS[m[1]], m[0]) for m in kept])


def doctor(page: Page, dice: random.Random) -> Slip | None:
    """`Mr.` for `Dr.` once, for one who has it twice or more; or `Ms.` where the full name has it."""
    found = list(re.finditer(rf"\b(Dr\.?) ((?:{WORD} )?(?:[A-Z]\. )?{WORD})", page.text[page.body :]))
    counts = Counter(m[2].split()[-1] for m in found)
    kept = [m for m in found if counts[m[2].split()[-1]] > 2]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), m[1].replace("Dr", "Mr"), m[0]) for m in kept])


def initial(page: Page, dice: random.Random) -> Slip | None:
    """Another middle initial, once for one who has an initial twice."""
    found = list(re.finditer(rf"\b({WORD}) ([A-Z])\. ({WORD})", page.text[page.body :]))
    counts = Counter(m[0] for m in found)
    kept = [m for m in found if counts[m[0]] > 1 or page.facts.about(f"{m[1]} {m[3]}")]
    options = [(m, dice.choice([c for c in "ABCDEHJKLMPRSTW" if c != m[2]])) for m in kept]
    return one(dice, [Slip(page.body + m.start(2), page.body + m.end(2), c, m[0]) for m, c in options])


def second_holder(page: Page, dice: random.Random) -> Slip | None:
    """Another person, once, behind a post of one holder that the story gives to one person twice; nobody is listed."""
    found = [m for m in _local(page) if not page.facts.about(m["name"])]
    counts = Counter(m["post"] for m in found)
    other = dice.choice([name for name in _OTHERS if name.split()[-1] not in page.text])
    kept = [m for m in found if counts[m["post"]] > 1]
    return one(dice, [Slip(m.start("name"), m.end("name"), other, m[0]) for m in kept])


def other_surname_after_post(page: Page, dice: random.Random) -> Slip | None:
    """Another surname after a post and the first name of one who is named in full elsewhere."""
    found = [m for m in _local(page) if not page.facts.about(m["name"])]
    other = dice.choice([name for name in _SURNAMES if name not in page.text])
    kept = [m for m in found if page.text.count(m["name"]) > 1]
    return one(dice, [Slip(m.end("name") - len(m["name"].split()[-1]), m.end("name"), other, m[0]) for m in kept])


def noun_of_post(page: Page, dice: random.Random) -> Slip | None:
    """The last noun of a post dropped before the full name of one whom no list gives the post."""
    options = []
    for m in _local(page):
        words = m["post"].split()
        if len(words) > 1 and words[-1][0].isupper() and not page.facts.about(m["name"], "holds"):
            options.append(Slip(m.start("post"), m.end("post"), " ".join(words[:-1]), m[0]))
    return one(dice, options)


def of_after_post(page: Page, dice: random.Random) -> Slip | None:
    """A stray “of” after a post of one whom no list gives it."""
    found = [m for m in _local(page) if not page.facts.about(m["name"], "holds")]
    return one(dice, [Slip(m.start("name"), m.start("name"), "of ", m[0]) for m in found])


def title_of_other(page: Page, dice: random.Random) -> Slip | None:
    """Mr. for Ms. or the reverse, once for one who has the title twice, or before the surname of one with a plain first name."""
    other = {"Mr": "Ms", "Ms": "Mr", "Mrs": "Mr"}
    names = {m[2]: m[1] for m in full_names(page)}
    found = list(re.finditer(rf"\b(Mr|Ms|Mrs)(\.?) ({WORD})\b", page.text[page.body :]))
    counts = Counter((m[1], m[3]) for m in found)
    kept = [m for m in found if counts[m[1], m[3]] < 3 and m[3] in names]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), other[m[1]], f"{m[0]} ({names[m[3]]})") for m in kept])


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        chamber_word, chamber_once, rank_word, doctor, initial, second_holder, other_surname_after_post, noun_of_post, of_after_post,
        title_of_other,
    )
}  # fmt: skip
