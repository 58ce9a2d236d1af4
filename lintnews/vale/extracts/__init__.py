"""What a `View` of a Vale style says in, the values of a file that are copy out: `config/views/NAME.yml`.

`engine: dasel` selects values of YAML, JSON and TOML; `engine: textfsm` reads a text line by line through a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lintnews import written, yaml_file
from lintnews.beside import Beside
from lintnews.model import LintNewsError, OptionError
from lintnews.record import record
from lintnews.vale.extracts.selectors import Selector
from lintnews.vale.extracts.textfsm import Template

_FOLDER = "config/views"
_ENGINES = ("dasel", "textfsm", "tree-sitter")
#: What a query may hand over to be read as: copy, or a text in one of these markups.
_MARKUP = ("", "md", "html", "rst", "txt")
#: More scopes than any view has, and a longer text between the items of a list.
_MOST_SCOPES, _LONGEST_JOIN = 100, 100


class Query(NamedTuple):
    """One of a view's scopes: its name, what it asks for, the markup of that, and what joins a list of texts into one."""

    name: str
    asks: str
    markup: str = ""
    join: str | None = None


@record
class Extract:
    """A view, read: what it asks for, with the selectors or the template that finds it."""

    name: str
    engine: str
    queries: tuple[Query, ...]
    selectors: tuple[Selector, ...] = ()
    template: Template | None = None


def load(name: str, paths: Sequence[Path]) -> Extract:
    """A view by its name; raises LintNewsError with file and line."""
    files = Beside(paths)
    try:
        path = files.find(f"{name}.yml", _FOLDER)
    except OptionError as error:
        raise LintNewsError(str(error)) from None
    if path is None:
        known = sorted(each.stem for each in files.listed(_FOLDER, ".yml"))
        raise LintNewsError(f"there is no view `{name}` in {_FOLDER} of the folder of styles; known: {', '.join(known) or 'none'}")
    return _Reading(path).extract(name)


def names_of_scopes(paths: Iterable[Path]) -> Iterator[str]:
    """The names of the scopes of all views."""
    for path in Beside(tuple(paths)).listed(_FOLDER, ".yml"):
        try:
            yield from (query.name for query in _Reading(path).extract(path.stem).queries)
        except LintNewsError:
            continue


class _Reading:
    """The file of a view being read."""

    def __init__(self, path: Path) -> None:
        text = written.text(path).removeprefix("\ufeff")
        self._name, self._loaded = str(path), yaml_file.load(text, str(path))

    def _fault(self, words: str, *where: Any) -> LintNewsError:
        return LintNewsError(f"{self._name}:{self._loaded.line(*where)}: {words}")

    def extract(self, name: str) -> Extract:
        said = self._loaded.value
        if not isinstance(said, dict) or not isinstance(said.get("scopes"), list) or not said["scopes"]:
            raise self._fault("a view has `engine` and a list of `scopes`", "scopes")
        if len(said["scopes"]) > _MOST_SCOPES:
            raise self._fault(f"more than {_MOST_SCOPES} scopes", "scopes")
        engine = str(said.get("engine"))
        if engine not in _ENGINES:
            raise self._fault(f"`engine` must be one of {', '.join(_ENGINES)}, not `{engine}`", "engine")
        queries = tuple(self._query(i, scope) for i, scope in enumerate(said["scopes"]))
        if engine == "textfsm":
            return Extract(name, engine, queries, template=self._template(said, queries))
        return Extract(name, engine, queries, tuple(self._selectors(queries)) if engine == "dasel" else ())

    def _query(self, i: int, scope: Any) -> Query:
        if not isinstance(scope, Mapping) or not isinstance(scope.get("expr"), str):
            raise self._fault("a scope has `expr`, a text", "scopes", i)
        markup = str(scope.get("type") or "")
        if markup not in _MARKUP:
            raise self._fault(f"`type: {markup}` is not read; write one of {', '.join(filter(None, _MARKUP))}", "scopes", i, "type")
        join = scope.get("join")
        if len(str(join)) > _LONGEST_JOIN:
            raise self._fault(f"`join` of more than {_LONGEST_JOIN} characters", "scopes", i, "join")
        return Query(str(scope.get("name") or ""), scope["expr"], markup, None if join is None else str(join))

    def _selectors(self, queries: Iterable[Query]) -> Iterator[Selector]:
        for i, query in enumerate(queries):
            try:
                yield Selector(query.asks)
            except LintNewsError as error:
                raise self._fault(str(error), "scopes", i, "expr") from None

    def _template(self, said: Mapping[str, Any], queries: Iterable[Query]) -> Template:
        text = said.get("template")
        if not isinstance(text, str) or not text.strip():
            raise self._fault("a view of `engine: textfsm` needs `template`, a text", "template")
        try:
            template = Template(text)
        except LintNewsError as error:
            raise self._fault(str(error), "template") from None
        for i, query in enumerate(queries):
            if query.asks not in template.values:
                raise self._fault(f"`{query.asks}` is no Value of the template: {', '.join(template.values)}", "scopes", i, "expr")
        return template
