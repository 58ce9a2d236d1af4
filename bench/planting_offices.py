"""A story in, the same story with one slip of an office, its holder or a relation out: a kind a function, beside `planting_posts`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import regex
from planting import WORD, Kind, Page, Slip, one
from planting_posts import _now, _posted

from lintnews.ledger.posts import first_day
from lintnews.ledger.states import STATE
from lintnews.model import Fact

_NAME = rf"{WORD} (?:[A-Z]\. )?{WORD}"
#: A post in small letters, as it stands behind a comma.
_NOUN = "president|prime minister|secretary general|secretary|minister|chancellor|chief|director|chairman|chairwoman|leader|speaker"
_SMALL = (
    rf"(?:[a-z]+ |[A-Z][a-z.S]+(?:[’']s)? ){{0,2}}(?:{_NOUN}|attorney general|adviser)"
    rf"(?: of (?:the )?[A-Z]?[\w.]+| of [A-Z]\w+ [A-Z]\w+)?"
)
_PARTY = {"Democrat": "Republican", "Republican": "Democrat", "Democratic": "Republican"}
_SECOND = "(?:York|Carolina|Jersey|Hampshire|Dakota|Mexico|Virginia|Island)"
_STATES = "Ohio Texas Iowa Georgia Oregon Kansas Maine Alabama Utah Montana Virginia Florida".split()


def _swapped(page: Page, dice: random.Random, pattern: str, new: Callable[[re.Match[str]], str]) -> Slip | None:
    """One match of a pattern in the text, in another form."""
    made = [(m, new(m)) for m in re.finditer(pattern, page.text[page.body :])]
    return one(dice, [_narrowed(page.body + m.start(), m[0], text) for m, text in made if text != m[0]])


def _narrowed(at: int, old: str, new: str) -> Slip:
    """The words that differ between two texts, with nothing around them."""
    olds, news = re.split(r"(?<= )", old), re.split(r"(?<= )", new)
    least = min(len(olds), len(news))
    first = next((i for i in range(least) if olds[i] != news[i]), least - 1)
    last = next((i for i in range(least - first) if olds[-1 - i] != news[-1 - i]), least - first)
    start, end = at + len("".join(olds[:first])), at + len("".join(olds[: len(olds) - last]))
    return Slip(start, end, "".join(news[first : len(news) - last]), old)


def deputy_lost(page: Page, dice: random.Random) -> Slip | None:
    """“Deputy” lost before a post and a full name."""
    return _swapped(
        page,
        dice,
        rf"\b(?:[Dd]eputy|[Aa]ssistant|Under) ((?:{WORD}|of|the|for)(?: (?:{WORD}|of|the|for)){{0,4}} {_NAME})",
        lambda m: m[1],
    )


def deputy_added(page: Page, dice: random.Random) -> Slip | None:
    """“Deputy” before the post of its holder."""
    found = [(page.body + m.start(2) - len(t) - 1, t, n) for m, t, n in _posted(page) if " " in t and "Deputy" not in t and "Vice" not in t]
    return one(dice, [Slip(at, at + len(t), f"Deputy {t}", f"{t} {n}") for at, t, n in found])


def chief_lost(page: Page, dice: random.Random) -> Slip | None:
    """“Chief” lost before Justice."""
    return _swapped(page, dice, rf"\bChief (Justice {WORD})", lambda m: m[1])


def chief_added(page: Page, dice: random.Random) -> Slip | None:
    """“Chief” before a justice who is none."""
    return _swapped(page, dice, rf"(?<!Chief )\bJustice (?!John Roberts|Roberts)({_NAME})", lambda m: f"Chief Justice {m[1]}")


def vice_lost(page: Page, dice: random.Random) -> Slip | None:
    """“Vice” lost before President."""
    return _swapped(page, dice, rf"(?<![Ff]ormer )\bVice[ -](President (?:{WORD} )?{WORD})", lambda m: m[1])


def vice_added(page: Page, dice: random.Random) -> Slip | None:
    """“Vice” before a president."""
    return _swapped(
        page,
        dice,
        r"(?<!Vice )\bPresident ((?:Barack |Donald |George W\. |Joe )?(?:Obama|Trump|Bush|Biden))\b",
        lambda m: f"Vice President {m[1]}",
    )


def _of_holder(page: Page, days: tuple[int, int], country: bool) -> list[Slip]:
    """Each holder in the place of whom another holder of the post, whose term began so many days away, can stand."""
    out: list[Slip] = []
    for m, title, name in _posted(page):
        posts = {f.subject for f in page.facts.about(title, "post")} & {
            f.value for f in page.facts.about(name, "holds") if _now(f, page.day)
        }
        if any(f.value == "United States" or "Secretary" in f.subject for p in posts for f in page.facts.about(p, "post")) == country:
            continue
        others = [f for p in posts for f in page.facts.where("holds", p) if f.subject != name and _away(f, page, days)]
        start = page.body + m.start(2)
        out += [Slip(start, start + len(name), f.subject, f"{title} {name} -> {f.subject}") for f in others]
    return [o for o in out if o.text.split()[-1] not in page.text]


def _away(fact: Fact, page: Page, days: tuple[int, int]) -> bool:
    """Whether a term that is not on the story's day began so many days from it."""
    if not fact.since or page.day is None or _now(fact, page.day):
        return False
    return days[0] < first_day(fact.since) - page.day.toordinal() < days[1]


