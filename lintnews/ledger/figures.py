"""A block in, its line out: the text in small letters with one sign for each figure, so that a short pattern can tell how figures relate.

`$` is money, `%` a percentage, `&` percentage points, `@` a year, `/` a factor (`half`, `twice`, `three times`), `*` a verb that is
one (`doubled`), `#` any other number.
Words like `about` before a figure are taken out and kept with it; a full point stands for the end of a sentence alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily, needs
from lintnews.ledger import numbers
from lintnews.ledger.numbers import SMALL, Number
from lintnews.model import Block, Span

if TYPE_CHECKING:
    from lintnews.ledger import Story

SIGNS = "$%&@/#*"
_PARTS = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "thirds": Fraction(1, 3), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
    "fifth": Fraction(1, 5), "fifths": Fraction(1, 5), "tenth": Fraction(1, 10), "twice": Fraction(2), "double": Fraction(2),
    "triple": Fraction(3),
}  # fmt: skip
_FACTOR = lazily.pattern(
    r"\b(?:one\s+(?:in|of\s+every)\s+(?P<in>two|three|four|five|six|seven|eight|nine|ten|\d{2,3})\b(?!\s*(?:of|percent|million|billion|[%\d]))|(?:(?P<times>one|two|three|four|nine|an?)[\s-])?(?P<part>thirds?|quarters?|fifths?|tenth)\b(?=\s+of\b|,|\.|\s+(?:more|less|fewer|the|as|larger|smaller)\b|\s+to\b)"
    r"|(?:(?:an?|one|by)\s+)?(?P<whole>(?<!\b(?:first|second|other|better|latter|last|top|bottom|next|its|the|this|each|per)\s)half)\b(?!-|\s+(?:hour|year|mile|dozen|brother|sister|million|marathon|time|century|an?\b))|(?P<fold>twice|double|triple)(?=\s+(?:the|that|its|as|what|their|his|her)\b))",
    lazily.IGNORECASE,
)
_NAMED = {
    Fraction(1, 2): "half", Fraction(1, 3): "a third", Fraction(2, 3): "two-thirds", Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three-quarters", Fraction(1, 5): "a fifth", Fraction(2, 5): "two-fifths", Fraction(3, 5): "three-fifths",
    Fraction(4, 5): "four-fifths",
}  # fmt: skip
_VERB = lazily.pattern(
    r"\b(?P<stem>doubl|tripl|trebl|quadrupl|halv)(?P<ending>es|ed|ing|e(?=\s+from|\s+to\b|\s+in\b|[.,;]))\b", lazily.IGNORECASE
)
_STEMS = {"doubl": Fraction(2), "tripl": Fraction(3), "trebl": Fraction(3), "quadrupl": Fraction(4), "halv": Fraction(1, 2)}
#: What verbs begin with that are factors.
STEMS = tuple(_STEMS)
_FACTORS = ("one in ", "one of every ", "half", "third", "quarter", "fifth", "tenth", "twice", "double", "triple")
_UNIT = lazily.pattern(
    r"(?P<percent>\s?(?:%|percent\b|per\scent\b|pct\b)(?:[\s-](?P<points>points?\b))?)|[\s-](?P<points>percentage[\s-]points?\b)|\s(?P<times>times)\b(?!\s+(?:in|since|a|per|last|this|at|for|during|by|and|to|on)\b)"
    r"|(?P<money>\s(?:(?:U\.S\.\s|American\s)?dollars|euros|yen|yuan|rupees|francs|(?<=illion\s)pounds(?!\s+of\b))\b)|(?P<cents>[\s-](?:cents?|pence)\b)"
    r"|(?P<half>\sand\sa\s(?:half\b|(?P<quarter>quarter\b)))",
    lazily.IGNORECASE,
)
_MARK = lazily.pattern(r"(?:US|A|C|HK|NZ)?(?P<mark>[$£€¥])\s?\Z")
_HEDGE = lazily.pattern(
    r"(?:\b(?:about|around|roughly|nearly|almost|just\s+over|just\s+under|a\s+little\s+(?:over|under|more\s+than|less\s+than)|more\s+than|less\s+than|fewer\s+than|over|under|some|at\s+least|at\s+most"
    r"|approximately|close\s+to|as\s+many\s+as|as\s+much\s+as|an?\s+estimated|up\s+to(?!\s+\d+\s+from)|well\s+over|upward\s+of)\s+)\Z",
    lazily.IGNORECASE,
)
_LAST_OF_HEDGE = frozenset(
    "about around roughly nearly almost over under than some least most approximately to as many much estimated of".split()
)
_YEAR = lazily.pattern(r"(?:1[5-9]|20|21)\d\d(?!s\b|-\d)")
_NOT_A_YEAR = lazily.pattern(
    r"\s+(?:people|men|women|workers|jobs|homes|feet|miles|votes|of\s+the|square|pounds|tons|acres|meters|metres)\b"
)
_SCORE = lazily.pattern(r"[-–](?P<other>\d{1,3})(?![\d\p{L}]|[-–/,.:]\d|-\p{L})")
_THING = lazily.pattern(r"[ -](?P<word>\p{L}{2,})")
_PLURAL = frozenset("people men women children feet police staff crew cattle sheep fish deer inch mile foot pound year day".split())
_SMALL_WORDS = frozenset(
    "to from in on at of or and by for with the an than as but is was are were will would had has have who that which while after before "
    "more less fewer higher lower above below over under against during when last this there per each out ahead behind since until into "
    "it he she they would could said".split()
)
_TWO = 2
#: The signs of money, and what is its sign where there is none.
_MARKS = {"euro": "€", "yen": "¥", "poun": "£", "yuan": "yuan", "rupe": "rupee", "fran": "franc"}
_BLANKS = str.maketrans(dict.fromkeys(f"{SIGNS}.!?…", " ") | {"\n": " ", "\t": " "})


class Figure(NamedTuple):
    """A figure as printed, with its currency, sign and unit: what sort it is, its value, and the word that leaves it room, if any."""

    span: Span
    sort: str
    number: Number
    mark: str
    hedge: str
    unit: str = ""


class Line(NamedTuple):
    """The text of a block in small letters with a sign for each figure, and the figures by the place of their sign."""

    text: str
    figures: dict[int, Figure]

    @property
    def signs(self) -> str:
        """The signs in order."""
        return "".join(sorted(figure.sort for figure in self.figures.values()))


class Lines(dict[Block, Line]):
    """The lines of a story."""

    @cached_property
    def _signed(self) -> dict[str, Lines]:
        return {}

    def signed(self, signs: str) -> Lines:
        """The lines in whose signs, put in order (`#$%&/@`), a pattern is found."""
        if signs not in self._signed:
            pattern = re.compile(signs)
            self._signed[signs] = Lines((block, line) for block, line in self.items() if pattern.search(line.signs))
        return self._signed[signs]


def read(story: Story) -> Lines:
    """The lines of all blocks of copy that have two figures or more."""
    return Lines((block, found) for block in story.blocks() if (found := _line(story, block)))


def _line(story: Story, block: Block, least: int = 2) -> Line | None:
    figures = sorted(_figures(block.text, story.numbers[block]), key=lambda figure: figure.span)
    if len(figures) < least:
        return None
    text = _plain(story, block)
    out, at, placed = list[str](), 0, dict[int, Figure]()
    length = 0
    for figure in figures:
        start = figure.span.start - len(figure.hedge)
        if start < at:
            continue
        out.append(text[at:start])
        length += start - at
        placed[length] = figure
        out.append(figure.sort)
        length, at = length + 1, figure.span.end
    return Line("".join(out) + text[at:], placed)


def _plain(story: Story, block: Block) -> str:
    """The text without signs, with full points where sentences end alone."""
    folded = needs.fold(block.text).translate(_BLANKS)
    out, at = list[str](), 0
    for span in story.sentences(block):
        out += [folded[at : span.end - 1], "." if block.text[span.end - 1] in ".!?…" else folded[span.end - 1]]
        at = span.end
    return "".join(out) + folded[at:]


def _figures(text: str, found: Sequence[Number]) -> Iterator[Figure]:
    taken = 0
    parts = list(_factors(text))
    yield from parts
    spans = [part.span for part in parts]
    for number in found:
        if number.span.start < taken or any(number.span.overlaps(span) for span in spans):
            continue
        for figure in _read(text, number):
            taken = figure.span.end
            yield figure


def _factors(text: str) -> Iterator[Figure]:
    low = text.lower()
    for match in _FACTOR.finditer(text) if any(word in low for word in _FACTORS) else ():
        if match["in"]:
            span, parts = Span(*match.span()), numbers.small(match["in"])
            yield Figure(span, "/", Number(span, Fraction(1, parts), Fraction(0)), "", _hedge(text, span.start))
            continue
        name = (match["part"] or match["whole"] or match["fold"]).lower()
        times = (match["times"] or "a").lower()
        if name in ("third", "quarter", "fifth", "tenth") and not match["times"]:
            continue
        value = _PARTS[name] * (SMALL.index(times) if times in SMALL else 1)
        span = Span(*match.span())
        yield Figure(span, "/", Number(span, value, Fraction(0)), "", _hedge(text, span.start))
    for match in _VERB.finditer(text) if any(stem in low for stem in _STEMS) else ():
        span = Span(*match.span())
        yield Figure(span, "*", Number(span, _STEMS[match["stem"].lower()], Fraction(0)), "", _hedge(text, span.start))


def _read(text: str, number: Number) -> Iterator[Figure]:
    """One number with what stands around it; a score is two."""
    start, end = number.span
    short = text[start:end].isdigit() and end - start < 4 and text[start - 1 : start] not in ("$", "£", "€")
    if score := short and _SCORE.match(text, end):
        yield Figure(number.span, "#", number, "-", "")
        yield Figure(Span(*score.span("other")), "#", numbers.number(score["other"], score.start("other")), "-", "")
        return
    mark = _MARK.search(text, max(0, start - 4), start)
    unit = _UNIT.match(text, end)
    sort, sign = "#", ""
    if mark:
        sort, sign, start = "$", mark["mark"], mark.start()
        unit = None
    elif unit and unit["half"]:
        number = Number(number.span, number.value + Fraction(1, 4 if unit["quarter"] else 2), Fraction(1, 2))
    elif unit and unit["points"]:
        sort = "&"
    elif unit and unit["percent"]:
        sort = "%"
    elif unit and unit["times"]:
        sort = "/"
    elif unit:
        sort, sign = "$", "$" if "dollar" in unit[0] or "cent" in unit[0] else _MARKS.get(unit[0].split()[-1][:4].lower(), "")
        number = Number(number.span, number.value / 100, number.unit / 100) if unit["cents"] else number
    elif end - start == 4 and _year(text, start) and not _NOT_A_YEAR.match(text, end):
        sort = "@"
    end = unit.end() if unit else end
    yield Figure(Span(start, end), sort, number, sign, _hedge(text, start) if sort != "@" else "", _thing(text, end) if sort == "#" else "")


def _year(text: str, start: int) -> bool:
    """Whether a number of four figures is a year: from 1500 on, or any behind `in`."""
    return _YEAR.match(text, start) is not None or (text[start - 4 : start].lower() == " in " and text[start : start + 1] == "1")


def _thing(text: str, end: int) -> str:
    """What a number counts, without its ending: the first plural of the three words behind it, up to a small one."""
    for _ in range(3):
        word = _THING.match(text, end)
        thing = word["word"].lower() if word else ""
        if not word or thing in _SMALL_WORDS or thing.endswith("ed"):
            return ""
        if thing in _PLURAL or (thing.endswith("s") and not thing.endswith("ss")):
            return {"feet": "foot"}.get(thing, thing.removesuffix("s"))
        end = word.end()
    return ""


def _hedge(text: str, start: int) -> str:
    last = text[max(0, start - 14) : start].rstrip().rpartition(" ")[2].lower()
    found = _HEDGE.search(text, max(0, start - 24), start) if last in _LAST_OF_HEDGE else None
    return found[0] if found else ""


def like(value: Fraction, figure: Figure, text: str) -> str | None:
    """A value as a figure is printed in a text; none where it cannot be: no factor that has a word, more decimals than printed."""
    at = figure.number.span
    shown = text[slice(*at)]
    if figure.sort in "*/":
        return (_verb if figure.sort == "*" else _fraction)(value, shown)
    scale = shown.rpartition(" ")[2] if " " in shown and not shown[:1].isalpha() else ""
    size = numbers.number(f"1 {scale}").value if scale else Fraction(1)
    if text[figure.number.span.end : figure.span.end].strip("- ").lower().startswith(("cent", "pence")):
        value *= 100
    decimals = len(shown.partition(".")[2].split(" ")[0]) if "." in shown else 0
    scaled = value / size
    if value < 0 or ((scaled * 10**decimals).denominator != 1 and not decimals and figure.sort not in "%&"):
        return None
    scaled = Fraction(round(scaled)) if figure.sort in "%&" and not decimals else scaled
    if shown[:1].isalpha():
        whole = scaled.numerator if scaled.denominator == 1 and scaled < len(SMALL) and not scale else -1
        words = SMALL[whole] if whole >= 0 else ""
        right = (words.capitalize() if shown[:1].isupper() else words) or f"{scaled.numerator:,}"
    else:
        right = f"{float(scaled):,.{decimals}f}" + (shown[-len(scale) - 1 :] if scale else "")
    return text[figure.span.start : at.start] + right + text[at.end : figure.span.end]


def _verb(value: Fraction, shown: str) -> str | None:
    """`tripled` for three times in the place of `doubled`."""
    ending = _VERB.sub(r"\g<ending>", shown)
    return next((stem + ending for stem, times in _STEMS.items() if abs(value / times - 1) <= Fraction(1, 20)), None)


def _fraction(value: Fraction, shown: str) -> str | None:
    """`three-quarters` for three of four in the place of `two-thirds`."""
    if shown[:4].lower() == "one " and (parts := round(1 / value) if value else 0) and abs(value * parts - 1) < Fraction(1, 20):
        named = numbers.SMALL[parts] if parts < len(numbers.SMALL) and not shown[-1:].isdigit() else str(parts)
        return f"{shown.rpartition(' ')[0]} {named}"
    if value > 1:
        times = round(value) if abs(value - round(value)) <= value / 20 and value < len(numbers.SMALL) else 0
        right = "twice" if times == _TWO else f"{numbers.SMALL[times]} times" if times else ""
    else:
        right = next((name for part, name in _NAMED.items() if abs(value - part) <= Fraction(1, 200)), "")
    return (right.capitalize() if shown[:1].isupper() else right) or None


def slipped(given: str, right: str) -> bool:
    """Whether a figure may be a slip for another: a digit changed, dropped, added or swapped, another scale, or another small word."""
    one, other = ("".join(filter(str.isdigit, text)) for text in (given, right))
    if not one or not other:
        return not one and not other
    if one == other:
        return True
    if len(one) == len(other):
        off = [i for i, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        swapped = len(off) == _TWO and off[1] == off[0] + 1 and (one[off[0]], one[off[1]]) == (other[off[1]], other[off[0]])
        return len(off) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def slips(figure: Figure, text: str) -> Iterator[tuple[str, Figure]]:
    """What a figure printed in digits may be a slip for, with a digit changed or two swapped: as it is printed, and the figure."""
    at = figure.number.span
    shown = text[slice(*at)]
    size = figure.number.value / numbers.number(shown).value if shown[:1].isdigit() and figure.number.value else Fraction(0)
    for each in _slips(shown) if size else ():
        new = Number(at, numbers.number(each).value * size, figure.number.unit)
        yield text[figure.span.start : at.start] + each + text[at.end : figure.span.end], figure._replace(number=new)


def _slips(shown: str) -> Iterator[str]:
    for i, digit in enumerate(shown):
        if digit.isdigit():
            yield from (shown[:i] + other + shown[i + 1 :] for other in "0123456789"[not i :] if other != digit)
            behind = shown[i + 1 : i + 2]
            if behind.isdigit() and behind != digit and (i or behind != "0"):
                yield shown[:i] + behind + digit + shown[i + 2 :]
