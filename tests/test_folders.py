"""What stands in a folder of rules may be a stranger's: links, pipes, devices, too much of everything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews import cache, folders, packs, profiles, written
from lintnews.model import LintNewsError


@pytest.fixture
def pack(rules_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with one sound rule, to which something is added."""
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path / "cache"))
    (tmp_path / "secret.yml").write_text("password: x\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "rule.yml").write_text("password: x\n")
    return rules_folder / "desk"


def _faults(pack: Path) -> list[str]:
    """The faults of the packs, which are the same from the cache and without it; the sound rule is there all the same."""
    home = pack.parent
    read = packs.load([home])
    for loaded in (cache.compiled([home]), cache.compiled([home]), cache.compiled([home], use_cache=False)):
        assert loaded.faults == read.faults
        assert [rule.id for rule in loaded.rules] == ["desk.utilise"]
    return [fault.replace(str(home) + os.sep, "").replace(os.sep, "/") for fault in read.faults]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    ("place", "target", "fault"),
    [
        ("desk/x.yml", "../../secret.yml", "a link that leads out of the folder of rules; put the file itself there"),
        ("desk/x.yml", "/etc/passwd", "a link that leads out of the folder of rules; put the file itself there"),
        ("desk/lists/x.txt", "/etc/passwd", "a link that leads out of the folder of rules; put the file itself there"),
        ("desk/facts/x.yml", "/dev/zero", "a link that leads out of the folder of rules; put the file itself there"),
        ("desk/x.yml", "nowhere", "cannot be read: No such file or directory; a link must lead to a file"),
        ("desk/x.yml", "x.yml", "cannot be read: Too many levels of symbolic links; a link must lead to a file"),
        ("desk/x", "/", "a link to a folder, which is not followed; put the folder itself there"),
        ("desk/x", ".", "a link to a folder, which is not followed; put the folder itself there"),
        ("desk/x.yml", "..", "a link to a folder, which is not followed; put the folder itself there"),
        ("other", "../elsewhere", "a link to a folder, which is not followed; put the folder itself there"),
    ],
)
def test_links_that_lead_out_or_round_are_told_and_not_followed(pack: Path, place: str, target: str, fault: str) -> None:
    (pack.parent / place).symlink_to(target)
    assert _faults(pack) == [f"{place}: {fault}"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_inside_the_folder_is_followed(pack: Path) -> None:
    (pack / "lists" / "cities.txt").symlink_to("towns.txt")
    assert _faults(pack) == []
    assert packs.load([pack.parent]).lists["cities"] == ("Ludgrave", "Ostermoor")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_the_folder_itself_may_be_a_link(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(pack.parent)
    assert [rule.id for rule in packs.load([tmp_path / "link"]).rules] == ["desk.utilise"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders there")
def test_a_pipe_is_told_and_not_waited_for(pack: Path) -> None:
    os.mkfifo(pack / "x.yml")
    assert _faults(pack) == ["desk/x.yml: not a plain file; take it out"]


def test_a_folder_that_is_called_like_a_rule_is_only_a_folder(pack: Path) -> None:
    (pack / "x.yml").mkdir()
    assert _faults(pack) == []


def test_a_file_too_large_is_told_and_not_read(pack: Path) -> None:
    with (pack / "x.yml").open("wb") as file:
        file.truncate(written.LARGEST + 1)
    assert _faults(pack) == ["desk/x.yml: larger than 20,000,000 bytes; split it"]


def test_a_file_that_is_no_text_is_told(pack: Path) -> None:
    (pack / "x.yml").write_bytes(b"extends: \xff")
    assert _faults(pack) == ["desk/x.yml:1: not UTF-8 at byte 9; save the file as UTF-8"]


def test_a_folder_with_all_the_disk_in_it_is_refused(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST", 4)
    with pytest.raises(LintNewsError, match=r"more than 4 files and folders, so this is no folder of packs; name the folder itself"):
        cache.compiled([pack.parent])


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_profile_that_leads_to_a_device_is_told(pack: Path) -> None:
    (pack.parent / "profiles").mkdir()
    (pack.parent / "profiles" / "x.yml").symlink_to("/dev/zero")
    with pytest.raises(LintNewsError, match="there is no profile `x`"):
        profiles.load("x", [pack.parent])
    with pytest.raises(LintNewsError, match=r"there is no profile `\.\./desk/utilise`"):
        profiles.load("../desk/utilise", [pack.parent])


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LintNewsError, match=r"gone: cannot be read: No such file"):
        written.text(str(tmp_path / "gone"))
    with pytest.raises(LintNewsError, match="not a plain file"):
        written.text(str(tmp_path))
    with pytest.raises(LintNewsError, match=r"gone: cannot be read: No such file"):
        folders.files(str(tmp_path / "gone"), ".yml")
