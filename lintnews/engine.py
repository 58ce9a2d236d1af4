"""Rules and a story in, findings out, in reading order: ids, severities and messages enter here and nowhere before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from lintnews import options, overlaps, silence
from lintnews.ledger import Story
from lintnews.model import Evidence, Finding, Match, Report, Severity, Span, Told
from lintnews.record import replace
from lintnews.rule import FOREIGN, Quotes, Rule, Rules, fault, faults

if TYPE_CHECKING:
    from lintnews.memory import Memory


def lint(
    story: Story,
    rules: Iterable[Rule],
    levels: Mapping[str, Severity] | None = None,
    today: date | None = None,
    *,
    vocabulary: Iterable[str] = (),
    known: silence.Known | None = None,
    memory: Memory | None = None,
) -> Report:
    """Run every rule over a story.

    `levels` override the severity of a rule or a pack. What stands inside a term of the `vocabulary` is no finding, but of a
    rule whose kind has the option `vocab` and says no. With `known`, notes that quiet nothing are findings too.
    With a `memory`, blocks that it knows are not read again.
    """
    findings: dict[tuple[str, Span, str], Finding] = {}
    source, terms, today = story.document.source, tuple(vocabulary), today or date.today()
    views, told = Views(story), set[str]()
    recalled = memory.matches(story, rules) if memory and isinstance(rules, Rules) else {}
    for rule in rules.likely(story, together=memory is None) if isinstance(rules, Rules) else rules:
        if not _in_force(rule, story.day) or not _of_language(rule, story):
            continue
        seen = recalled.get(rule.id, ()) if memory and memory.knows(rule) else None
        for finding in _run(rule, views.of(rule.selectors), levels or {}, today, seen):
            if finding.rule != rule.id and finding.rule not in silence.SELF:
                told.add(finding.rule)
            if not (getattr(rule.check, "vocab", True) and _accepted(source.text, finding.span, terms)):
                findings.setdefault((finding.rule, finding.span, finding.message), finding)
    if (notice := _foreign(story)) and isinstance(rules, Rules):
        findings[(notice.rule, notice.span, notice.message)] = notice
    kept = silence.apply(story.document, list(findings.values()), known)
    return Report(source, tuple(sorted(overlaps.merged(source.text, kept, told), key=reading_order)))


def _accepted(text: str, span: Span, terms: tuple[str, ...]) -> bool:
    """Whether a span is, or stands inside, an accepted term. A term in lower case may begin with a capital."""
    match = text[span.start : span.end]
    return bool(match) and any(_inside(text, span, form) for term in terms for form in {term, term[:1].upper() + term[1:]} if match in form)


def _inside(text: str, span: Span, term: str) -> bool:
    at = -1
    while (at := term.find(text[span.start : span.end], at + 1)) >= 0:
        start = span.start - at
        end = start + len(term)
        if start >= 0 and text.startswith(term, start) and not any(map(str.isalnum, text[start - 1 : start] + text[end : end + 1])):
            return True
    return False


def reading_order(finding: Finding) -> tuple[Span, int, str]:
    """What findings are sorted by: where they stand, the gravest first."""
    return finding.span, -finding.severity.rank, finding.rule


class Views:
    """A story as it is, and as Vale's selectors show it: read when the first rule asks for that."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._read: Any = None

    def of(self, selectors: tuple[str, ...]) -> Story:
        """The story that a rule with these selectors is shown."""
        if not selectors:
            return self._story
        if self._read is None:
            from lintnews.vale import view

            self._read = view.views(self._story)
        return self._read.of(selectors)  # type: ignore[no-any-return]


def _run(rule: Rule, story: Story, levels: Mapping[str, Severity], today: date, seen: Iterable[Match] | None = None) -> Iterator[Finding]:
    """What a rule finds; `seen` are the matches of its check where they are known."""
    said = 0
    try:
        for match in rule.check.find(story) if seen is None else seen:
            if (rule.selectors or match.block.part in rule.scope) and _quotes_allow(rule.quotes, story, match):
                yield _finding(rule, story, levels, match, today)
                said += 1
                if said == rule.limit:
                    return
    except faults(rule) as error:
        yield fault(rule.id, error)


def _quotes_allow(quotes: Quotes, story: Story, match: Match) -> bool:
    return quotes is Quotes.ANY or story.quoted(match.block, match.span) is (quotes is Quotes.ONLY)


def _finding(rule: Rule, story: Story, levels: Mapping[str, Severity], match: Match, today: date) -> Finding:
    told = match if isinstance(match, Told) else None
    name = f"{rule.pack}.{told.name}" if told else rule.id
    text = story.document.source.text
    span = match.block.in_source(match.span)
    reads_alike = text[span.start : span.end] == match.block.text[match.span.start : match.span.end]
    fixes = match.fixes if reads_alike else ()
    if fixes == ("",) and match.span == Span(0, len(match.block.text)):
        span = _with_gap(text, span)
    stale = any(e.fact and e.fact.review and e.fact.review < today.isoformat() for e in match.evidence)
    return Finding(
        name,
        Severity.SUGGESTION if stale else _severity(rule, match, name, levels),
        options.fill(match.words.get("message", rule.message), rule.check.slots, match.words),
        span,
        fixes,
        tuple(_home(e) for e in match.evidence),
        (told.link if told else "") or rule.link,
        safe=bool(fixes) and rule.safe and not stale and not match.doubt,
        sort=told.sort if told else None,
    )


def _with_gap(text: str, span: Span) -> Span:
    """The span of a paragraph that is taken out, with the line's end and the empty lines behind it, where another one follows."""
    end = span.end
    while text[end : end + 1] in ("\r", "\n"):
        end += 1
    return Span(span.start, end) if end < len(text) else span


def _home(evidence: Evidence) -> Evidence:
    """Evidence with its span in the source."""
    if evidence.block is None or evidence.span is None:
        return evidence
    return replace(evidence, span=evidence.block.in_source(evidence.span), block=None)


def _in_force(rule: Rule, day: date | None) -> bool:
    """Whether a rule holds on the story's day; a story without a day is judged by the rules in force without end."""
    if day is None:
        return not rule.until
    return (not rule.since or rule.since <= day.isoformat()) and (not rule.until or day.isoformat() <= rule.until)


def _of_language(rule: Rule, story: Story) -> bool:
    """Whether a rule is for stories of this language; where that cannot be told, for any."""
    return not rule.languages or not story.language or story.language in rule.languages


def _foreign(story: Story) -> Finding | None:
    """What is said of a story whose copy reads like another language than English, and whose head does not say so."""
    from lintnews.ledger import language

    if story.language in ("", language.ENGLISH) or language.declared(story):
        return None
    name = language.NAMES.get(story.language, story.language)
    said = f"the story reads like {name}: the rules for English were not asked; `language:` in its head says so for good"
    return Finding(FOREIGN, Severity.SUGGESTION, said, Span(0, 0))


def _severity(rule: Rule, match: Match, name: str, levels: Mapping[str, Severity]) -> Severity:
    """How sure we are of a match. What another program's rule is given by name is not lowered."""
    if name != rule.id and name in levels:
        return levels[name]
    own = match.severity if isinstance(match, Told) else None
    return (own or _level(rule.id, levels) or rule.severity).lowered(match.doubt)


def _level(rule: str, levels: Mapping[str, Severity]) -> Severity | None:
    """The severity that a rule is given by its own name or its pack's."""
    return next((levels[name] for name in silence.names_of(rule) if name in levels), None)
