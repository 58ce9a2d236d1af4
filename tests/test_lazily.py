from __future__ import annotations

from pathlib import Path

import pytest
import regex

from lintnews import lazily
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


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    made = _Kept()
    made.open(tmp_path / "file" / "kept.marshal")
    made.compile(("a+", 0, False), str)
    made.save()
