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


MOST_JOBS = 256
FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "rdjson", "junit", "checkstyle", "markdown", "html")
_LEVELS = tuple(reversed(Severity))

CHECK = (
    Option("select", ("--select", "-s"), "Run only these packs or rules.", "NAME", many=True),
    Option("ignore", ("--ignore", "-i"), "Leave out these packs or rules.", "NAME", many=True),
    Option("profile", ("--profile", "-p"), "The house's style: a profile such as `ap`.", "NAME"),
    Option("min_level", ("--min-level",), "Show nothing below this severity.", "LEVEL", choices=_LEVELS),
    Option("fail_on", ("--fail-on",), "End with exit code 1 from this severity on (default: error).", "LEVEL", choices=_LEVELS),
    Option("date", ("--date",), "The day of the stories, YYYY-MM-DD; otherwise each story's own.", "DAY"),
    Option("sources", ("--source",), "Hold quotations, figures and names against this file; may be repeated.", "FILE", many=True),
    Option("format", ("--format", "-f"), "The form of the report (default: text).", "FORM", choices=FORMATS),
    Option("fix", ("--fix",), "Make the safe fixes: spelling, punctuation, spacing."),
    Option("ask", ("--ask",), "Walk through the findings and ask what to do with each; --fix=ask is the same."),
    Option("unsafe_fixes", ("--unsafe-fixes",), "Make the first fix of every finding; read what changed."),
    Option("diff", ("--diff",), "Show what would be fixed instead of writing it; exit code 1 when there is something."),
    Option("diff_base", ("--diff-base",), "Only what concerns lines changed since this revision of git, such as origin/main.", "REV"),
    Option("baseline", ("--baseline",), "Leave out the findings that this file knows.", "FILE"),
    Option("write_baseline", ("--write-baseline",), "Write the findings to the baseline (default: lintnews-baseline.json); exit code 0."),
    Option("shrink_baseline", ("--shrink-baseline",), "Take what is no longer there out of the baseline."),
    Option("statistics", ("--statistics",), "Show how often each rule found something, in place of the findings."),
    Option("exit_zero", ("--exit-zero",), "End with exit code 0 even when there are findings."),
    Option("output_file", ("--output-file", "-o"), "Write the report to this file.", "FILE"),
    Option("stdin_filename", ("--stdin-filename",), "The name of what is read from `-`; its ending says the format.", "NAME"),
    Option("config", ("--config",), "Use this lintnews.yaml or .vale.ini instead of the one found upward from each story.", "FILE"),
    Option("strict", ("--strict",), "Check nothing when a rule or a setting is faulty, or asks for what is not done; exit code 2."),
    Option("languagetool", ("--languagetool",), "Ask LanguageTool too, by a server of this run or the one that is started."),
    Option("languagetool_server", ("--languagetool-server",), "Ask the LanguageTool server at this address.", "URL"),
    Option("trust", ("--trust",), "Run the programs and reach the servers that lintnews.yaml names."),
    Option("archive", ("--archive",), "Hold stories against this index of earlier ones; see `lintnews archive`.", "FILE"),
    Option("watch", ("--watch",), "Check again whenever a story, a rule or the configuration changes."),
    Option("jobs", ("--jobs", "-j"), "Check in N processes (default: as many as there are cores, when it pays).", "N"),
    Option("no_cache", ("--no-cache",), "Read the rules and check the stories anew, and keep nothing."),
)

#: The options of the commands that speak of the rules themselves.
HERE = tuple(option for option in CHECK if option.name in ("profile", "config", "no_cache"))

#: The options of `lintnews test`.
TEST = (*HERE, *(option for option in CHECK if option.name == "languagetool"))

#: The options of `lintnews names`.
NAMES = (
    Option("format", ("--format", "-f"), "The form of the list (default: text).", "FORM", choices=("text", "json", "html")),
    *(option for option in CHECK if option.name in ("date", "stdin_filename", "config", "no_cache")),
)

#: The options of `lintnews stats`.
STATS = (
    Option("format", ("--format", "-f"), "The form of the table (default: text).", "FORM", choices=("text", "json", "html")),
    Option("against", ("--against",), "Compare with these: a folder of stories, or a file that --save has written.", "PATH"),
    Option("save", ("--save",), "Keep in a file how the stories read, for --against.", "FILE"),
    *(option for option in CHECK if option.name in ("output_file", "stdin_filename", "config")),
)

