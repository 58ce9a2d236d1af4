"""A story in, the same story with one slip of a name, a post or a relation out: what `planted.py` plants, a kind a function."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import regex

from lintnews.facts import FactBase
from lintnews.ledger.posts import first_day, last_day
from lintnews.ledger.states import STATE, like
from lintnews.model import Fact


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
_WORD = r"[A-Z][a-zà-ÿ]+(?:[A-Z’'-][a-zà-ÿ]+)*"
_FULL = re.compile(rf"\b({_WORD}) (?:[A-Z]\. )?({_WORD})\b(?! [A-Z]|-)")
_GIVEN = (
    "James John Robert Michael William David Richard Thomas Mark Paul Steven Kevin Peter Gary Frank Mary Linda Susan Karen Lisa".split()
)
_VARIANTS = (
    "Sarah Sara|Jon John|Ann Anne|Catherine Katherine|Mark Marc|Philip Phillip|Jeffrey Jeffery|Stephen Steven|Brian Bryan|Eric Erik|"
    "Alan Allan|Geoff Jeff|Michele Michelle|Elizabeth Elisabeth|Carl Karl|Nicolas Nicholas|Teresa Theresa|Deborah Debra|Lawrence Laurence"
)
_CAPITAL_OF = re.compile(rf"(?:[Tt]he|[A-Z][a-z]+’?'?s?) capital(?: city)?(?: of |, | )({_WORD}(?: {_WORD})*)")
_CAPITAL_LONE = re.compile(
    r"[Tt]he capital(?: city)?(?: of|,)? (Kabul|Baghdad|Cairo|Tehran|Moscow|Damascus|Pyongyang|Beijing|Seoul|Kiev|Caracas)\b"
)
_CAPITAL_AFTER = re.compile(rf"({_WORD}(?: {_WORD})?), (?:the )?(?:capital of|[A-Z][a-z]+(?:’|')s capital)")


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


def _one(dice: random.Random, options: list[Slip]) -> Slip | None:
    return dice.choice(options) if options else None


def _repeated(page: Page, often: int = 2) -> list[re.Match[str]]:
    found = list(full_names(page))
    counts = Counter(f"{m[1]} {m[2]}" for m in found)
    return [m for m in found if counts[f"{m[1]} {m[2]}"] >= often]


def first_name(page: Page, dice: random.Random) -> Slip | None:
    """Another first name, once, for a person named in full twice or more."""
    options = []
    for m in _repeated(page):
        other = dice.choice([name for name in _GIVEN if name[:2] != m[1][:2] and name not in page.text])
        options.append(Slip(*m.span(1), other, f"{m[0]} -> {other}"))
    return _one(dice, options)


def first_name_near(page: Page, dice: random.Random) -> Slip | None:
    """Another spelling of the first name, once."""
    pairs = [pair.split() for pair in _VARIANTS.split("|")]
    other = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    return _one(dice, [Slip(*m.span(1), other[m[1]], m[0]) for m in _repeated(page) if m[1] in other])


def surname_of_full(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in the surname of one full mention."""
    return _one(dice, [Slip(*m.span(2), near_letters(m[2], dice), m[0]) for m in _repeated(page) if len(m[2]) > 4])


