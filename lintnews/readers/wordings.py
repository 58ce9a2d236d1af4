"""One paragraph's text in, the part that its wording gives away out: byline, credit, caption, link, furniture, or copy.

Every pattern reads the whole paragraph, and none reads a long one: what is long is copy.
"""

from __future__ import annotations

import regex

from lintnews.model import Part

_LONGEST = 1200
_FURNITURE_LONGEST = 500
_BYLINE_LONGEST = 160

_WORD = r"\p{Lu}[\p{L}.'’-]*"
_PARTICLE = r"(?:(?:de|da|del|der|di|du|la|le|van|von|bin|al|el|ter|den)\s)*"
_NAME = rf"{_PARTICLE}{_WORD}"
_PERSON = rf"{_WORD}(?: {_NAME}){{1,3}}"
_AND = r"(?:, and |, | and | & | / )"
_ROLE = (
    r"(?:[Ss]taff |[Cc]hief |[Ss]enior |[Cc]ontributing |[Pp]olitical |[Mm]anaging |[Oo]pinion |\p{Lu}\w+ )*"
    r"(?:[Cc]ontributor|[Rr]eporter|[Ww]riter|[Ee]ditor|[Cc]orrespondent|[Cc]olumnist|[Ff]ellow|[Ii]ntern|[Pp]roducer|STAFF|[Ss]taff)"
)
_BYLINE = regex.compile(
    rf"(?:(?:By|BY|by|Written by|Story by|Words by|From)[: ]\s*{_NAME}(?:{_AND}?[ ]?{_NAME}){{0,9}}(?: (?:in|for|at) {_NAME}(?: {_NAME}){{0,3}})?"
    rf"(?:\s*[,|/•·–—-].{{0,80}})?|{_PERSON}\s*[,|•·–—-]?\s*{_ROLE}(?:[,|• ].{{0,60}})?)"
)
_NAMES = regex.compile(rf"{_PERSON}(?:{_AND}{_PERSON}){{0,5}}(?:,? \p{{Lu}}[\p{{Lu}} ]{{2,30}})?")
_NO_NAME = frozenset("a an and are at for from how in is it new no not of on or the this to was what when where who why will with".split())

_AGENCY = r"(?:AFP|AP|Reuters|REUTERS|EPA|Getty(?: Images)?|Bloomberg|Shutterstock|UPI|PA|NASA)"
_CREDIT = regex.compile(
    rf"(?:Getty Images|AFP(?: PHOTO)?/|/{_AGENCY}\b|via (?:Getty|AP|AFP|REUTERS|Reuters)\b"
    r"|\bAP Photo\b|\bREUTERS/|\bShutterstock\b|\bEPA-EFE\b|\bWikimedia Commons\b"
    r"|\A(?:Photo(?:graph)?s?|Image|Picture|Credit|Illustration|Graphic|Video|Source)s?(?: credit| courtesy of| by)?: ?)"
)
_CAPTION = regex.compile(
    r"\A(?:FILE ?(?:PHOTO)?\b ?[-–—:]|Caption:|Pictured[:,]|Image copyright.{0,80}Image caption)"
    r"|\A(?:In )?[Tt]his (?:undated|file|[A-Z]\w+\.? \d|[A-Z]\w+day)[^.]{0,60}\b(?:photo|image|picture|frame)\b"
    r"|\((?:AP Photo|Photo|Image|FBI|[^()]{0,60}\bvia\b|[^()]{0,60}/(?:AP|AFP|Reuters|Getty))[^()]{0,120}\)\Z|\b(?:REUTERS|AFP|EPA)/[\p{L} .'-]{3,60}\Z"
)