#: The options of `lintnews signals`.
SIGNALS = (
    Option("format", ("--format", "-f"), "The form of the profile (default: text).", "FORM", choices=("text", "json")),
    *(option for option in CHECK if option.name in ("date", "stdin_filename", "config", "no_cache")),
)

#: The options of `lintnews evidence`.
EVIDENCE = (
    Option(
        "format",
        ("--format", "-f"),
        "The form of the report (default: what the ending of the output file says, else markdown).",
        "FORM",
        choices=("markdown", "json", "html", "claimreview"),
    ),
    *(
        option
        for option in CHECK
        if option.name in ("output_file", "date", "sources", "archive", "profile", "stdin_filename", "config", "no_cache")
    ),
)

#: The options of `lintnews archive`.
_INDEX = Option("index", ("--index",), "The index (default: `archive` of lintnews.yaml, or lintnews-archive.db).", "FILE")
ARCHIVE = (_INDEX, *(option for option in CHECK if option.name in ("jobs", "config", "no_cache")))
AGAINST = (
    _INDEX,
    *(
        option
        for option in CHECK
        if option.name in ("date", "format", "min_level", "fail_on", "output_file", "exit_zero", "config", "no_cache")
    ),
)
#: The options of `lintnews correct`.
CORRECT = (
    Option("wrong", ("--wrong",), "What was printed, where the note does not say it.", "WORDS"),
    Option("right", ("--right",), "What is right, where the note does not say it.", "WORDS"),
    Option(
        "near",
        ("--near",),
        "Words of stories with the slip, where what was printed is right elsewhere; may be repeated.",
        "WORDS",
        many=True,
    ),
    Option("name", ("--name",), "The name of the rule, PACK.RULE (default: corrections and what is right).", "NAME"),
    Option("link", ("--link",), "Where the correction stands.", "URL"),
    Option("folder", ("--folder",), "The folder of packs to write to; otherwise the first under `rules` in lintnews.yaml.", "DIR"),
    Option("sweep", ("--sweep",), "Look for the slip in these stories instead of those of the index; may be repeated.", "PATH", many=True),
    Option("dry_run", ("--dry-run",), "Show the rule and write nothing."),
    _INDEX,
    *(option for option in CHECK if option.name in ("config", "no_cache")),
)
DEPENDANTS = (
    _INDEX,
    Option("format", ("--format", "-f"), "The form of the list (default: text).", "FORM", choices=("text", "json")),
    *(option for option in CHECK if option.name == "config"),
)

#: An option of `lintnews facts check`.
GAPS = Option("gaps", ("--gaps",), "Also list the stretches in which nobody is known to hold a post of one holder.")
#: The keys of a record, for `lintnews facts add`.
FACT = (
    Option("file", ("--file",), "The fact file to add to; one that is not there is begun.", "FILE"),
    Option("subject", ("--subject",), "Whom or what the fact is about.", "NAME"),
    Option("relation", ("--relation",), "What is said of it, such as `holds`.", "RELATION"),
    Option("value", ("--value",), "The post held, the kind of name …", "TEXT"),
    Option("since", ("--since",), "The first day: YYYY, YYYY-MM or YYYY-MM-DD.", "DAY"),
    Option("until", ("--until",), "The last day.", "DAY"),
    Option("source", ("--source",), "Where it was seen.", "TEXT"),
    Option("as_of", ("--as-of",), "The day on which the source was true.", "DAY"),
    Option("aliases", ("--alias",), "Another form of the subject in print; may be repeated.", "NAME", many=True),
    Option("note", ("--note",), "A word about it.", "TEXT"),
    Option("review", ("--review",), "A day after which it only suggests.", "DAY"),
)

#: The options of `lintnews try` and `lintnews new`.
TRY = (
    Option("show", ("--show",), "How many findings to show, drawn from all (default: 10).", "N"),
    *(option for option in HERE if option.name == "config"),
)
NEW = (
    Option("kind", ("--kind", "-k"), "The kind of check (default: existence).", "KIND"),
    Option("folder", ("--folder",), "The folder of packs to write to; otherwise the first under `rules` in lintnews.yaml.", "DIR"),
    *(option for option in HERE if option.name == "config"),
)

