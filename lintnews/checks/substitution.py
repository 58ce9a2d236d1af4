"""Substitution: a story in, every place where one text should be another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from lintnews import actions, lazily, patterns, tokens
from lintnews.alternatives import Alternatives
from lintnews.joint import Sought
from lintnews.ledger import Story
from lintnews.model import Block, LintNewsError, Match, OptionError, Span
from lintnews.needs import Need
from lintnews.record import field, record

_PLAIN = lazily.pattern(r"[\p{L}\p{N} -]*")
_GROUP = lazily.pattern(r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<open>\((?!\?))")
_BAR = lazily.pattern(r"(?<!\\)\|")
_REFERENCE = lazily.pattern(r"\$(?:\w|\{)")


@record
class Check:
    """Vale's substitution: each key of `swap` is a pattern, its value what should stand there.

    `before` and `after` are patterns that must stand right beside each of the keys.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("fix", "match")
    templated: ClassVar[bool] = False
    swap: Mapping[str, str]
    before: str = ""
    after: str = ""
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    capitalize: bool = False
    matchcase: bool = False
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if not self.swap:
            raise OptionError("`swap` must hold at least one `pattern: replacement`", "swap")
        tokens.validate_all({("swap", key): key for key in self._keys}, lambda key: f"({_without_groups(key)})")
        tokens.validate_beside(self.before, self.after)
        tokens.validate_exceptions(self.exceptions)
        actions.validate(self.action)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        """The keys, the longest first, so that the longest that can match at a place does."""
        return tuple(sorted(self.swap, key=len, reverse=True))

    @cached_property
    def _alternatives(self) -> Alternatives:
        items = [tokens.between(self.before, _without_groups(key), self.after) for key in self._keys]
        return Alternatives(items, nonword=self.nonword, ignorecase=self.ignorecase)

    @property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return self._alternatives.need

    @property
    def sought(self) -> Sought:
        """What it looks for, see `joint`."""
        return self._alternatives.sought

    def find(self, story: Story) -> Iterator[Match]:
        """Every match that no exception excuses and that does not yet read as it should."""
        excepted = tokens.exceptions((*self.exceptions, *(story.vocabulary if self.vocab and (self.templated or not self.nonword) else ())))
        for block, i, found in self._alternatives.found(story):
            if not excepted.excuse(block.text, *found.span()) and (match := self._match(story, block, self._keys[i], found)):
                yield match

    def _match(self, story: Story, block: Block, key: str, found: patterns.Found) -> Match | None:
        value = self._value(key, found)
        if "'" in value and "'" not in found[0] and self.replaces:
            value = value.replace("'", story.apostrophe(block))
        options = self._options(value, found[0])
        if tokens.collapsed(found[0]) in options or (not self.replaces and _reads_so(value, found[0])):
            return None
        shown = actions.words("fix", options, alone=True) if options else {"fix": value}
        return Match(block, Span(*found.span()), options or self._acted(found), {**shown, "match": tokens.collapsed(found[0])})

    @property
    def replaces(self) -> bool:
        """Whether the fix is the value of `swap`."""
        return actions.name_of(self.action) == "replace" and not self.action.get("params")

    def _value(self, key: str, found: patterns.Found) -> str:
        """What should stand for the key; `$1` is a group of the key, which is matched anew, at its place or by itself."""
        value = self.swap[key]
        if not _REFERENCE.search(value):
            return value
        pattern = patterns.compile(tokens.flexible(key), ignorecase=self.ignorecase)
        again = patterns.match(pattern, found.string, found.start()) or patterns.search(pattern, found[0])
        return patterns.expand(value, again) if again else value

    def _options(self, value: str, observed: str) -> tuple[str, ...]:
        """The fixes, only where the rule's action is to replace; `|` parts several."""
        if not self.replaces or not value:
            return ()
        options = [option.replace(r"\|", "|") for option in _BAR.split(value)]
        if self.matchcase:
            return tuple(actions.recased(option, observed) for option in options)
        if self.capitalize and observed[:1] == observed[:1].upper():
            return tuple(option[:1].upper() + option[1:] for option in options)
        return tuple(options)

    def _acted(self, found: patterns.Found) -> tuple[str, ...]:
        return () if self.replaces else actions.fixes(self.action, found)


def _without_groups(key: str) -> str:
    """A key whose groups do not capture: the group that matched is the key."""
    return _GROUP.sub(lambda m: "(?:" if m["open"] else m[0], key)


def _reads_so(value: str, observed: str) -> bool:
    """Whether the text already reads as the value, which is a pattern unless it is plain words."""
    if value == observed or _PLAIN.fullmatch(value):
        return value == observed
    try:
        return patterns.fullmatch(patterns.compile(value), observed)
    except LintNewsError:
        return False
