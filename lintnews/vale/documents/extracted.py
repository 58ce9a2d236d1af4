"""A file and a view of it in, the blocks of the values that it selects out, each with the name of its scope; and the file's comments.

The values of YAML and JSON stand where the parser says, those of TOML where their texts are next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lintnews import yaml_file
from lintnews.model import LintNewsError, Span
from lintnews.record import replace
from lintnews.vale.document import Reading, ScopedBlock, UnreadableError
from lintnews.vale.documents.clean import Clean, made_of
from lintnews.vale.documents.plain import whole
from lintnews.vale.documents.thread import Run, aligned
from lintnews.vale.documents.walker import Walked
from lintnews.vale.extracts import Extract, Query
from lintnews.vale.extracts.selectors import Node, Selector
from lintnews.vale.extracts.textfsm import Capture, Record

#: Endings of files whose comments begin with a hash.
COMMENTED = ("yml", "yaml", "toml")
_ESCAPE = re.compile(r"\\(?:x..|u....|U........|.)", re.S)
_HASH = re.compile(r"(?m)(?:^|(?<=\s))#+(?=(?P<said>.*)$)")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'")
#: A rule of a style, and which of its texts are copy.
_RULE, _COPY = re.compile(r"(?m)^extends:[ \t]*\S"), ("message", "description")

#: A view may select a file's texts so many times, and so many characters at any rate.
_MOST_TIMES, _FREE = 10, 100_000

Walk = Callable[[str, int, Reading], Walked]
_Value = Sequence[Run]


def of_rule(text: str, reading: Reading) -> Extract | None:
    """What is copy in a rule of a style, None for any other file."""
    if reading.ending != "yml" or not _RULE.search(text):
        return None
    keys = [key for key in _COPY if re.search(rf"(?m)^{key}:", text)]
    return Extract("", "dasel", tuple(Query("", key) for key in keys), tuple(map(Selector, keys)))


def read(clean: Clean, reading: Reading, view: Extract, walk: Walk) -> tuple[list[ScopedBlock], Mapping[str, tuple[str, ...]]]:
    """The blocks, and the texts of each scope; raises UnreadableError where the view cannot be had of the file."""
    text = clean.text
    scalars: Sequence[tuple[int, int]] = ()
    try:
        if view.template:
            found = _records(view, list(view.template.run(text)))
        else:
            root, places, scalars = _parsed(text, reading.ending)
            found = [[_value(text, node, places, query) for node in _selected(selector, query, root)]
                     for selector, query in zip(view.selectors, view.queries, strict=False)]  # fmt: skip
    except LintNewsError as error:
        raise UnreadableError(f"the view `{view.name}` cannot be had: {error}") from None
    if sum(len(run.text) for values in found for value in values for run in value) > _MOST_TIMES * len(text) + _FREE:
        raise UnreadableError(f"the view `{view.name}` selects more than {_MOST_TIMES} times what the file holds")
    blocks = [*_comments(text, reading, scalars)] if reading.ending in COMMENTED and not view.template else []
    scoped: dict[str, tuple[str, ...]] = {}
    for query, values in zip(view.queries, found, strict=False):
        for value in filter(None, values):
            inner = made_of(value)
            scoped[query.name] = (*scoped.get(query.name, ()), inner.text)
            blocks += (_named(inner.block(block), query.name) for block in _blocks(inner.text, reading, query, walk))
        if view.template and query.name not in scoped:
            scoped[query.name] = ("",)
            blocks.append(_named(whole("", f"text.{reading.ending}"), query.name))
    return [clean.block(block) for block in blocks], scoped


def _blocks(text: str, reading: Reading, query: Query, walk: Walk) -> Sequence[ScopedBlock]:
    if query.markup in ("md", "html", "rst"):
        return walk(text, 0, replace(reading, format=query.markup)).blocks
    return [whole(text, f"text.{reading.ending}")]


def _named(block: ScopedBlock, name: str) -> ScopedBlock:
    """A block whose scope names the query's too, before the ending."""
    if not name:
        return block
    scope, point, ending = block.scope.rpartition(".")
    return replace(block, scope=f"{scope}.{name}{point}{ending}" if scope else f"{ending}.{name}")


