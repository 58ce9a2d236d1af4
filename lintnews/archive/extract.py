"""A story in, its entry for the archive out: people with posts and ages, counts, quotations, names; read once, by the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from lintnews import lazily
from lintnews.archive.nouns import Counted, Entry, Named, Said
from lintnews.ledger import Story, ages, numbers
from lintnews.ledger.people import Mention
from lintnews.ledger.titles import TITLE_NOUNS, Sort
from lintnews.model import COPY, PROSE, Block, Part, Span
from lintnews.words import fold

_FEWEST_QUOTED = 5
_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*")
#: A post behind a name: `Ann Roe, the director of the museum,`.
_AFTER = lazily.pattern(
    r",\s+(?P<post>(?:(?:the|a|an|its|his|her|their)\s+)?(?!who\b|which\b|whose\b|and\b|but\b|\d)[\p{L}’'&-]+(?:\s+[\p{L}’'&.-]+){0,9}?)"
    r"(?=,|\.\s|\.?\Z|;| and | who | said )"
)
#: A post in small letters right before a name: `the director Ann Roe`.
_BEFORE = lazily.pattern(r"(?P<lead>(?:\p{L}+ )?)(?<![\p{L}-])(?P<noun>\p{Ll}{3,})\s\Z")
_FORMER = lazily.pattern(r"(?i)\b(?:former|ex|then|late|onetime|acting|interim|incoming|outgoing|deputy)\b")
#: What is counted, behind a number: up to three words, to the next small one.
_BEHIND = lazily.pattern(
    r"(?:(?P<percent>\s?%|[ -]per ?cent\b)|[ -](?:(?:more|other|of (?:its|the|their|his|her)|additional) )?"
    r"(?P<words>\p{L}[\p{L}’'-]*(?:[ -]\p{L}[\p{L}’'-]*){0,2}))"
)
#: Words of which one makes a post of what stands behind a name.
_POSTS = TITLE_NOUNS | frozenset(
    "fellow partner owner officer captain lecturer curator principal dean provost trustee chancellor clerk".split()
)
_SMALL = frozenset(
    "of in to on at by for from with as and or after before into over under during since than that who which when while are is was were be "
    "been has have had will would could a an the said it they he she more".split()
)
_HARMS = (
    r"(?P<dead>kill(?:s|ed|ing)?|dead|die[sd]?|dying|deaths?|fatalities|lives)|(?P<hurt>injur(?:e|es|ed|ing|ies)|wound(?:s|ed|ing)|hurt)|"
    r"(?P<held>arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?)|(?P<missing>missing|unaccounted)"
)
_HARM_BEFORE = lazily.pattern(rf"(?i)\b(?:{_HARMS})\s+(?:of\s+)?(?:at\s+least\s+|about\s+|more\s+than\s+|some\s+|nearly\s+)?\Z")
_HARM_AFTER = lazily.pattern(
    rf"(?i)(?:\s+(?:\p{{L}}+\s+)?(?:people|others|men|women|children|civilians|soldiers|officers|passengers|students|workers))?"
    rf"(?:\s+(?:were|was|are|have\s+been|had\s+been|left|remain))?\s+(?:{_HARMS})\b"
)
_LEAST = lazily.pattern(
    r"(?i)\b(?:at least|more than|over|as many as|up to|about|around|nearly|almost|some|roughly|approximately)\s+(?:[$£€])?\Z"
)
_NO_COUNT = lazily.pattern(
    r"(?:\b(?:No|Nos|Route|Highway|Interstate|Flight|Section|Article|Title|Channel|Room|Apartment|Week|Day|Phase|Part|age|aged)\.?\s|#)\Z"
)
_TIME = frozenset("year month week day hour minut second p.m a.m pm am o’cl".split())
#: What stands with a capital before a post and says whose it is: `Fire Chief`.
_WHOSE = frozenset("fire police school board council union health city county village town bank club party company".split())
#: Names that tell nothing of the matter.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december".split()
)
#: Names that half of all stories have are left to the index; so are the longest, which are lists.
_LONGEST_NAME = 5


def entry(story: Story) -> Entry:
    """All that the archive keeps of a story."""
    blocks = [block for block in story.document.blocks if block.part in COPY]
    starts = dict(zip(blocks, accumulate((len(block.text) + 1 for block in blocks), initial=0), strict=False))
    return Entry(
        story.document.source.name,
        story.day.isoformat() if story.day else "",
        next((block.text for block in blocks if block.part is Part.HEADLINE), ""),
        "\n".join(block.text for block in blocks),
        tuple(starts.values()),
        tuple(sorted(_keys(story))),
        tuple(_people(story, starts)),
        tuple(_names(story, starts)),
        tuple(_counts(story, starts)),
        tuple(_said(story, starts)),
    )


def _keys(story: Story) -> set[str]:
    """The folded names of running text: of several words, or one that opens no sentence."""
    out = {fold(person.name) for person in story.people.persons if " " in person.name}
    for chain in story.chains:
        phrase = chain.phrase.without_opening
        if chain.block.part not in PROSE or len(phrase.words) > _LONGEST_NAME or (len(phrase.words) == 1 and chain.opens):
            continue
        words = [word for word, capital in zip(phrase.folded, phrase.capitals, strict=True) if capital]
        if len(words) > 1 or (words and len(words[0]) > 3 and words[0] not in _CALENDAR):
            out.add(" ".join(words))
    return out


def _people(story: Story, starts: dict[Block, int]) -> Iterator[Named]:
    """Every full mention of a person whose post or age it tells, and the first of each name."""
    seen = set()
    for mention in story.people.mentions:
        if not mention.full or mention.block not in starts:
            continue
        key, at = fold(mention.name), starts[mention.block]
        age, post = ages.printed(story, mention), _post(story, mention)
        told = Named(
            key, mention.name, mention.block.text[slice(*post)] if post else "", int(mention.block.text[slice(*age)]) if age else 0,
            _moved(mention.span, at), _moved(age, at), _moved(post, at),
        )  # fmt: skip
        if (key, told.post, told.age) not in seen:
            seen.update({(key, told.post, told.age), (key, "", 0)})
            yield told


def _names(story: Story, starts: dict[Block, int]) -> Iterator[Named]:
    """The names of bodies, places and things of two to four words with a capital, in a row, each once; titles and people are left out."""
    people = {word for person in story.people.persons for word in fold(person.name).split()}
    seen = set()
    for chain in story.chains:
        phrase = chain.phrase.without_opening
        if chain.block.part not in PROSE or not 1 < len(phrase.words) <= _LONGEST_NAME or not all(phrase.capitals):
            continue
        key = " ".join(phrase.folded)
        at = chain.block.text.find(phrase.raw, chain.at)
        if key not in seen and at >= 0 and people.isdisjoint(phrase.folded) and not TITLE_NOUNS & set(phrase.folded):
            seen.add(key)
            yield Named(key, " ".join(phrase.words), "", 0, _moved(Span(at, at + len(phrase.raw)), starts[chain.block]))


def _moved(span: Span | None, at: int) -> tuple[int, int]:
    return (span.start + at, span.end + at) if span else (0, 0)


def _post(story: Story, mention: Mention) -> Span | None:
    """The post or rank printed with a name now: the title before it, else what stands between commas behind it."""
    text = mention.block.text
    weighty = [element for element in mention.titles if element.sort in (Sort.POST, Sort.RANK, Sort.NOUN)]
    if weighty:
        start = weighty[0].start
        while start and fold(mention.chain.tokens[start - 1].text) in _WHOSE:
            start -= 1
        span = mention.chain.span(start, weighty[-1].end)
        before = text[max(0, span.start - 12) : span.end]
        return None if _FORMER.search(before) or story.quoted(mention.block, span) else span
    if (small := _BEFORE.search(text, max(0, mention.span.start - 40), mention.span.start)) and small["noun"] in TITLE_NOUNS:
        return None if _FORMER.search(small["lead"]) or story.quoted(mention.block, mention.span) else Span(*small.span("noun"))
    behind = _AFTER.match(text, mention.span.end)
    if (
        not behind
        or _FORMER.search(behind["post"])
        or not _POSTS & set(fold(behind["post"]).split())
        or story.quoted(mention.block, mention.span)
    ):
        return None
    return Span(*behind.span("post"))


def _counts(story: Story, starts: dict[Block, int]) -> Iterator[Counted]:
    """Every number outside quotations that counts something, but years, ages and spans of time."""
    for block in story.blocks(*PROSE):
        for number in numbers.found(block.text):
            things = _things(block.text, number.span)
            if (
                not things
                or story.quoted(block, number.span)
                or number.value < 2
                or _NO_COUNT.search(block.text, max(0, number.span.start - 12), number.span.start)
            ):
                continue
            least = _LEAST.search(block.text, max(0, number.span.start - 20), number.span.start) is not None
            yield Counted(" ".join(sorted(things)), str(number.value), least, _moved(number.span, starts[block]))


def _things(text: str, span: Span) -> set[str]:
    """What is counted: harms by what was done, else the stems of the words behind the number."""
    harm = _HARM_BEFORE.search(text, max(0, span.start - 36), span.start) or _HARM_AFTER.match(text, span.end)
    if harm:
        return {f"*{name}" for name in ("dead", "hurt", "held", "missing") if harm[name]}
    behind = _BEHIND.match(text, span.end)
    if not behind:
        return set()
    if behind["percent"]:
        return {"%"}
    out = set()
    for word in behind["words"].replace("-", " ").split():
        if word.lower() in _SMALL:
            break
        out.add(stem(word))
    return set() if out & _TIME else out


def stem(word: str) -> str:
    """The head of a word, by which its forms meet."""
    return fold(word).removesuffix("'s").removesuffix("s")[:5]


def _said(story: Story, starts: dict[Block, int]) -> Iterator[Said]:
    for quotation in story.quotations:
        if quotation.block in starts and quotation.opened and quotation.depth == 0 and len(_WORD.findall(quotation.text)) >= _FEWEST_QUOTED:
            yield Said(_moved(quotation.inside, starts[quotation.block]))


def words(text: str) -> list[str]:
    """The words of a text, folded, as they are compared."""
    return [fold(found) for found in _WORD.findall(text)]
