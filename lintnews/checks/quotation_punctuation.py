"""Quotation punctuation: the stop or comma where a quotation meets its attribution, and its side of the closing mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from lintnews import lazily
from lintnews.ledger import Story, attributions
from lintnews.ledger.quotations import Quotation
from lintnews.model import Evidence, Match, Span
from lintnews.record import record
from lintnews.words import ABBREVIATIONS, words

_POINTED = lazily.pattern(r"(?:\p{L}\.){2,}\Z|\b\p{L}\.\Z")
_LAST_WORD = lazily.pattern(r"[\p{L}\p{M}\p{N}'’.-]+,?\Z")
_STARTS_SENTENCE = lazily.pattern(r"(?:\A|[.!?…][\"”’'»)\]]*\s|[,:—–-]\s|\A\s*[•►*-]\s)\s*\Z")
_JOINED = lazily.pattern(
    r"\s(?P<word>and|but|as|while|when|before|after|in|during|on|at|to|from|with|because|adding|referring|per|via|by)\s+\p{L}"
)
_JUST_ATTRIBUTION = lazily.pattern(r"\.(?:\s|\Z)")


@record
class Check:
    """`slip` chooses what to look for: `stop` before an attribution, `comma` missing, mark `outside` in copy that keeps it inside.

    `least` is how many quotations of the same sort must have the mark inside for each that has it outside.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "speaker")
    slip: Literal["stop", "comma", "outside"]
    least: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        if self.slip == "outside":
            return _outside(story, self.least)
        look = _stop if self.slip == "stop" else _comma
        return (match for q in story.quotations if q.closed and q.opened and q.depth == 0 and (match := look(q)))


def _stop(quotation: Quotation) -> Match | None:
    """`“We lost.” she said`: a full stop although the sentence goes on with its attribution."""
    text, end = quotation.block.text, quotation.inside.end
    if text[end - 1 : end] != "." or text[end - 2 : end - 1] in (".", "…") or not text[end + 1 : end + 2].isspace():
        return None
    told = attributions.after(text, quotation.span.end)
    if told is None:
        return _goes_on(quotation)
    capital = text[told.span.start].isupper()
    if capital and not _JUST_ATTRIBUTION.match(text, told.span.end):
        return None
    start = _last_word(text, quotation)
    word = text[start:end]
    kept = word if _is_short_form(word) else word[:-1]
    return _match(quotation, start, f"{kept},{text[end]}", told, doubt=int(capital))


def _goes_on(quotation: Quotation) -> Match | None:
    """`“We lost.” and left`: the sentence goes on in lower case, though with no attribution."""
    text, start = quotation.block.text, _last_word(quotation.block.text, quotation)
    word = text[start : quotation.inside.end]
    follows = _JOINED.match(text, quotation.span.end)
    if follows is None or _is_short_form(word) or not _is_sentence(quotation):
        return None
    rest = attributions.Attribution(Span(*follows.span("word")), Span(follows.end(), follows.end()))
    return _match(quotation, start, f"{word[:-1]},{text[quotation.inside.end]}", rest, doubt=1)


def _comma(quotation: Quotation) -> Match | None:
    """`“We lost” she said`: nothing between what was said and its attribution."""
    text, end = quotation.block.text, quotation.inside.end
    first, last = text[quotation.inside.start : quotation.inside.start + 1], text[end - 1 : end]
    if not last.isalnum() or not (first.isupper() or first.isdigit()) or text[end + 1 : end + 2] != " ":
        return None
    told = attributions.after(text, quotation.span.end)
    if told is None or not _STARTS_SENTENCE.search(text, max(0, quotation.span.start - 6), quotation.span.start):
        return None
    count = sum(1 for _ in words(quotation.text))
    if count < 2 or (count < 4 and _title_case(quotation.text)):
        return None
    start = _last_word(text, quotation)
    return _match(quotation, start, f"{text[start:end]},{text[end]}", told)


def _match(quotation: Quotation, start: int, fix: str, told: attributions.Attribution, doubt: int = 0) -> Match:
    text, span = quotation.block.text, Span(start, quotation.span.end)
    names = {"match": text[span.start : span.end], "fix": fix, "speaker": text[told.speaker.start : told.speaker.end]}
    why = Evidence("the sentence goes on here", quotation.block, told.span)
    return Match(quotation.block, span, (fix,), names, (why,), doubt)


def _outside(story: Story, least: int) -> Iterator[Match]:
    """`the “Big Four”,` in copy that writes `the “Big Four,”`: compared with the story's quotations of the same sort."""
    sides = [(q, *side) for q in story.quotations if q.closed and q.opened and q.depth == 0 and q.mark in '“"' and (side := _side(q))]
    # British copy sets fragments outside and sentences inside, so a sentence says nothing about fragments.
    alike = {sort: [(q, where) for q, its, where in sides if sort in (its, "sentence")] for sort in {sort for _, sort, _ in sides}}
    insides = {sort: [q for q, where in found if where == "inside"] for sort, found in alike.items()}
    for quotation, sort, its in sides:
        inside = insides[sort]
        if its == "outside" and len(inside) >= least * (len(alike[sort]) - len(inside)):
            yield _moved(quotation, inside[0])


def _moved(quotation: Quotation, other: Quotation) -> Match:
    text, close = quotation.block.text, quotation.inside.end
    start = _last_word(text, quotation)
    span, stop = Span(start, close + 2), text[close + 1]
    fix = f"{text[start:close]}{stop}{text[close]}"
    there = Span(_last_word(other.block.text, other), other.span.end)
    shown = Evidence("elsewhere in this story it stands inside", other.block, there)
    return Match(quotation.block, span, (fix,), {"match": text[start : span.end], "fix": fix, "speaker": ""}, (shown,))


def _side(quotation: Quotation) -> tuple[str, str] | None:
    """The sort of a quotation (a sentence or a fragment) and the side of its closing mark on which the comma or stop stands."""
    text, close = quotation.block.text, quotation.inside.end
    last, behind = text[close - 1 : close], text[close + 1 : close + 2]
    sort = "sentence" if _is_sentence(quotation) else "fragment"
    if last in (",", ".") and text[close - 2 : close - 1] != "." and not _is_short_form(text[_last_word(text, quotation) : close]):
        return sort, "inside"
    if last.isalnum() and behind in (",", ".") and not text[close + 2 : close + 3].isalnum() and len(quotation.text) > 1:
        return sort, "outside"
    return None


def _is_sentence(quotation: Quotation) -> bool:
    text, start = quotation.block.text, quotation.span.start
    return quotation.text[:1].isupper() and bool(_STARTS_SENTENCE.search(text, max(0, start - 6), start))


def _last_word(text: str, quotation: Quotation) -> int:
    """Where the last word before the closing mark begins, its stop included."""
    found = _LAST_WORD.search(text, quotation.inside.start, quotation.inside.end)
    return found.start() if found else quotation.inside.end


def _is_short_form(word: str) -> bool:
    return bool(_POINTED.search(word)) or (word.endswith(".") and word[:-1].lower() in ABBREVIATIONS and not word.islower())


def _title_case(text: str) -> bool:
    return all(text[s.start].isupper() or not text[s.start].isalpha() for s in words(text))
