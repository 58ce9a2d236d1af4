"""One paragraph's text in, the part that its wording gives away out: byline, credit, caption, link, furniture, or copy.

Every pattern reads the whole paragraph, and none reads a long one: what is long is copy. A pattern is compiled when a
word that it needs first turns up, which in most stories is never.
"""

from __future__ import annotations

from functools import cache

import regex

from lintnews import lazily
from lintnews.model import Part

_LONGEST = 1200
_FURNITURE_LONGEST = 500
_LINE_LONGEST = 160

_WORD = r"\p{Lu}[\p{L}.'’-]*"
_NAME = rf"(?:(?:de|da|del|der|di|du|la|le|van|von|bin|al|el|ter|den)\s)*{_WORD}"
_PERSON = rf"{_WORD}(?: {_NAME}){{1,3}}"
_AND = r"(?:, and |, | and | & | / )"
_BY = (
    rf"(?:By|BY|by|Written by|Story by|Words by|From)[: ]\s*{_NAME}(?:{_AND}?[ ]?{_NAME}){{0,9}}"
    rf"(?: (?:in|for|at) {_NAME}(?: {_NAME}){{0,3}})?(?:\s*[,|/•·–—-].{{0,80}})?"
)
_BY_LEADS = frozenset(("by", "by:", "written", "story", "words", "from"))
_ROLES = frozenset("contributor reporter writer editor correspondent columnist fellow intern producer staff".split())
_ROLE = (
    rf"{_PERSON}\s*[,|•·–—-]?\s*"
    rf"(?:(?:staff|chief|senior|contributing|political|managing|opinion) |\p{{Lu}}\w+ )*(?i:{'|'.join(sorted(_ROLES))})(?:[,|• ].{{0,60}})?"
)
_NAMES = rf"{_PERSON}(?:{_AND}{_PERSON}){{0,5}}(?:,? \p{{Lu}}[\p{{Lu}} ]{{2,30}})?"
_NO_NAME = frozenset("a an are at for from how in is it new no not of on or the this to was what when where who why will with".split())

_AGENCY = r"(?:AFP|AP|Reuters|REUTERS|EPA|Getty(?: Images)?|Bloomberg|Shutterstock|UPI|PA|NASA)"
_CREDIT = (
    rf"Getty Images|AFP(?: PHOTO)?/|/{_AGENCY}\b"
    r"|via (?:Getty|AP|AFP|REUTERS|Reuters)\b|\bAP Photo\b|\bShutterstock\b|\bEPA-EFE\b|\bWikimedia Commons\b"
    r"|/ (?:RNS|AP|AFP|EPA)\b|\A(?:Photo(?:graph)?s?|Image|Picture|Credit|Illustration|Graphic)s?(?: credit| courtesy of| by)?: ?"
)
_CREDIT_HINTS = ("/", "Getty", "via ", "Photo", "Image", "Picture", "Credit", "Illustration", "Graphic", "Shutterstock", "EPA", "Wikimedia")
_CAPTION_LEAD = (
    r"(?:FILE ?(?:PHOTO)?\b ?[-–—:]|Caption:|Pictured[:,]|Image copyright.{0,80}Image caption"
    r"|(?:In )?[Tt]his (?:undated|file|[A-Z]\w+\.? \d|[A-Z]\w+day)[^.]{0,60}\b(?:photo|image|picture|frame)\b)"
)
_CAPTION_LEADS = frozenset(("file", "caption", "pictured", "image", "in", "this"))
_CAPTION_END = (
    r"\((?:AP Photo|Photo|Image|FBI|[^()]{0,60}\bvia\b|[^()]{0,60}/(?:AP|AFP|Reuters|Getty))[^()]{0,120}\)\Z"
    r"|\b(?:REUTERS|AFP|EPA)/[\p{L} .'-]{3,60}\Z"
)

