"""`lintnews lsp` as an editor meets it."""

from __future__ import annotations

import itertools

import pytest
from editor import PATIENCE, Editor, applied

STORY = "Rain 🌧 stays\n\nThe 🌧 commander of the Quads Force said on teh Monday, 🇨🇿, that it recieve rain.\n"
numbers = itertools.count()


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    folder = tmp_path_factory.mktemp("folder")
    (folder / ".git").mkdir()
    (folder / "lintnews.yaml").write_text("# The desk's own.\nrules: [rules]\nselect: [names, desk, lintnews]\n")
    (folder / "rules" / "desk").mkdir(parents=True)
    for name, wrong, right, safe in (("slip", "teh", "the", "yes"), ("spelling", "recieve", "receive", "no")):
        examples = f'examples: {{bad: ["{wrong}\\n{"^" * len(wrong)}"], good: ["{right}"]}}'
        head = "extends: substitution\nmessage: '{match}'\naction: {name: replace}\n"
        rule = f"{head}safe: {safe}\nswap: {{{wrong}: {right}}}\n{examples}\n"
        (folder / "rules" / "desk" / f"{name}.yml").write_text(rule)
    made = Editor(folder)
    yield made
    assert made.end() == 0


@pytest.fixture
def name():
    return f"story-{next(numbers)}.txt"


def by_rule(diagnostics):
    return {diagnostic["code"]: diagnostic for diagnostic in diagnostics}


def test_findings_have_their_place_in_utf_16_whatever_stands_before_them(editor, name):
    found = by_rule(editor.open(name, STORY))
    assert found["names.near-miss"]["range"] == {"start": {"line": 2, "character": 24}, "end": {"line": 2, "character": 35}}
    start = STORY.splitlines()[2].index("recieve") + 3  # one unit more for the cloud, two for the flag
    assert found["desk.spelling"]["range"]["start"] == {"line": 2, "character": start}
    assert found["names.near-miss"]["severity"] == 1
    assert found["names.near-miss"]["source"] == "lintnews"


def test_a_slip_shows_and_goes_as_one_types(editor, name):
    assert editor.open(name, "Rain\n\nWe saw the 🌧 boat.\n") == []
    (found,) = editor.type(name, 2, 7, "teh", until=10)
    assert found["code"] == "desk.slip"
    assert editor.type(name, 2, 7, "the", until=10) == []


def test_of_what_is_typed_fast_only_the_last_is_published(editor, name):
    editor.open(name, "Rain\n\nWe saw.\n")
    for i, letter in enumerate(" teh boat and recieve it"):
        editor.type_on(name, 2, 6 + i, letter)
    assert {each["code"] for each in editor.diagnostics(name)} == {"desk.slip", "desk.spelling"}


def test_each_fix_is_an_action_and_makes_the_change(editor, name):
    found = by_rule(editor.open(name, STORY))
    actions = editor.actions(name, found["desk.spelling"])
    fix = actions["Change to “receive”"]
    assert (fix["kind"], fix["diagnostics"][0]["code"]) == ("quickfix", "desk.spelling")
    assert applied(STORY, fix["edit"], editor.uri(name)) == STORY.replace("recieve", "receive")
    assert fix["edit"]["documentChanges"][0]["textDocument"] == {"uri": editor.uri(name), "version": 1}


def test_only_a_safe_fix_is_preferred(editor, name):
    found = by_rule(editor.open(name, STORY))
    assert editor.actions(name, found["desk.slip"])["Change to “the”"]["isPreferred"]
    assert not editor.actions(name, found["names.near-miss"])["Change to “Quds Force”"].get("isPreferred")


def test_all_of_one_rule_can_be_fixed_at_once(editor, name):
    text = "Rain\n\nWe saw teh boat, 🌧, and teh flag, and it recieve.\n"
    found = editor.open(name, text)
    actions = editor.actions(name, found[0])
    assert applied(text, actions["Fix all 2 of desk.slip"]["edit"], editor.uri(name)) == text.replace("teh", "the")


def test_fix_all_on_save_makes_the_safe_fixes_only(editor, name):
    found = by_rule(editor.open(name, STORY))
    actions = editor.actions(name, found["names.near-miss"], only=["source.fixAll"])
    (action,) = actions.values()
    assert action["kind"] == "source.fixAll.lintnews"
    made = applied(STORY, action["edit"], editor.uri(name))
    assert "on the Monday" in made
    assert "Quads Force" in made


def test_a_hover_tells_why_and_the_evidence(editor, name):
    found = by_rule(editor.open(name, STORY))
    place = found["names.near-miss"]["range"]["start"]
    words = editor.at("hover", name, place["line"], place["character"] + 2)["contents"]["value"]
    assert "**“Quads Force” is one letter away" in words
    assert "as of" in words
    assert "`names.near-miss`" in words
    assert editor.at("hover", name, 0, 1) is None