def predecessor_abroad(page: Page, dice: random.Random) -> Slip | None:
    """A former holder behind a post outside the US cabinet."""
    return one(dice, _of_holder(page, (-5000, -400), country=True))


def successor(page: Page, dice: random.Random) -> Slip | None:
    """A later holder behind a post of the US cabinet."""
    return one(dice, _of_holder(page, (200, 4000), country=False))


def successor_abroad(page: Page, dice: random.Random) -> Slip | None:
    """A later holder behind a post outside the US cabinet."""
    return one(dice, _of_holder(page, (200, 4000), country=True))


def _apposed(page: Page) -> Iterator[tuple[re.Match[str], Fact]]:
    """A full name, a comma, and a post in small letters that it holds on the day: `X, the secretary of state,`."""
    for m in re.finditer(rf"\b({_NAME}), (the |its |)({_SMALL})(?=,)", page.text[page.body :]):
        held = [f for f in page.facts.about(m[1], "holds") if page.day and _now(f, page.day)]
        if held:
            yield m, held[0]


def former_apposed(page: Page, dice: random.Random) -> Slip | None:
    """“former” in the post behind a comma of a sitting holder."""
    return one(
        dice, [Slip(page.body + m.start(3), page.body + m.start(3), "former ", m[0]) for m, _ in _apposed(page) if "former" not in m[3]]
    )


def former_lost_apposed(page: Page, dice: random.Random) -> Slip | None:
    """“former” lost in a post behind a comma, of one who is listed."""
    nouns = "president|secretary|minister|director|chief|chairman|governor|speaker|adviser|general"
    found = re.finditer(rf"\b({_NAME}), (?:the |a )?(former )([a-z ]*(?:{nouns}))", page.text)
    return one(dice, [Slip(*m.span(2), "", m[0]) for m in found if page.facts.about(m[1], "holds")])


def former_lost_form(page: Page, dice: random.Random) -> Slip | None:
    """“former” lost before any form of a post and a listed former holder, whatever stands before."""
    found = re.finditer(rf"\b([Ff]ormer )((?:{WORD}|U\.S\.|of|the|for)(?: (?:{WORD}|of|the|for)){{0,4}}) ({_NAME})", page.text)
    kept = [m for m in found if page.day and page.facts.about(m[2], "post") and page.facts.about(m[3], "holds")]
    return one(dice, [Slip(*m.span(1), "", m[0]) for m in kept])


def predecessor_apposed(page: Page, dice: random.Random) -> Slip | None:
    """The last holder before, for the holder that a post behind a comma follows."""
    out = []
    for m, held in _apposed(page):
        others = [f for f in page.facts.where("holds", held.value) if f.subject != held.subject and _away(f, page, (-5000, -300))]
        out += [Slip(page.body + m.start(1), page.body + m.end(1), f.subject, f"{m[0]} -> {f.subject}") for f in others[-1:]]
    return one(dice, [o for o in out if o.text.split()[-1] not in page.text])


