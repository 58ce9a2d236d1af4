"""A story in, the same story with one slip of a post or a relation out: what `planted.py` plants, a kind a function."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import regex
from planting import WORD, Kind, Page, Slip, one

from lintnews.ledger.posts import first_day, last_day
from lintnews.ledger.states import STATE, like
from lintnews.model import Fact

_CAPITAL_OF = re.compile(rf"(?:[Tt]he|[A-Z][a-z]+’?'?s?) capital(?: city)?(?: of |, | )({WORD}(?: {WORD})*)")
_CAPITAL_LONE = re.compile(
    r"[Tt]he capital(?: city)?(?: of|,)? (Kabul|Baghdad|Cairo|Tehran|Moscow|Damascus|Pyongyang|Beijing|Seoul|Kiev|Caracas)\b"
)
_CAPITAL_AFTER = re.compile(rf"({WORD}(?: {WORD})?), (?:the )?(?:capital of|[A-Z][a-z]+(?:’|')s capital)")


def _posted(page: Page) -> Iterator[tuple[re.Match[str], str, str]]:
    """Every post printed before the full name of its holder on the story's day: the match, the title, the name."""
    if not page.day:
        return
    for m in re.finditer(
        rf"\b((?:{WORD}|of|the|for|U\.S\.)(?: (?:{WORD}|of|the|for)){{0,5}}) ({WORD} (?:[A-Z]\. )?{WORD})\b", page.text[page.body :]
    ):
        words = m[1].split()
        for i in range(len(words)):
            title = " ".join(words[i:])
            posts = {f.subject for f in page.facts.about(title, "post")}
            if posts and any(f.value in posts and _now(f, page.day) for f in page.facts.about(m[2], "holds")):
                yield m, title, m[2]
                break


def _now(fact: Fact, day: date) -> bool:
    begun = not fact.since or first_day(fact.since) <= day.toordinal()
    return begun and (not fact.until or day.toordinal() <= last_day(fact.until))


def _over(fact: Fact, day: date | None) -> bool:
    return day is not None and last_day(fact.until) < day.toordinal() - 400


def former_holder(page: Page, dice: random.Random) -> Slip | None:
    """A former holder of the post in the place of the holder."""
    options = []
    for m, title, name in _posted(page):
        posts = {f.subject for f in page.facts.about(title, "post")} & {f.value for f in page.facts.about(name, "holds")}
        past = [f for post in posts for f in page.facts.where("holds", post) if f.until and _over(f, page.day)]
        past.sort(key=lambda f: f.until)
        start = page.body + m.start(2)
        options += [Slip(start, start + len(name), f.subject, f"{title} {name} -> {f.subject}") for f in past[-3:]]
    return one(dice, [o for o in options if o.text.split()[-1] not in page.text])


def other_surname(page: Page, dice: random.Random) -> Slip | None:
    """The surname of another leader after the holder's first name."""
    names = [n for n in ("Merkel", "Netanyahu", "Poroshenko", "Mattis", "Pompeo", "Erdogan", "Trudeau", "Modi") if n not in page.text]
    return one(
        dice, [Slip(page.body + m.end(2) - len(n.split()[-1]), page.body + m.end(2), dice.choice(names), n) for m, _, n in _posted(page)]
    )


def other_post(page: Page, dice: random.Random) -> Slip | None:
    """Another cabinet post before a holder's name."""
    posts = ["Treasury Secretary", "Secretary of State", "Defense Secretary", "Attorney General", "Energy Secretary", "CIA Director"]
    options = []
    for m, title, name in _posted(page):
        start = page.body + m.start(2) - len(title) - 1
        held = {f.value for f in page.facts.about(name, "holds")}
        wrong = [p for p in posts if not held & {f.subject for f in page.facts.about(p, "post")}]
        if wrong:
            options.append(Slip(start, start + len(title), dice.choice(wrong), f"{title} {name}"))
    return one(dice, options)


def other_post_by_surname(page: Page, dice: random.Random) -> Slip | None:
    """Another cabinet post before a holder's surname, after the holder was named in full."""
    wrong = ["Treasury Secretary", "Defense Secretary", "Energy Secretary", "CIA Director", "Labor Secretary", "Commerce Secretary"]
    options = []
    for m, _, name in _posted(page):
        surname, rest = name.split()[-1], page.body + m.end()
        for again in re.finditer(rf"(?<![A-Za-z.] ){re.escape(surname)}(?= (?:said|told|added|has|is|was|also))", page.text[rest:]):
            start = rest + again.start()
            options.append(Slip(start, start + len(surname), f"{dice.choice(wrong)} {surname}", name))
    return one(dice, options)


def former_added(page: Page, dice: random.Random) -> Slip | None:
    """“former” before a sitting holder."""
    found = [(page.body + m.start(2) - len(t) - 1, t, n) for m, t, n in _posted(page) if t in ("President", "Vice President") or " " in t]
    return one(dice, [Slip(at, at + len(t), f"former {t}", f"{t} {n}") for at, t, n in found if page.text[:at][-7:-1].lower() != "former"])


