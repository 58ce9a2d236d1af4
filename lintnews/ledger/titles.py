"""A chain in, the titles in it out: posts, ranks, courtesy titles, bodies; in reading order, longest first."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from lintnews.facts import FactBase
from lintnews.ledger.chains import CONNECTORS, Chain, Phrase
from lintnews.words import fold

COURTESY = frozenset("mr mrs ms miss mx dr sir dame lord lady messrs".split())

#: Every grade, and the forms in which it is printed before a name: in full, then short.
GRADES = {
    "general": "General|Gen.",
    "lieutenant general": "Lieutenant General|Lt. Gen.|Lt. General",
    "major general": "Major General|Maj. Gen.|Maj. General",
    "brigadier general": "Brigadier General|Brig. Gen.|Brig. General",
    "brigadier": "Brigadier|Brig.",
    "colonel": "Colonel|Col.",
    "lieutenant colonel": "Lieutenant Colonel|Lt. Col.|Lt. Colonel",
    "major": "Major|Maj.",
    "captain": "Captain|Capt.",
    "lieutenant": "Lieutenant|Lt.|First Lieutenant|1st Lt.|Second Lieutenant|2nd Lt.",
    "admiral": "Admiral|Adm.",
    "vice admiral": "Vice Admiral|Vice Adm.",
    "rear admiral": "Rear Admiral|Rear Adm.",
    "commodore": "Commodore",
    "commander": "Commander|Cmdr.",
    "lieutenant commander": "Lieutenant Commander|Lt. Cmdr.",
    "field marshal": "Field Marshal",
    "air chief marshal": "Air Chief Marshal",
    "air marshal": "Air Marshal",
    "air vice marshal": "Air Vice Marshal|Air Vice-Marshal",
    "air commodore": "Air Commodore",
    "group captain": "Group Captain",
    "wing commander": "Wing Commander",
    "squadron leader": "Squadron Leader",
    "sergeant": "Sergeant|Sgt.|Staff Sergeant|Staff Sgt.|Master Sergeant|Master Sgt.|Sgt. 1st Class",
    "corporal": "Corporal|Cpl.|Lance Corporal|Lance Cpl.",
    "private": "Private|Pvt.|Pfc.|Private First Class",
}
#: Ranks as printed before a name, folded, and the grade that each names.
RANKS = {fold(form): grade for grade, forms in GRADES.items() for form in forms.split("|")}

#: Single words that make a title when they stand before a name.
TITLE_NOUNS = frozenset(
    "president premier chancellor minister secretary senator sen representative rep congressman congresswoman governor gov "
    "mayor speaker leader whip chairman chairwoman chair chairperson director commissioner administrator ambassador judge "
    "justice attorney prosecutor sheriff chief superintendent king queen prince princess pope cardinal bishop archbishop "
    "rabbi imam sheikh ayatollah baron baroness duke duchess emperor sultan emir envoy adviser advisor spokesman spokeswoman "
    "spokesperson counsel professor prof coach ceo cfo editor correspondent reporter analyst nominee candidate delegate "
    "councilman councilwoman councillor councilmember alderman assemblyman assemblywoman treasurer comptroller auditor "
    "constable inspector detective officer agent deputy undersecretary archdeacon reverend rev father sister brother saint "
    "host anchor author actor actress singer director-general secretary-general marshal commandant strategist economist "
    "pollster lawyer solicitor barrister manager founder taoiseach".split()
) | {"president elect", "governor elect", "senator elect", "mayor elect"}


class Sort(StrEnum):
    """What a title element is."""

    POST = "post"
    RANK = "rank"
    COURTESY = "courtesy"
    BODY = "body"
    NOUN = "noun"


class Element(NamedTuple):
    """Tokens `start` up to `end` of a chain that are a title, or a body that may be mistaken for one."""

    sort: Sort
    start: int
    end: int


#: Longest listed post or body, in tokens.
_LONGEST = 9


def elements(chain: Chain, facts: FactBase) -> tuple[Element, ...]:
    """The title elements of a chain, left to right, none overlapping."""
    return facts.kept(elements_of)(chain.phrase)


def elements_of(facts: FactBase, phrase: Phrase) -> tuple[Element, ...]:
    """The title elements of a phrase."""
    out, i = [], 0
    while i < len(phrase.words):
        element = next(_at(phrase, i, facts), None)
        if element:
            out.append(element)
        i = element.end if element else i + 1
    return tuple(out)


def _at(phrase: Phrase, i: int, facts: FactBase) -> Iterator[Element]:
    if phrase.words[i] in CONNECTORS:
        return
    for j in range(min(len(phrase.words), i + _LONGEST), i, -1):
        if phrase.words[j - 1] in CONNECTORS:
            continue
        text = phrase.text(i, j)
        key = fold(text)
        if j - i == 1 and key in COURTESY:
            yield Element(Sort.COURTESY, i, j)
        elif key in RANKS:
            yield Element(Sort.RANK, i, j)
        elif facts.about(text, "post"):
            yield Element(Sort.POST, i, j)
        elif (bodies := facts.about(text, "head")) and (j - i > 1 or any(text in (body.subject, *body.aliases) for body in bodies)):
            yield Element(Sort.BODY, i, j)
        elif j - i == 1 and key in TITLE_NOUNS:
            yield Element(Sort.NOUN, i, j)


def grade(title: str) -> str:
    """The grade that a rank as printed names (`Lt. Gen.` is `lieutenant general`), or nothing."""
    return RANKS.get(fold(title), "")


def printed_rank(grade: str, *, short: bool) -> str:
    """How a grade is printed before a name: in full, or in its first short form."""
    forms = GRADES.get(grade, grade.title()).split("|")
    return forms[1] if short and len(forms) > 1 else forms[0]