def surname_alone(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong in a mention by surname of a person named in full before."""
    options = []
    for m in full_names(page):
        for alone in re.finditer(rf"(?<![A-Za-z.] ){re.escape(m[2])}(?= [a-z]|[’'.,])", page.text[m.end() :]):
            start = m.end() + alone.start()
            if len(m[2]) > 4:
                options.append(Slip(start, start + len(m[2]), near_letters(m[2], dice), m[0]))
    return _one(dice, options)


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
    return _one(dice, options)


def surname_first(page: Page, dice: random.Random) -> Slip | None:
    """The first mention, the only one in full, cut down to the surname, of a person who is not listed."""
    found = list(full_names(page))
    counts = Counter(m[2] for m in found)
    cut = [m for m in found if counts[m[2]] == 1 and page.text.count(m[2]) > 2 and page.text.index(m[2], page.body) == m.start(2)]
    titled = re.compile(r"(?:[A-Z]\w+|coach|spokes\w+|secretary) $")
    kept = [m for m in cut if not page.facts.about(f"{m[1]} {m[2]}") and not titled.search(page.text[max(0, m.start() - 20) : m.start()])]
    return _one(dice, [Slip(m.start(), m.end(), m[2], m[0]) for m in kept])


def _words(page: Page, relation: str, kinds: set[str], often: int) -> list[re.Match[str]]:
    """Capitalised words or pairs that are listed as one of these kinds and stand so often."""
    found = [m for m in re.finditer(rf"\b{_WORD}(?: {_WORD}){{0,3}}\b", page.text[page.body :]) if len(m[0]) > 5]
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
    return _one(dice, [Slip(*m.span(2), near_letters(m[2], dice), m[0]) for m in found if page.text.count(m[2]) == counts[m[2]] == 1])


def headline(page: Page, dice: random.Random) -> Slip | None:
    """One letter wrong, in the headline, in a capitalised word of the text that is no everyday word."""
    text, facts = page.text, page.facts
    words = [w for w in re.finditer(_WORD, text[: page.body]) if len(w[0]) > 5 and not facts.listed("english", w[0].lower())]
    kept = [w for w in words if len(re.findall(rf"\b{re.escape(w[0])}\b", text[page.body :])) > 1]
    return _one(dice, [Slip(*w.span(), near_letters(w[0], dice), w[0]) for w in kept])


def honorific(page: Page, dice: random.Random) -> Slip | None:
    """Mr. for Ms. or the reverse, once in three or more."""
    other = {"Mr": "Ms", "Ms": "Mr", "Mrs": "Mr"}
    found = list(re.finditer(rf"\b(Mr|Ms|Mrs)(\.?) ({_WORD})", page.text[page.body :]))
    counts = Counter((m[1], m[3]) for m in found)
    options = [m for m in found if counts[m[1], m[3]] > 2]
    return _one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), other[m[1]], m[0]) for m in options])


def _posted(page: Page) -> Iterator[tuple[re.Match[str], str, str]]:
    """Every post printed before the full name of its holder on the story's day: the match, the title, the name."""
    if not page.day:
        return
    for m in re.finditer(
        rf"\b((?:{_WORD}|of|the|for|U\.S\.)(?: (?:{_WORD}|of|the|for)){{0,5}}) ({_WORD} (?:[A-Z]\. )?{_WORD})\b", page.text[page.body :]
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
    return _one(dice, [o for o in options if o.text.split()[-1] not in page.text])


def other_surname(page: Page, dice: random.Random) -> Slip | None:
    """The surname of another leader after the holder's first name."""
    names = [n for n in ("Merkel", "Netanyahu", "Poroshenko", "Mattis", "Pompeo", "Erdogan", "Trudeau", "Modi") if n not in page.text]
    return _one(
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
    return _one(dice, options)


def other_post_by_surname(page: Page, dice: random.Random) -> Slip | None:
    """Another cabinet post before a holder's surname, after the holder was named in full."""
    wrong = ["Treasury Secretary", "Defense Secretary", "Energy Secretary", "CIA Director", "Labor Secretary", "Commerce Secretary"]
    options = []
    for m, _, name in _posted(page):
        surname, rest = name.split()[-1], page.body + m.end()
        for again in re.finditer(rf"(?<![A-Za-z.] ){re.escape(surname)}(?= (?:said|told|added|has|is|was|also))", page.text[rest:]):
            start = rest + again.start()
            options.append(Slip(start, start + len(surname), f"{dice.choice(wrong)} {surname}", name))
    return _one(dice, options)


def former_added(page: Page, dice: random.Random) -> Slip | None:
    """“former” before a sitting holder."""
    found = [(page.body + m.start(2) - len(t) - 1, t, n) for m, t, n in _posted(page) if t in ("President", "Vice President") or " " in t]
    return _one(dice, [Slip(at, at + len(t), f"former {t}", f"{t} {n}") for at, t, n in found if page.text[:at][-7:-1].lower() != "former"])


def former_dropped(page: Page, dice: random.Random) -> Slip | None:
    """“former” dropped before a post and its former holder."""
    found = re.finditer(
        rf"\b([Ff]ormer )((?:US |U\.S\. )?(?:President|Vice President|Secretary of \w+|Attorney General|\w+ Secretary)) ({_WORD} {_WORD})",
        page.text,
    )
    return _one(dice, [Slip(m.start(), m.end(1), "", m[0]) for m in found if page.day and page.facts.about(m[3], "holds")])


def head_noun(page: Page, dice: random.Random) -> Slip | None:
    """The noun of a post dropped before its holder."""
    nouns = ("Secretary", "Minister", "Leader", "Chairman", "Director", "General", "President")
    options = []
    for m, title, name in _posted(page):
        words, at = title.split(), page.body + m.start(2) - len(title) - 1
        if len(words) > 1 and words[-1] in nouns:
            options.append(Slip(at, at + len(title), " ".join(words[:-1]), f"{title} {name}"))
    return _one(dice, options)


def extra_of(page: Page, dice: random.Random) -> Slip | None:
    """A stray “of” between a post and its holder."""
    return _one(dice, [Slip(page.body + m.start(2), page.body + m.start(2), "of ", f"{t} {n}") for m, t, n in _posted(page)])


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
    return _one(dice, options)


def nationality(page: Page, dice: random.Random) -> Slip | None:
    """Another country's adjective before a leader."""
    found = re.finditer(rf"\b({_WORD}) ((?:President|Prime Minister|Chancellor|leader) {_WORD} {_WORD})", page.text[page.body :])
    kept = [m for m in found if page.facts.about(m[1], "demonym") and page.facts.about(" ".join(m[2].split()[-2:]), "holds")]
    wrong = [a for a in ("Greek", "Chilean", "Polish", "Kenyan", "Thai", "Norwegian") if a not in page.text]
    return _one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), dice.choice(wrong), m[0]) for m in kept])


