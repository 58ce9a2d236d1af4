from __future__ import annotations

import marshal
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from lintnews import lazily, seal
from lintnews.lazily import _Kept


@pytest.fixture
def kept(tmp_path: Path) -> _Kept:
    made = _Kept()
    made.open(tmp_path / "kept.marshal")
    return made


def test_a_pattern_compiles_when_it_is_first_used() -> None:
    later = lazily.pattern("(")
    with pytest.raises(regex.error):
        later.search("a")


def test_a_pattern_kept_by_one_run_means_the_same_in_the_next(kept: _Kept, tmp_path: Path) -> None:
    text = r"(?<=\b(?P<one>a|b)) (\p{Lu}[\p{L}’'-]*)(?i:c)?+"
    first = kept.compile((text, int(regex.V1), False), str)
    kept.save()
    again = _Kept()
    again.open(tmp_path / "kept.marshal")
    second = again.compile((text, int(regex.V1), False), lambda _: pytest.fail("compiled anew"))
    story = "a Roe b Doe’s c d Éa"
    assert [m.groups() for m in first.finditer(story)] == [m.groups() for m in second.finditer(story)]
    assert (second.pattern, second.flags, second.groupindex) == (first.pattern, first.flags, first.groupindex)


def test_what_a_run_over_many_stories_needs_is_in_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazily, "_HOME", [tmp_path / "patterns-1.marshal"])
    monkeypatch.setattr(lazily, "_APART", _Kept(2))
    for number in range(3):
        assert lazily.recall_apart(f"key {number}", lambda number=number: number) == number  # type: ignore[misc]
        lazily._APART.save()
    assert [path.name for path in tmp_path.iterdir()] == ["many-patterns-1.marshal"]
    monkeypatch.setattr(lazily, "_APART", _Kept(2))
    assert [lazily.recall_apart(f"key {number}", lambda: None) for number in range(3)] == [None, None, 2]


def test_what_was_worked_out_is_recalled(kept: _Kept, tmp_path: Path) -> None:
    assert kept.recall(("key", 0, True), lambda: (1, "b")) == (1, "b")
    kept.save()
    again = _Kept()
    again.open(tmp_path / "kept.marshal")
    assert again.recall(("key", 0, True), lambda: pytest.fail("worked out anew")) == (1, "b")


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\xff\x00"])
def test_a_file_that_cannot_be_read_is_as_none(rubbish: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept.marshal").write_bytes(rubbish)
    made = _Kept()
    made.open(tmp_path / "kept.marshal")
    assert made.compile(("a+", 0, False), str).fullmatch("aaa")


def _recalled(path: Path) -> object:
    made = _Kept()
    made.open(path)
    return made.recall(("key", 0, True), lambda: "made anew")


def test_a_file_that_another_wrote_counts_for_nothing(kept: _Kept, tmp_path: Path) -> None:
    path = tmp_path / "kept.marshal"
    kept.recall(("key", 0, True), lambda: "kept")
    kept.save()
    assert _recalled(path) == "kept"
    sealed, data = path.read_bytes()[: seal.LENGTH], path.read_bytes()[seal.LENGTH :]
    forged = marshal.dumps({("key", 0, True): "foul"})
    for wrong in (forged, sealed + forged, b"\0" * seal.LENGTH + forged, sealed + data[:-1], sealed, sealed[1:] + data):
        path.write_bytes(wrong)
        assert _recalled(path) == "made anew"
    path.write_bytes(sealed + data)
    assert _recalled(path) == "kept"


def test_without_a_secret_nothing_is_kept(kept: _Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.seal.of", lambda *_: None)
    kept.recall(("key", 0, True), lambda: "kept")
    kept.save()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    made = _Kept()
    made.open(tmp_path / "file" / "kept.marshal")
    made.compile(("a+", 0, False), str)
    made.save()


def test_a_text_is_escaped_as_regex_escapes_it() -> None:
    text = "".join(map(chr, range(0x3100)))
    assert lazily.escape(text) == regex.escape(text)


def test_flags_are_those_of_regex() -> None:
    flags = (lazily.IGNORECASE, lazily.MULTILINE, lazily.DOTALL, lazily.VERBOSE, lazily.V1)
    assert flags == (regex.IGNORECASE, regex.MULTILINE, regex.DOTALL, regex.VERBOSE, regex.V1)


_PUT_OFF = """
import sys
from lintnews import lazily
lazily.put_off_regex()
import regex
import regex
from lintnews import places
made = lazily._core()
assert "regex._main" not in sys.modules
assert regex.sub(r"(b)", r"\\1\\1", "abc") == "abbc"
import regex._regex
assert regex._regex is made or sys.modules["regex._regex"] is made
assert type(regex.compile("a")) is type(lazily.compile("b"))
assert regex.__version__
"""


def test_regex_is_imported_once_something_is_wanted_of_it() -> None:
    assert subprocess.run([sys.executable, "-c", _PUT_OFF], check=False).returncode == 0


_KINDS = """
import sys
from lintnews import lazily
lazily.put_off_regex()
from lintnews import checks
for name in {*checks.kinds()} - {"metric", "script", "repetition"}:  # Vale's own
    checks.kind(name)
sys.exit(", ".join({"regex._main", "dataclasses"} & sys.modules.keys()))
"""


def test_no_kind_imports_what_compiles_patterns() -> None:
    assert subprocess.run([sys.executable, "-c", _KINDS], check=False, capture_output=True, text=True).stderr.strip() == ""