#: What ends without a sentence's stop.
_OPEN = r"(?<![.!?]|[.!?][\"”’)])"
#: The furniture of a page by its first word: what the rest of the line is then.
_FURNITURE = {
    "font": r"size",
    "advertisement advertisements ad loading latest print trending": r"(?:now)?",
    "comment comments video videos": r"",
    "share": rf"(?:this )?(?:story|article|page|post)?|(?:this|on) .*{_OPEN}",
    "listen": r"(?:to (?:this|the) (?:article|story))?",
    "hide toggle": r"caption",
    "story article": r"continue[sd](?: (?:below|after).{0,40})?",
    "continue": r"reading.{0,40}",
    "newsletter newsletters": r"(?:sign-?up)?",
    "sign": rf"up(?: (?:for|to) .*{_OPEN}|.{{0,120}}\b(?:newsletters?|inbox|alerts|updates|podcast)\b.*)?",
    "subscribe": rf"(?:now|(?:to|for) .*{_OPEN}|.{{0,120}}\b(?:newsletters?|inbox|alerts|updates|podcast)\b.*)?",
    "read": r"or share this story|(?:the )?(?:full|original) .{0,80} here",
    "most": r"(?:read|popular|viewed)",
    "play": r"(?:facebook|video|audio)",
    "watch": r"(?:live|now|below|the video|video|here| )*",
    "slideshow": r"\(\d+ images?\)",
    "last": rf"updated?\b.*{_OPEN}",
    "update updated updates": rf"(?:on|at) .*{_OPEN}|at \d.{{0,60}}",
    "update: updated: published: posted: tags: topics: source: sources: via:": rf".*{_OPEN}",
    "contributing:": r".*",
    "filed": r"under\b.*",
    "originally": r"published.{0,80}",
    "first": rf"published\b.{{0,80}}{_OPEN}",
    "published": rf"(?:on|at) .*{_OPEN}",
    "posted": rf"(?:at|on|by) .*{_OPEN}",
    "image": rf"copyright.*{_OPEN}",
    "media": rf"(?:playback|caption).*{_OPEN}",
    "related more": rf"(?:topics|from)\b.*{_OPEN}",
    "join": r"us on (?:twitter|facebook|instagram).*",
    "follow": (
        r".{1,60} on (?:twitter|facebook|instagram)\b.*|.{0,80}(?:@\w|(?:twitter|facebook|instagram)\.com).*"
        r"|(?:him|her|them|us|me) (?:on|at) .*"
    ),
    "email e-mail contact": r".{0,60}@\w.*|us\b.{0,60}",
    "you": r"can follow (?:him|her|them|us|me) (?:on|at) .*",
    "click": r"here.*",
    "copyright": r"(?:©|\(c\)|\d{4}|by ).*",
    "©": r".*",
    "all": r"rights reserved.*",
    "additional (additional": rf"reporting by (?-i:{_WORD} {_WORD}).*",
    "reporting (reporting editing (editing writing compiled produced illustrations graphics photography": rf"by (?-i:{_WORD} {_WORD}).*",
    "content": r"created by .*",
    "our": r"standards: .*",
    "visit": r".{0,60} for more .*",
    "get": r".{0,60}\b(?:newsletter|inbox)\b.*",
    "this (this": (
        r"(?:story|article|post|report|column|piece) (?:was|is|has been) "
        r"(?:(?:originally|first) (?:published|posted|appeared)|(?:been )?(?:updated|corrected|amended)).*"
        r"|(?:article|story) is more than .{1,30} old|[a-z]+\.? \d{1,2} (?:story|version).*"
    ),
}
_BY_WORD = {word: rest for words, rest in _FURNITURE.items() for word in words.split()}
_NOTE = r"[(\[]?(?:Correction|Clarification|Editor['’]s note|Corrections? (?:&|and) clarifications?)\b[^:]{0,40}:"
_NOTE_LEADS = frozenset("correction correction: clarification clarification: corrections corrections: editor's editor’s".split())
_COUNTS = r"(?:min(?:ute)?s? read|shares?(?: \w+){0,4}|comments?)"
_THANKS = r".{0,300}\bcontributed (?:reporting|to this (?:report|story|article|post))\b.{0,60}"

_LINK = (
    r"(?:RELATED|READ MORE|READ ALSO|SEE ALSO|ALSO READ|READ|MORE|WATCH|VIDEO|PHOTOS|GALLERY"
    r"|Related|Read more|Read also|Also read|Read next|See also|More|Watch)"
)
_LINK_LEADS = frozenset("related read see also more watch video photos gallery".split())
_LINK_HINTS = ("ELATED", "elated", "READ", "ead ", "ORE:", "ore:", "ATCH:", "atch:", "VIDEO", "PHOTOS", "GALLERY", "ALSO", "also:")
_RELATED = rf"[(\[]? ?{_LINK}(?: (?:coverage|stories|story|reading|on this))?: ?.{{0,240}}"
_RELATED_INLINE = rf"\s?[(\[] ?{_LINK}: ?[^()\[\]]{{3,200}}[)\]]"

_SECTIONS = frozenset(
    "africa americas analysis arts asia books business city climate comment congress courts crime culture defence defense"
    " economy editorial editorials education election elections energy entertainment environment europe exclusive family"
    " features film finance food health immigration investigation investigations law letters lifestyle local markets media"
    " metro military money music national nation news obituaries obituary opinion opinions politics region regional religion"
    " science society sport sports state style tech technology travel tv uk us u.k. u.s. weather world briefs desk report &"
    " and / > |".split()
)
_SECTION_PAIRS = frozenset(("breaking news", "middle east", "top stories", "white house"))

_PLACE = r"\p{Lu}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){0,4}"
_CAPITALS = r"\p{Lu}[\p{Lu}.’'\- ]{2,40}"
_WIRE = r"\((?:AP|Reuters|REUTERS|AFP|UPI|CNN|CNN ?Money|CNN ?Business|Bloomberg|PA|dpa)\)"
_DASH = r"(?: ?[—–]+ ?| ?--? )(?=\S)"
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATED = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? (?:19|20)\d\d)?"
_CITY = r"\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}"
_REGION = r"[\p{L}.’' ]{2,30}"
_BRACKETS = r"(?: ?\([\p{L} /.]{2,30}\))?"
_DATELINE = (
    rf"{_CAPITALS}(?:/{_CAPITALS})?(?:, {_REGION}(?:/{_CAPITALS})?){{0,2}}(?:,? {_DATED})?{_BRACKETS}{_DASH}"
    rf"|(?:{_PLACE}(?:, {_REGION})?(?:, {_DATED})? )?{_WIRE}(?:{_DASH}| (?=\p{{Lu}}))"
    rf"|{_CITY}(?:, {_CITY})?, {_DATED}{_BRACKETS}{_DASH}(?=[\p{{Lu}}“\"])"
)
_BULLETS = ("- ", "* ", "• ", "▪ ", "‣ ", "● ", "· ")
_CLOSING = "\"'”’)]"


