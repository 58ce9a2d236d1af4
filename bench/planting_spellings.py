"""A story in, the same story with one slip in how a person, place or body is written out: a kind a function, beside `planting_names`."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator

from planting import WORD, Kind, Page, Slip, full_names, one, repeated

#: One system of transliteration for another, or a sound written in another way.
_SOUNDS = (
    "ee i|oo u|ou u|kh h|gh g|dj j|iy y|ii y|sch sh|tsch ch|ph f|ck k|ei ie|ie ei|ae ea|ey y|ky kiy|ov off|yev iev|ow ov|eh e|ah a|q k|"
    "ss s|tt t|ll l|nn n|mm m|rr r|mc mac|sen son|son sen|man mann|berg burg|burg berg|er ar|an en|ia iya|zh j|cz tz|y i"
)
#: Surnames that sound like another one.
_LIKE = (
    "Smith Smyth|Clark Clarke|Reid Reed|Allen Allan|Brown Browne|Stewart Stuart|Johnson Johnston|Thompson Thomson|"
    "Davis Davies|Green Greene|Moore More|Kelly Kelley|Murray Murry|Rogers Rodgers|Pearson Pierson|Hoffman Hoffmann|"
    "Gray Grey|Rice Reiss|Stevens Stephens|Lee Leigh|Anderson Andersen|Peterson Petersen|Hansen Hanson|Larson Larsen|"
    "Myers Meyers|Meyer Mayer|Cohen Cohn|Klein Kline|Wolf Wolfe|Ryan Ryun|Phillips Philips|Matthews Mathews|Barrett Barret|"
    "Bennett Bennet|Elliott Elliot|Garrett Garret|Mitchell Mitchel|O’Brien O’Brian|Cruz Cruise"
)
_PLACES = {"city", "country", "state", "region", "place", "county", "island", "territory", "capital"}
_BODIES = {"agency", "body", "court", "university", "company", "outlet", "club", "team", "party", "force", "armed group", "think tank"}
_SWAPPED = {
    "Agency": "Authority", "Authority": "Agency", "Commission": "Committee", "Committee": "Commission",
    "Association": "Organization", "Organization": "Association", "Institute": "Institution", "Institution": "Institute",
    "Council": "Committee", "Bureau": "Office", "Office": "Bureau", "Center": "Centre", "Department": "Ministry",
    "Administration": "Agency", "Fund": "Foundation", "Foundation": "Fund", "Security": "Safety", "Service": "Agency",
    "Corporation": "Company", "Board": "Council", "University": "College", "College": "University",
}  # fmt: skip


def _swap(word: str, dice: random.Random) -> str:
    """Two neighbours swapped, never the first letter."""
    places = [i for i in range(1, len(word) - 1) if word[i] != word[i + 1] and word[i : i + 2].isalpha()]
    i = dice.choice(places) if places else 0
    return word[:i] + word[i + 1] + word[i] + word[i + 2 :] if places else word


def _doubled(word: str, dice: random.Random) -> str:
    """A doubled letter lost, or a letter between vowels doubled."""
    lost = [word[: m.start()] + word[m.start() + 1 :] for m in re.finditer(r"([a-z])\1", word)]
    return dice.choice(lost) if lost else re.sub(r"(?<=[aeiou])([lnrtsmp])(?=[aeiou])", r"\1\1", word, count=1)


def _sound(word: str, dice: random.Random) -> str:
    """A sound written in another way."""
    pairs = [pair.split() for pair in _SOUNDS.split("|")]
    made = [word[0] + word[1:].replace(a, b, 1) for a, b in pairs if a in word[1:]]
    return dice.choice(made) if made else word


def _any(word: str, dice: random.Random) -> str:
    return dice.choice((_swap, _doubled, _sound))(word, dice)


def _made(page: Page, dice: random.Random, spans: list[tuple[int, int]], how: Callable[[str, random.Random], str]) -> Slip | None:
    """One of the words, written in another way."""
    options = [(a, b, how(page.text[a:b], dice)) for a, b in spans]
    return one(dice, [Slip(a, b, new, page.text[a:b]) for a, b, new in options if new != page.text[a:b] and new not in page.text])


def _strange(page: Page) -> list[tuple[int, int]]:
    """Later mentions of capitalised words that no list has, which stand twice or more."""
    found = list(re.finditer(rf"\b{WORD}\b", page.text[page.body :]))
    counts, seen, out = Counter(m[0] for m in found), Counter[str](), []
    known = {w for w in counts if any(page.facts.listed(words, w) for words in ("surnames", "given-names", "proper"))}
    known |= {w for w in counts if page.facts.listed("english", w.lower()) or page.facts.about(w)}
    for m in found:
        seen[m[0]] += 1
        if len(m[0]) > 4 and counts[m[0]] > 1 and seen[m[0]] > 1 and m[0] not in known:
            out.append((page.body + m.start(), page.body + m.end()))
    return out


def swap_unlisted(page: Page, dice: random.Random) -> Slip | None:
    """Two letters swapped in a later mention of a name in no list."""
    return _made(page, dice, _strange(page), _swap)


def sound_unlisted(page: Page, dice: random.Random) -> Slip | None:
    """Another transliteration in a later mention of a name in no list."""
    return _made(page, dice, _strange(page), _sound)


def _surnames(page: Page, after: str, least: int = 4) -> list[tuple[int, int]]:
    """Later mentions of a surname that was given in full, before what `after` says."""
    out = []
    for m in full_names(page):
        for again in re.finditer(rf"(?<![A-Za-z.] ){re.escape(m[2])}(?={after})", page.text[m.end() :]) if len(m[2]) >= least else ():
            out.append((m.end() + again.start(), m.end() + again.end()))
    return sorted(set(out))


def doubled_letter(page: Page, dice: random.Random) -> Slip | None:
    """A doubled letter lost, or one doubled, in a later mention by surname."""
    return _made(page, dice, _surnames(page, r" [a-z]|[.,]"), _doubled)


def sound_of_surname(page: Page, dice: random.Random) -> Slip | None:
    """A surname written as it sounds, in a later mention."""
    return _made(page, dice, _surnames(page, r" [a-z]|[.,]"), _sound)


def possessive(page: Page, dice: random.Random) -> Slip | None:
    """A slip in a possessive, of one whom the story gives in full."""
    return _made(page, dice, _surnames(page, r"[’']s\b"), _any)


def short_surname(page: Page, dice: random.Random) -> Slip | None:
    """A slip in a surname of four letters, in a later mention."""
    spans = [(a, b) for a, b in _surnames(page, r" [a-z]|[.,’']") if b - a == 4]
    return _made(page, dice, spans, lambda w, d: d.choice((_swap, _sound))(w, d))


def like_surname(page: Page, dice: random.Random) -> Slip | None:
    """Another surname that sounds the same, once, for one named in full."""
    pairs = [pair.split() for pair in _LIKE.split("|")]
    other = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    spans = [m.span(2) for m in repeated(page)] + _surnames(page, r" [a-z]|[.,’']")
    return _made(page, dice, spans, lambda word, _: other.get(word, word))


def short_headline(page: Page, dice: random.Random) -> Slip | None:
    """A slip in a surname in the headline, of any length, everyday words too."""
    known = {m[2] for m in full_names(page)}
    return _made(page, dice, [m.span() for m in re.finditer(WORD, page.text[: page.body]) if m[0] in known and len(m[0]) > 3], _any)


def caption(page: Page, dice: random.Random) -> Slip | None:
    """A slip in a caption at the story's end that names somebody of the story in full."""
    end = len(page.text.rstrip())
    made = [(m, _any(m[2], dice)) for m in full_names(page) if len(m[2]) > 3]
    return one(dice, [Slip(end, end, f"\n\nPhoto: {m[1]} {new} outside the building on Monday.", m[0]) for m, new in made if new != m[2]])


