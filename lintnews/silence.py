"""Notes in the copy in, findings minus the quieted ones out, and a word about the notes that quieted nothing.

A note is a comment of the format: `lintnews VERB [RULE or PACK ...][: reason]`; docs/silencing.md tells the verbs. `[sic]`
after a word quiets what touches that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintnews.model import Block, Document, Finding, Note, Severity, Source, Span, did_you_mean
from lintnews.record import record
from lintnews.rule import FAULT, FOREIGN

#: The rules under which the linter speaks of itself, and what each is about.
SELF = {
    FAULT: "a rule could not be run on this story",
    FOREIGN: "a story is not in English, and the rules for English were not asked",
    "lintnews.unused-note": "a note quiets nothing",
    "lintnews.unknown-note": "a note names no known rule, or asks for nothing known",
}
VERBS = ("ignore", "ignore-line", "ignore-file", "off", "on")

_NOTE = r"\s*lintnews[\s:]\s*(?P<verb>[\w-]+)(?P<names>[^:]*)(?::.*)?"
_WORD_BEFORE = r"(?s).*?(?P<word>[^\s<>]+)(?:\s|<[^<>]*>|[*_\"'”’)])*"
_INLINE = r"</?(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)\b[^>\n]*>"
#: What may stand between two stretches of one paragraph.
_SAME = rf"(?s:(?:[^\S\r\n]|<!--(?:(?!-->).)*-->|{_INLINE}|[*_`)\]])*)"
_COMMENT = r"(?s)<!--.*?-->"
#: How far before its `[sic]` a word may begin.
_REACH = 200


class Known(NamedTuple):
    """What a note may name (rules and packs), which rules ran, and whether they are all that would run unasked."""

    names: frozenset[str]
    ran: frozenset[str]
    whole: bool = True


class _Command(NamedTuple):
    """A note that is meant for the linter."""

    note: Note
    verb: str
    names: tuple[str, ...]


@record
class _Quiet:
    """A stretch of the source where rules are quiet: those of these names, or all. `note` is the note's place in the list."""

    region: Span
    names: tuple[str, ...] = ()
    note: int = -1

    def covers(self, finding: Finding) -> bool:
        start, end = finding.span
        touches = start <= self.region.end and end >= self.region.start if start == end else finding.span.overlaps(self.region)
        return touches and finding.rule not in SELF and _named(finding.rule, self.names)


def names_of(rule: str) -> tuple[str, ...]:
    """The names under which a rule can be spoken of, the nearest first: its own, then its pack's."""
    parts = rule.split(".")
    return tuple(".".join(parts[:n]) for n in range(len(parts), 0, -1))


def _named(rule: str, names: tuple[str, ...]) -> bool:
    return not names or any(name in names for name in names_of(rule))


def apply(document: Document, findings: list[Finding], known: Known | None = None) -> list[Finding]:
    """The findings that no note quiets; with `known`, a finding more for each note that is unused or not understood."""
    commands = [made for note in document.notes if (made := _command(note))]
    quiets = [*_quiets(document, commands), *_sic(document)]
    if not quiets and not commands:
        return findings
    used: set[int] = set()
    kept = []
    for finding in findings:
        by = {quiet.note for quiet in quiets if quiet.covers(finding)}
        used |= by
        if not by:
            kept.append(finding)
    return [*kept, *_remarks(commands, used, known)] if known else kept


def _command(note: Note) -> _Command | None:
    match = re.fullmatch(_NOTE, note.text, re.S) if "lintnews" in note.text else None
    return _Command(note, match["verb"], tuple(match["names"].replace(",", " ").split())) if match else None


