"""`lintnews new`: the name of a rule and a kind in, a rule file out that loads, whose examples pass, and whose keys are explained.

It begins from `lintnews/templates/<kind>.yml`, or from the shortest rule of the kind that ships with LintNews.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lintnews import checks, term_lists
from lintnews.cli import here, screen
from lintnews.cli.options import Values
from lintnews.config_file import shown
from lintnews.folders import built_in
from lintnews.linter import Linter
from lintnews.model import LintNewsError, did_you_mean

_NAME = re.compile(r"[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)+")
_TEMPLATES = Path(__file__).parent.parent / "templates"
_KIND = "existence"
#: Kinds that are named in lintnews.yaml alone.
_NO_RULES = ("external",)
#: Folders of a pack, or beside the packs, that hold no rules.
_TAKEN = ("facts", "lists", "profiles", "lintnews")
_KEY = re.compile(r"^(?=[\w-]+:)", re.MULTILINE)
_REMARK = re.compile(r"^#.*\n", re.MULTILINE)
_LONGEST = 100

#: The keys of every rule but `examples`: what stands there unless the model has it, and what it is for.
_KEYS = {
    "message": ("", "What people read; {{words}} in braces are filled in: {slots}."),
    "level": ("level: warning", "error is provable, warning very likely, suggestion a matter of judgement."),
    "why": ("why: What a reader loses by the slip.", "For people: `lintnews explain` shows it."),
    "link": ("# link: https://example.org/style", "A page to read on."),
    "source": ("# source: our style guide, page 12", "The style guide, law or correction that the rule comes from."),
    "owner": ("# owner: standards desk", "Whom to ask."),
    "scope": ("# scope: copy", "Where to look: copy, prose, all, or headline, body, caption …; or in Vale's words: sentence, heading.h2 …"),
    "terms": ("# terms: works", "A list of terms, or several: lists/works.txt beside the rule, a term a line."),
    "languages": ("# languages: en", "The languages of the stories that it is for, or any."),
    "limit": ("# limit: 3", "The most that it says of one story."),
    "quotes": ("# quotes: any", "skip leaves quotations alone, only looks nowhere else."),
    "safe": ("# safe: false", "true where the fix may be made unseen: spelling, punctuation, spacing."),
    "on": ("# on: true", "false for a rule that runs only when it is selected."),
    "since": ("# since: 2024-01-01", "The first day on which the rule holds, by the story's day."),
    "until": ("# until: 2024-12-31", "The last."),
}
#: Keys that speak of the model and not of its kind.
_OWN = ("why", "link", "source", "owner", "on")


def run(values: Values) -> int:
    """Write the file; raises LintNewsError when there is one already, or no such kind."""
    names: tuple[str, ...] = values["names"] or ()
    kind = values["kind"] or _KIND
    if len(names) != 1:
        raise LintNewsError("new: name one rule as PACK.RULE, such as house.cliche")
    if kind in _NO_RULES:
        raise LintNewsError(f"--kind: no rule can be of the kind `{kind}`; see docs/checks/{kind}.md")
    if kind not in checks.kinds():
        raise LintNewsError(f"--kind: there is no kind `{kind}`{did_you_mean(kind, checks.kinds())}")
    folders = here.folders({"no_cache": False, **values})
    folder = Path(values["folder"] or next(iter(folders[1:]), "rules"))
    path = _path(names[0], folder)
    linter = here.linter({"no_cache": False, **values})
    if old := next((rule for rule in linter.packs.rules if rule.id == names[0]), None):
        raise LintNewsError(f"new: the rule `{old.id}` already stands in {shown(old.origin)}; choose another name")
    here.begin(path, text(names[0], kind), "choose another name, or delete it first")
    screen.page().put("\n".join(_next(path, known=folder.resolve() in [known.resolve() for known in folders])) + "\n")
    return 0


def text(name: str, kind: str) -> str:
    """The text of a new rule's file."""
    model, begun = _model(kind)
    check = checks.kind(kind)
    return "\n".join(_lines(name, kind, model, begun, check)) + "\n"


def _path(name: str, folder: Path) -> Path:
    parts = name.split(".")
    if not _NAME.fullmatch(name):
        raise LintNewsError(f"new: `{name}` is no name of a rule; write PACK.RULE, such as house.cliche")
    if taken := next((part for part in parts[:2] if part in _TAKEN), ""):
        raise LintNewsError(f"new: `{taken}` cannot be part of a rule's name, as it stands for something else; choose another")
    return folder.joinpath(*parts[:-1], f"{parts[-1]}.yml")


def _next(path: Path, *, known: bool) -> Iterator[str]:
    near = shown(str(path))
    yield f"Wrote {near}. Fill it in, then:"
    yield f"  lintnews test {near}"
    yield f"  lintnews try {near} STORIES"
    if not known:
        yield "No run here reads it yet: name its folder of packs under `rules` in lintnews.yaml."


def _model(kind: str) -> tuple[dict[str, str], str]:
    """The keys of a model of the kind, each with its text, and the name of the rule it is."""
    template = _TEMPLATES / f"{kind}.yml"
    if template.is_file():
        return _keys(template.read_text(encoding="utf-8")), ""
    own = [rule for rule in Linter().packs.rules if rule.kind == kind and Path(rule.origin).is_relative_to(built_in())]
    models = {rule.id: Path(rule.origin).read_text(encoding="utf-8") for rule in own}
    if not models:
        raise LintNewsError(f"--kind: there is no rule of the kind `{kind}` to begin from; begin with another, and see the kind's page")
    name = min(models, key=lambda name: (len(models[name]), name))
    return _keys(models[name]), name


def _keys(text: str) -> dict[str, str]:
    """The keys of a rule file, each with its lines as they stand."""
    chunks = [chunk.rstrip("\n") for chunk in _KEY.split(text) if _KEY.match(chunk)]
    return {chunk.partition(":")[0]: chunk for chunk in chunks}


def _lines(name: str, kind: str, model: Mapping[str, str], begun: str, check: Any) -> Iterator[str]:
    yield f"# The rule {name}. All keys: docs/rules.md; those of its kind: docs/checks/{kind}.md."
    if begun:
        yield f"# Its words, options and examples are those of {begun}; put your own in their place."
    yield f"extends: {kind}"
    for key, (default, about) in _KEYS.items():
        if key == "terms" and kind not in term_lists.FILLS:
            continue
        yield ""
        yield f"# {about.format(slots=', '.join(check.slots))}"
        yield default if key in _OWN or key not in model else _plain(model[key])
    yield ""
    yield f"# The options of {kind}."
    options = [field.name for field in dataclasses.fields(check)]
    yield from (model[key] for key in model if key in options)
    yield from (f"# {field.name}: {_default(field)}" for field in dataclasses.fields(check) if field.name not in model)
    yield ""
    yield "# Small stories: in a bad one ^^^ stands under what must be found, and behind -> the fix; in a good one nothing may be found."
    yield _plain(model["examples"])


def _plain(chunk: str) -> str:
    """The lines of a key, without the remarks that follow it."""
    return _REMARK.sub("", chunk + "\n").rstrip("\n")


def _default(field: dataclasses.Field[Any]) -> str:
    value = field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
    words = _yaml(value)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _yaml(value: Any) -> str:
    """A default as YAML writes it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_yaml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple | list | frozenset):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else "" if value in (None, "") else str(value)
