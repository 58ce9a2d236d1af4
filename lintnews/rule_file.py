"""The YAML of a rule in, the rule out, strictly checked: every fault is one line with file, line and remedy."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from lintnews import checks, examples, options, term_lists, yaml_file
from lintnews.ledger.language import ENGLISH
from lintnews.model import COPY, PROSE, LintNewsError, OptionError, Part, Severity, did_you_mean
from lintnews.rule import Example, Quotes, Rule
from lintnews.vale import scope

_LANGUAGE = re.compile(r"any|[a-z]{2}")
_GROUPS = {"copy": COPY, "prose": PROSE, "all": tuple(Part)}
_RULE_KEYS = {
    "extends", "message", "level", "why", "link", "source", "owner", "scope", "quotes", "safe", "since", "until", "examples", "on",
    "limit", "terms", "languages",
}  # fmt: skip


def read(text: str, name: str, rule_id: str, *, first_line: int = 1, bare: bool = False) -> Rule:
    """One rule from the text of its file; raises LintNewsError with every fault, a line each. A bare one needs no examples."""
    loaded = yaml_file.load(text, name, first_line)
    reading = _RuleReading(loaded, name, bare=bare)
    made = reading.rule(rule_id)
    if reading.faults or made is None:
        raise LintNewsError("\n".join(reading.faults))
    return made


def samples(text: str, name: str) -> tuple[Example, ...]:
    """The examples of a style's rule, which may have some; raises LintNewsError with every fault, a line each."""
    reading = _RuleReading(yaml_file.load(text, name), name, bare=True)
    made = reading.examples()
    if reading.faults:
        raise LintNewsError("\n".join(reading.faults))
    return made


