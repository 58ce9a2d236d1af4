"""What linters print, read: each form with places that no byte, no unit and no line end may shift."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lintnews.external.asked import Program
from lintnews.external.forms import READERS
from lintnews.external.seen import Places, Seen, into
from lintnews.model import Severity, Source, Span

TEXT = "Élan 😀 teh end.\r\nA sécond 👩‍👩‍👧 teh line\nlast teh"
SPANS = [Span(at, at + 3) for at in (7, TEXT.index("teh", 10), TEXT.rindex("teh"))]
PLACES = Places(Source("story.txt", TEXT))
UNITS = {"characters": "utf-32-le", "utf-16": "utf-16-le", "bytes": "utf-8"}


def place(offset: int, unit: str = "characters") -> tuple[int, int]:
    """Line and column, both from 0, in a unit."""
    lines = TEXT[:offset].replace("\r\n", "\n").split("\n")
    size = {"characters": 4, "utf-16": 2, "bytes": 1}[unit]
    return len(lines) - 1, len(lines[-1].encode(UNITS[unit])) // size


def read(form: str, value: Any, *, lines: bool = False, **keys: Any) -> list[Seen]:
    text = "\n".join(map(json.dumps, value)) if lines else json.dumps(value)
    return list(READERS[form](text, PLACES, Program("other", ("x",), form, **keys)))


def spans(seen: list[Seen]) -> list[Span]:
    return [each.span for each in seen]


def sarif(unit: str, kind: str | None) -> dict[str, Any]:
    results = []
    for start, end in SPANS:
        (line, first), (last, column) = place(start, unit), place(end, unit)
        region = {"startLine": line + 1, "startColumn": first + 1, "endLine": last + 1, "endColumn": column + 1}
        change = {"replacements": [{"deletedRegion": region, "insertedContent": {"text": "the"}}]}
        results.append(
            {
                "ruleId": "typo", "level": "note", "message": {"text": "teh?"}, "fixes": [{"artifactChanges": [change]}],
                "locations": [{"physicalLocation": {"region": region}}],
            }
        )  # fmt: skip
    run = {"tool": {"driver": {"name": "x", "rules": [{"id": "typo", "helpUri": "https://example.org/typo"}]}}, "results": results}
    return {"version": "2.1.0", "runs": [run | ({"columnKind": kind} if kind else {})]}


@pytest.mark.parametrize(("unit", "kind"), [("utf-16", None), ("utf-16", "utf16CodeUnits"), ("characters", "unicodeCodePoints")])
def test_sarif_counts_columns_as_its_run_says(unit: str, kind: str | None) -> None:
    seen = read("sarif", sarif(unit, kind))
    assert spans(seen) == SPANS
    assert seen[0] == Seen("typo", "teh?", SPANS[0], Severity.SUGGESTION, ("the",), "https://example.org/typo")


def test_sarif_may_give_offsets_lines_alone_or_a_rule_by_its_number() -> None:
    def result(region: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"message": {"markdown": "m"}, "locations": [{"physicalLocation": {"region": region}}], **more}

    results = [
        result({"charOffset": 8, "charLength": 3}, ruleIndex=0),
        result({"startLine": 1}),
        result({"startLine": 3, "startColumn": 6}),
        result({}),
        {"message": {"text": "nowhere"}, "ruleId": "x"},
    ]
    seen = read("sarif", {"runs": [{"tool": {"driver": {"rules": [{"id": "first"}]}}, "results": results}, {"results": None}]})
    assert spans(seen) == [SPANS[0], Span(0, 15), Span(len(TEXT) - 3, len(TEXT)), Span(0, 15)]
    assert [each.rule for each in seen] == ["first", "", "", ""]
    assert {each.severity for each in seen} == {Severity.WARNING}


def rdjson(span: Span) -> dict[str, Any]:
    (line, first), (last, column) = place(span.start, "bytes"), place(span.end, "bytes")
    where = {"start": {"line": line + 1, "column": first + 1}, "end": {"line": last + 1, "column": column + 1}}
    fix = [{"range": where, "text": "the"}, {"range": {"start": {"line": 1, "column": 1}}, "text": "elsewhere"}]
    code = {"value": "typo", "url": "https://example.org/typo"}
    return {"message": "teh?", "location": {"path": "a", "range": where}, "severity": "ERROR", "code": code, "suggestions": fix}


def test_rdjson_counts_columns_in_bytes_in_one_value_or_one_on_each_line() -> None:
    found = [rdjson(span) for span in SPANS]
    seen = read("rdjson", {"source": {"name": "x"}, "severity": "INFO", "diagnostics": found})
    assert seen == [Seen("typo", "teh?", span, Severity.ERROR, ("the",), "https://example.org/typo") for span in SPANS]
    assert read("rdjson", found, lines=True) == seen
    assert read("rdjson", {"severity": "INFO", "diagnostics": []}) == []


def test_rdjson_may_tell_a_point_a_line_or_nothing_of_the_place() -> None:
    where: list[dict[str, Any]] = [{"start": {"line": 2, "column": 3}}, {"start": {"line": 2}}, {}]
    found = [{"message": "m", "location": {"range": each} if each else {}} for each in where]
    end = TEXT.index("\nlast")
    assert spans(read("rdjson", {"severity": "WARNING", "diagnostics": found})) == [Span(19, 19), Span(17, end), Span(0, 15)]
    assert read("rdjson", {"severity": "WARNING", "diagnostics": found})[0].severity is Severity.WARNING


def lsp(span: Span) -> dict[str, Any]:
    points = {
        key: dict(zip(("line", "character"), place(at, "utf-16"), strict=True)) for key, at in (("start", span.start), ("end", span.end))
    }
    return {"range": points, "message": "teh?", "severity": 3, "code": "typo", "codeDescription": {"href": "https://example.org/typo"}}


def test_diagnostics_of_the_language_server_protocol_count_in_utf_16() -> None:
    found = [lsp(span) for span in SPANS]
    expected = [Seen("typo", "teh?", span, Severity.SUGGESTION, (), "https://example.org/typo") for span in SPANS]
    assert read("lsp", found) == expected
    assert read("lsp", {"uri": "file:///a", "diagnostics": found}) == expected
    assert read("lsp", {"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": {"diagnostics": found}}) == expected
    assert read("lsp", found, lines=True) == expected
    bare = {"range": found[0]["range"], "message": "m", "source": "harper"}
    assert read("lsp", [bare]) == [Seen("harper", "m", SPANS[0], Severity.WARNING)]


def test_vale_counts_characters_and_the_last_one_belongs_to_the_span() -> None:
    def alert(span: Span, **action: Any) -> dict[str, Any]:
        line, first = place(span.start)
        words = {"Check": "A.B", "Message": "m", "Severity": "error", "Link": "l", "Line": line + 1, "Span": [first + 1, first + 3]}
        return {**words, "Action": action}

    actions = [
        {"Name": "replace", "Params": ["the", "then"]},
        {"Name": "remove", "Params": None},
        {"Name": "edit", "Params": ["truncate", " "]},
    ]
    seen = read("vale", {"a.txt": [alert(span, **action) for span, action in zip(SPANS, actions, strict=True)]})
    assert [(each.span, each.fixes) for each in seen] == [(SPANS[0], ("the", "then")), (SPANS[1], ("",)), (SPANS[2], ())]
    assert (seen[0].rule, seen[0].message, seen[0].severity, seen[0].link) == ("A.B", "m", Severity.ERROR, "l")


def test_typos_counts_bytes_of_a_line() -> None:
    def typo(span: Span, **more: Any) -> dict[str, Any]:
        line, column = place(span.start, "bytes")
        return {"type": "typo", "path": "-", "line_num": line + 1, "byte_offset": column, "typo": "teh", "corrections": ["the"], **more}

    seen = read("typos", [*map(typo, SPANS), {"type": "file"}, typo(SPANS[0], corrections=[])], lines=True)
    assert spans(seen) == [*SPANS, SPANS[0]]
    assert [(each.rule, each.message, each.fixes) for each in (seen[0], seen[-1])] == [
        ("typo", "“teh” is a slip for “the”", ("the",)),
        ("typo", "“teh” is not to be used", ()),
    ]


def test_proselint_counts_from_one_now_and_then() -> None:
    now = [
        {"check_path": "a.b", "message": "m", "pos": [1, 1], "replacements": fix, "span": [start + 1, end + 1]}
        for (start, end), fix in zip(SPANS, ["the", None, None], strict=True)
    ]
    seen = read("proselint", {"result": {"<stdin>": {"diagnostics": now}}})
    assert [(each.rule, each.span, each.fixes) for each in seen] == [
        ("a.b", SPANS[0], ("the",)),
        ("a.b", SPANS[1], ()),
        ("a.b", SPANS[2], ()),
    ]
    then = [
        {"check": "a.b", "message": "m", "severity": "error", "start": start + 1, "end": end + 1, "replacements": "the"}
        for start, end in SPANS
    ]
    seen = read("proselint", {"status": "success", "data": {"errors": then}})
    assert [(each.span, each.severity, each.fixes) for each in seen] == [(span, Severity.ERROR, ("the",)) for span in SPANS]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("first", [0, 1])
def test_fields_say_where_things_stand_in_any_other_json(unit: str, first: int) -> None:
    keys: dict[str, Any] = {"columns": unit, "first": first}
    found = []
    for span in SPANS:
        (line, column), (last, end) = place(span.start, unit), place(span.end, unit)
        found.append({"at": [line + 1, column + first], "to": {"l": last + 1, "c": end + first}, "n": end - column, "m": "m", "s": "WARN"})
    by_end = {"message": "m", "level": "s", "line": "at.0", "column": "at.1", "end-line": "to.l", "end-column": "to.c"}
    by_length = {"message": "m", "line": "at.0", "column": "at.1", "length": "n"}
    assert spans(read("json", found, fields=tuple(by_end.items()), **keys)) == SPANS
    assert spans(read("json", found, fields=tuple(by_length.items()), **keys)) == SPANS
    assert read("json", found, fields=tuple(by_end.items()), **keys)[0].severity is Severity.WARNING
    assert spans(read("json", found, lines=True, fields=tuple(by_length.items()), **keys)) == SPANS


def test_fields_may_give_offsets_one_or_more_fixes_and_lists_by_file() -> None:
    fields = {"items": "r", "rule": "id", "message": "m", "offset": "o", "length": "n", "fix": "f", "link": "u"}
    found = [{"id": 7, "m": "m", "o": 7, "n": 3, "f": fix, "u": "l"} for fix in ("the", ["the", "ten"], None)]
    seen = read("json", {"r": {"a.txt": found}}, fields=tuple(fields.items()), first=0)
    assert [each.fixes for each in seen] == [("the",), ("the", "ten"), ()]
    assert seen[0] == Seen("7", "m", SPANS[0], None, ("the",), "l")
    assert read("json", {"r": None}, fields=tuple(fields.items())) == []
    point = {"message": "m", "line": "l", "column": "c"}
    assert spans(read("json", [{"m": "x", "l": 1, "c": 3}, {"m": "x", "l": 1}], fields=tuple(point.items()))) == [Span(2, 2), Span(0, 15)]


@pytest.mark.parametrize(
    ("line", "column", "offset"),
    [(0, 0, 0), (0, 999, 17), (2, 0, TEXT.index("last")), (2, 999, len(TEXT)), (9, 0, len(TEXT)), (-1, 5, 0), (1, -3, 17)],
)
def test_what_lies_outside_is_taken_to_the_end(line: int, column: int, offset: int) -> None:
    assert PLACES.at(line, column) == offset


@pytest.mark.parametrize("unit", UNITS)
def test_half_a_character_belongs_to_the_one_it_is_of(unit: str) -> None:
    size = {"characters": 4, "utf-16": 2, "bytes": 1}[unit]
    for end in range(len(TEXT) + 1):
        assert into(TEXT, len(TEXT[:end].encode(UNITS[unit])) // size, unit) == end
    assert into("😀a", 1, "utf-16") == 0
    assert into("éa", 1, "bytes") == 0
