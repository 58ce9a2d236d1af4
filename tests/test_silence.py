from __future__ import annotations

import pytest

from lintnews.model import Block, Document, Finding, Note, Part, Piece, Severity, Source, Span
from lintnews.silence import Known, apply

NAMES = frozenset({"copy", "copy.slip", "copy.other", "names", "names.near", "lintnews"})
KNOWN = Known(NAMES, frozenset({"copy.slip", "copy.other", "names.near"}))


def _document(text: str, name: str = "a.txt") -> Document:
    """A story as the reader of plain copy would give it: a block a paragraph, comments and [sic] as notes."""
    notes, blocks, at = [], [], 0
    while (at := text.find("<!--", at)) >= 0:
        end = text.index("-->", at) + 3
        notes.append(Note(text[at + 4 : end - 3].strip(), Span(at, end)))
        at = end
    if (sic := text.find("[sic]")) >= 0:
        notes.append(Note("[sic]", Span(sic, sic + 5)))
    at = 0
    for paragraph in text.split("\n\n"):
        bare = paragraph
        for note in notes:
            bare = bare.replace(text[note.span.start : note.span.end], "\0" * (note.span.end - note.span.start))
        kept = bare.strip(" \0\n")
        if kept:
            start = at + bare.index(kept)
            blocks.append(Block(Part.BODY, text[start : start + len(kept)], (Piece(0, start, start + len(kept)),)))
        at += len(paragraph) + 2
    return Document(Source(name, text), {}, tuple(blocks), tuple(notes))


def _left(text: str, *rules: str, known: Known | None = KNOWN) -> list[str]:
    """What is still found when each rule finds every `teh`."""
    document = _document(text)
    found = []
    for rule in rules or ("copy.slip",):
        at = text.find("teh")
        while at >= 0:
            found.append(Finding(rule, Severity.ERROR, str(text.count("\n", 0, at) + 1), Span(at, at + 3)))
            at = text.find("teh", at + 1)
    return [f"{f.rule} {f.message}" for f in apply(document, found, known)]


def test_without_notes_nothing_is_quiet():
    assert _left("teh one\n\nteh two") == ["copy.slip 1", "copy.slip 3"]


def test_ignore_in_a_paragraph_quiets_that_paragraph():
    assert _left("teh one\n\nteh two <!-- lintnews ignore: so said --> and teh\n\nteh three") == ["copy.slip 1", "copy.slip 5"]


def test_ignore_at_the_end_of_a_paragraph_quiets_that_paragraph():
    assert _left("teh one\n\nteh two. <!-- lintnews ignore -->\n\nteh three") == ["copy.slip 1", "copy.slip 5"]


def test_ignore_between_paragraphs_quiets_the_next():
    assert _left("teh one\n\n<!-- lintnews ignore copy.slip -->\n\nteh two\n\nteh three") == ["copy.slip 1", "copy.slip 7"]


def test_ignore_file_quiets_the_file_wherever_it_stands():
    assert _left("teh one\n\nteh two\n\n<!-- lintnews ignore-file: a transcript -->") == []


def test_a_file_that_is_no_story_may_be_quieted_as_a_whole_though_nothing_is_found():
    assert _left("The one.\n\n<!-- lintnews ignore-file: a list of addresses -->") == []


def test_ignore_line_quiets_its_line():
    assert _left("teh one\nteh two <!-- lintnews ignore-line -->\nteh three") == ["copy.slip 1", "copy.slip 3"]


def test_ignore_line_alone_quiets_the_next_line():
    assert _left("teh one\n<!-- lintnews ignore-line -->\nteh two\nteh three") == ["copy.slip 1", "copy.slip 4"]


def test_off_quiets_until_on():
    assert _left("teh one\n\n<!-- lintnews off -->\n\nteh two\n\n<!-- lintnews on -->\n\nteh three") == ["copy.slip 1", "copy.slip 9"]


def test_off_quiets_to_the_end_without_on():
    assert _left("teh one\n\n<!-- lintnews off copy -->\n\nteh two\n\nteh three") == ["copy.slip 1"]


def test_on_with_names_ends_only_the_off_with_the_same():
    text = "<!-- lintnews off copy -->\n<!-- lintnews off names -->\n\nteh one\n\n<!-- lintnews on copy -->\n\nteh two"
    assert _left(text, "copy.slip", "names.near") == ["copy.slip 8"]


def test_a_note_that_names_rules_or_packs_quiets_only_those():
    text = "teh <!-- lintnews ignore copy.slip, names: known -->"
    assert _left(text, "copy.slip", "copy.other", "names.near") == ["copy.other 1"]


def test_what_the_linter_says_of_itself_is_never_quiet():
    document = _document("x <!-- lintnews ignore-file -->")
    fault = Finding("lintnews.rule-fault", Severity.WARNING, "slow", Span(0, 0))
    assert fault in apply(document, [fault], None)


def test_a_missing_thing_at_the_end_of_a_paragraph_is_in_it():
    text = "one <!-- lintnews ignore -->two\n\nthree"
    missing = Finding("copy.slip", Severity.ERROR, "stop", Span(text.index("\n"), text.index("\n")))
    assert apply(_document(text), [missing], KNOWN) == []


@pytest.mark.parametrize("text", ["he saw teh [sic] cat", "he saw “teh” [sic] cat", "<i>teh</i> <b>[sic]</b>"])
def test_sic_quiets_the_word_before_it(text):
    assert _left(text) == []


def test_sic_quiets_no_other_word():
    assert _left("teh one saw teh [sic] and teh") == ["copy.slip 1", "copy.slip 1"]


@pytest.mark.parametrize("names", ["", " copy.slip", " copy", " names"])
def test_a_note_that_quiets_nothing_is_told(names):
    assert _left(f"The one. <!-- lintnews ignore{names}: once -->")[0].startswith("lintnews.unused-note this note quiets nothing")


def test_a_note_about_a_rule_that_did_not_run_is_let_be():
    known = KNOWN._replace(ran=frozenset({"copy.other"}), whole=False)
    assert _left("The one. <!-- lintnews ignore copy.slip -->", known=known) == []
    assert _left("The one. <!-- lintnews ignore -->", known=known) == []


def test_an_on_without_an_off_is_told():
    assert _left("The one.\n\n<!-- lintnews on -->") == ["lintnews.unused-note nothing was off here; take the note out"]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("ignore copy.slpi", "there is no rule or pack `copy.slpi`; did you mean `copy.slip`?"),
        ("ignore because he said so", "there is no rule or pack `because`; a reason stands after a colon"),
        ("ignroe", "a note cannot ask for `ignroe`; did you mean `ignore`?"),
    ],
)
def test_a_note_that_cannot_be_understood_is_told(note, words):
    assert f"lintnews.unknown-note {words}" in _left(f"The one. <!-- lintnews {note} -->")


def test_other_comments_are_let_be():
    assert _left("The one. <!-- a remark about lintnews --> <!-- lintnewsy -->") == []


def test_many_comments_in_a_row_cost_no_time():
    assert _left("teh" + " <!-- x -->" * 3000 + "\n" + "<!-- lintnews ignore -->" * 30 + "\n\nteh") is not None
