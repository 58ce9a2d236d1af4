from pathlib import Path

import pytest

from lintnews.facts import FactBase
from lintnews.model import Document, Finding, Part, Piece, Source, Span
from lintnews.vale import engine
from lintnews.vale.document import Inline, ScopedBlock
from lintnews.vale.styles import Loader

FACTS = FactBase.of(())
SWAP = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"
FIXED = "extends: existence\nmessage: \"%s -> '%s'\"\ntokens: [foo]\n"


def block(source: str, text: str, scope: str, *, parent: str = "", inlines: tuple[Inline, ...] = ()) -> ScopedBlock:
    at = source.index(text)
    return ScopedBlock(Part.BODY, text, (Piece(0, at, at + len(text)),), scope=scope, parent=parent, inlines=inlines)


def lint(folder: Path, rule: str, text: str, *blocks: ScopedBlock) -> list[Finding]:
    path = folder / "Desk" / "Rule.yml"
    path.parent.mkdir()
    path.write_text(rule, encoding="utf-8")
    style = Loader((folder,)).style("Desk")
    assert not style.faults
    return engine.lint(Document(Source("a.txt", text), {}, blocks), engine.Grouped(style.rules), FACTS)


def test_one_finding_stands_for_a_place_however_many_blocks_show_it(tmp_path: Path) -> None:
    text = "It is bad. So bad."
    blocks = (block(text, "It is bad.", "paragraph.text.txt", parent="text.txt"), block(text, text, "text.txt"))
    found = lint(tmp_path, "extends: existence\nmessage: \"'%s'\"\ntokens: [bad]\n", text, *blocks)
    assert [(finding.rule, finding.span, finding.message) for finding in found] == [
        ("Desk.Rule", Span(6, 9), "'bad'"),
        ("Desk.Rule", Span(14, 17), "'bad'"),
    ]


def test_a_limit_is_the_most_that_a_rule_says_of_a_file(tmp_path: Path) -> None:
    text = "bad bad bad"
    found = lint(tmp_path, "extends: existence\nmessage: no\nlimit: 2\ntokens: [bad]\n", text, block(text, text, "text.txt"))
    assert len(found) == 2


def test_a_rule_sees_the_blocks_of_its_scope(tmp_path: Path) -> None:
    text = "Bad news\n\nIt is Bad."
    blocks = (block(text, "Bad news", "text.heading.h1.md"), block(text, "It is Bad.", "text.md"))
    found = lint(tmp_path, "extends: existence\nmessage: no\nscope: heading\ntokens: [Bad]\n", text, *blocks)
    assert [finding.span.start for finding in found] == [0]


def test_inline_text_turned_round_is_passed_over_and_nothing_moves(tmp_path: Path) -> None:
    text = "“It is bad,” he said, bad."
    whole = block(text, text, "text.txt", inlines=(Inline("quote", Span(0, 12)),))
    found = lint(tmp_path, "extends: existence\nmessage: no\nscope: text & ~quote\ntokens: [bad]\n", text, whole)
    assert [finding.span for finding in found] == [Span(22, 25)]


def test_a_pattern_that_backtracks_without_end_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    text = "a" * 40
    found = lint(tmp_path, 'extends: existence\nmessage: no\nraw: ["(a|aa)+$[^a]"]\n', text, block(text, text, "text.txt"))
    assert [finding.rule for finding in found] == ["lintnews.rule-fault"]
    assert "Desk.Rule" in found[0].message


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        (f"{SWAP}swap: {{Cat: dog|wolf}}\naction: {{name: replace}}\n", "Cat", "Use 'dog' or 'wolf' instead of 'Cat'."),
        (f"{SWAP}swap: {{Cat: dog|wolf}}\n", "Cat", "Use 'dog|wolf' instead of 'Cat'."),
        (f"{SWAP}swap: {{Cat: ''}}\naction: {{name: replace}}\n", "Cat", "Use  instead of 'Cat'."),
        (f"{FIXED}action: {{name: replace, params: [bar, baz]}}\n", "foo", "foo -> ''bar' or 'baz''"),
        ('extends: occurrence\nmessage: "%d"\ntoken: a\nmax: 1\n', "a a a", "3"),
        ("extends: repetition\nmessage: \"'%s' is repeated\"\ntokens: ['\\w+']\n", "the the", "'the' is repeated"),
        ("extends: existence\nmessage: \"'%s'\"\ntokens: [at the]\n", "at\n  the", "'at the'"),
    ],
)  # fmt: skip
def test_a_message_takes_the_words_of_its_kind(tmp_path: Path, rule: str, text: str, message: str) -> None:
    assert [finding.message for finding in lint(tmp_path, rule, text, block(text, text, "text.txt"))] == [message]