def party(page: Page, dice: random.Random) -> Slip | None:
    """The other party's letter."""
    found = re.finditer(r"(?<=[(, ])([DR])(?=-[A-Z])", page.text[page.body :])
    return _one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), "R" if m[1] == "D" else "D", m[0]) for m in found])


def state(page: Page, dice: random.Random) -> Slip | None:
    """Another state after the party letter."""
    found = re.finditer(r"\b[DR]-((?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.|[A-Z]{2}\b))", page.text[page.body :])
    wrong = {"short": "Ore.", "post": "OR", "full": "Oregon"}
    form = [(m, "post" if m[1].isupper() and "." not in m[1] else "short" if m[1].endswith(".") else "full") for m in found]
    return _one(
        dice, [Slip(page.body + m.start(1), page.body + m.end(1), wrong[how], m[0]) for m, how in form if not m[1].startswith("Or")]
    )


def city_state(page: Page, dice: random.Random) -> Slip | None:
    """Another state after a large city."""
    found = regex.finditer(rf"\b({_WORD}(?: {_WORD})?), ({STATE})(?=[,. ])", page.text[page.body :])
    kept = [m for m in found if page.facts.paired("us-cities", m[1].replace(" ", "_"))]
    wrong = [like(state, m[2]) for m in kept[:1] for state in ("Vermont", "Wyoming", "Delaware", "Montana")]
    return _one(dice, [Slip(page.body + m.start(2), page.body + m.end(2), dice.choice(wrong), m[0]) for m in kept[:1]])


def listed_age(page: Page, dice: random.Random) -> Slip | None:
    """Another age after a listed person's name."""
    found = [m for m in re.finditer(rf"({_WORD} {_WORD}), (\d\d)(?=,)", page.text[page.body :]) if page.facts.about(m[1], "born")]
    return _one(
        dice, [Slip(page.body + m.start(2), page.body + m.end(2), str(int(m[2]) + dice.choice((-10, -2, 3, 9))), m[0]) for m in found]
    )


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        first_name, first_name_near, surname_of_full, surname_alone, surname_listed, surname_first, headline, place_repeated,
        place_once, body_once, person_once, honorific, former_holder, other_surname, other_post, other_post_by_surname,
        former_added, former_dropped, head_noun, extra_of,
        capital, nationality, party, state, city_state, listed_age,
    )
}  # fmt: skip
