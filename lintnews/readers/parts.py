"""The paragraphs of a story in, what each is out: headline, byline, credit, dateline, related link or copy.

News copy says what its parts are by place and by a few fixed wordings; all of them are here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from lintnews.model import Block, Part, Piece, Span

_END = regex.compile(r"[.!?…][\"'”’)\]]*\Z")
_NAME = r"\p{Lu}[\p{L}.'’-]*(?: (?:de|da|del|van|von|bin|al|la|le)\b)?"
_ROLE = (
    r"(?:[Ss]taff |[Cc]hief |[Ss]enior |[Cc]ontributing |[Pp]olitical |[Mm]anaging |[A-Z]\w+ )*"
    r"(?:[Cc]ontributor|[Rr]eporter|[Ww]riter|[Ee]ditor|[Cc]orrespondent|[Cc]olumnist|[Ff]ellow|[Ii]ntern|[Pp]roducer)"
)
_BYLINE = regex.compile(
    rf"(?:(?:By|BY|by|Written by|From)[: ]\s*{_NAME}(?:[ ,&]+(?:and )?{_NAME}){{0,9}}(?:\s*[,|/•–—-].{{0,80}})?"
    rf"|{_NAME}(?: {_NAME}){{1,3}}\s*[,|•–—-]?\s*{_ROLE}(?:[,|• ].{{0,60}})?)\Z"
)
_CREDIT = regex.compile(
    r"(?:Getty Images|AFP(?: PHOTO)?/|/(?:AFP|AP|Reuters|REUTERS|EPA|Getty|Bloomberg|Shutterstock)\b|via (?:Getty|AP|AFP|REUTERS|Reuters)\b"
    r"|\bAP Photo\b|\bREUTERS/|\bShutterstock\b|\bEPA-EFE\b|\bWikimedia Commons\b)|\A(?:Photo(?:graph)?s?|Image|Picture|Credit|Illustration)(?: credit| by|s)?: ?"
)
_CREDIT_LINE = regex.compile(r"\A[^.!?]{0,120}\Z")
_CAPTION = regex.compile(
    r"\A(?:FILE ?(?:PHOTO)?\b ?[-–—:]|Caption:|Pictured[:,])|\A(?:In )?[Tt]his (?:undated|file|[A-Z]\w+\.? \d|[A-Z]\w+day)[^.]{0,60}\b(?:photo|image|picture|frame)\b"
    r"|\((?:AP Photo|Photo|Image|FBI|[^()]{0,60}\bvia\b|[^()]{0,60}/(?:AP|AFP|Reuters|Getty))[^()]*\)\Z|\b(?:REUTERS|AFP|EPA)/[\p{L} .'-]{3,60}\Z"
)
_FURNITURE = regex.compile(
    r"\A(?:Font Size:?|Advertisement|ADVERTISEMENT|Share(?: (?:this|on).{0,40})?|Print|Comments?|Loading.{0,20}|Subscribe.{0,60}|Sign up.{0,120}|Newsletter.{0,60}"
    r"|Listen(?: to this .{0,40})?|Watch(?: (?:live|now|the video).{0,60})|(?:Last )?[Uu]pdated?:? .{0,60}|(?:Originally )?[Pp]ublished:? .{0,60}|Posted (?:at|on|by) .{0,60}|\d+ min(?:ute)? read|Hide caption|toggle caption"
    r"|(?:Follow|Email|Contact|E-mail) .{0,80}(?:Twitter|Facebook|@).{0,80}|Click here.{0,120}|Copyright .{0,160}|©.{0,160}|All [Rr]ights [Rr]eserved.{0,60}"
    r"|\(?(?:Additional )?[Rr]eporting by .{0,300}|\(?(?:Editing|Writing) by .{0,300}|Content created by .{0,500}|Story continues.{0,60}|Trending.{0,60}|Image copyright.{0,80}|Media playback.{0,80}"
    r"|(?:The )?Associated Press(?: writers?.{0,120})? contributed.{0,60}|(?:Related|More) (?:Topics|from).{0,80})\Z"
)
_NOTE = regex.compile(
    r"\A\(?\[?(?:Correction|CORRECTION|Clarification|Editor['’]s [Nn]ote|EDITOR['’]S NOTE|Corrections? (?:&|and) [Cc]larifications?)\b[^:]{0,40}:"
)
_RELATED = r"(?:RELATED|READ MORE|READ ALSO|SEE ALSO|ALSO READ|MORE|WATCH|Related|Read more|Read also|Read next|See also|More)(?: (?:coverage|stories|story|reading|on this))?"
_RELATED_BLOCK = regex.compile(rf"\A[(\[]?{_RELATED}: ?.{{0,200}}\Z")
_RELATED_INLINE = regex.compile(
    r"\s*[(\[](?:RELATED|READ MORE|READ ALSO|SEE ALSO|ALSO READ|MORE|WATCH|Related|Read more|See also): ?[^()\[\]]{3,200}[)\]]"
)
_DATELINE = regex.compile(
    r"\A(?:\p{Lu}[\p{Lu}.’'\- ]{2,40}(?:, [\p{L}.’' ]{2,30}){0,2}(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?"
    r"(?: ?\([\p{L} /.]{2,30}\))?|\p{Lu}[\p{L}.’' -]{2,30}(?:, [\p{L}.’' ]{2,30})? \((?:AP|Reuters|REUTERS|AFP|UPI|CNN|Bloomberg)\))(?: ?[—–]+ ?| ?--? )(?=\S)"
)


def name(texts: Sequence[str], *, has_headline: bool = False) -> list[Part]:
    """The part of each paragraph, in order; the headline is the first that can be one, unless it is already known."""
    parts = [_by_wording(text) for text in texts]
    at = 0 if has_headline else _headline(texts, parts)
    return _deck(texts, parts, at)


def _by_wording(text: str) -> Part:
    line = text.strip()
    if _FURNITURE.match(line) or _NOTE.match(line):
        return Part.BOILERPLATE
    if _RELATED_BLOCK.match(line):
        return Part.RELATED
    if _BYLINE.match(line) and not (_END.search(line) and len(line.split()) > 8):
        return Part.BYLINE
    if _CAPTION.search(line) and len(line) < 1200:
        return Part.CAPTION
    if _CREDIT.search(line) and _CREDIT_LINE.match(line) and len(line.split()) <= 16:
        return Part.CREDIT
    return Part.BODY


def _headline(texts: Sequence[str], parts: list[Part]) -> int:
    """Mark the headline and a section label above it; give the index after them."""
    for i, text in enumerate(texts):
        if parts[i] is not Part.BODY:
            continue
        if not _can_be_headline(text) or i + 1 == len(texts):
            return i
        following = next((j for j in range(i + 1, len(texts)) if parts[j] is Part.BODY), None)
        if len(text.split()) <= 2 and following == i + 1 and _can_be_headline(texts[i + 1]) and following + 1 < len(texts):
            parts[i], i = Part.SECTION, i + 1
        parts[i] = Part.HEADLINE
        return i + 1
    return 0


def _can_be_headline(text: str) -> bool:
    line = text.strip()
    if len(line.split()) > 30 or "\n" in line:
        return False
    return not line.endswith((".", ".”", '."')) or line.endswith(("U.S.", "U.K.", "U.N.", "Jr.", "Inc.", "D.C.", "a.m.", "p.m.", "..."))


def _deck(texts: Sequence[str], parts: list[Part], at: int) -> list[Part]:
    """Mark what stands between headline and byline as the deck; repeat of the headline is the headline."""
    byline = next((i for i in range(at, min(at + 4, len(parts))) if parts[i] is Part.BYLINE), None)
    if byline is not None and at > 0:
        for i in range(at, byline):
            if parts[i] is Part.BODY and len(texts[i].split()) <= 45:
                parts[i] = Part.DECK
    if 0 < at < len(parts) and parts[at] is Part.BODY and texts[at].strip() == texts[at - 1].strip():
        parts[at] = Part.HEADLINE
    for i in range(at, len(parts)):
        if parts[i] is Part.BODY and _is_heading(texts[i]):
            parts[i] = Part.HEADING
    return parts


def _is_heading(text: str) -> bool:
    line = text.strip()
    return len(line.split()) <= 10 and line[-1:].isalnum() and not line[:1].islower() and not line.startswith(("- ", "* ", "•"))


def split(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut the dateline off the first copy, and links to other stories out of it."""
    seen_body = False
    for block in blocks:
        if block.part is not Part.BODY:
            yield block
            continue
        cuts = [(Part.RELATED, m.span()) for m in _RELATED_INLINE.finditer(block.text)]
        if not seen_body and (dateline := _DATELINE.match(block.text)):
            cuts.insert(0, (Part.DATELINE, dateline.span()))
        seen_body = True
        yield from _cut(block, cuts)


def _cut(block: Block, cuts: list[tuple[Part, tuple[int, int]]]) -> Iterator[Block]:
    at = 0
    for part, (start, end) in cuts:
        if block.text[at:start].strip():
            yield slice_of(block, Span(at, start), block.part)
        yield slice_of(block, Span(start, end), part)
        at = end
    if block.text[at:].strip():
        yield slice_of(block, Span(at, len(block.text)), block.part) if at else block


def slice_of(block: Block, span: Span, part: Part) -> Block:
    """A stretch of a block as a block of its own."""
    pieces = []
    for i, piece in enumerate(block.pieces):
        end = block.pieces[i + 1].at if i + 1 < len(block.pieces) else len(block.text)
        start, stop = max(piece.at, span.start), min(end, span.end)
        if start < stop:
            home = block.in_source(Span(start, stop))
            pieces.append(Piece(start - span.start, home.start, home.end))
    return Block(part, block.text[span.start : span.end], tuple(pieces))
