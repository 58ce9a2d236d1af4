"""A TextFSM template in, what it captures of a text out: a machine of states, whose rules are patterns for a line.

Own code: the only library wants re patterns and knows no columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintnews import patterns
from lintnews.model import LintNewsError

_VALUE = re.compile(r"Value\s+(?:(?P<options>[\w,]+)\s+)?(?P<name>\w+)\s+(?P<pattern>\(.*\))\s*\Z")
_STATE = re.compile(r"\w+\Z")
_ACTION = re.compile(
    r"\A(?P<line>Next|Continue|Error)?(?:\.?(?P<record>Record|NoRecord|Clear|Clearall))?(?:(?:\A|\s+)(?P<state>\w+|\"[^\"]*\"))?\Z"
)
_NAME = re.compile(r"\$\{(\w+)\}|\$(\w+)")
_OPTIONS = frozenset({"List", "Required", "Filldown", "Fillup", "Key"})
#: More rules than any template has.
_MOST = 1_000


class Capture(NamedTuple):
    """A text that a value took, and where it stands."""

    text: str
    start: int
    line: int
    column: int


class Rule(NamedTuple):
    """What a line must be, and what is done then: whether the next rule is asked too, what becomes of the record, the next state."""

    pattern: patterns.Pattern
    goes_on: bool
    record: str
    state: str
    error: str


Record = Mapping[str, list[Capture]]


class Template:
    """A template; raises LintNewsError for one that is none."""

    def __init__(self, text: str) -> None:
        self.values: dict[str, frozenset[str]] = {}
        self._written: dict[str, str] = {}
        self._states: dict[str, list[Rule]] = {}
        state, count = "", 0
        for line in text.splitlines():
            bare = line.strip()
            if not bare or bare.startswith("#"):
                continue
            if line.startswith("Value"):
                self._value(bare)
            elif not line[0].isspace():
                state = self._state(bare)
            else:
                count += 1
                self._rule(state, bare, count)
        if "Start" not in self._states:
            raise LintNewsError("the template has no state `Start`")
        self._known()

    def _value(self, line: str) -> None:
        found = _VALUE.match(line)
        options = frozenset((found["options"] or "").split(",")) - {""} if found else frozenset()
        if not found or options - _OPTIONS:
            raise LintNewsError(f"`{line}` is not `Value [List,Required,Filldown] Name (pattern)`")
        self.values[found["name"]] = options
        self._written[found["name"]] = found["pattern"][1:-1]

    def _state(self, line: str) -> str:
        if not _STATE.match(line):
            raise LintNewsError(f"`{line}` is no name of a state")
        self._states[line] = []
        return line

    def _rule(self, state: str, line: str, count: int) -> None:
        if state not in self._states or not line.startswith("^") or count > _MOST:
            raise LintNewsError(f"`{line}` is no rule; a rule begins with ^, set in below the name of its state")
        pattern, _, action = line.partition(" -> ")
        found = _ACTION.match(action.strip())
        if not found:
            raise LintNewsError(f"`-> {action}` is no action; write Next, Continue, Record or the name of a state")
        said, goes_on = (found["state"] or "").strip('"'), found["line"] == "Continue"
        error = said or "the template stops here" if found["line"] == "Error" else ""
        made = patterns.compile(_NAME.sub(self._group, pattern.strip()))
        self._states[state].append(Rule(made, goes_on, found["record"] or "", "" if error else said, error))

    def _group(self, found: re.Match[str]) -> str:
        name = found[1] or found[2]
        if name not in self._written:
            raise LintNewsError(f"`${{{name}}}` is no Value of the template: {', '.join(self._written)}")
        return f"(?P<{name}>{self._written[name]})"

    def _known(self) -> None:
        for rules in self._states.values():
            for rule in rules:
                if rule.state and rule.state not in (*self._states, "End", "EOF"):
                    raise LintNewsError(f"there is no state `{rule.state}` in the template: {', '.join(self._states)}")

    def run(self, text: str) -> Iterator[Record]:
        """The records of a text; raises LintNewsError where the template stops at a line."""
        machine = _Machine(self.values)
        state, at = "Start", 0
        for number, line in enumerate(text.split("\n"), 1):
            for rule in self._states.get(state, ()):
                found = patterns.match(rule.pattern, line, 0)
                if found is None:
                    continue
                if rule.error:
                    raise LintNewsError(f"line {number}: {rule.error}")
                machine.take(found, at, number)
                yield from machine.done(rule.record)
                state = rule.state or state
                if not rule.goes_on:
                    break
            if state in ("End", "EOF"):
                break
            at += len(line) + 1
        if state != "End" and self._states.get("EOF") != []:
            yield from machine.done("Record")


class _Machine:
    """The record that is being made."""

    def __init__(self, values: Mapping[str, frozenset[str]]) -> None:
        self._values = values
        self._record: dict[str, list[Capture]] = {name: [] for name in values}

    def take(self, found: patterns.Found, at: int, line: int) -> None:
        """Take what a rule's match captured."""
        for name in found.re.groupindex:
            if found.start(name) < 0:
                continue
            capture = Capture(found[name], at + found.start(name), line, found.start(name))
            self._record[name] = [*self._record[name], capture] if "List" in self._values[name] else [capture]

    def done(self, what: str) -> Iterator[Record]:
        """The record, where it is to be kept and has what it must have; then it begins anew, but for what stays."""
        if what == "Record":
            needed = (name for name, options in self._values.items() if "Required" in options)
            if any(self._record.values()) and all(self._record[name] for name in needed):
                yield self._record
        if what in ("Record", "Clear", "Clearall"):
            kept = {name for name, options in self._values.items() if "Filldown" in options and what != "Clearall"}
            self._record = {name: captures if name in kept else [] for name, captures in self._record.items()}
