"""What a rule is, and the promise a check keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from lintnews.joint import Filter, Sought
from lintnews.model import COPY, Finding, LintNewsError, Part, Severity, Span
from lintnews.needs import ANYTHING, Need
from lintnews.record import field, record

if TYPE_CHECKING:
    from lintnews.ledger import Story
    from lintnews.model import Match


#: The rule under which a rule is told that could not be run on a story.
FAULT = "lintnews.rule-fault"
#: The rule under which a story is told that is not in the language of the rules.
FOREIGN = "lintnews.foreign-language"
#: What a rule may run into on a story by no fault but its own.
FAULTS = (LintNewsError, TimeoutError, MemoryError, RecursionError)
_SAID = {
    TimeoutError: "a pattern took too long; simplify it",
    MemoryError: "it took too much memory; simplify it",
    RecursionError: "it went too deep; simplify it",
}


class Check(Protocol):
    """A kind of check with its options filled in. One kind is one module of `lintnews.checks`, its class named `Check`.

    The fields of the class are the kind's options in YAML: a field without a default must be given. A check is handed
    the whole story and yields what it sees; scope, quotations, severity and message are the engine's business. It may
    have a method `validate`, called once when its rule is read from YAML, which raises OptionError for what it cannot use,
    and `with_files`, called before it where the rule stands in a Vale style: handed the files of the styles' folder
    (`lintnews.beside.Beside`), it gives the check with what it needs of them. A match may bring a `message` of its own among
    its words, in place of the rule's. What it sees must depend on nothing but the story, the facts and the options, so that
    it can be kept for another run; a kind for which that is not so (it asks a server, or reads what may change) has `lasting = False`.
    One that finds nothing in a story without a word, or without a head, has a `need` or `asks` (see `Rule`), so that such a story need
    not load it. A kind whose matches in a block hang on that block alone may say `local = True` (see `lintnews.memory`).
    """

    #: The names of the words that every match fills, in the order in which `%s` in a message takes them.
    slots: ClassVar[tuple[str, ...]]

    def find(self, story: Story) -> Iterable[Match]:
        """What this check sees in the story, in any order."""
        ...


class Quotes(StrEnum):
    """Whether a rule looks inside quotations: nobody corrects what somebody said."""

    SKIP = "skip"
    ONLY = "only"
    ANY = "any"


@record
class Example:
    """A small story on which a rule must fire, at `marks` and nowhere else, or (without any) stay silent.

    Each mark is a span of the text and the fix expected for it: None asks for none in particular, an empty one deletes.
    A span of one code point also stands for the place before it, where something is missing.
    """

    text: str
    marks: tuple[tuple[Span, str | None], ...]
    line: int = 0


@record
class Rule:
    """A check with a name, a severity, a message, and where it applies. `id` is `pack.rule`, from its path.

    A rule with `selectors` sees the blocks that Vale would show it instead of the parts of `scope`; `limit` is the most that
    it says of one file, 0 for no limit. `languages` are those of the stories that it is for, none for any. `vale` marks a rule of a
    style: its message is filled as Vale fills it.
    """

    id: str
    kind: str
    check: Check
    severity: Severity
    message: str
    why: str = ""
    link: str = ""
    source: str = ""
    owner: str = ""
    scope: tuple[Part, ...] = COPY
    quotes: Quotes = Quotes.ANY
    safe: bool = False
    on: bool = True
    since: str = ""
    until: str = ""
    examples: tuple[Example, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    origin: str = ""
    selectors: tuple[str, ...] = ()
    limit: int = 0
    languages: tuple[str, ...] = ()
    vale: bool = False

    @property
    def pack(self) -> str:
        return self.id.split(".", 1)[0]

    @cached_property
    def keys(self) -> Sequence[str]:
        """The keys of which a story must have one for the rule to find anything, see `needs.key`; none where that cannot be told.

        What stands in a view of its own is not in the story's text.
        """
        need: Need = ANYTHING if self.selectors else getattr(self.check, "need", ANYTHING)
        return () if "" in need.by_key else tuple(need.by_key)

    @property
    def sought(self) -> Sought | None:
        """What the rule's check looks for in a story's text, where it is not more than can be looked up together with others'."""
        return None if self.selectors else getattr(self.check, "sought", None)

    @cached_property
    def asks(self) -> str:
        """What a story must have for the rule to find anything: its head (`meta`), `notes`, `links` or `sources`; nothing where empty."""
        return str(getattr(self.check, "asks", ""))

    @cached_property
    def lasting(self) -> bool:
        """Whether the rule finds the same in the same story another time."""
        return bool(getattr(self.check, "lasting", True))


class Later(Rule):
    """A rule that was kept as plain values: its check and options are made when asked for, since a story concerns a few rules of many."""

    @classmethod
    def of(cls, values: Mapping[str, object], check: Callable[[], Check], options: Callable[[], Mapping[str, object]]) -> Later:
        """A rule with these values for all but its check and options."""
        rule = object.__new__(cls)
        rule.__dict__.update(values, _later={"check": check, "options": options})
        return rule

    def __getattr__(self, name: str) -> object:
        if name not in ("check", "options"):
            raise AttributeError(name)
        made = self.__dict__["_later"][name]()
        self.__dict__[name] = made
        return made


class Rules(tuple[Rule, ...]):
    """Rules with a filter before them: a rule whose words are not in a story costs that story nothing."""

    @cached_property
    def _filter(self) -> Filter:
        return Filter(lambda: (rule.keys for rule in self), lambda: (rule.sought for rule in self))

    def likely(self, story: Story, *, together: bool = False) -> Iterator[Rule]:
        """The rules that may find something in a story, in order; with `together`, from some stories on they are looked up at once."""
        concerned = self._filter.candidates(story.text, together=together)
        return (rule for rule in map(self.__getitem__, concerned) if not rule.asks or _has(story, rule.asks))


def _has(story: Story, what: str) -> bool:
    """Whether a story has what a rule asks for; where that cannot be told, the rule's run tells why."""
    try:
        return bool(getattr(story.document if what in ("meta", "notes") else story, what))
    except FAULTS:
        return True


def faults(rule: Rule) -> tuple[type[BaseException], ...]:
    """What a rule may run into while the others run on: the FAULTS, and anything where its kind is a plug-in's."""
    return FAULTS if type(rule.check).__module__.startswith("lintnews.") else (Exception, SystemExit)


def fault(rule: str, error: BaseException) -> Finding:
    """What is said of a rule that ran into one of its faults."""
    words = next((said for kind, said in _SAID.items() if isinstance(error, kind)), str(error))
    if not isinstance(error, FAULTS):
        line = words.strip().partition("\n")[0]
        words = f"the plug-in of its kind failed with {type(error).__name__}: {line}; mend it or leave the rule out"
    return Finding(FAULT, Severity.WARNING, f"{rule}: {words}", Span(0, 0))


def twice(new: Rule, old: Rule) -> str:
    """What is said of a second rule of the same name."""
    return f"{new.origin}: the rule `{new.id}` already stands in {old.origin}; rename one of the files"
