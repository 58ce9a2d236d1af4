"""The forms that CI services and review tools read."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from lintnews.model import Finding, Report, Severity, Source, Span
from lintnews.reporters import Page, reporter

CLEAN = Report(Source("clean.txt", "Rain.\n"), ())
ODD = Report(
    Source("a|b.md", "x\x0b<b>|\x1b[2J ``` y\n"),
    (Finding("desk.odd", Severity.ERROR, "odd | <script>\x00 ]]> @all", Span(0, 8), ("<i>|",)),),
)
FORMS = ("gitlab", "rdjson", "junit", "checkstyle", "markdown", "html")


def test_gitlab_has_what_its_widget_needs(write, report):
    findings = json.loads(write("gitlab", report, CLEAN))
    assert [finding["severity"] for finding in findings] == ["info", "major", "minor", "minor"]
    assert findings[1]["location"] == {"path": "news/a,b.txt", "lines": {"begin": 3, "end": 3}}
    assert findings[1]["check_name"] == "names.near-miss"
    assert all(re.fullmatch("[0-9a-f]{64}", finding["fingerprint"]) for finding in findings)


def test_a_gitlab_fingerprint_outlives_a_paragraph_put_in_above(write, report):
    above = "A new first paragraph.\n\n"
    moved = tuple(
        Finding(f.rule, f.severity, f.message, Span(f.span.start + len(above), f.span.end + len(above))) for f in report.findings[1:]
    )
    later = Report(Source(report.source.name, above + report.source.text), moved)
    before, after = (json.loads(write("gitlab", each)) for each in (report, later))
    assert [f["fingerprint"] for f in before[1:]] == [f["fingerprint"] for f in after]


def test_two_findings_that_read_alike_have_two_gitlab_fingerprints(write):
    twice = Finding("desk.very", Severity.WARNING, "very", Span(0, 4))
    prints = {f["fingerprint"] for f in json.loads(write("gitlab", Report(Source("a.txt", "very"), (twice, twice))))}
    assert len(prints) == 2


def test_rdjson_counts_columns_in_bytes_of_utf_8_and_offers_the_fixes(write, report):
    result = json.loads(write("rdjson", report))
    rain, near, *_ = result["diagnostics"]
    assert result["source"] == {"name": "lintnews"}
    assert rain["location"]["range"] == {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 9}}
    assert [each["text"] for each in near["suggestions"]] == ["Quds Force", "Quad Force"]
    assert near["suggestions"][0]["range"] == near["location"]["range"]
    assert near["code"] == {"value": "names.near-miss", "url": "https://example.org/why"}
    assert near["relatedLocations"][0]["location"]["range"]["start"] == {"line": 1, "column": 19}


def test_junit_fails_for_errors_and_warnings_and_counts_them(write, report):
    rain, clean = ElementTree.fromstring(write("junit", report, CLEAN))
    assert rain.attrib == {"name": "news/a,b.txt", "tests": "4", "failures": "3", "errors": "0", "skipped": "0"}
    assert len(rain.findall("testcase/failure")) == 3
    assert rain[1].attrib["name"] == "names.near-miss 3:17"
    assert "Quds Force: force (1988 to …)" in (rain[1][0].text or "")
    assert clean.attrib["tests"] == "1"
    assert not clean.findall("testcase/failure")


def test_checkstyle_has_a_file_for_each_story_and_its_findings(write, report):
    stories = ElementTree.fromstring(write("checkstyle", report, CLEAN))
    assert [len(story) for story in stories] == [4, 0]
    assert stories[0][1].attrib["source"] == "lintnews.names.near-miss"
    assert (stories[0][1].attrib["line"], stories[0][1].attrib["column"], stories[0][1].attrib["severity"]) == ("3", "17", "error")


def test_markdown_has_a_row_for_each_finding_and_the_count(write, report):
    page = write("markdown", report, CLEAN)
    assert "| 3:17 | 🔴 error | “Quads Force” is not listed<br>line 1: the same place, said before<br>" in page
    assert (
        "[names.near-miss](https://example.org/why) | The head of the **Quads Force**, said 50%: a, b. | Quds Force or Quad Force |" in page
    )
    assert "Found 4 findings (1 error, 2 warnings, 1 suggestion) in 1 story" in page


def test_no_row_of_markdown_is_broken_by_the_copy(write):
    (row,) = [line for line in write("markdown", ODD).splitlines() if line.startswith("| 1:")]
    assert len(re.findall(r"(?<!\\)\|", row)) == 6
    assert "<script" not in row.replace("\\<", "")
    assert not re.search(r"[\x00-\x1f]", row)


def test_the_html_page_asks_for_nothing_and_runs_nothing(write, report):
    page = write("html", report, ODD)
    assert "default-src 'none'" in page
    assert "<script>" not in page
    assert "<mark>Quads Force</mark>" in page
    assert '<a href="https://example.org/force"' in page
    assert not re.search(r"<(script|img|link|iframe)|url\(|@import", page)


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_xml_holds_no_character_that_xml_cannot(write, form):
    assert "odd | <script>\ufffd ]]> @all" in "".join(
        value for element in ElementTree.fromstring(write(form, ODD)).iter() for value in (*element.attrib.values(), element.text or "")
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_whole_even_when_the_run_is_cut_short(report, form):
    def cut():
        yield report
        raise KeyboardInterrupt

    out: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        reporter(form).write(cut(), Page(out.append))
    page = "".join(out)
    if form in ("junit", "checkstyle"):
        assert len(ElementTree.fromstring(page)) == 1
    elif form in ("gitlab", "rdjson"):
        assert json.loads(page)
    else:
        assert "Quads Force" in page


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_whole_when_there_is_nothing_to_say(write, form):
    page = write(form, CLEAN)
    if form in ("gitlab", "rdjson"):
        assert json.loads(page) in ([], {"source": {"name": "lintnews"}, "diagnostics": []})
    else:
        assert "finding" in page or len(ElementTree.fromstring(page)) == 1