def test_the_other_side_of_a_contradiction_is_a_place_beside_it(editor, name):
    (found,) = editor.open(name, "Rain\n\n🌧 Ann Petrovski spoke.\n\nThe 🌧 hit Ann Petrovsky.\n\nAnn Petrovski left, and Petrovski slept.\n")
    (beside,) = found["relatedInformation"]
    assert found["code"] == "names.surname"
    assert beside["location"]["uri"] == editor.uri(name)
    assert beside["location"]["range"] == {"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 16}}


def test_a_fix_is_of_the_text_as_it_is_now(editor, name):
    editor.open(name, "Rain\n\nWe saw teh boat.\n")
    editor.type_on(name, 2, 0, "🌧 ")
    place = {"start": {"line": 2, "character": 11}, "end": {"line": 2, "character": 11}}
    fix = editor.actions(name, {"range": place})["Change to “the”"]
    assert fix["edit"]["documentChanges"][0]["textDocument"]["version"] == 2
    assert applied("Rain\n\n🌧 We saw teh boat.\n", fix["edit"], editor.uri(name)) == "Rain\n\n🌧 We saw the boat.\n"


QUIET = {
    "a.txt": "Rain\n\nWe saw teh boat,\nsaid one.\n\nIt left.\n",
    "a.md": "# Rain\n\n- We saw **teh** boat\n- It left\n",
    "b.md": "---\ntitle: We saw teh boat\n---\n\nIt left.\n",
    "c.md": "# We saw teh boat\n\nIt left.\n",
    "a.html": "<html><head><title>Rain</title></head><body><h1>Rain</h1><p\nclass='x'>We saw teh\nboat.</p></body></html>\n",
    "b.html": "<html><head><title>We saw teh boat</title></head><body><p>It left.</p></body></html>\n",
    "crlf.txt": "Rain\r\n\r\nWe saw teh boat",
}


@pytest.mark.parametrize("case", QUIET)
def test_a_note_with_a_reason_quiets_the_finding_in_every_format(editor, case):
    text, name = QUIET[case].replace("\r", ""), f"quiet-{case}"
    found = by_rule(editor.open(name, text, {"md": "markdown", "html": "html"}.get(case.rpartition(".")[2], "plaintext")))
    action = editor.actions(name, found["desk.slip"])["Quiet desk.slip here, with a reason"]
    action["command"]["arguments"].append("as he -- the boy -- wrote it")
    made = applied(text, editor.take(action), editor.uri(name))
    assert "desk.slip: as he – the boy – wrote it -->" in made
    assert editor.open(f"after-{name}", made, "markdown") == []


def test_a_term_goes_to_the_vocabulary_of_the_configuration(editor, name):
    found = by_rule(editor.open(name, STORY))
    action = editor.actions(name, found["names.near-miss"])["Add “Quads Force” to the vocabulary"]
    before = (editor.folder / "lintnews.yaml").read_text()
    after = applied(before, editor.take(action), editor.uri("lintnews.yaml"))
    assert after == before + "vocabulary:\n  - Quads Force\n"
    (editor.folder / "lintnews.yaml").write_text(after)
    editor.say("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("lintnews.yaml"), "type": 2}]})
    assert "names.near-miss" not in by_rule(editor.diagnostics(name))
    (editor.folder / "lintnews.yaml").write_text(before)
    editor.say("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("lintnews.yaml"), "type": 2}]})
    assert "names.near-miss" in by_rule(editor.diagnostics(name))
    assert "**/lintnews.yaml" in editor.watched


def test_the_page_of_a_rule_is_opened(editor, name):
    found = by_rule(editor.open(name, STORY))
    action = editor.actions(name, found["names.near-miss"])["Open the page of names.near-miss"]
    editor.ask("workspace/executeCommand", {"command": action["command"]["command"], "arguments": action["command"]["arguments"]})
    assert editor.pages.get(timeout=PATIENCE).endswith("rules/names/near-miss.yml")


def test_a_request_can_be_cancelled(editor, name):
    editor.open(name, STORY * 30)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    params = {"textDocument": {"uri": editor.uri(name)}, "range": whole, "context": {"diagnostics": []}}
    answer = editor.type_ask_and_cancel(name, "x", "textDocument/codeAction", params)
    assert answer.get(timeout=PATIENCE)["error"]["code"] == -32800


def test_a_faulty_configuration_is_told_once_and_marked_in_its_file(editor, name):
    (editor.folder / "sub").mkdir()
    (editor.folder / "sub" / "lintnews.yaml").write_text("levels:\n  copy: grave\n")
    assert editor.open(f"sub/{name}", STORY) == []
    assert "must be one of suggestion, warning, error, not `grave`" in editor.messages.get(timeout=PATIENCE)
    assert editor.messages.empty()


def test_a_faulty_rule_of_ones_own_is_told_and_the_others_run(editor, name):
    (editor.folder / "sub3" / "rules" / "own").mkdir(parents=True)
    (editor.folder / "sub3" / "lintnews.yaml").write_text("rules: [rules]\n")
    (editor.folder / "sub3" / "rules" / "own" / "bad.yml").write_text("extends: existense\n")
    assert "names.near-miss" in by_rule(editor.open(f"sub3/{name}", STORY))
    assert "bad.yml:1: `extends` must name a kind of check; did you mean `existence`?" in editor.messages.get(timeout=PATIENCE)


def test_a_configuration_is_checked_and_completed_as_one_types(editor):
    text = "profile: ap\nignore: [heedline]\nfiles:\n  '*.md':\n    min-level: grave\n"
    found = editor.open("sub2/lintnews.yaml", text, "yaml")
    assert [(each["range"]["start"]["line"], each["message"]) for each in found] == [
        (4, "`min-level` must be one of suggestion, warning, error, not `grave`")
    ]
    (found,) = editor.type("sub2/lintnews.yaml", 4, 15, "error", until=20)
    assert found["range"]["start"] == {"line": 1, "character": 0}
    assert found["message"] == "there is no rule or pack `heedline`; did you mean `headline`?"
    labels = {item["label"] for item in editor.at("completion", "sub2/lintnews.yaml", 4, 15)}
    assert labels == {"error", "warning", "suggestion"}
    assert "names.near-miss" in {item["label"] for item in editor.at("completion", "sub2/lintnews.yaml", 1, 9)}
    assert "ap" in {item["label"] for item in editor.at("completion", "sub2/lintnews.yaml", 0, 9)}
    editor.type("sub2/lintnews.yaml", 5, 0, "v")
    keys = {item["label"]: item for item in editor.at("completion", "sub2/lintnews.yaml", 5, 1)}
    assert keys["vocabulary"]["insertText"] == "vocabulary: "
    assert "profile" not in keys
    assert editor.at("hover", "sub2/lintnews.yaml", 1, 2)["contents"]["value"].startswith("packs or rules")


RULE = """\
extends: substitution
action: {name: replace}
message: "“{match}” should be “{fix}”"
swap:
  grey: gray
examples:
  bad:
    - |
      The grey sky.
          ^^^^ -> gray
  good:
    - The gray sky.
"""


def test_a_rule_is_checked_by_its_reader_and_on_its_own_examples(editor):
    assert editor.open("house/desk/grey.yml", RULE, "yaml") == []
    (found,) = editor.type("house/desk/grey.yml", 11, 6, "The grey sky.", until=19)
    assert found["range"]["start"]["line"] == 11
    assert "“grey” was found and is not marked" in found["message"]
    (found,) = editor.type("house/desk/grey.yml", 3, 0, "swop", until=4)
    assert (found["range"]["start"]["line"], found["message"]) == (3, "unknown key `swop`; did you mean `swap`?")
    offered = {item["label"] for item in editor.at("completion", "house/desk/grey.yml", 3, 0)}
    assert {"swap", "level", "why"} <= offered
    assert "tokens" not in offered
    assert "existence" in {item["label"] for item in editor.at("completion", "house/desk/grey.yml", 0, 9)}
    assert editor.at("hover", "house/desk/grey.yml", 2, 1)["contents"]["value"]


def test_what_is_no_story_is_left_alone_and_what_is_closed_is_cleared(editor, name):
    editor.say("textDocument/didOpen", {"textDocument": {"uri": editor.uri("a.py"), "languageId": "python", "version": 1, "text": "teh"}})
    assert editor.open(name, STORY)
    editor.close(name)
    assert editor.diagnostics(name) == []


def test_a_document_that_was_never_saved_is_checked(editor):
    item = {"uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": "# Rain\n\nWe saw `teh` and teh boat.\n"}
    editor.say("textDocument/didOpen", {"textDocument": item})
    while (said := editor._diagnostics.get(timeout=PATIENCE))["uri"] != "untitled:Untitled-1":
        pass
    assert [each["range"]["start"]["character"] for each in said["diagnostics"]] == [17]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 26), ("utf-32", 23)])
def test_an_editor_may_ask_for_other_units(tmp_path, encoding, column):
    (tmp_path / ".git").mkdir()
    editor = Editor(tmp_path, encodings=[encoding, "utf-16"], watches=False)
    assert editor.capabilities["positionEncoding"] == encoding
    found = by_rule(editor.open("a.txt", STORY))
    assert found["names.near-miss"]["range"]["start"]["character"] == column
    fix = editor.actions("a.txt", found["names.near-miss"])["Change to “Quds Force”"]
    assert fix["edit"]["documentChanges"][0]["edits"][0]["range"] == found["names.near-miss"]["range"]
    assert editor.end() == 0
