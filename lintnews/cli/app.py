"""Arguments in, an exit code out: the command tree, its help and its completion, by typer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from lintnews.cli.options import (
    AGAINST,
    ARCHIVE,
    CHECK,
    CORRECT,
    DEPENDANTS,
    EVIDENCE,
    FACT,
    GAPS,
    HERE,
    INIT,
    INSTALL,
    LSP,
    NAMES,
    NEW,
    SERVE,
    SIGNALS,
    START,
    STATS,
    TEST,
    TRY,
    UPDATE,
    Option,
    Values,
)
from lintnews.cli.vocab_options import REVIEW, SHARE, WORD, WORDS

_HELP = """A misinformation and typo linter for news copy: names, posts, dates, numbers and quotations, checked offline by rules."""
_EPILOG = "Exit codes: 0 clean, 1 findings, 2 your input, 3 our fault, 130 interrupted."


def run(args: Sequence[str]) -> int:
    """Answer the arguments; a wrong one is typer's to explain (exit code 2)."""
    try:
        build()(list(args), prog_name="lintnews")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def build() -> typer.Typer:
    """The command tree."""
    app = typer.Typer(help=_HELP, epilog=_EPILOG, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_top)
    paths = _argument("paths", "Files, folders or globs; `-` is the standard input. Default: the folder you are in.")
    names = _argument("names", "Rules or packs.")
    tested = _argument("names", "Rules, packs, or rule files and folders of your own. Default: every rule.")
    _add(app, "check", paths, CHECK, "Check stories.")
    _add(app, "rules", names, HERE, "List the rules: severity, kind, whether on, message.")
    _add(app, "explain", names, HERE, "Explain a rule. Why it is there, examples, options, how to quiet it.")
    _add(app, "test", tested, TEST, "Run the examples of rules, as their author would.")
    tried = _argument("paths", "A rule file, then the stories: files, folders or globs.")
    _add(app, "try", tried, TRY, "Run one rule over stories. What it finds, and how often, before it is published.", "try_rule")
    _add(app, "new", _argument("names", "PACK.RULE."), NEW, "Begin a rule file. Its keys are explained, its examples are to be filled in.")
    _add(app, "names", paths, NAMES, "List the names of stories, and how each was checked. The desk's list to confirm.")
    _add(
        app,
        "evidence",
        paths,
        EVIDENCE,
        "Write what each statement was checked against. Names, numbers, dates, quotations, links and claims.",
    )
    _add(app, "signals", paths, SIGNALS, "List what a reader weighs in a story. Each with the place where it was seen; no score.")
    _add(app, "stats", paths, STATS, "Show how stories read. Sentences, lede, passives, figures, beside the archive's own.")
    _add(app, "serve", None, SERVE, "Serve the page and the HTTP service, on this machine. LanguageTool's clients can ask it too.")
    note = _argument("note", "The text of a correction, its file, or `-` for the standard input.")
    _add(
        app, "correct", note, CORRECT, "Make a rule of a printed correction. It is tested, and the same slip looked for in earlier stories."
    )
    app.add_typer(_archive(), name="archive")
    app.add_typer(_facts(), name="facts")
    app.add_typer(_vocab(), name="vocab")
    app.add_typer(_languagetool(), name="languagetool")
    source = _argument("source", "Where the facts come from; `--list` names the sources.")
    _add(app, "update", source, UPDATE, "Bring the facts of a public source up to date. They go into a pack of your own.")
    _add(app, "init", None, INIT, "Begin: write lintnews.yaml, a hook and a CI file here. With --from-vale, what a .vale.ini says.")
    _add(app, "lsp", None, LSP, "Serve an editor, as a language server. Over the standard input and output.")
    _add(app, "man", None, (), "Write the manual page: lintnews man | man -l -")
    _add(app, "version", None, (), "Show the version.")
    return app


def _facts() -> typer.Typer:
    """The commands that speak of facts."""
    facts = typer.Typer(help="Show, check and add the facts that stories are read against.", no_args_is_help=True, rich_markup_mode=None)
    folders = _argument("folders", "Fact files, packs or folders of packs. Default: those of a story in this folder.")
    subject = _argument("names", "A person, post, body, place or event.")
    here = tuple(option for option in HERE if option.name != "profile")
    _add(facts, "show", subject, here, "Show all that is known of a name.", "facts.show")
    _add(facts, "check", folders, (GAPS, *here), "Find overlaps, gaps, unknown posts, doubles and other faults.", "facts.check")
    _add(facts, "add", None, (*FACT, *here), "Add a record to a fact file, if it is sound.", "facts.add")
    return facts