def _parsed(text: str, ending: str) -> tuple[Any, Mapping[tuple[Any, ...], tuple[int, int, str]], Sequence[tuple[int, int]]]:
    if ending == "toml":
        import tomllib

        try:
            return tomllib.loads(text), {}, ()
        except (ValueError, RecursionError) as error:
            raise LintNewsError(f"not valid TOML: {error}") from None
    made = yaml_file.placed(text.replace("\t", " ") if ending == "json" else text, "the file")
    return made.value, made.places, made.scalars


def _selected(selector: Selector, query: Query, root: Any) -> Iterator[Node]:
    for node in selector.select(root):
        if isinstance(node.value, str) or (query.join is not None and isinstance(node.value, list)):
            yield node


def _value(text: str, node: Node, places: Mapping[tuple[Any, ...], tuple[int, int, str]], query: Query) -> _Value:
    """The runs of a text, or of a list of texts joined into one."""
    if isinstance(node.value, str):
        return _runs(text, node.value, places.get(node.path), spaced=True)
    out: list[Run] = []
    for i, item in enumerate(node.value):
        if not isinstance(item, str):
            return ()
        runs = _runs(text, item, places.get((*node.path, i)), spaced=False)
        if out and query.join and runs:
            out.append(Run(query.join, out[-1].end, out[-1].end))
        out += runs
    return out


def _runs(text: str, value: str, place: tuple[int, int, str] | None, *, spaced: bool) -> list[Run]:
    """A text's characters at their places; `spaced`: line breaks that are written as escapes are blanks, as in Vale."""
    if place is None:
        start = text.find(value)
        return [Run(value, start, start + len(value))] if start >= 0 else aligned(value, text, Span(0, len(text)))
    start, end, mark = place
    if mark == '"' and "\n" not in text[start:end]:
        return list(_unescaped(text, start + 1, end - 1, spaced=spaced))
    if mark in ("|", ">"):
        start = text.find("\n", start) + 1
    return aligned(value, text, Span(start + (mark in ("'", '"') and bool(mark)), end))


def _unescaped(text: str, start: int, end: int, *, spaced: bool) -> Iterator[Run]:
    at = start
    for found in _ESCAPE.finditer(text, start, end):
        if at < found.start():
            yield Run(text[at : found.start()], at, found.start())
        said = str(yaml_file.load(f'"{found[0]}"', "an escape").value)
        yield Run(" " if spaced and said == "\n" else said, *found.span())
        at = found.end()
    if at < end:
        yield Run(text[at:end], at, end)


def _comments(text: str, reading: Reading, scalars: Sequence[tuple[int, int]]) -> Iterator[ScopedBlock]:
    """A block for each comment: a hash that stands in no text."""
    taken = scalars or [found.span() for found in _QUOTED.finditer(text)]
    starts = [start for start, _ in taken]
    last = 0
    for found in _HASH.finditer(text):
        at = bisect_right(starts, found.start()) - 1
        if found.start() >= last and (at < 0 or taken[at][1] <= found.start()) and found["said"].strip():
            last = found.end("said")
            run = Run(found["said"], *found.span("said"))
            yield made_of([run]).block(whole(run.text, f"text.comment.line.{reading.ending}"))


def _records(view: Extract, records: Sequence[Record]) -> list[list[_Value]]:
    return [[value for record in records for value in _joined(record[query.asks])] for query in view.queries]


def _joined(captures: Sequence[Capture]) -> Iterator[_Value]:
    """What was captured on one line after another, in the same column, is one value."""
    run: list[Capture] = []
    for capture in captures:
        if run and (capture.line != run[-1].line + 1 or capture.column != run[-1].column):
            yield _of_lines(run)
            run = []
        run.append(capture)
    if run:
        yield _of_lines(run)


def _of_lines(captures: Sequence[Capture]) -> _Value:
    kept = list(captures)
    while kept and not kept[-1].text.strip():
        kept.pop()
    out: list[Run] = []
    for capture in kept:
        if out:
            out.append(Run("\n", capture.start - capture.column - 1, capture.start - capture.column))
        out.append(Run(capture.text, capture.start, capture.start + len(capture.text)))
    return out if any(run.text.strip() for run in out) else ()