def former_dropped(page: Page, dice: random.Random) -> Slip | None:
    """“former” dropped before a post and its former holder."""
    found = re.finditer(
        rf"\b([Ff]ormer )((?:US |U\.S\. )?(?:President|Vice President|Secretary of \w+|Attorney General|\w+ Secretary)) ({WORD} {WORD})",
        page.text,
    )
    return one(dice, [Slip(m.start(), m.end(1), "", m[0]) for m in found if page.day and page.facts.about(m[3], "holds")])


def head_noun(page: Page, dice: random.Random) -> Slip | None:
    """The noun of a post dropped before its holder."""
    nouns = ("Secretary", "Minister", "Leader", "Chairman", "Director", "General", "President")
    options = []
    for m, title, name in _posted(page):
        words, at = title.split(), page.body + m.start(2) - len(title) - 1
        if len(words) > 1 and words[-1] in nouns:
            options.append(Slip(at, at + len(title), " ".join(words[:-1]), f"{title} {name}"))
    return one(dice, options)


def extra_of(page: Page, dice: random.Random) -> Slip | None:
    """A stray “of” between a post and its holder."""
    return one(dice, [Slip(page.body + m.start(2), page.body + m.start(2), "of ", f"{t} {n}") for m, t, n in _posted(page)])


def towns() -> dict[str, list[str]]:
    """The towns of each country."""
    out: dict[str, list[str]] = {}
    for line in Path(__file__).parent.parent.joinpath("rules/places/lists/towns.txt").read_text("utf-8").splitlines():
        town, _, country = line.partition(" ")
        out.setdefault(country, []).append(town.replace("_", " "))
    return out


def capital(page: Page, dice: random.Random) -> Slip | None:
    """Another town of the country for a capital that is called so."""
    forms = (_CAPITAL_OF, _CAPITAL_AFTER, _CAPITAL_LONE)
    found = [m for form in forms for m in form.finditer(page.text, page.body) if page.facts.where("capital", m[1])]
    options = []
    for m in found:
        country = page.facts.where("capital", m[1])[0].subject
        others = [town for town in towns().get(country, []) if town not in page.text and town[:4] != m[1][:4]]
        options += [Slip(*m.span(1), dice.choice(others), m[0])] if others else []
    return one(dice, options)


def nationality(page: Page, dice: random.Random) -> Slip | None:
    """Another country's adjective before a leader."""
    found = re.finditer(rf"\b({WORD}) ((?:President|Prime Minister|Chancellor|leader) {WORD} {WORD})", page.text[page.body :])
    kept = [m for m in found if page.facts.about(m[1], "demonym") and page.facts.about(" ".join(m[2].split()[-2:]), "holds")]
    wrong = [a for a in ("Greek", "Chilean", "Polish", "Kenyan", "Thai", "Norwegian") if a not in page.text]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), dice.choice(wrong), m[0]) for m in kept])


def party(page: Page, dice: random.Random) -> Slip | None:
    """The other party's letter."""
    found = re.finditer(r"(?<=[(, ])([DR])(?=-[A-Z])", page.text[page.body :])
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), "R" if m[1] == "D" else "D", m[0]) for m in found])


def state(page: Page, dice: random.Random) -> Slip | None:
    """Another state after the party letter."""
    found = re.finditer(r"\b[DR]-((?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.|[A-Z]{2}\b))", page.text[page.body :])
    wrong = {"short": "Ore.", "post": "OR", "full": "Oregon"}
    form = [(m, "post" if m[1].isupper() and "." not in m[1] else "short" if m[1].endswith(".") else "full") for m in found]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), wrong[how], m[0]) for m, how in form if not m[1].startswith("Or")])


def city_state(page: Page, dice: random.Random) -> Slip | None:
    """Another state after a large city."""
    found = regex.finditer(rf"\b({WORD}(?: {WORD})?), ({STATE})(?=[,. ])", page.text[page.body :])
    kept = [m for m in found if page.facts.paired("us-cities", m[1].replace(" ", "_"))]
    wrong = [like(state, m[2]) for m in kept[:1] for state in ("Vermont", "Wyoming", "Delaware", "Montana")]
    return one(dice, [Slip(page.body + m.start(2), page.body + m.end(2), dice.choice(wrong), m[0]) for m in kept[:1]])


def listed_age(page: Page, dice: random.Random) -> Slip | None:
    """Another age after a listed person's name."""
    found = [m for m in re.finditer(rf"({WORD} {WORD}), (\d\d)(?=,)", page.text[page.body :]) if page.facts.about(m[1], "born")]
    return one(
        dice, [Slip(page.body + m.start(2), page.body + m.end(2), str(int(m[2]) + dice.choice((-10, -2, 3, 9))), m[0]) for m in found]
    )


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        former_holder, other_surname, other_post, other_post_by_surname, former_added, former_dropped, head_noun, extra_of,
        capital, nationality, party, state, city_state, listed_age,
    )
}  # fmt: skip