def first_name_of_story(page: Page, dice: random.Random) -> Slip | None:
    """The first name of another person in the story, once, for one named in full twice."""
    names = sorted({m[1] for m in full_names(page)})
    found = [(m, [n for n in names if n != m[1] and f"{n} {m[2]}" not in page.text]) for m in repeated(page)]
    return one(dice, [Slip(*m.span(1), dice.choice(others), m[0]) for m, others in found if others])


def first_name_letters(page: Page, dice: random.Random) -> Slip | None:
    """A slip in the first name of one named in full twice."""
    return _made(page, dice, [m.span(1) for m in repeated(page) if len(m[1]) > 3], _any)


def first_name_listed(page: Page, dice: random.Random) -> Slip | None:
    """A slip in the first name of a listed person named in full once."""
    found = [m for m in full_names(page) if page.facts.about(m[0], "holds") and page.text.count(m[0]) == 1 and len(m[1]) > 3]
    return _made(page, dice, [m.span(1) for m in found], _any)


def relative(page: Page, dice: random.Random) -> Slip | None:
    """The first name of a spouse, brother or child of a listed person, behind his post."""
    kin = (
        "Bill:Hillary Hillary:Bill Barack:Michelle Donald:Melania Joe:Jill George:Laura Jeb:George Mitt:Ann "
        "Rand:Ron Ted:Rafael John:Cindy Andrew:Mario Justin:Pierre David:Ed Nancy:Paul Mike:Karen"
    )
    other = dict(pair.split(":") for pair in kin.split())
    title = r"(?:President|Secretary of State|Sen\.|Senator|Gov\.|Governor|Prime Minister|Vice President|Speaker) "
    found = re.finditer(rf"(?<={title})({WORD}) (?:[A-Z]\. )?({WORD})".replace(f"(?<={title})", f"{title}"), page.text[page.body :])
    kept = [m for m in found if m[1] in other and page.facts.about(f"{m[1]} {m[2]}", "holds")]
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), other[m[1]], m[0]) for m in kept])


