"""Quotation marks: one that never closes or never opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, attributions
from lintnews.ledger.quotations import Quotation
from lintnews.model import Evidence, Match, Span
from lintnews.record import record

_PAUSE = lazily.pattern(r"[,?!](?=\s)")
_GOES_ON = lazily.pattern(r"\s*(?:,?\s*[‘'\"“]|,?\s*(?:and|but|because|so|if)\b)")
_PARTNER = {"“": "”", '"': '"'}
_FIRST_WORD = lazily.pattern(r"[\p{L}\p{N}]\S*")
_SENTENCE_END = lazily.pattern(r"[.!?…]\s+\p{Lu}")

_TOLD = lazily.pattern(rf"\b{attributions.VERB}\b")

#: `“He told me to ‘get out”`: an inner quotation that the outer mark closes.
_INNER = lazily.pattern(r"“[^”‘]*(?<!\p{L})‘[^’“”]{1,80}”")


@record
class Check:
    """Double marks only: a single one that does not pair is an apostrophe. A quotation that reopens in the next paragraph is right."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")

    def find(self, story: Story) -> Iterator[Match]:
        for quotation in story.quotations:
            if quotation.mark in _PARTNER and not quotation.closed:
                yield from _unclosed(quotation)
            elif not quotation.opened:
                yield from _unopened(quotation)


def _unclosed(quotation: Quotation) -> Iterator[Match]:
    """Reported where an attribution shows that the quotation has ended; else, unless it may run on, at its opening mark."""
    block, opener = quotation.block, Span(quotation.span.start, quotation.span.start + 1)
    places = list(_places(quotation))
    if places:
        at, told = places[0]
        span = Span(max(block.text.rfind(" ", 0, at) + 1, opener.end), at + 1)
        match = block.text[slice(*span)]
        fix = match + _PARTNER[quotation.mark]
        shown = Evidence("the quotation opens here", block, opener)
        doubt = len(places) > 1 or block.text.startswith(" that ", told.span.end) or (quotation.runs_on and _goes_on(quotation, told))
        yield Match(block, span, (fix,), {"match": match, "fix": fix}, (shown,), int(doubt))
    elif not quotation.runs_on:
        yield Match(block, opener, (), {"match": quotation.mark, "fix": ""})


def _places(quotation: Quotation) -> Iterator[tuple[int, attributions.Attribution]]:
    """The commas (or ? and !) after which an attribution by somebody else stands inside an unclosed quotation."""
    text = quotation.block.text
    for pause in _PAUSE.finditer(text, *quotation.inside):
        told = attributions.after(text, pause.end())
        if told and told.span.end <= quotation.inside.end and _ends_the_quotation(text, told):
            yield pause.start(), told


def _ends_the_quotation(text: str, told: attributions.Attribution) -> bool:
    speaker = text[told.speaker.start : told.speaker.end]
    return speaker not in ("I", "we", "We", "who") and not _GOES_ON.match(text, told.span.end)


def _goes_on(quotation: Quotation, told: attributions.Attribution) -> bool:
    """Whether more sentences follow the attribution before the next quotation: then it may belong to what is quoted."""
    return _SENTENCE_END.search(quotation.block.text, told.span.end, quotation.span.end) is not None


def _unopened(quotation: Quotation) -> Iterator[Match]:
    """A closing mark with nothing open: one too many, one whose quotation begins the paragraph, or any other."""
    block, close = quotation.block, Span(quotation.span.end - 1, quotation.span.end)
    mark = block.text[close.start]
    if mark not in _PARTNER.values():
        return
    word = _FIRST_WORD.search(block.text, *quotation.inside)
    if block.text[: close.start].endswith(mark):
        yield Match(
            block, close, ("",), {"match": mark, "fix": ""}, (Evidence("it is closed here", block, Span(close.start - 1, close.start)),)
        )
    elif word and _begins_the_paragraph(quotation):
        match = word[0]
        opening = "“" if mark == "”" else mark
        names = {"match": match, "fix": opening + match}
        yield Match(block, Span(*word.span()), (opening + match,), names, (Evidence("the quotation closes here", block, close),))
    elif inner := _inner(block.text, close.start):
        yield Match(block, inner, ("’",), {"match": mark, "fix": "’"}, (Evidence("the outer quotation closes here", block, close),))
    else:
        shown = (Evidence("the quotation may open here", block, Span(*word.span())),) if word else ()
        yield Match(block, close, (), {"match": mark, "fix": ""}, shown)


def _inner(text: str, before: int) -> Span | None:
    """The double mark that closes a quotation with single marks inside another one, if there is just one."""
    found = list(_INNER.finditer(text, 0, before))
    return Span(found[0].end() - 1, found[0].end()) if len(found) == 1 and text[before] == "”" else None


def _begins_the_paragraph(quotation: Quotation) -> bool:
    """Whether all from the head of the paragraph to the mark is what somebody said, who is told behind it."""
    text, close = quotation.block.text, quotation.inside.end
    if quotation.inside.start or close < 1 or text[close - 1] not in ",.?!" or not text[0].isupper():
        return False
    return attributions.after(text, quotation.span.end) is not None and not _TOLD.search(text, 0, close)
