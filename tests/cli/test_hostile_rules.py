"""Rules, lists and configurations that are broken or hostile: one line with file, line and remedy, and the rest runs, in both doors."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

MARKED = "examples:\n  bad:\n    - |\n      We utilise it.\n         ^^^^^^^\n  good: [We use it.]\n"
SOUND = 'extends: existence\nmessage: "Say use."\nlevel: warning\ntokens: [utilise]\n'
STORY = "# A head\n\nWe utilise it, they said.\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx z b\n"


def _rule(kind: str, body: str) -> str:
    return f"extends: {kind}\nmessage: m\nlevel: warning\n{body}"


def _bomb() -> str:
    rows = [f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]" for i in range(9)]
    return "\n".join(["a: &a [x, x, x, x, x, x, x, x, x]", *rows, "extends: existence", "message: m", "tokens: *j", ""])


#: What a file says, the line that is named, and words of the fault.
BROKEN = {
    "a list is not closed": ("extends: existence\nmessage: [unclosed\ntokens: a\n", 3, "not valid YAML"),
    "a tab": ("extends: existence\nmessage: m\ntokens:\n\t- a\n", 4, "indent with spaces, not tabs"),
    "an unknown key": (_rule("existence", "tokenz: [a]\ntokens: [b]\n"), 4, "unknown key `tokenz`; did you mean `tokens`?"),
    "an unknown kind": (_rule("existance", "tokens: [a]\n"), 1, "did you mean `existence`?"),
    "a mapping for a list": (_rule("existence", "tokens: {a: {b: c}}\n"), 4, "`tokens` must be a text"),
    "a list for a truth": (_rule("existence", "tokens: [a]\nignorecase: [1, 2]\n"), 5, "`ignorecase` must be true or false"),
    "a word for a number": (_rule("occurrence", "token: a\nmax: lots\n"), 5, "`max` must be a whole number"),
    "no level of ours": ("extends: existence\nmessage: m\nlevel: fatal\ntokens: [a]\n", 3, "`level` must be one of"),
    "an empty file": ("", 1, "a rule file holds `key: value` lines"),
    "a list as the file": ("- a\n- b\n", 1, "a rule file holds `key: value` lines"),
    "no extends": ("message: m\ntokens: [a]\n", 1, "`extends` must name a kind of check"),
    "no message": ("extends: existence\ntokens: [a]\n", 1, "a rule needs `message`"),
    "nothing to look for": (_rule("existence", ""), 1, "this kind needs `tokens` or `raw`"),
    "tokens": (_rule("existence", "tokens: ['(a']\n"), 4, "bad pattern `(a`"),
    "raw": (_rule("existence", "raw: ['(a']\n"), 4, "bad pattern `(a`"),
    "exceptions": (_rule("existence", "tokens: [a]\nexceptions: ['(b']\n"), 5, "bad pattern"),
    "swap": (_rule("substitution", "swap: {'(a': b}\n"), 4, "bad pattern `(a`"),
    "token": (_rule("occurrence", "token: '(a'\nmax: 1\n"), 4, "bad pattern `(a`"),
    "repetition": (_rule("repetition", "tokens: ['(a']\n"), 4, "bad pattern `(a`"),
    "either": (_rule("consistency", "either: {'(a': b}\n"), 4, "bad pattern `(a`"),
    "first": (_rule("conditional", "first: '(a'\nsecond: b\n"), 4, "bad pattern `(a`"),
    "second": (_rule("conditional", "first: a\nsecond: '(b'\n"), 5, "bad pattern `(b`"),
    "match": (_rule("capitalization", "match: '(a'\n"), 4, "bad pattern `(a`"),
    "prefix": (_rule("capitalization", "match: $title\nprefix: '(a'\n"), 5, "bad pattern `(a`"),
    "a part of a sequence": (_rule("sequence", "tokens:\n  - {pattern: '(a'}\n  - {tag: NN}\n"), 5, "bad pattern"),
    "filters": (_rule("spelling", "filters: ['(a']\n"), 4, "bad pattern `(a`"),
    "formula": (_rule("metric", "formula: 'words +'\ncondition: '> 3'\n"), 4, "`formula` cannot be reckoned"),
    "condition": (_rule("metric", "formula: 'words'\ncondition: 'bogus ('\n"), 5, "`condition` cannot be reckoned"),
    "metrics": (_rule("readability", "metrics: [Nope]\ngrade: 3\n"), 4, "there is no metric `Nope`"),
    "a script that is none": (_rule("script", "script: |\n  x :=\n  if {\n"), 4, "line 2 of the script"),
    "a script that wants the system": (_rule("script", 'script: |\n  os := import("os")\n  matches := []\n'), 4, "cannot be imported"),
    "a bomb of aliases": (_bomb(), 5, "aliases that add more than 10,000 values"),
    "an alias in itself": ("extends: existence\nmessage: m\ntokens: &t [*t]\n", 3, "no finished `&t`"),
    "a tag that runs code": ("extends: existence\nmessage: m\ntokens: !!python/object/apply:os.system ['true']\n", 3, "is not allowed"),
    "deep nesting": ("extends: existence\nmessage: m\ntokens: " + "[" * 5_000 + "]" * 5_000 + "\n", 3, "nested more than 40 deep"),
    "deep brackets": (_rule("existence", f"raw: ['{'(' * 3_000}a{')' * 3_000}']\n"), 4, "too large or too deeply nested"),
    "counts that multiply": (_rule("existence", "raw: ['((a{1000}){1000}){1000}']\n"), 4, "its counts written out"),
    "a key twice": (_rule("existence", "tokens: [a]\ntokens: [b]\n"), 5, "the key `tokens` stands twice; keep one"),
    "a swap twice": (_rule("substitution", "swap:\n  a: b\n  a: c\n"), 6, "the key `a` stands twice; keep one"),
    "an unknown action": (_rule("existence", "tokens: [a]\naction: {name: explode}\n"), 5, "unknown action `explode`; known:"),
    "two documents": (SOUND + "---\nextends: existence\n", 5, "a second YAML document begins here"),
    "NUL": (_rule("existence", "tokens: [a\0b]\n"), 4, "not valid YAML"),
    "half a character": (_rule("existence", "tokens: [caf").encode() + b"\xc3]\n", 4, "not UTF-8 at byte"),
    "Latin-1": (_rule("existence", "tokens: [caf\xe9]\n").encode("latin-1"), 4, "not UTF-8 at byte"),
    "binary": (bytes(range(1, 256)) * 50, 2, "not UTF-8 at byte"),
    "UTF-16": (SOUND.encode("utf-16"), 1, "UTF-16, which is not read here; save the file as UTF-8"),
}  # fmt: skip
#: What stands under the name of a file, and words of the fault.
NO_FILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "not a plain file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "leads out of"),
    "a link out": (lambda path: path.symlink_to("/etc/passwd"), "leads out of"),
    "a link to itself": (lambda path: path.symlink_to(path), "a link must lead to a file"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "a link must lead to a file"),
    "too much": (lambda path: path.write_text(SOUND + "# " + "x" * 20_000_001), "larger than"),
}


@pytest.fixture(params=["style", "pack"])
def door(request, tmp_path, monkeypatch):
    """A repository with one sound rule, in a Vale style or in a pack of ours; gives where others of them stand."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "story.md").write_text(STORY)
    folder = tmp_path / ("styles/S" if request.param == "style" else "rules/s")
    folder.mkdir(parents=True)
    if request.param == "style":
        (folder / "sound.yml").write_text(SOUND)
        (tmp_path / ".vale.ini").write_text("StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = S\n")
    else:
        (folder / "sound.yml").write_text(SOUND + MARKED)
        (tmp_path / "lintnews.yaml").write_text("rules: [rules]\nselect: [s, lintnews]\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path.parent / "cache"))
    return folder


def _sound(out: str) -> bool:
    return "story.md:3:4: warning" in out


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_one_line_and_the_rest_runs(door, run, name):
    text, line, words = BROKEN[name]
    if isinstance(text, bytes):
        (door / "broken.yml").write_bytes(text)
    else:
        marked = "" if door.name == "S" or "---" in text or not text.startswith(("extends", "message")) else MARKED
        (door / "broken.yml").write_text(text + marked)
    code, out, err = run("check", "story.md", "-f", "concise")
    assert (code, err.count("\n"), _sound(out)) == (2, 1, True), err
    assert err.split("broken.yml", 1)[1].startswith(f":{line}: ")
    assert words in err
    code, out, err = run("check", "story.md", "-f", "concise", "--strict")
    assert (code, out, err.count("broken.yml:")) == (2, "", 1)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there, and there are no pipes")
@pytest.mark.parametrize("name", NO_FILE)
def test_what_is_no_file_is_one_line_and_the_rest_runs(door, run, name):
    make, words = NO_FILE[name]
    make(door / "broken.yml")
    code, out, err = run("check", "story.md", "-f", "concise")
    assert (code, err.count("\n"), _sound(out)) == (2, 1, True), err
    assert "broken.yml: " in err
    assert words in err


@pytest.mark.parametrize("text", [SOUND.replace("\n", "\r\n"), "\ufeff" + SOUND, SOUND + "---\n", "---\n" + SOUND + "...\n"])
def test_line_ends_marks_and_empty_documents_are_no_fault(door, run, text):
    (door / "sound.yml").unlink()
    end = "" if door.name == "S" else MARKED.replace("\n", "\r\n") if "\r" in text else MARKED
    at = text.index("utilise]") + len("utilise]") + (2 if "\r" in text else 1)
    (door / "other.yml").write_text(text[:at] + end + text[at:], newline="")
    code, out, err = run("check", "story.md", "-f", "concise")
    assert (code, err, _sound(out)) == (0, "", True)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("existence\nraw: ['(?:x|xx)+[^x]b']\n", "took more than"),
        ('script\nscope: raw\nscript: |\n  s := "aaaaaaaa"\n  for true { s += s }\n  matches := []\n', "a text grows beyond"),
        ("script\nscope: raw\nscript: |\n  f := func(x) { return f(x + 1) + 1 }\n  f(1)\n  matches := []\n", "too deep"),
    ],
)
def test_a_rule_that_does_not_end_is_named_and_the_rest_runs(door, run, body, words):
    (door / "endless.yml").write_text(f"message: m\nlevel: warning\nextends: {body}{MARKED if door.name == 's' else ''}")
    code, out, err = run("check", "story.md", "-f", "concise")
    assert (code, err, _sound(out)) == (0, "", True)
    assert "lintnews.rule-fault" in out
    assert f"{door.name}.endless" in out
    assert words in out


@pytest.mark.parametrize("door", ["style"], indirect=True)
def test_endings_that_multiply_are_one_line(door, run):
    words = door.parent / "config" / "dictionaries"
    words.mkdir(parents=True)
    (words / "boom.aff").write_text("SFX A Y 2000\n" + "".join(f"SFX A 0 {chr(97 + i % 26)}{i}/A .\n" for i in range(2_000)))
    (door / "broken.yml").write_text(_rule("existence", "affix: boom\ntokens: [word/A]\n"))
    code, out, err = run("check", "story.md", "-f", "concise")
    assert (code, _sound(out)) == (2, True)
    assert "broken.yml:5: `word/A`: more than 2,000 forms of one word" in err