def junior(page: Page, dice: random.Random) -> Slip | None:
    """Sr. for Jr. or the reverse."""
    found = re.finditer(rf"{WORD},? (Jr|Sr)\b", page.text[page.body :])
    return one(dice, [Slip(page.body + m.start(1), page.body + m.end(1), "Sr" if m[1] == "Jr" else "Jr", m[0]) for m in found])


def given_for_surname(page: Page, dice: random.Random) -> Slip | None:
    """The given name alone for the surname that stands first: `Jinping said` for `Xi said`."""
    out = []
    for name in (
        "Xi Jinping",
        "Kim Jong Un",
        "Kim Jong-un",
        "Moon Jae-in",
        "Park Geun-hye",
        "Li Keqiang",
        "Wang Yi",
        "Ban Ki-moon",
        "Mao Zedong",
    ):
        first, _, given = name.partition(" ")
        for m in re.finditer(rf"(?<![A-Za-z] ){first}(?= (?:[a-z]))", page.text) if name in page.text else ():
            out.append(Slip(*m.span(), given, name))
    return one(dice, out)


def particle(page: Page, dice: random.Random) -> Slip | None:
    """A hyphen lost, a Mc or O’ that lost its capital, a particle with another letter, in a later mention."""
    forms = (r"\b([A-Z][a-z]+)-([A-Z][a-z]+)\b", r"\b(Mc|Mac|O’|O')([A-Z][a-z]+)\b", r"\b(de|di|van|von|al-)( ?[A-Z][a-z]+)\b")
    changed = {"de": "di", "di": "de", "van": "von", "von": "van", "al-": "el-"}
    out = []
    for form in forms:
        for m in re.finditer(form, page.text[page.body :]):
            if page.text.count(m[0]) > 2 and not page.facts.listed("english", m[2].lower().strip()):
                new = changed.get(m[1], m[1]) + (m[2] if m[1] in changed else m[2].lower() if form == forms[1] else f" {m[2]}")
                out.append(Slip(page.body + m.start(), page.body + m.end(), new, m[0]))
    return one(dice, out)


def _listed(page: Page, kinds: set[str]) -> Iterator[tuple[int, int]]:
    """Words or runs that are listed as one of these kinds."""
    for m in re.finditer(rf"\b{WORD}(?: (?:of|for|and|the|{WORD})){{0,5}}\b", page.text[page.body :]):
        words = m[0].split(" ")
        for n in range(len(words), 0, -1):
            name = " ".join(words[:n])
            if len(name) > 5 and any(f.value in kinds for f in page.facts.about(name, "named")):
                yield page.body + m.start(), page.body + m.start() + len(name)
                break


def _once(page: Page, kinds: set[str]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in _listed(page, kinds) if page.text.count(page.text[a:b]) == 1]


def place_sound(page: Page, dice: random.Random) -> Slip | None:
    """A listed place that stands once, a doubled letter lost or written as it sounds: `Phillipines`."""
    return _made(page, dice, _once(page, _PLACES), lambda w, d: d.choice((_doubled, _sound))(w, d))


def capital_once(page: Page, dice: random.Random) -> Slip | None:
    """A capital or country of the fact base that stands once, with two letters swapped."""
    words = [m for m in re.finditer(WORD, page.text[page.body :]) if len(m[0]) > 5 and page.text.count(m[0]) == 1]
    kept = [m for m in words if page.facts.where("capital", m[0]) or page.facts.about(m[0], "capital")]
    return _made(page, dice, [(page.body + m.start(), page.body + m.end()) for m in kept], _swap)


