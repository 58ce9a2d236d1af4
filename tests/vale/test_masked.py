from pathlib import Path

import pytest

from lintnews import fixes, plain
from lintnews.model import Report, Source, Span
from lintnews.vale import documents
from lintnews.vale.document import Reading
from lintnews.vale.linter import ValeLinter
from lintnews.vale.settings import Choices

RULES = {
    "E": "extends: existence\nmessage: '%s'\nignorecase: true\ntokens: [heron, owl]\n",
    "C": "extends: conditional\nmessage: '%s'\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '\\(([A-Z]{3})\\)'\n",
    "W": "extends: spelling\nmessage: '%s'\nfilters: ['^[A-Za-z]+$']\n",
}


def checked(folder: Path, text: str, ending: str = "html", rules: dict[str, str] = RULES) -> Report:
    style = folder / "S"
    style.mkdir(exist_ok=True)
    for name, rule in rules.items():
        (style / f"{name}.yml").write_text(rule, encoding="utf-8")
    linter = ValeLinter(Choices(styles_paths=(folder,), styles=("S",), reading=Reading(format=ending, ending=ending)))
    return linter.check(Source(f"a.{ending}", text))


def places(report: Report) -> list[tuple[int, int, str]]:
    return [(*report.source.place(found.at.start), found.message) for found in report.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<h3 id="heron">heron</h3>', [(1, 9, "heron")]),
        ("<title>The heron</title>\n<h1>A heron</h1>\n<p>The heron <b>left</b>.</p>", [(1, 12, "heron"), (2, 7, "heron"), (3, 8, "heron")]),
        ("<p><code>heron</code> and a <b>heron</b>.</p>", [(1, 32, "heron")]),
        ('<p><a href="#heron">heron</a> and heron</p>', [(1, 21, "heron"), (1, 35, "heron")]),
        ('<p><a name="heron"></a>heron</p>', [(1, 13, "heron")]),
        ("<!-- a heron --><p>a heron</p>", [(1, 22, "heron")]),
        ("<!DOCTYPE heron>\n<p>Fish &amp; heron</p>\n<p>heron &lt; owl</p>", [(1, 11, "heron"), (2, 15, "heron"), (3, 15, "owl")]),
        ('<link title="heron &amp; owl"><p>Fish</p><p>&amp; heron <i>&amp; owl</i></p>', [(1, 14, "heron"), (1, 26, "owl")]),
        ("<script>var heron = 1;</script><p>A heron.</p>", [(1, 37, "heron")]),
        ('<img alt="heron" src="heron.png"><p>A heron.</p>', [(1, 11, "heron"), (1, 39, "heron")]),
        ("<p>A\n  heron <em>flew</em> over\nan owl &amp; sat.</p>", [(2, 3, "heron"), (3, 4, "owl")]),
        ("<ul><li>heron\n<ul><li>owl</li></ul></li></ul><p>owl</p>", [(1, 9, "heron"), (2, 9, "owl"), (2, 35, "owl")]),
        ('<meta name="description" content="An owl"><p>An owl</p>', [(1, 38, "owl"), (1, 49, "owl")]),
        ('<p id="a%20heron"><a href="a%20heron">a heron</a></p><p>a heron</p>', [(1, 41, "heron"), (1, 59, "heron")]),
        ('<!DOCTYPE html PUBLIC "DTD">\n<p>A DTD &amp; so on.</p>\n<p>The DTD.</p>', [(1, 24, "DTD"), (3, 8, "DTD")]),
        ("<p>The ABC, an ABC.</p>\n<p>An <b>ABC</b>\nof it: ABC.</p>", [(1, 8, "ABC"), (1, 16, "ABC"), (2, 10, "ABC"), (3, 8, "ABC")]),
        ("<p>(éé) (öö) ABC\nof <b>ABC</b>: ABC &amp; so.</p>", [(1, 14, "ABC"), (2, 7, "ABC"), (2, 16, "ABC")]),
        ("<p><code><em>heron</em></code> <code><i><em>heron</em></i></code></p>", [(1, 14, "heron")]),
        ("<p>In Zorble’s nest.</p>\n<p>The Zorble’s, or <b>Zorble’s</b>.</p>", [(1, 3, "Zorble's"), (2, 8, "Zorble's")]),
    ],
)
def test_a_finding_on_a_page_is_where_vale_has_it(tmp_path: Path, text: str, expected: list[tuple[int, int, str]]) -> None:
    assert places(checked(tmp_path, text)) == expected
    assert places(checked(tmp_path, text.replace("\n", "\r\n"))) == expected


def test_a_word_with_a_curly_apostrophe_is_before_its_block_as_in_vale(tmp_path: Path) -> None:
    text = "# Owlet\n\nOne thing. In Zorble’s nest.\n\n- The Zorble’s *nest*\n"
    assert places(checked(tmp_path, text, "md")) == [(2, 1, "Zorble's"), (5, 7, "Zorble's")]


def test_what_is_said_elsewhere_is_mended_where_it_stands(tmp_path: Path) -> None:
    swap = {"Sub": "extends: substitution\nmessage: 'Use %s'\nswap: {heron: egret}\naction: {name: replace}\n"}
    text = '<h3 id="heron">heron</h3>\n'
    report = checked(tmp_path, text, rules=swap)
    (finding,) = report.findings
    assert (finding.at, finding.span, finding.evidence[0].span) == (Span(8, 13), Span(15, 20), Span(15, 20))
    assert plain.loads(plain.dumps(report.findings), len(text)) == report.findings
    done = fixes.fixed(report.source, lambda source: checked(tmp_path, source.text, rules=swap), unsafe=True)
    assert done.text == '<h3 id="heron">egret</h3>\n'


def test_a_page_too_long_to_be_followed_is_told_at_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LONGEST", 10)
    assert places(checked(tmp_path, '<h3 id="heron">heron</h3>')) == [(1, 16, "heron")]
