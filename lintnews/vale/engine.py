"""Rules of styles and a document in, findings out: one a place and rule, as many as the rule's limit, in Vale's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lintnews import options
from lintnews.actions import QUOTED
from lintnews.facts import FactBase
from lintnews.joint import Filter
from lintnews.model import Document, Evidence, Finding, Match
from lintnews.needs import ANYTHING
from lintnews.rule import Rule, fault, faults
from lintnews.vale import message as messages
from lintnews.vale.comments import Switches
from lintnews.vale.placing import Places
from lintnews.vale.view import View, Views


class Grouped:
    """Rules by what they are shown, with a filter before each group: a rule whose words are not there costs nothing."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        by: dict[tuple[str, ...], list[Rule]] = {}
        for rule in rules:
            by.setdefault(rule.selectors, []).append(rule)
        self._groups = [(selectors, group, _filter(group)) for selectors, group in by.items()]

    def likely(self, views: Views) -> Iterator[tuple[Rule, View]]:
        """The rules that may find something, each with what it is shown."""
        for selectors, group, filter_ in self._groups:
            view = views.of(selectors)
            if view.document.blocks:
                yield from ((group[at], view) for at in filter_.candidates(view.text))


def _filter(rules: Sequence[Rule]) -> Filter:
    needs = [getattr(rule.check, "need", ANYTHING) for rule in rules]
    keys = [() if "" in need.by_key else tuple(need.by_key) for need in needs]
    return Filter(lambda: keys, lambda: (getattr(rule.check, "sought", None) for rule in rules))


def lint(document: Document, rules: Grouped, facts: FactBase, vocabulary: tuple[str, ...] = ()) -> list[Finding]:
    """The findings of every rule, each at its severity, by line and column."""
    views, switches, places = Views(document, facts, vocabulary), Switches(document.notes), Places(document)
    found = [finding for rule, view in rules.likely(views) for finding in _run(rule, view, switches, places)]
    return sorted(found, key=lambda finding: (finding.at.start, finding.rule))


def _run(rule: Rule, view: View, switches: Switches, places: Places) -> Iterator[Finding]:
    """One finding for each place, in the order of the blocks, as many as the rule may give; a fault ends it."""
    source, taken, left = view.document.source, set[tuple[int, int]](), rule.limit
    try:
        for match in rule.check.find(view):
            finding = made(rule, match, source.text, places)
            if finding is None:
                continue
            if switches and switches.off(finding, source.text[slice(*finding.span)]):
                continue
            place = source.place(finding.at.start)
            if place in taken:
                continue
            taken.add(place)
            yield finding
            left -= 1
            if left == 0:
                return
    except faults(rule) as error:
        yield fault(rule.id, error)


def made(rule: Rule, match: Match, text: str, places: Places) -> Finding | None:
    """A match of a rule as a finding; its fixes only where the source reads as the block does. A style's may have no place.

    A style's is said where Vale has it; where its words stand is another matter, and that of its fixes.
    """
    span = match.block.in_source(match.span)
    said = places.of(rule, match) if rule.vale else span
    if said is None:
        return None
    alike = text[slice(*span)] == match.block.text[slice(*match.span)]
    words = _words(rule, match.words)
    message = _said(rule, match.words.get("message", rule.message), match.words, words)
    elsewhere = (Evidence("the words stand here", span=span),) if said.start != span.start else ()
    fixes = match.fixes if alike else ()
    return Finding(rule.id, rule.severity, message, span, fixes, elsewhere, link=rule.link, reported=said if elsewhere else None)


def _words(rule: Rule, words: Mapping[str, str]) -> Sequence[str]:
    """The texts that a message's places take, in the order of the kind."""
    return [words.get(slot + QUOTED, words.get(slot, "")) for slot in rule.check.slots]


def _said(rule: Rule, said: str, words: Mapping[str, str], values: Sequence[str]) -> str:
    if not rule.vale:
        return options.fill(said, rule.check.slots, words)
    quoted = rule.kind == "substitution" and getattr(rule.check, "replaces", False)
    return messages.fill(said, values, quoted=quoted, count=rule.kind == "occurrence")