_LABEL = regex.compile(
    r"(?:font size|advertisements?|ad|share(?: this)?(?: story| article| page| post)?|print|comments?|videos?|listen(?: to (?:this|the) (?:article|story))?|latest"
    r"|loading|(?:hide|toggle) caption|story continue[sd](?: below)?(?: advertisement)?|continue reading(?: the main story)?|article continues .{0,40}"
    r"|newsletters?(?: sign-?up)?|sign up|subscribe(?: now)?|read or share this story|most (?:read|popular|viewed)|trending(?: now)?|play facebook"
    r"|watch(?: live| now| below| the video| video| here)*|\d+ min(?:ute)?s? read|[\d.,]+k? (?:shares?|comments?)(?: \w+){0,4}|slideshow \(\d+ images?\)|[\W_]+)[:.… ]*",
    regex.IGNORECASE,
)
_LINE = regex.compile(
    r"(?:Share (?:this|on) .*|(?:Last )?[Uu]pdated?(?::| on| at) .*|(?:Originally |First )?[Pp]ublished(?::| on| at) .*|Posted (?:at|on|by) .*|Image copyright.*|Media playback.*"
    r"|Sign up (?:for|to) .*|Subscribe (?:to|for) .*|(?:Related|More) (?:Topics|from) .*|(?:Tags|Topics|Filed under|Sources?|SOURCES?|Contributing|Via): ?.*|Join us on .*)(?<![.!?]|[.!?][\"”’)])"
)
_SENTENCE = regex.compile(
    r"(?:(?:Follow|Email|Contact|E-mail) .{1,80}(?:Twitter|Facebook|Instagram|@).*|(?:You can )?[Ff]ollow (?:him|her|them|us|me) (?:on|at) .*|Click here.*|Copyright (?:©|\([Cc]\)|\d{4}|by ).*|©.*|All [Rr]ights [Rr]eserved.*"
    r"|\(?(?:Additional )?[Rr]eporting by .*|\(?(?:Editing|Writing|Compiled|Produced|Illustrations|Graphics|Photography) by .*|Content created by .*"
    r"|.{0,300}\bcontributed (?:reporting|to this (?:report|story|article|post))\b.{0,60}|Contributing: .*|Our Standards: .*|Read (?:the )?(?:full|original) .{0,80} here\W*"
    r"|(?:This|The) (?:story|article|post|report|column|piece) (?:was|is|has been) (?:(?:originally|first) (?:published|posted|appeared)|(?:been )?(?:updated|corrected|amended)).*"
    r"|This (?:article|story) is more than .{1,30} old|Updates? at \d.{0,60}|Originally published .{0,80}|\(?This [A-Z]\w+\.? \d{1,2} (?:story|version).*|Visit .{0,60} for more .*|Get .{0,60}\b(?:newsletter|inbox)\b.*"
    r"|(?:Sign up|Subscribe) .{0,120}\b(?:newsletters?|inbox|alerts|updates|podcast)\b.*)"
)
_NOTE = regex.compile(
    r"[(\[]?(?:Correction|CORRECTION|Clarification|Editor['’]s [Nn]ote|EDITOR['’]S NOTE|Corrections? (?:&|and) [Cc]larifications?)\b[^:]{0,40}:"
)
_LINK_LEAD = r"(?:RELATED|READ MORE|READ ALSO|SEE ALSO|ALSO READ|READ|MORE|WATCH|VIDEO|PHOTOS|GALLERY|Related|Read more|Read also|Also read|Read next|See also|More|Watch)"
_RELATED = regex.compile(rf"[(\[]? ?{_LINK_LEAD}(?: (?:coverage|stories|story|reading|on this))?: ?.{{0,240}}")
_RELATED_INLINE = regex.compile(rf"\s?[(\[] ?{_LINK_LEAD}: ?[^()\[\]]{{3,200}}[)\]]")