def country_of_leader(page: Page, dice: random.Random) -> Slip | None:
    """Another country's possessive, or its name behind `of`, with a leader."""
    names = [n for n in ("Spain", "Sweden", "Chile", "Kenya", "Austria", "Vietnam") if n not in page.text]

    def new(m: re.Match[str]) -> str:
        listed = page.facts.about(m["name"], "holds") and page.facts.about(m["land"], "capital")
        return m[0].replace(m["land"], dice.choice(names)) if listed and names else m[0]

    leader = "President|Prime Minister|Chancellor|president|prime minister|chancellor|leader"
    made = _swapped(page, dice, rf"\b(?P<land>{WORD})[’']s (?:{leader}),? (?P<name>{_NAME})", new)
    return made or _swapped(page, dice, rf"\b(?P<name>{_NAME}), (?:the )?(?:president|prime minister|chancellor) of (?P<land>{WORD})", new)


def post_of_other(page: Page, dice: random.Random) -> Slip | None:
    """The post of one listed person in the story before the name of another."""
    found = list(_posted(page))
    out = []
    for m, title, name in found:
        held = {f.value for f in page.facts.about(name, "holds")}
        others = [t for _, t, n in found if n != name and not held & {f.subject for f in page.facts.about(t, "post")}]
        at = page.body + m.start(2) - len(title) - 1
        out += [Slip(at, at + len(title), dice.choice(others), f"{title} {name}")] if others else []
    return one(dice, out)


def party_word(page: Page, dice: random.Random) -> Slip | None:
    """The other party's word before or behind a legislator: `Democratic Sen.` for `Republican Sen.`."""
    other = {"Republican": "Democratic", "Democratic": "Republican"}
    before = _swapped(
        page,
        dice,
        rf"\b(Republican|Democratic)(?= (?:Sen\.|Rep\.|Senator|Representative|Gov\.|Congressman) {_NAME})",
        lambda m: other[m[0]],
    )
    return before or _swapped(
        page,
        dice,
        rf"((?:Sen\.|Rep\.|Gov\.|Senator) {_NAME}), (an? )?(Republican|Democrat)\b",
        lambda m: f"{m[1]}, {m[2] or ''}{_PARTY[m[3]]}",
    )


def state_of_legislator(page: Page, dice: random.Random) -> Slip | None:
    """Another state behind `of`, for a legislator or governor named by title."""
    wrong = [s for s in _STATES if s not in page.text] or ["Ohio"]
    titles = r"Sen\.|Rep\.|Senator|Senators|Gov\.|Senate|Governor"
    of = rf"((?:{titles}) {_NAME},? (?:an? )?(?:Republican |Democrat )?(?:of|from) )([A-Z][a-z]+(?: {_SECOND})?)"
    return _swapped(page, dice, of, lambda m: m[1] + dice.choice(wrong) if regex.fullmatch(STATE, m[2]) else m[0])


def state_before(page: Page, dice: random.Random) -> Slip | None:
    """Another state before a governor's or senator's title."""
    wrong = [s for s in _STATES if s not in page.text] or ["Ohio"]
    pattern = rf"\b([A-Z][a-z]+(?: {_SECOND})?)( (?:Gov\.|Sen\.|Governor|Senator|Republican Sen\.|Attorney General) {_NAME})"
    return _swapped(page, dice, pattern, lambda m: dice.choice(wrong) + m[2] if regex.fullmatch(STATE, m[1]) else m[0])


def governor_senator(page: Page, dice: random.Random) -> Slip | None:
    """`Gov.` for `Sen.` or the reverse, for a listed person."""
    other = {"Gov.": "Sen.", "Sen.": "Gov.", "Governor": "Senator", "Senator": "Governor"}
    pattern = rf"\b(Gov\.|Sen\.|Governor|Senator) ({_NAME})"
    return _swapped(page, dice, pattern, lambda m: f"{other[m[1]]} {m[2]}" if page.facts.about(m[2]) else m[0])


