"""What another linter printed in, what it saw out: one function for each form in which linters print.

A form that is not what it should be raises ValueError, TypeError, KeyError, IndexError or AttributeError; who calls tells that in one line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lintnews.external.asked import Program
from lintnews.external.seen import Places, Seen
from lintnews.model import Severity, Span

Reader = Callable[[str, Places, Program], Iterator[Seen]]

_LEVELS = {
    "error": Severity.ERROR, "fatal": Severity.ERROR, "critical": Severity.ERROR, "warning": Severity.WARNING, "warn": Severity.WARNING,
    "suggestion": Severity.SUGGESTION, "info": Severity.SUGGESTION, "information": Severity.SUGGESTION, "hint": Severity.SUGGESTION,
    "note": Severity.SUGGESTION, "style": Severity.SUGGESTION, "none": Severity.SUGGESTION,
}  # fmt: skip
_LSP_LEVELS = {1: Severity.ERROR, 2: Severity.WARNING, 3: Severity.SUGGESTION, 4: Severity.SUGGESTION}


def level(value: Any) -> Severity | None:
    """A severity by another's name for it; None for one that nobody knows."""
    return _LEVELS.get(value.lower()) if isinstance(value, str) else None


def rows(text: str) -> Iterator[Any]:
    """The values of a text that holds one JSON value, or one on each line."""
    try:
        yield json.loads(text)
    except ValueError:
        values = [json.loads(line) for line in text.splitlines() if line.strip()]
        if not values:
            raise
        yield from values