def demonym_once(page: Page, dice: random.Random) -> Slip | None:
    """An adjective of a country, with a slip: `Isreali`."""
    words = [m for m in re.finditer(WORD, page.text[page.body :]) if len(m[0]) > 5 and page.facts.about(m[0], "demonym")]
    return _made(page, dice, [(page.body + m.start(), page.body + m.end()) for m in words], _any)


def _word_of_body(page: Page, dice: random.Random, how: Callable[[re.Match[str]], str]) -> Slip | None:
    """A word of a listed body, changed so that the body is not listed."""
    out = []
    heads = [(a, b) for a, b in _listed(page, _BODIES)]
    for m in re.finditer(rf"\b{WORD}(?: (?:of|for|and|the|{WORD})){{1,5}}\b", page.text[page.body :]):
        if page.facts.about(m[0], "head"):
            heads.append((page.body + m.start(), page.body + m.end()))
    for a, b in heads:
        name = page.text[a:b]
        for word in re.finditer(r"\w+", name) if " " in name else ():
            new = how(word)
            made = name[: word.start()] + new + name[word.end() :]
            if new != word[0] and not page.facts.about(made) and made not in page.text:
                out.append(Slip(a + word.start(), a + word.end(), new, name))
    return one(dice, out)


def body_number(page: Page, dice: random.Random) -> Slip | None:
    """Plural for singular, or the reverse, in a word of a body: `Federal Bureau of Investigations`."""

    def new(m: re.Match[str]) -> str:
        word = m[0]
        if not re.search(r"(?:tion|er|ice|ease|ion|ment|s)$", word) or word[0].islower() or word.endswith("ss"):
            return word
        return word[:-1] if word.endswith("s") else word + "s"

    return _word_of_body(page, dice, new)


def body_preposition(page: Page, dice: random.Random) -> Slip | None:
    """`for` for `of`, or the reverse, in the name of a body."""
    return _word_of_body(page, dice, lambda m: {"of": "for", "for": "of"}.get(m[0], m[0]))


def body_noun(page: Page, dice: random.Random) -> Slip | None:
    """Another noun in the name of a body: `World Health Association`."""
    return _word_of_body(page, dice, lambda m: _SWAPPED.get(m[0], m[0]))


def body_letters(page: Page, dice: random.Random) -> Slip | None:
    """A slip in a word of a listed body, company, court, paper or university."""
    return _word_of_body(page, dice, lambda m: _any(m[0], dice) if len(m[0]) > 4 and m[0][0].isupper() else m[0])


def body_to_word(page: Page, dice: random.Random) -> Slip | None:
    """A word of a body a letter away from another word: `Nobel Peach Prize`, `Untied Nations`."""

    def new(m: re.Match[str]) -> str:
        made = {m[0][:i] + c + m[0][i + d :] for i in range(1, len(m[0])) for c in ("", *"abcdefghiklmnoprstuvwy") for d in (0, 1)}
        kept = sorted(w for w in made if w.rstrip("s") != m[0].rstrip("s") and page.facts.listed("english", w.lower()))
        return dice.choice(kept) if kept and m[0][0].isupper() and len(m[0]) > 3 else m[0]

    return _word_of_body(page, dice, new)


def university_turned(page: Page, dice: random.Random) -> Slip | None:
    """`Georgetown University` as `University of Georgetown`, or the reverse."""
    out = []
    for m in re.finditer(rf"\b(?:({WORD}(?: {WORD})?) University|University of ({WORD}(?: {WORD})?))\b", page.text[page.body :]):
        new = f"University of {m[1]}" if m[1] else f"{m[2]} University"
        if page.facts.about(m[0], "named") and not page.facts.about(new):
            out.append(Slip(page.body + m.start(), page.body + m.end(), new, m[0]))
    return one(dice, out)


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        swap_unlisted, sound_unlisted, doubled_letter, sound_of_surname, possessive, short_surname, like_surname, short_headline, caption,
        first_name_of_story, first_name_letters, first_name_listed, relative, junior, given_for_surname, particle, place_sound,
        capital_once, demonym_once, body_number, body_preposition, body_noun, body_letters, body_to_word, university_turned,
    )
}  # fmt: skip
