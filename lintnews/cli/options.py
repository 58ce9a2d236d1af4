"""The options of `lintnews check`, told once: a light scan of the arguments and the typer command are both made from this table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lintnews.model import LintNewsError, Severity, did_you_mean

#: What was asked for: a text, a switch, or for a repeatable option a tuple of texts.
Values = Mapping[str, Any]


class Option(NamedTuple):
    """One option: its name in `Values`, its flags, what it does. Without a `metavar` it is a switch; `many` may be repeated."""

    name: str
    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    many: bool = False
    choices: tuple[str, ...] = ()

    @property
    def default(self) -> Any:
        """The value when the option is not given."""
        return () if self.many else None if self.metavar else False


FORMATS = ("text", "concise", "json", "github", "sarif")
_LEVELS = tuple(reversed(Severity))

CHECK = (
    Option("select", ("--select", "-s"), "Run only these packs or rules.", "NAME", many=True),
    Option("ignore", ("--ignore", "-i"), "Leave out these packs or rules.", "NAME", many=True),
    Option("profile", ("--profile", "-p"), "The house's style: a profile such as `ap`.", "NAME"),
    Option("min_level", ("--min-level",), "Show nothing below this severity.", "LEVEL", choices=_LEVELS),
    Option("fail_on", ("--fail-on",), "End with exit code 1 from this severity on (default: error).", "LEVEL", choices=_LEVELS),
    Option("date", ("--date",), "The day of the stories, YYYY-MM-DD; otherwise each story's own.", "DAY"),
    Option("format", ("--format", "-f"), "The form of the report (default: text).", "FORM", choices=FORMATS),
    Option("stdin_filename", ("--stdin-filename",), "The name of what is read from `-`; its ending says the format.", "NAME"),
    Option("config", ("--config",), "Use this file instead of the lintnews.yaml found upward from each story.", "FILE"),
    Option("no_cache", ("--no-cache",), "Read the rules anew and keep nothing."),
)

#: The options of the commands that speak of the rules themselves.
HERE = tuple(option for option in CHECK if option.name in ("profile", "config", "no_cache"))


def scan(args: Sequence[str], table: Sequence[Option] = CHECK) -> Values | None:
    """The values of plain arguments; None for whatever is not plain (help, an unknown flag), which is typer's to answer."""
    by_flag = {flag: option for option in table for flag in option.flags}
    values: dict[str, Any] = {"paths": (), **{option.name: option.default for option in table}}
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            values["paths"] += tuple(rest)
        elif arg == "-" or not arg.startswith("-"):
            values["paths"] += (arg,)
        else:
            flag, joined, value = arg.partition("=")
            option = by_flag.get(flag)
            if option is None or (joined and (not option.metavar or not flag.startswith("--"))):
                return None
            if option.metavar and not joined and (value := next(rest, "-")).startswith("-"):
                return None
            _put(values, option, value)
    return values


def _put(values: dict[str, Any], option: Option, value: str) -> None:
    if option.many:
        values[option.name] += (value,)
    else:
        values[option.name] = value if option.metavar else True


def names(values: Sequence[str]) -> tuple[str, ...]:
    """A repeatable option's names, which may also stand in one, between commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def choice(option: str, value: str, known: Iterable[str]) -> str:
    """A value out of a closed set; raises LintNewsError with the nearest."""
    if value in tuple(known):
        return value
    raise LintNewsError(f"--{option.replace('_', '-')}: there is no `{value}`{did_you_mean(value, known)}")


def day(value: str) -> date:
    """A day as YYYY-MM-DD; raises LintNewsError."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise LintNewsError(f"--date: `{value}` is no day; write it as YYYY-MM-DD, for instance 2020-01-06") from None