class _RuleReading:
    """One rule file being read; gathers every fault instead of stopping at the first."""

    def __init__(self, loaded: yaml_file.Loaded, name: str, *, bare: bool) -> None:
        self._loaded, self._name, self._bare = loaded, name, bare
        self._keys: dict[str, Any] = loaded.value if isinstance(loaded.value, dict) else {}
        self.faults: list[str] = []

    def fault(self, words: str, *path: Any) -> None:
        self.faults.append(f"{self._name}:{self._loaded.line(*path)}: {words}")

    def rule(self, rule_id: str) -> Rule | None:
        if not isinstance(self._loaded.value, dict):
            self.fault("a rule file holds `key: value` lines")
            return None
        kind = str(self._keys.get("extends", ""))
        try:
            check = checks.kind(kind) if kind in checks.kinds() else None
        except LintNewsError as error:
            self.fault(str(error), "extends")
            return None
        if check is None:
            self.fault(f"`extends` must name a kind of check{did_you_mean(kind, checks.kinds())}", "extends")
            return None
        made = self._check(check)
        message = self._text("message", required=True)
        self._slots(message, check)
        severity = self._choice("level", Severity, Severity.WARNING)
        quotes = self._choice("quotes", Quotes, Quotes.ANY)
        parts = self._scope()
        samples = self.examples()
        why, link, source, owner = (self._text(key) for key in ("why", "link", "source", "owner"))
        since, until, limit = self._day("since"), self._day("until"), self._limit()
        safe, on, languages = self._truth("safe", False), self._truth("on", True), self._languages()
        if made is None or self.faults:
            return None
        return Rule(
            rule_id, kind, made, severity, message, scope=parts, quotes=quotes, examples=samples, origin=self._name,
            safe=safe, on=on, options=self._filled(check), selectors=self._selectors(), limit=limit,
            why=why, link=link, source=source, owner=owner, since=since, until=until, languages=languages,
        )  # fmt: skip

    def _options(self, check: type) -> dict[str, Any]:
        names = options.names(check)
        return {key: value for key, value in self._keys.items() if key in names and key not in _RULE_KEYS}

    def _check(self, check: type) -> Any:
        known = options.names(check)
        unknown = [key for key in self._keys if key not in known and key not in _RULE_KEYS]
        for key in unknown:
            self.fault(f"unknown key `{key}`{did_you_mean(key, [*known, *_RULE_KEYS])}", key)
        try:
            return options.build(check, self._filled(check))
        except OptionError as error:
            if error.path or not unknown:  # what is missing may be what is misspelled
                self.fault(str(error), *error.path)
            return None

    def _filled(self, check: type) -> dict[str, Any]:
        """The kind's options, with the terms of the lists that the rule names."""
        written = self._options(check)
        if "terms" not in self._keys:
            return written
        try:
            return term_lists.filled(str(self._keys["extends"]), written, self._keys["terms"], self._name)
        except LintNewsError as error:
            raise OptionError(str(error), "terms") from None

    def _text(self, key: str, *, required: bool = False) -> str:
        if required and key not in self._keys:
            self.fault(f"a rule needs `{key}`")
            return ""
        value = self._keys.get(key, "")
        if isinstance(value, bool) or not isinstance(value, str | int) or (required and not value):
            self.fault(f"`{key}` must be a text, not `{options.shown(value)}`", key)
        elif any(char < " " and char not in "\n\t" for char in str(value)):
            self.fault(f"`{key}` holds a control character; take it out", key)
        return str(value)

    def _truth(self, key: str, default: bool) -> bool:
        try:
            return options.truth(self._keys.get(key, default), key)
        except OptionError as error:
            self.fault(str(error), key)
            return default

    def _limit(self) -> int:
        value = self._keys.get("limit", 0)
        if type(value) is int and value >= 0:
            return value
        self.fault(f"`limit` must be a whole number, 0 for none, not `{options.shown(value)}`", "limit")
        return 0

    def _languages(self) -> tuple[str, ...]:
        """The languages of the stories that the rule is for: none where it is for any."""
        value = self._keys.get("languages", ENGLISH)
        names = value if isinstance(value, list) else [value]
        for i, name in enumerate(names):
            if not isinstance(name, str) or not _LANGUAGE.fullmatch(name):
                self.fault(f"`languages` holds tags of two letters, such as en, or is any, not `{options.shown(name)}`", "languages", i)
        return () if "any" in names else tuple(map(str, names))

    def _day(self, key: str) -> str:
        value = self._text(key)
        try:
            return date.fromisoformat(value).isoformat() if value else ""
        except ValueError:
            self.fault(f"`{key}` must be a day, such as 2024-06-30, not `{options.shown(value)}`", key)
            return ""

    def _slots(self, message: str, check: type) -> None:
        for slot in options.slots_in(message):
            if slot not in check.slots:  # type: ignore[attr-defined]
                names = ", ".join(check.slots)  # type: ignore[attr-defined]
                self.fault(f"no match fills `{{{slot}}}` in the message; this kind fills: {names}", "message")

    def _choice(self, key: str, choices: Any, default: Any) -> Any:
        value = self._keys.get(key, default)
        if value in tuple(choices):
            return choices(value)
        self.fault(f"`{key}` must be one of {', '.join(choices)}, not `{options.shown(value)}`", key)
        return default

    def _scope(self) -> tuple[Part, ...]:
        """The parts that the scope names; none when it is in Vale's words."""
        if self._selectors():
            return ()
        out: list[Part] = []
        for i, name in enumerate(self._scope_names()):
            if name in _GROUPS:
                out += _GROUPS[name]
            elif name in tuple(Part):
                out.append(Part(name))
            else:
                self.fault(f"unknown scope `{name}`{did_you_mean(name, [*_GROUPS, *Part, *scope.SECTIONS])}", "scope", i)
        return tuple(dict.fromkeys(out))

    def _scope_names(self) -> list[str]:
        value = self._keys.get("scope", "copy")
        return list(map(str, value if isinstance(value, list) else [value]))

    def _selectors(self) -> tuple[str, ...]:
        """The scope in Vale's words (`sentence`, `heading.h2 & ~link`); none when all of it is in ours."""
        names = self._scope_names()
        own = {*_GROUPS, *Part}
        return tuple(names) if not own.issuperset(names) and not any(map(scope.unknown, names)) else ()

    def examples(self) -> tuple[Example, ...]:
        """The examples, good and bad."""
        value = self._keys.get("examples")
        if self._bare and value is None:
            return ()
        if not isinstance(value, dict) or not value.get("bad") or not value.get("good"):
            self.fault("a rule needs `examples:` with a list `bad` (each with its match marked ^^^) and a list `good`", "examples")
            return ()
        out: list[Example] = []
        for sort in value:
            if sort not in ("bad", "good") or not isinstance(value[sort], list):
                self.fault(f"`examples` holds two lists, `bad` and `good`, not `{sort}`", "examples", sort)
                continue
            for i, text in enumerate(value[sort]):
                try:
                    out.append(examples.read(str(text), bad=sort == "bad", line=self._loaded.line("examples", sort, i)))
                except LintNewsError as error:
                    self.fault(str(error), "examples", sort, i)
        return tuple(out)
