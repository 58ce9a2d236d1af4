from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pydantic_sarif.model
import pytest

from lintnews import reporters
from lintnews.cli.options import FORMATS
from lintnews.model import LintNewsError, Report, Source

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "lintnews.schema.json").read_text(encoding="utf-8"))


def test_every_form_that_is_there_is_offered():
    assert sorted(FORMATS) == reporters.forms()


def test_an_unknown_form_is_told():
    with pytest.raises(LintNewsError, match="did you mean `json`"):
        reporters.reporter("jsson")


def test_concise_is_a_line_each(write, report):
    assert write("concise", report).splitlines() == [
        "news/a,b.txt:1:6: suggestion desk.rain rain again",
        "news/a,b.txt:3:17: error names.near-miss “Quads Force” is not listed",
        "news/a,b.txt:3:35: warning desk.percent 50%: a, b or so",
        "news/a,b.txt:4:13: warning desk.end a full stop is missing",
    ]


def test_json_keeps_its_schema(write, report):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(write("json", report, report)), SCHEMA)
    jsonschema.validate(json.loads(write("json")), SCHEMA)


def test_json_offsets_give_the_match(write, report):
    for finding in json.loads(write("json", report)):
        assert report.source.text[finding["start"] : finding["end"]] == finding["match"]


def test_json_tells_a_place_in_the_story_from_a_fact(write, report):
    place, fact = json.loads(write("json", report))[1]["evidence"]
    assert (place["kind"], place["line"], report.source.text[place["start"] : place["end"]]) == ("story", 1, "harbour")
    assert fact["kind"] == "fact"
    assert fact["source"] == "https://example.org/force"
    assert fact["fact"] == {"subject": "Quds Force", "relation": "named", "value": "force", "since": "1988", "as_of": "2020-01-03"}


def test_json_is_whole_even_when_the_run_is_cut_short(report):
    def cut():
        yield report
        raise KeyboardInterrupt

    out: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        reporters.reporter("json").write(cut(), reporters.Page(out.append))
    assert len(json.loads("".join(out))) == 4


def test_github_escapes_what_would_break_a_command(write, report):
    lines = write("github", report).splitlines()
    assert lines[0] == "::notice file=news/a%2Cb.txt,line=1,endLine=1,col=6,endColumn=6,title=desk.rain::rain again"
    assert lines[2] == (
        "::warning file=news/a%2Cb.txt,line=3,endLine=3,col=35,endColumn=43,title=desk.percent::"
        "50%25: a, b%0Aor so%0Asee https://example.org/x"
    )
    assert "%0AFix: “Quds Force” or “Quad Force”%0Ahttps://example.org/why" in lines[1]
    assert len(lines) == 4


def test_sarif_has_what_its_readers_look_for(write, report):
    log = json.loads(write("sarif", report))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    near = run["results"][1]
    assert near["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "news/a%2Cb.txt"},
        "region": {"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 28, "snippet": {"text": "Quads Force"}},
    }
    assert near["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 17
    change = near["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert (change["deletedRegion"]["endColumn"], change["insertedContent"]) == (28, {"text": "Quds Force"})
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {result["ruleId"] for result in run["results"]}


def test_a_clean_sarif_log_is_whole(write):
    log = json.loads(write("sarif", Report(Source("a.txt", ""), ())))
    assert log["runs"][0]["results"] == []


def test_sarif_keeps_the_schema_of_the_standard_and_says_nothing_that_is_not_in_it(write, report):
    log = pydantic_sarif.model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(write("sarif", report))
    assert len(log.runs[0].results or ()) == 4