def _vocab() -> typer.Typer:
    """The commands about words that are right as they are."""
    commands = typer.Typer(help="Keep the words and names that are right as they are.", no_args_is_help=True, rich_markup_mode=None)
    paths = _argument("paths", "Files, folders or globs. Default: the folder you are in.")
    reviewed = _argument("paths", "The review file, as `suggest` writes it and somebody has marked it.")
    source = _argument("source", "A file or an address.")
    _add(commands, "add", _argument("terms", "Words or names."), WORD, "Add terms to the vocabulary.", "vocab.add")
    _add(
        commands,
        "suggest",
        paths,
        WORDS,
        "List words of stories that no list knows. A review file, the commonest first.",
        "vocab.suggest",
    )
    _add(commands, "review", reviewed, REVIEW, "Take what was approved in a review file into the vocabulary.", "vocab.review")
    _add(commands, "share", source, SHARE, "Take in a vocabulary that others keep. As it is now, by its checksum.", "vocab.share")
    return commands


def _archive() -> typer.Typer:
    """The commands about earlier stories."""
    words = "Index earlier stories, and hold new ones against them."
    archive = typer.Typer(help=words, no_args_is_help=True, rich_markup_mode=None)
    paths = _argument("paths", "Files, folders or globs. Default: the folder you are in.")
    said = _argument("words", "A name, a quotation, any words.")
    _add(archive, "index", paths, ARCHIVE, "Bring the index of earlier stories up to date. What is unchanged is not read.", "archive.index")
    _add(archive, "check", paths, AGAINST, "Say where stories disagree with earlier ones.", "archive.check")
    _add(
        archive, "dependants", said, DEPENDANTS, "List the earlier stories that say something. Exit code 1 when any.", "archive.dependants"
    )
    return archive


def _languagetool() -> typer.Typer:
    """The commands about the LanguageTool server."""
    words = "Install, start and stop LanguageTool's server. It is the one that `check --languagetool` asks."
    commands = typer.Typer(help=words, no_args_is_help=True, rich_markup_mode=None)
    _add(commands, "install", None, INSTALL, "Bring the server, from Maven Central if not told otherwise.", "languagetool.install")
    _add(commands, "start", None, START, "Start a server that stays, for all runs.", "languagetool.start")
    _add(commands, "status", None, (), "Say whether it is running; exit code 1 when not.", "languagetool.status")
    _add(commands, "stop", None, (), "Stop it.", "languagetool.stop")
    return commands


def _version(asked: bool) -> None:
    if asked:
        _command("version")({})


def _top(version: Annotated[bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=_version)] = False) -> None:
    """The options that stand before any command."""


def _command(name: str) -> Callable[[Values], None]:
    """The function of a command, run, its exit code handed to typer: `run` in the command's module, or the one that is named."""
    module, _, function = name.partition(".")

    def answer(values: Values) -> None:
        from importlib import import_module

        raise typer.Exit(getattr(import_module(f"lintnews.cli.{module}"), function or "run")(values))

    return answer


def _add(app: typer.Typer, name: str, argument: inspect.Parameter | None, table: Sequence[Option], words: str, where: str = "") -> None:
    """Make a typer command of a table of options; `where` it is answered, if not in the module of its name."""

    def command(**given: Any) -> None:
        answer({key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})

    answer = _command(where or name)
    parameters = [*([argument] if argument else ()), *map(_parameter, table)]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    app.command(name, help=words)(command)


def _argument(name: str, words: str) -> inspect.Parameter:
    metavar = name.upper()
    hint = Annotated[list[str] | None, typer.Argument(help=words, metavar=metavar, show_default=False, autocompletion=_completion(name))]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=hint)


def _parameter(option: Option) -> inspect.Parameter:
    kind: Any = bool if not option.metavar else list[str] | None if option.many else str | None
    complete = _completion(option.name, option.choices)
    words = f"{option.help[:-1]}: {', '.join(option.choices)}." if option.choices else option.help
    made = typer.Option(*option.flags, help=words, metavar=option.metavar or None, show_default=False, autocompletion=complete)
    default = None if option.metavar else False
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, made])


def _completion(name: str, choices: Sequence[str] = ()) -> Callable[[str], list[str]] | None:
    """What the shell offers: an option's choices, the names of rules, packs and profiles."""
    if choices:
        return lambda incomplete: [choice for choice in choices if choice.startswith(incomplete)]
    if name in ("names", "select", "ignore", "profile"):
        return lambda incomplete: [known for known in _known(name) if known.startswith(incomplete)]
    return None


def _known(name: str) -> list[str]:
    from lintnews import profiles
    from lintnews.linter import Linter

    linter = Linter()
    return profiles.names(linter.folders) if name == "profile" else sorted(linter.names)