def _quiets(document: Document, commands: list[_Command]) -> Iterator[_Quiet]:
    for i, (note, verb, names) in enumerate(commands):
        if verb == "ignore-file":
            yield _Quiet(Span(0, len(document.source.text)), names, i)
        elif verb == "ignore-line":
            yield _Quiet(_line(document.source, note), names, i)
        elif verb == "ignore" and (block := _paragraph(document, note)):
            yield _Quiet(block, names, i)
        elif verb == "off":
            ends = (c.note.span.start for c in commands[i + 1 :] if c.verb == "on" and (not c.names or c.names == names))
            yield _Quiet(Span(note.span.end, next(ends, len(document.source.text))), names, i)


def _sic(document: Document) -> Iterator[_Quiet]:
    """The word before each `[sic]`."""
    for note in document.notes:
        if note.text == "[sic]":
            start = max(0, note.span.start - _REACH)
            if match := re.fullmatch(_WORD_BEFORE, document.source.text[start : note.span.start]):
                yield _Quiet(Span(start + match.start("word"), start + match.end("word")))


def _line(source: Source, note: Note) -> Span:
    """The line that the note stands in; the next one when it stands alone in its own."""
    first, last = source.place(note.span.start).line, source.place(max(note.span.start, note.span.end - 1)).line
    around = Span(source.line(first).start, source.line(last).end)
    if re.sub(_COMMENT, "", source.text[around.start : around.end]).strip() or around.end == len(source.text):
        return around
    return source.line(last + 1)


def _paragraph(document: Document, note: Note) -> Span | None:
    """The paragraph that the note stands in; the next one when it stands between two."""
    text = document.source.text
    paragraphs = _paragraphs(document)
    for span in paragraphs:
        if span.start <= note.span.start <= span.end or (span.end < note.span.start and _one(text, span.end, note.span.start)):
            return span
    return next((span for span in paragraphs if span.start >= note.span.end), None)


def _paragraphs(document: Document) -> list[Span]:
    """Where the paragraphs stand in the source; what was cut off one (a dateline, a link) is back in it."""
    out: list[Span] = []
    for span in sorted(map(_extent, document.blocks)):
        if out and (span.start <= out[-1].end or _one(document.source.text, out[-1].end, span.start)):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _extent(block: Block) -> Span:
    return block.in_source(Span(0, len(block.text)))


def _one(text: str, start: int, end: int) -> bool:
    """Whether two stretches with only this between them are one paragraph."""
    return re.fullmatch(_SAME, text[start:end]) is not None


def _remarks(commands: list[_Command], used: set[int], known: Known) -> Iterator[Finding]:
    for i, command in enumerate(commands):
        if faults := list(_faults(command, known.names)):
            yield from (Finding("lintnews.unknown-note", Severity.WARNING, words, command.note.span) for words in faults)
        elif _is_unused(commands, i, used, known):
            yield Finding("lintnews.unused-note", Severity.SUGGESTION, _unused(command), command.note.span)


def _faults(command: _Command, known: Iterable[str]) -> Iterator[str]:
    if command.verb not in VERBS:
        yield f"a note cannot ask for `{command.verb}`{did_you_mean(command.verb, VERBS)}"
    for name in command.names:
        if name not in known:
            said = did_you_mean(name, known)
            yield f"there is no rule or pack `{name}`{said if 'did you mean' in said else '; a reason stands after a colon'}"


def _is_unused(commands: list[_Command], i: int, used: set[int], known: Known) -> bool:
    """Whether a note quiets nothing, as far as this run can tell: not when what it names did not run."""
    if i in used:
        return False
    names = commands[i].names
    if commands[i].verb == "on":
        return not any(c.verb == "off" and (not names or c.names == names) for c in commands[:i])
    if commands[i].verb == "ignore-file" and not names:
        return False
    return any(_named(rule, names) for rule in known.ran) if names else known.whole


def _unused(command: _Command) -> str:
    if command.verb == "on":
        return "nothing was off here; take the note out"
    what = ", ".join(f"`{name}`" for name in command.names)
    return f"this note quiets nothing{f' ({what})' if what else ''}; take it out"