def sarif(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """SARIF 2.1.0. Columns are counted in units of UTF-16 unless the run says otherwise."""
    for run in json.loads(text)["runs"]:
        unit = "characters" if run.get("columnKind") == "unicodeCodePoints" else "utf-16"
        rules = run.get("tool", {}).get("driver", {}).get("rules") or []
        pages = {rule["id"]: rule.get("helpUri", "") for rule in rules}
        for result in run.get("results") or []:
            rule = result.get("ruleId") or (rules[result["ruleIndex"]]["id"] if "ruleIndex" in result else "")
            message = result["message"]
            for location in result.get("locations") or []:
                span = _region(location["physicalLocation"].get("region") or {}, places, unit)
                fixes = tuple(_insertions(result, places, unit, span))
                words = message.get("text") or message.get("markdown") or ""
                yield Seen(rule, words, span, level(result.get("level", "warning")), fixes, pages.get(rule, ""))


def _region(region: Mapping[str, Any], places: Places, unit: str) -> Span:
    if "charOffset" in region:
        start = region["charOffset"]
        return Span(places.offset(start, unit), places.offset(start + region.get("charLength", 0), unit))
    line = region.get("startLine", 1)
    end = region.get("endLine", line)
    start = places.at(line - 1, region.get("startColumn", 1) - 1, unit)
    if "endColumn" in region:
        return Span(start, places.at(end - 1, region["endColumn"] - 1, unit))
    return Span(start, _end_of(places, end))


def _end_of(places: Places, line: int) -> int:
    """The end of a line, counted from 1, without what ends it."""
    at = places.at(line - 1, 0)
    return max(at, places.source.line(places.source.place(at).line).end)


def _insertions(result: Mapping[str, Any], places: Places, unit: str, span: Span) -> Iterator[str]:
    """What fixes put in the place of just this span."""
    for fix in result.get("fixes") or []:
        for change in fix["artifactChanges"]:
            replacements = change["replacements"]
            if len(replacements) == 1 and _region(replacements[0]["deletedRegion"], places, unit) == span:
                yield (replacements[0].get("insertedContent") or {}).get("text", "")


def rdjson(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """The Reviewdog Diagnostic Format, in one value or one on each line. Columns are counted in bytes, from 1."""
    for value in rows(text):
        for found in value.get("diagnostics", [value]):
            span = _range(found["location"].get("range") or {}, places)
            code = found.get("code") or {}
            fixes = tuple(each["text"] for each in found.get("suggestions") or [] if _range(each["range"], places) == span)
            severity = level(found.get("severity") or value.get("severity"))
            yield Seen(str(code.get("value", "")), found["message"], span, severity, fixes, code.get("url", ""))


def _range(span: Mapping[str, Any], places: Places) -> Span:
    start, end = span.get("start") or {}, span.get("end") or {}
    line, column = start.get("line", 1), start.get("column", 1)
    first = places.at(line - 1, column - 1, "bytes")
    if not end:
        return Span(first, first) if "column" in start else Span(first, _end_of(places, line))
    return Span(first, places.at(end.get("line", line) - 1, end.get("column", 1) - 1, "bytes"))


def lsp(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """Diagnostics of the Language Server Protocol: a list, or what `publishDiagnostics` sends. Characters are units of UTF-16, from 0."""
    for value in rows(text):
        value = value.get("params", value) if isinstance(value, dict) else value
        for found in value if isinstance(value, list) else value.get("diagnostics", [value]):
            start, end = (places.at(found["range"][key]["line"], found["range"][key]["character"], "utf-16") for key in ("start", "end"))
            link = (found.get("codeDescription") or {}).get("href", "")
            rule = str(found.get("code") or found.get("source") or "")
            yield Seen(rule, found["message"], Span(start, end), _LSP_LEVELS.get(found.get("severity", 2)), (), link)


def vale(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """Vale's JSON. The last character of a span belongs to it."""
    for alerts in json.loads(text).values():
        for alert in alerts:
            first, last = alert["Span"]
            line = alert["Line"] - 1
            action = alert.get("Action") or {}
            params = tuple(map(str, action.get("Params") or ()))
            fixes = {"replace": params, "suggest": (), "remove": ("",)}.get(action.get("Name", ""), ())
            span = Span(places.at(line, first - 1), places.at(line, last))
            yield Seen(alert["Check"], alert["Message"], span, level(alert.get("Severity")), fixes, alert.get("Link", ""))


def typos(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """The JSON of typos, one value on each line. Offsets are bytes from the beginning of the line."""
    for found in rows(text):
        if found["type"] != "typo":
            continue
        start = places.at(found.get("line_num", 1) - 1, found["byte_offset"], "bytes")
        word, fixes = found["typo"], tuple(found.get("corrections") or ())
        message = f"“{word}” is a slip for “{fixes[0]}”" if fixes else f"“{word}” is not to be used"
        yield Seen("typo", message, Span(start, start + len(word)), None, fixes)


def proselint(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """The JSON of proselint, from 0.15 on and as it was before. Spans are counted from 1."""
    value = json.loads(text)
    if "result" not in value:
        for found in value["data"]["errors"]:
            fix = found.get("replacements")
            span = Span(places.offset(found["start"] - 1), places.offset(found["end"] - 1))
            yield Seen(found["check"], found["message"], span, level(found.get("severity")), (fix,) if isinstance(fix, str) else ())
        return
    for result in value["result"].values():
        for found in result["diagnostics"]:
            start, end = found["span"]
            fix = found.get("replacements")
            fixes = (fix,) if isinstance(fix, str) else ()
            yield Seen(found["check_path"], found["message"], Span(places.offset(start - 1), places.offset(end - 1)), None, fixes)


def fields(text: str, places: Places, program: Program) -> Iterator[Seen]:
    """Any other JSON, in which `fields` say what stands where."""
    told = dict(program.fields)
    for value in rows(text):
        for found in _items(value, told.get("items", "")):
            part = {key: _part(found, path) for key, path in told.items() if key != "items"}
            rule, link = str(part.get("rule") or ""), str(part.get("link") or "")
            fix = part.get("fix")
            fixes = tuple(map(str, fix)) if isinstance(fix, list) else () if fix is None else (str(fix),)
            yield Seen(rule, str(part["message"]), _told_span(part, places, program), level(part.get("level")), fixes, link)


def _items(value: Any, path: str) -> Iterator[Any]:
    """The findings of a value: a list, the lists of a mapping by file, or the one that it is itself."""
    found = _part(value, path) if path else value
    if isinstance(found, list):
        yield from found
    elif path and isinstance(found, dict):
        for listed in found.values():
            yield from listed
    elif found is not None:
        yield found


def _part(value: Any, path: str) -> Any:
    """What stands at a path such as `location.0.line`; None where nothing does."""
    for step in path.split("."):
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        else:
            return None
    return value


def _told_span(part: Mapping[str, Any], places: Places, program: Program) -> Span:
    unit, first = program.columns, program.first
    if part.get("offset") is not None:
        offset = int(part["offset"]) - first
        end = int(part["end"]) - first if part.get("end") is not None else offset + int(part.get("length") or 0)
        return Span(places.offset(offset, unit), places.offset(end, unit))
    line = int(part["line"]) - 1
    column = int(part["column"]) - first if part.get("column") is not None else 0
    start = places.at(line, column, unit)
    if part.get("end-column") is not None:
        end_line = int(part["end-line"]) - 1 if part.get("end-line") is not None else line
        return Span(start, places.at(end_line, int(part["end-column"]) - first, unit))
    if part.get("length") is not None:
        return Span(start, places.at(line, column + int(part["length"]), unit))
    return Span(start, start if part.get("column") is not None else _end_of(places, line + 1))


READERS: dict[str, Reader] = {
    "json": fields, "lsp": lsp, "proselint": proselint, "rdjson": rdjson, "sarif": sarif, "typos": typos, "vale": vale,
}  # fmt: skip
