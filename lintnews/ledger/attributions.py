"""A place in a paragraph in, the attribution that stands there out: who says, by which verb.

An attribution is read by its wording alone: a verb of saying with a pronoun, a name or a noun phrase beside it.
"""

from __future__ import annotations

import regex

from lintnews import lazily
from lintnews.model import Span
from lintnews.record import record

_PAST = (
    "said|told|added|wrote|asked|tweeted|replied|responded|explained|noted|argued|claimed|stated|insisted|warned|recalled|concluded"
    "|continued|declared|admitted|joked|quipped|announced|remarked|observed|testified|suggested|acknowledged|exclaimed|shouted|yelled"
    "|whispered|complained|conceded|predicted|promised|vowed|commented|posted|cautioned|asserted|contended|confirmed|lamented|mused"
    "|urged|begged|cried|screamed|countered|retorted|reasoned|allowed|boasted|bragged|pleaded|opined|elaborated|stressed|emphasi[sz]ed|pledged"
)
_PRESENT = (
    "says|tells|adds|writes|asks|replies|responds|explains|notes|argues|claims|states|insists|warns|recalls|concludes|continues"
    "|admits|jokes|remarks|observes|suggests|acknowledges|complains|concedes|predicts|muses|laments|contends|asserts|stresses|emphasi[sz]es"
)
_NEVER_FIRST = frozenset("told tells allowed promised suggested urged begged confirmed suggests posted claims states notes".split())
#: Verbs of saying, as an alternation.
VERB = f"(?:{_PAST}|{_PRESENT})"
#: Verbs of saying that may stand before their subject: `said the mayor`, not `told the mayor`.
VERB_FIRST = f"(?:{'|'.join(verb for verb in (*_PAST.split('|'), *_PRESENT.split('|')) if verb not in _NEVER_FIRST)})"

_PRONOUN = r"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ww]ho|[Ii]t)"
_ADVERB = r"(?:(?:\p{Ll}+ly|also|later|then|once|had|has|have|would|often|again|further|first|still|always|soon)\s+){0,2}"
_CAPITAL = r"(?:\p{Lu}\.(?:\p{Lu}\.)*|\p{Lu}[\p{L}\p{M}'’\-]*(?:\.\p{Lu}\p{L}*)*)"
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|Rev|St|Capt|Adm|Maj)\.?\s+)*"
    rf"{_CAPITAL}(?:\s+(?:(?:de|da|del|la|van|von|bin|al|of|the|and|&)\s+){{0,2}}{_CAPITAL}){{0,5}}"
)
_PHRASE = (
    r"(?:the|a|an|one|another|his|her|their|its|my|our|some|many|officials|police|prosecutors|authorities|investigators|researchers)\b"
    r"[^.,;:!?\"“”()]{0,60}?"
)
_LOWER_TITLE = r"(?:\p{Ll}[\p{Ll}'’-]*\s+){1,4}"

_AFTER = lazily.pattern(
    rf"\s*(?:according\s+to\s+(?P<source>{_NAME}|{_PHRASE}(?=[.,;]|\s*\Z))"
    rf"|{_PRONOUN}\s+{_ADVERB}{VERB}\b"
    rf"|{VERB_FIRST}\s+(?!that\b|it\s+all|so\b|to\b)(?:(?P<inverted>(?:{_LOWER_TITLE})?{_NAME})"
    rf"|(?P<someone>{_PHRASE}(?=[.,;]|\s+(?:who|in|at|on|to|after|of)\b|\s*\Z))|(?P<he>he|she|they|I|we)\b)"
    rf"|(?:as\s+)?(?P<name>{_NAME}(?:[^.,;:!?\"“”()]{{0,60}}?\p{{Lu}}[\p{{L}}'’-]*)?)(?:,[^,;:!?\"“”()]{{1,80}},)?\s+{_ADVERB}{VERB}\b"
    rf"|(?P<phrase>{_PHRASE})(?:,[^,;:!?\"“”()]{{1,80}},)?\s+{_ADVERB}{VERB}\b)"
)
_BEFORE = lazily.pattern(
    rf"(?:\A|[\s—“\"(])(?:{_PRONOUN}|(?P<name>{_NAME})|(?P<phrase>{_PHRASE}))(?:,[^,;:!?\"“”()]{{1,80}},)?"
    rf"\s+{_ADVERB}{VERB}\b[^.;!?\"“”]{{0,80}}(?:[,:]|\bthat|\bas)?\s*\Z"
)
_ACCORDING = lazily.pattern(r"\s*according\s+to\b")
_SENTENCE_END = lazily.pattern(r"[.!?][\"”’)]*\s+(?=[\"“‘]?\p{Lu})")

#: How many characters before a quotation its attribution may begin.
REACH = 220


@record
class Attribution:
    """Where an attribution stands and, in it, the one who speaks."""

    span: Span
    speaker: Span


def after(text: str, at: int) -> Attribution | None:
    """The attribution that begins at an offset: `he said`, `said Ann Roe`, `the mayor told reporters`, `according to police`."""
    if match := _AFTER.match(text, at, min(len(text), at + REACH)):
        return _found(match, text)
    if match := _ACCORDING.match(text, at):
        return Attribution(_trimmed(text, match.span()), Span(match.end(), match.end()))
    return None


def before(text: str, at: int) -> Attribution | None:
    """The attribution of the same sentence that leads into an offset: `Roe said, `, `She told reporters that `."""
    start = max(0, at - REACH)
    for end in _SENTENCE_END.finditer(text, start, at):
        start = end.end()
    match = _BEFORE.search(text, start, at)
    return _found(match, text) if match else None


def _found(match: regex.Match[str], text: str) -> Attribution:
    groups = match.groupdict()
    group = next((name for name in groups if groups[name]), None)
    speaker = Span(*match.span(group)) if group else Span(match.end(), match.end())
    return Attribution(_trimmed(text, match.span()), speaker)


def _trimmed(text: str, span: tuple[int, int]) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    return Span(start, end)
