"""A sentence in, the words that say what it claims out: stemmed, synonyms made one, without the small words; figures as they are."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from types import ModuleType
from typing import Any

from lintnews import lazily
from lintnews.record import record

_WORD = lazily.pattern(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d[\d,.]*\d|\d|%")
_SMALL = frozenset(
    (
        "a an the of to in on at by for from with and or but as is are was were be been being it its this that these those he she they "
        "we you i his her their our your my them him us me who whom whose which what when where why how there here than then so if "
        "also just only very more most much many some any all each both can could will would shall should may might must do does did "
        "has have had having s t d ll re ve m about into over under after before during between through out up down off again once own "
        "same such too while because until against say says said tell told tells according one ones new year years day days today week "
        "month get gets got make makes made use used using take takes took people person "
    ).split()
)
#: Letters that a stem leaves as they are.
_BEGIN = 2
_NEGATIONS = frozenset(
    "not no never none neither nor without cannot nobody nothing fails failed fail unable refuses refused denies denied lacks".split()
)
#: Words that say the same, one row each; the first stands for all.
_SAME = """
vaccine vaccines vaccinated vaccination vaccinations vaccinate jab jabs jabbed shot shots inoculation inoculated immunization immunisation
covid covid-19 coronavirus sars-cov-2 corona
kill kills killed killing death deaths die dies died dying dead fatal fatalities
cause causes caused causing trigger triggers triggered lead leads led leading produce produces produced produce link links linked
cure cures cured heal heals healed treat treats treated remedy
illness disease diseases illnesses sickness
child children kid kids youngster youngsters pupil pupils
doctor doctors physician physicians medic medics
president presidents presidency
america us u.s usa american americans united-states
britain uk u.k british britons united-kingdom
law laws bill legislation act
ban bans banned banning outlaw outlaws outlawed prohibit prohibits prohibited forbid forbids forbidden
win wins won winning victory
steal steals stole stolen rig rigged rigging
fraud fraudulent cheat cheating
election elections vote votes voted voting ballot ballots poll polls
immigrant immigrants migrant migrants refugee refugees
money cash funds dollars
pay pays paid paying payment payments
increase increases increased increasing rise rises rose risen rising grow grows grew grown growing climb climbs climbed soar soared up
decrease decreases decreased fall falls fell fallen falling drop drops dropped decline declines declined shrink shrinks shrank cut cuts
big large huge enormous giant
moon lunar
fake faked fakes staged stage hoax forged forge fabricated
warming climate-change
police officers officer cops cop
arrest arrests arrested detained detain jailed jail imprisoned
buy buys bought purchase purchased purchases
build builds built construct constructed
contain contains contained containing include includes included hold holds
safe harmless
dangerous harmful unsafe
secret secretly hidden covert covertly
company companies firm firms corporation
create creates created invent invents invented make manufactured manufacture engineered engineer develop developed
born birth birthplace
spread spreads spreading transmit transmits transmitted transmission
shark sharks
food foods
drink drinks drinking drank
water waters
end ends ended ending finish finished abolish abolished abolishes scrap scrapped
start starts started begin begins began begun launch launched
""".strip().splitlines()


@record
class Gist:
    """`words` in order, each once; `names` those of them with a capital inside the sentence; `figures`; whether it is `negative`.

    `owners` are the names that stand only as those of owners: `Roe's father` is not Roe.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]
    negative: bool
    owners: frozenset[str] = frozenset()


def gist(sentence: str) -> Gist:
    """What a sentence claims."""
    words: dict[str, None] = {}
    names, figures, owners, plain, negations = set[str](), set[str](), set[str](), set[str](), 0
    for i, found in enumerate(_WORD.finditer(sentence)):
        text = found[0].replace("’", "'")
        low = text.lower()
        if low in _NEGATIONS or low.endswith("n't"):
            negations += 1
        elif text[0].isdigit():
            figures.add(text.replace(",", "").rstrip("."))
            words[text.replace(",", "").rstrip(".")] = None
        elif text == "%":
            words["percent"] = None
        elif (bare := low.removesuffix("'s")) not in _SMALL and len(bare) > 1:
            made = stem(bare)
            words[made] = None
            (owners if bare != low else plain).add(made)
            if text[0].isupper() and i:
                names.add(made)
    return Gist(tuple(words), frozenset(names), frozenset(figures), bool(negations % 2), frozenset(owners - plain))


def pairs(words: tuple[str, ...]) -> list[str]:
    """Every two of the words, as keys that do not depend on their order."""
    return [f"{a} {b}" for a, b in combinations(sorted(set(words)), 2)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in lower case, or the word that stands for it and its synonyms."""
    same = _synonyms()
    if word in same:
        return same[word]
    made: str = _stemmer().stemWord(word)
    return same.get(made, made)


def may_be(word: str, stems: frozenset[str]) -> bool:
    """Whether the stem of a word in lower case is one of these; only words that begin like one of them are stemmed."""
    if word in _synonyms():
        return stem(word) in stems
    heads, further = _begins(stems)
    head = word[:_BEGIN]
    return head in heads and not further.isdisjoint((_third(word), f"{head}e", head)) and stem(word) in stems


def _third(word: str) -> str:
    """The letters with which a word and its stem begin; a stem may have an i for y there, or an e for nothing."""
    return word[:_BEGIN] + word[_BEGIN : _BEGIN + 1].replace("y", "i")


@lru_cache(maxsize=4)
def _begins(stems: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """How these stems begin, by two letters and by three; by three also the stems for which one of them stands."""
    alike = (word for word, same in _synonyms().items() if same in stems)
    return frozenset(stem[:_BEGIN] for stem in stems), frozenset(map(_third, (*stems, *alike)))


def tokens(sentence: str) -> list[str]:
    """The words and figures of a sentence, as they stand."""
    return _WORD.findall(sentence)


def counted(token: str, stems: frozenset[str]) -> str:
    """What a word or a figure is in a gist, if it is one of these stems and its sentence does not turn it round."""
    if token[0].isdigit():
        made = token.replace(",", "").rstrip(".")
    elif token == "%":
        made = "percent"
    else:
        bare = token.replace("’", "'").lower().removesuffix("'s")
        made = stem(bare) if may_be(bare, stems) else ""
    return made if made in stems else ""


@cache
def _synonyms() -> dict[str, str]:
    return {word: row.split()[0] for row in _SAME for word in row.split()}


@cache
def _stemmer() -> Any:
    home = ModuleType("lintnews_snowball")  # the package under a name of our own, whose door would load forty languages
    found = find_spec("snowballstemmer")
    home.__path__ = list((found and found.submodule_search_locations) or ())
    sys.modules[home.__name__] = home
    return import_module(f"{home.__name__}.english_stemmer").EnglishStemmer()
