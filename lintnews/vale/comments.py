"""The comments of a document in, what they switch off and where out: `vale off`, `vale Style.Rule = NO` and their like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.model import Finding, Note

_SWITCH = re.compile(r"vale (?P<to>on|off)")
_RULE = re.compile(r"vale (?P<name>[\w.-]+)(?:\[(?P<matches>.*)\])? = (?P<to>YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (?P<names>.+)")
_MATCH = re.compile(r'"((?:[^"\\]|\\.)*)"')


class _Stretch(NamedTuple):
    """A stretch of the source in which a rule or style (or all, or all but some styles) says nothing."""

    start: int
    end: float
    name: str = ""
    matches: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()


class Switches:
    """What the comments of one document switch off."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._stretches = [*_all_off(notes), *_rules_off(notes), *_styles_left(notes)]

    def __bool__(self) -> bool:
        return bool(self._stretches)

    def off(self, finding: Finding, text: str) -> bool:
        """Whether a finding, on this text of the source, is switched off."""
        return any(stretch.start <= finding.span.start < stretch.end and _meant(stretch, finding.rule, text) for stretch in self._stretches)


def _meant(stretch: _Stretch, rule: str, text: str) -> bool:
    if stretch.but:
        return rule.split(".", 1)[0] not in stretch.but
    if stretch.name and rule != stretch.name and not rule.startswith(f"{stretch.name}."):
        return False
    return not stretch.matches or text in stretch.matches


def _all_off(notes: Iterable[Note]) -> Iterator[_Stretch]:
    start: int | None = None
    for note in notes:
        if switch := _SWITCH.fullmatch(note.text.strip()):
            if switch["to"] == "off" and start is None:
                start = note.span.end
            elif switch["to"] == "on" and start is not None:
                yield _Stretch(start, note.span.start)
                start = None
    if start is not None:
        yield _Stretch(start, float("inf"))


def _rules_off(notes: Iterable[Note]) -> Iterator[_Stretch]:
    open_at: dict[tuple[str, tuple[str, ...]], int] = {}
    for note in notes:
        if (rule := _RULE.fullmatch(note.text.strip())) and not _SWITCH.fullmatch(note.text.strip()):
            each: list[tuple[str, ...]] = [(match,) for match in _MATCH.findall(rule["matches"] or "")]
            for key in [(rule["name"], matches) for matches in each or [()]]:
                if rule["to"] in ("NO", "off"):
                    open_at.setdefault(key, note.span.end)
                elif key in open_at:
                    yield _Stretch(open_at.pop(key), note.span.start, *key)
    for (name, matches), start in open_at.items():
        yield _Stretch(start, float("inf"), name, matches)


def _styles_left(notes: Sequence[Note]) -> Iterator[_Stretch]:
    said = [(note, found) for note in notes if (found := _STYLES.fullmatch(note.text.strip()))]
    for i, (note, found) in enumerate(said):
        end = said[i + 1][0].span.start if i + 1 < len(said) else float("inf")
        yield _Stretch(note.span.end, end, but=frozenset(name.strip() for name in found["names"].split(",")))
