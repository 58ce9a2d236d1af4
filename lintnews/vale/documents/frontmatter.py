"""The text of a file in, the head of it out: its fields, a block for each that is copy, and where the story begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintnews.model import LintNewsError, Span
from lintnews.readers import front_matter
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents.thread import Run, Thread, aligned
from lintnews.vale.scope import selector

_FENCES = {"---": "yaml", "+++": "toml"}
_KEY = r"^(?P<key>[^\s:=#][^:=\n]*?)[ \t]*[:=]"
_NOT_TEXT = r"[-+]?[\d_]*\.?[\d_]*(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xob][\da-fA-F_]+|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?"


class Head(NamedTuple):
    """A file's front matter; `end` is where the story begins, and there is none where that is the file's beginning."""

    meta: Mapping[str, object]
    blocks: tuple[ScopedBlock, ...]
    end: int


def read(text: str, reading: Reading) -> Head:
    """Split off the head; one that is broken has no fields, and one that is none is part of the story."""
    kind = _FENCES.get(text[:3])
    fence = re.match(r"(...)\n(?P<head>.*?)(?<=\n)\1[ \t]*(?:\n|\Z)", text, re.S) if kind else None
    if not kind or not fence:
        return Head({}, (), 0)
    try:
        meta = _toml(fence["head"]) if kind == "toml" else _yaml(fence["head"])
    except (LintNewsError, ValueError, RecursionError):
        return Head({}, (), fence.end() if re.match(r"\s*[\w\"'-][^\n]*[:=]", fence["head"]) else 0)
    ignored = [selector(scope) for scope in reading.ignored_scopes if "frontmatter" in scope]
    blocks = _blocks(fence["head"], meta, fence.start("head"), reading.ending)
    return Head(meta, tuple(block for block in blocks if not any(each.fits(block.scope, "") for each in ignored)), fence.end())


def _yaml(head: str) -> Mapping[str, object]:
    fields = front_matter.plain(head)
    if fields is None:
        from lintnews import yaml_file

        fields = yaml_file.mapping(head, "front matter")
    return fields


def _toml(head: str) -> Mapping[str, object]:
    import tomllib

    return tomllib.loads(head)


def _blocks(head: str, meta: Mapping[str, object], base: int, ending: str) -> Iterator[ScopedBlock]:
    places = {match["key"].strip("\"'"): match.end() for match in reversed(list(re.finditer(_KEY, head, re.M)))}
    for key, value in meta.items():
        place = places.get(str(key))
        if place is None or not isinstance(value, str) or not value.strip():
            continue
        span = _value(head, place)
        if head[span.start] not in "\"'" and re.fullmatch(_NOT_TEXT, value):
            continue
        thread = Thread()
        for run in aligned(value, head, span):
            thread.add(Run(run.text, base + run.start, base + run.end))
        yield thread.block(f"text.frontmatter.{key}.{ending}")


def _value(head: str, start: int) -> Span:
    """Where the value of a field stands: up to the next line that is not set in."""
    following = re.compile(r"^[^\s#]", re.M).search(head, head.find("\n", start) + 1 or len(head))
    end = following.start() if following else len(head)
    return Span(start + len(head[start:end]) - len(head[start:end].lstrip()), end)