def chamber_leader(page: Page, dice: random.Random) -> Slip | None:
    """House for Senate, or majority for minority, before a leader."""
    other = {"House": "Senate", "Senate": "House", "Majority": "Minority", "Minority": "Majority"}

    def new(m: re.Match[str]) -> str:
        word = dice.choice([w for w in other if w in m[0]])
        return m[0].replace(word, other[word])

    return _swapped(page, dice, rf"\b(?:House|Senate) (?:Majority|Minority) (?:Leader|Whip) {WORD}|\bHouse Speaker {WORD}", new)


def rank_listed(page: Page, dice: random.Random) -> Slip | None:
    """Another rank before a listed officer."""
    other = {"Gen.": "Adm.", "Adm.": "Gen.", "General": "Admiral", "Admiral": "General"}
    pattern = rf"(?<!Attorney )\b(Gen\.|Adm\.|General|Admiral) ({_NAME})"
    return _swapped(page, dice, pattern, lambda m: f"{other[m[1]]} {m[2]}" if page.facts.about(m[2]) else m[0])


def age_told(page: Page, dice: random.Random) -> Slip | None:
    """A wrong age told of a listed person whose age is not told."""
    out = []
    for m in re.finditer(rf"\b({_NAME})(?= (?:said|told|has|was|is|will|had)\b)", page.text[page.body :]):
        born = [f.value for f in page.facts.about(m[1], "born") if len(f.value) == 10]
        if born and page.day:
            age = page.day.year - int(born[0][:4]) + dice.choice((-9, -4, 3, 7))
            out.append(Slip(page.body + m.end(), page.body + m.end(), f", {age},", m[0]))
    return one(dice, out)


def city_country(page: Page, dice: random.Random) -> Slip | None:
    """Another country behind a city and a comma."""
    wrong = [n for n in ("Sweden", "Bolivia", "Thailand", "Norway", "Ghana") if n not in page.text] or ["Norway"]
    pattern = rf"\b({WORD}(?: {WORD})?), ({WORD}(?: {WORD})?)(?=[,.; ])"
    return _swapped(
        page,
        dice,
        pattern,
        lambda m: (
            f"{m[1]}, {dice.choice(wrong)}"
            if page.facts.about(m[2], "capital") and not page.facts.about(m[1], "capital") and page.facts.about(m[1], "named")
            else m[0]
        ),
    )


def city_state_long(page: Page, dice: random.Random) -> Slip | None:
    """Another state in full or short behind a listed city, of any state."""
    short = {
        "Ohio": "Ohio",
        "Texas": "Texas",
        "Georgia": "Ga.",
        "Oregon": "Ore.",
        "Kansas": "Kan.",
        "Maine": "Maine",
        "Alabama": "Ala.",
        "Utah": "Utah",
    }

    def new(m: re.Match[str]) -> str:
        pick = dice.choice([s for s in short if s not in m[0]])
        listed = page.facts.paired("us-cities", m[1].replace(" ", "_")) and regex.fullmatch(STATE, m[2])
        return f"{m[1]}, {short[pick] if m[2].endswith('.') else pick}" if listed else m[0]

    return _swapped(page, dice, rf"\b({WORD}(?: {WORD})?), ([A-Z][a-z]+(?: [A-Z][a-z]+)?\.?)(?=[,. ])", new)


def pope_or_king(page: Page, dice: random.Random) -> Slip | None:
    """Another pope, or another number behind a king's or a pope's name."""
    other = {"Francis": "Benedict", "Benedict": "Francis"}
    made = _swapped(page, dice, r"\bPope (Francis|Benedict(?: XVI)?)\b", lambda m: f"Pope {other[m[1].split()[0]]}")
    return made or _swapped(page, dice, rf"\b(?:King|Queen|Pope) {WORD}(?: {WORD})? (?:II|VI|III|XVI)\b", lambda m: m[0] + "I")


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        deputy_lost, deputy_added, chief_lost, chief_added, vice_lost, vice_added, predecessor_abroad, successor,
        successor_abroad, former_apposed, former_lost_apposed, former_lost_form, predecessor_apposed, country_of_leader,
        post_of_other, party_word, state_of_legislator, state_before, governor_senator, chamber_leader, rank_listed, age_told,
        city_country, city_state_long, pope_or_king,
    )
}  # fmt: skip
