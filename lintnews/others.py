"""Rules and settings in, the rules that speak for other programs out, each with its program; and what those could not be asked.

Such a rule has one name and says what the other program says under names of that program's own: `languagetool.news` speaks
for LanguageTool and finds `languagetool.EN_A_VS_AN`. It runs when the settings ask for it, never because a pack has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from lintnews import checks
from lintnews.config import Settings
from lintnews.languagetool.asked import Asked, Mode
from lintnews.model import LintNewsError
from lintnews.record import replace
from lintnews.rule import Quotes, Rule

if TYPE_CHECKING:
    from lintnews.external.asked import Program

#: Whether a rule runs: its name, and whether it would unasked.
Wanted = Callable[[str, bool], bool]


#: Our own kinds that ask other programs.
_KINDS = frozenset({"external", "languagetool"})


class Lapse(NamedTuple):
    """What could not be done of what was asked for; `grave` where the run is at fault for it."""

    words: str
    grave: bool


#: Those of our kinds; their checks need not be made to know it.
_SPEAKERS = ("languagetool", "external")


class Names(frozenset[str]):
    """Names of rules and packs. In the packs that speak for another program any name may be one of its rules."""

    open: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: Iterable[str], rules: Iterable[Rule], settings: Settings) -> Names:
        programs = [program.name for program in settings.external]
        made = cls((*names, *programs))
        made.open = tuple(sorted({f"{pack}." for pack in (*programs, *(rule.pack for rule in rules if speaks(rule)))}))
        return made

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (isinstance(name, str) and bool(self.open) and name.startswith(self.open))


def speaks(rule: Rule) -> bool:
    """Whether a rule speaks for another program."""
    return rule.kind in _SPEAKERS or (not checks.ours(rule.kind) and hasattr(rule.check, "bound"))


def chosen(rules: Iterable[Rule], settings: Settings, wanted: Wanted) -> Iterator[Rule]:
    """The rules that run: those that speak for others with the program they speak for, those of earlier stories with their index."""
    for rule in rules:
        if rule.kind == "earlier":
            if wanted(rule.id, rule.on) and (settings.archive or settings.select):
                yield replace(rule, check=rule.check.bound(settings.archive)) if settings.archive else rule  # type: ignore[attr-defined]
        elif not speaks(rule):
            if wanted(rule.id, rule.on):
                yield rule
        elif asked := _asked(rule, settings):
            named = frozenset(_named(rule, settings))
            if named or wanted(rule.id, True):
                heard = partial(_heard, rule.pack, wanted)
                quotes = Quotes.ANY if asked.all else rule.quotes
                yield replace(rule, check=rule.check.bound(asked, heard, named), quotes=quotes)  # type: ignore[attr-defined]


def programs(settings: Settings, wanted: Wanted, packs: Iterable[str]) -> Iterator[Rule]:
    """A rule for each program that lintnews.yaml names, if it may be run. Raises LintNewsError."""
    where = settings.written.get("key external", "settings")
    if settings.external and not settings.trust:
        named = ", ".join(f"`{program.command[0]}`" for program in settings.external)
        raise LintNewsError(f"{where}: this would run {named}; if you want that, say --trust")
    for program in settings.external:
        if program.name in packs:
            raise LintNewsError(f"{where}: there is a pack `{program.name}`; give the program another name")
        if wanted(program.name, True) or any(name.startswith(f"{program.name}.") for name in settings.select):
            yield _rule(program, wanted)


def _rule(program: Program, wanted: Wanted) -> Rule:
    from lintnews.checks.external import Bound

    check = Bound(program, partial(_heard, program.name, wanted))
    return Rule(f"{program.name}.external", "external", check, program.level, "{said}", quotes=Quotes(program.quotes))


def _asked(rule: Rule, settings: Settings) -> Asked | None:
    """What is asked of the other program; None where it is not to be asked."""
    if settings.languagetool.mode is not Mode.OFF:
        return _trusted(settings)
    by_name = any(name == rule.pack or name.startswith(f"{rule.pack}.") for name in settings.select)
    return replace(settings.languagetool, mode=Mode.ON) if by_name else None


def _trusted(settings: Settings) -> Asked:
    """What is asked, if it may be: a file that came with the stories must not send them anywhere. Raises LintNewsError."""
    asked = settings.languagetool
    if asked.is_far and not (asked.by_hand or settings.trust):
        where = settings.written.get("key languagetool", "settings")
        raise LintNewsError(f"{where}: the stories would be sent to {asked.server}; if you want that, say --trust")
    return asked


def _named(rule: Rule, settings: Settings) -> Iterator[str]:
    """The other program's rules that are asked for by name."""
    for name in settings.select:
        pack, _, own = name.partition(".")
        if pack == rule.pack and own and name != rule.id:
            yield own


def _heard(pack: str, wanted: Wanted, name: str, on: bool) -> bool:
    return wanted(f"{pack}.{name}", on)


def begin(rules: Iterable[Rule]) -> None:
    """Begin what takes long and is needed for the first story."""
    for rule in _speaking(rules):
        if start := getattr(rule.check, "begin", None):
            start()


def end(rules: Iterable[Rule]) -> None:
    """End what was begun."""
    for rule in _speaking(rules):
        if stop := getattr(rule.check, "end", None):
            stop()


def lapses(rules: Iterable[Rule]) -> tuple[Lapse, ...]:
    """What could not be asked so far."""
    asked: Iterable[Any] = (rule.check for rule in _speaking(rules) if hasattr(rule.check, "lapses"))
    return tuple(Lapse(words, check.grave) for check in asked for words in check.lapses)


def _speaking(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules that may speak for another program; a kind of our own that does not is told by its name, and no check is made for it."""
    return (rule for rule in rules if rule.kind in _KINDS or not checks.ours(rule.kind))