@cache
def _compiled(pattern: str, ignorecase: bool = False) -> regex.Pattern[str]:
    return lazily.compile(pattern, lazily.IGNORECASE if ignorecase else 0)


def part(text: str) -> Part:
    """The part that a paragraph's wording gives away; body copy when it gives none."""
    line = text.strip()
    if len(line) > _LONGEST or not line:
        return Part.BODY
    first = line[:40].split(maxsplit=1)[0].lower()
    if is_furniture(line, first) or _is_note(line, first):
        return Part.BOILERPLATE
    if first.strip("([:").partition(":")[0] in _LINK_LEADS and _compiled(_RELATED).fullmatch(line):
        return Part.RELATED
    if _is_byline(line, first):
        return Part.BYLINE
    if _is_caption(line, first):
        return Part.CAPTION
    if _is_credit(line):
        return Part.CREDIT
    return Part.LIST if line.startswith(_BULLETS) else Part.BODY


def is_furniture(line: str, first: str) -> bool:
    """What a page has around every story: buttons, dates of update, who else contributed; `first` is its first word."""
    if len(line) > _FURNITURE_LONGEST:
        return False
    if "contributed" in line and _compiled(_THANKS).fullmatch(line):
        return True
    if first[0].isdigit() and len(line) < 60:
        return bool(_compiled(rf"\S+ {_COUNTS}", True).fullmatch(line))
    word = first.rstrip(".…") if first in _BY_WORD or first[-1] != ":" else first[:-1]
    rest = _BY_WORD.get(word)
    if rest is None:
        return len(line) < 60 and not any(map(str.isalnum, line))
    tail = line[len(word) :].lstrip(" :…").rstrip(" :…")
    return _compiled(rest, True).fullmatch(tail) is not None


def _is_note(line: str, first: str) -> bool:
    return first.lstrip("([") in _NOTE_LEADS and bool(_compiled(_NOTE, True).match(line))


def _is_byline(line: str, first: str) -> bool:
    """Whether a line says who wrote the story: `By` and names, or a name and a reporter's title."""
    if len(line) > _LINE_LONGEST:
        return False
    words = line.split()
    if first in _BY_LEADS:
        found = _compiled(_BY).fullmatch(line)
    else:
        has_role = any(word.strip(",|").lower() in _ROLES for word in words[2:10])
        found = _compiled(_ROLE).fullmatch(line) if has_role else None
    return bool(found) and (len(words) <= 4 or not ends_sentence(line) or line.endswith(("Jr.", "Sr.")))


def _is_caption(line: str, first: str) -> bool:
    if first in _CAPTION_LEADS and _compiled(_CAPTION_LEAD).match(line):
        return True
    ends = line.endswith(")") or any(agency in line for agency in ("REUTERS/", "AFP/", "EPA/"))
    return ends and bool(_compiled(_CAPTION_END).search(line))


def _is_credit(line: str) -> bool:
    if len(line) > _LINE_LONGEST or ends_sentence(line) or len(line.split()) > 16:
        return False
    return any(hint in line for hint in _CREDIT_HINTS) and bool(_compiled(_CREDIT).search(line))


def is_names(line: str) -> bool:
    """Whether a line is nothing but names of people: a byline where one may stand."""
    if len(line) > _LINE_LONGEST or not _NO_NAME.isdisjoint(line.lower().split()):
        return False
    return bool(_compiled(_NAMES).fullmatch(line))


def is_section(line: str) -> bool:
    """Whether a line is the label of a paper's section."""
    name = line.lower()
    return len(line) < 40 and (name in _SECTION_PAIRS or set(name.split()) <= _SECTIONS)


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a stop, closing marks aside."""
    return line.rstrip(_CLOSING)[-1:] in (".", "!", "?", "…")


def dateline(text: str) -> int:
    """Where the dateline ends with which a story begins; 0 when it begins with none."""
    lead = text[:200]
    if not (lead[:3].isupper() or "(" in lead[:80] or any(letter.isdigit() for letter in lead[:60])):
        return 0
    match = _compiled(_DATELINE).match(lead)
    return match.end() if match else 0


def related(text: str) -> list[tuple[int, int]]:
    """The links to other stories in brackets inside a paragraph."""
    if not ("(" in text or "[" in text) or not any(hint in text for hint in _LINK_HINTS):
        return []
    return [match.span() for match in _compiled(_RELATED_INLINE).finditer(text)]