#: The options of `lintnews serve`.
SERVE = (
    Option("port", ("--port",), "The port to listen at; 0 takes a free one (default: 8081, where LanguageTool's clients look).", "N"),
    Option("host", ("--host",), "The address to listen at (default: 127.0.0.1, this machine alone). Any other needs a token.", "ADDRESS"),
    Option("token_file", ("--token-file",), "The file that holds the token; otherwise LINTNEWS_TOKEN.", "FILE"),
    Option("allow_host", ("--allow-host",), "Another name that the service goes by; may be repeated.", "NAME", many=True),
    Option("allow_origin", ("--allow-origin",), "Pages of this origin may ask; may be repeated.", "ORIGIN", many=True),
    Option("max_size", ("--max-size",), "Take no longer request (default: 1024).", "KB"),
    Option("timeout", ("--timeout",), "Give a check no longer (default: 20).", "SECONDS"),
    Option("queue", ("--queue",), "Let no more requests wait for their turn (default: 256).", "N"),
    Option("rate", ("--rate",), "Requests a minute of one client, 0 for any (default: 0 on this machine alone, otherwise 600).", "N"),
    Option("words", ("--words",), "Where accepted words are kept (default: words.txt among your data).", "FILE"),
    Option("jobs", ("--jobs", "-j"), "Check in N processes (default: as many as there are cores).", "N"),
    Option("quiet", ("--quiet", "-q"), "Write no line of record for each request."),
    *(option for option in CHECK if option.name in ("languagetool", "languagetool_server", "trust", "config", "no_cache")),
)

#: The options of `lintnews init`.
INIT = (
    Option("yes", ("--yes", "-y"), "Ask nothing: take what is usual, and what the options say."),
    Option("profile", ("--profile", "-p"), "The house's style.", "NAME"),
    Option("ci", ("--ci",), "The CI service to write a file for: github, gitlab or none.", "NAME"),
    Option("no_hook", ("--no-hook",), "Write no hook for pre-commit."),
    Option("from_vale", ("--from-vale",), "Write what the .vale.ini of this folder says."),
    *(option for option in HERE if option.name == "config"),
)

#: The options of `lintnews lsp`, which editors give whether they are needed or not.
LSP = (
    Option("stdio", ("--stdio",), "Speak over the standard input and output, as it does anyway."),
    Option("client", ("--clientProcessId",), "The editor's process.", "N"),
)

#: The options of `lintnews update`.
UPDATE = (
    Option("list", ("--list",), "List the sources, and what was read from each."),
    Option("given", ("--from",), "Read this instead of the source's own address; may be repeated.", "URL|FILE", many=True),
    Option("into", ("--into",), "Write to this folder of rules instead of the one of your user.", "FOLDER"),
    Option("sha256", ("--sha256",), "Take only what has this checksum; one for each address, in order.", "SUM", many=True),
    Option("since", ("--since",), "Leave out terms that ended before this day (default: 1990-01-01).", "DAY"),
    Option("as_of", ("--as-of",), "The day on which the source was true (default: today, or when the file was written).", "DAY"),
    Option("items", ("--post",), "wikidata: ask for this post, an item such as Q14211; may be repeated.", "ITEM", many=True),
    Option("timeout", ("--timeout",), "Wait no longer for an answer (default: 30).", "SECONDS"),
    Option("max_size", ("--max-size",), "Download no more from one address (default: 512).", "MB"),
)

#: The options of `lintnews languagetool install` and `start`.
INSTALL = (
    Option("given", ("--from",), "Take it from a Maven mirror, an archive or a folder instead.", "URL|FILE|FOLDER"),
    Option("into", ("--into",), "Put it into this folder instead of the one of your user.", "FOLDER"),
)
START = (Option("memory", ("--memory",), "What it may take, 256 or more (default: 768).", "MB"),)


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


def jobs(value: str | None) -> int:
    """How many processes were asked for, 0 when that is ours to say; raises LintNewsError."""
    if value in (None, "auto"):
        return 0
    if value.isdecimal() and 0 < int(value) <= MOST_JOBS:
        return int(value)
    raise LintNewsError(f"--jobs: `{value}` is no number of processes; write 1 to {MOST_JOBS}, or auto")


def day(value: str) -> date:
    """A day as YYYY-MM-DD; raises LintNewsError."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise LintNewsError(f"--date: `{value}` is no day; write it as YYYY-MM-DD, for instance 2020-01-06") from None