_SECTION_NAME = (
    "Africa|Americas|Analysis|Arts|Asia|Books|Breaking News|Business|City|Climate|Comment|Congress|Courts|Crime|Culture|Defen[cs]e|Economy|Editorials?|Education|Elections?|Energy"
    "|Entertainment|Environment|Europe|Exclusive|Family|Features|Film|Finance|Food|Health|Immigration|Investigations?|Law|Letters|Lifestyle|Local|Markets|Media|Metro|Middle East"
    "|Military|Money|Music|National|Nation|News|Obituar(?:y|ies)|Opinions?|Politics|Region(?:al)?|Religion|Science|Society|Sports?|State|Style|Tech(?:nology)?|Top Stories|Travel|TV"
    r"|U\.?K\.?|U\.?S\.?|Weather|White House|World"
)
_SECTION = regex.compile(
    rf"(?:{_SECTION_NAME})(?:(?: (?:& |and |/ |> |\| )?)(?:{_SECTION_NAME}))?(?: (?:News|Desk|Report|Briefs?))?", regex.IGNORECASE
)
_PLACE = r"\p{Lu}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){0,4}"
_CAPITALS = r"\p{Lu}[\p{Lu}.’'\- ]{2,40}"
_WIRE = r"\((?:AP|Reuters|REUTERS|AFP|UPI|CNN|CNN ?Money|CNN ?Business|Bloomberg|PA|dpa)\)"
_DASH = r"(?: ?[—–]+ ?| ?--? )(?=\S)"
_DATELINE = regex.compile(
    rf"{_CAPITALS}(?:/{_CAPITALS})?(?:, [\p{{L}}.’' ]{{2,30}}(?:/{_CAPITALS})?){{0,2}}"
    rf"(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{{1,2}})?(?: ?\([\p{{L}} /.]{{2,30}}\))?{_DASH}"
    rf"|(?:{_PLACE}(?:, [\p{{L}}.’' ]{{2,30}})? )?{_WIRE}(?:{_DASH}| (?=\p{{Lu}}))"
)
_BULLET = regex.compile(r"[-*•▪‣●·] +\S")
_STOP = regex.compile(r"[.!?…][\"'”’)\]]*\Z")


def part(text: str) -> Part:
    """The part that a paragraph's wording gives away; body copy when it gives none."""
    line = text.strip()
    if len(line) > _LONGEST:
        return Part.BODY
    if is_furniture(line) or _NOTE.match(line):
        return Part.BOILERPLATE
    if _RELATED.fullmatch(line):
        return Part.RELATED
    if is_byline(line):
        return Part.BYLINE
    if _CAPTION.search(line):
        return Part.CAPTION
    if len(line.split()) <= 16 and not _STOP.search(line) and _CREDIT.search(line):
        return Part.CREDIT
    return Part.LIST if _BULLET.match(line) else Part.BODY


def is_furniture(line: str) -> bool:
    """What a page has around every story: buttons, dates of update, who else contributed."""
    return len(line) <= _FURNITURE_LONGEST and any(pattern.fullmatch(line) for pattern in (_LABEL, _LINE, _SENTENCE))


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the story: `By` and names, or a name and a reporter's title."""
    if len(line) > _BYLINE_LONGEST or not _BYLINE.fullmatch(line):
        return False
    return len(line.split()) <= 8 or not ends_sentence(line)


def is_names(line: str) -> bool:
    """Whether a line is nothing but names of people: a byline where one may stand."""
    return len(line) <= _BYLINE_LONGEST and bool(_NAMES.fullmatch(line)) and _NO_NAME.isdisjoint(line.lower().split())


def is_section(line: str) -> bool:
    """Whether a line is the label of a paper's section."""
    return len(line) < 40 and bool(_SECTION.fullmatch(line))


def ends_sentence(line: str) -> bool:
    return bool(_STOP.search(line, max(0, len(line) - 8)))


def dateline(text: str) -> int:
    """Where the dateline ends with which a story begins; 0 when it begins with none."""
    match = _DATELINE.match(text[:200])
    return match.end() if match else 0


def related(text: str) -> list[tuple[int, int]]:
    """The links to other stories in brackets inside a paragraph."""
    return [match.span() for match in _RELATED_INLINE.finditer(text)]
