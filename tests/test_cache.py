from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from dataclasses import fields
from pathlib import Path

import pytest

from lintnews import cache, rule_file
from lintnews.cache import Compiled, compiled
from lintnews.folders import built_in
from lintnews.model import LintNewsError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _sound(packs: Compiled) -> bool:
    found = packs.facts.about("Guild of Master Bakers") and packs.facts.listed("towns", "Ludgrave")
    return [rule.message for rule in packs.rules] == ["say ‘use’, not ‘{match}’"] and bool(found) and not packs.faults


def test_what_comes_from_the_cache_is_what_was_read_from_the_files(home: Path) -> None:
    fresh = compiled([built_in()], use_cache=False)
    compiled([built_in()])
    kept = compiled([built_in()])
    names = [field.name for field in fields(fresh.rules[0]) if field.name != "examples"]
    for new, old in zip(fresh.rules, kept.rules, strict=True):
        assert {name: getattr(old, name) for name in names} == {name: getattr(new, name) for name in names}
    for relation in ("holds", "post", "rank", "named", "head", "happened"):
        assert kept.facts.every(relation) == fresh.facts.every(relation)


def test_without_the_cache_nothing_is_written(home: Path, rules_folder: Path) -> None:
    assert _sound(compiled([rules_folder], use_cache=False))
    assert not home.exists()


def test_a_second_run_reads_no_rule_file(home: Path, rules_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled([rules_folder])
    monkeypatch.setitem(sys.modules, "lintnews.packs", None)
    assert _sound(compiled([rules_folder]))


@pytest.mark.parametrize("change", ["utilise.yml", "facts/bodies.yml", "lists/towns.txt"])
def test_a_changed_file_is_read_anew(home: Path, rules_folder: Path, change: str) -> None:
    compiled([rules_folder])
    path = rules_folder / "desk" / change
    path.write_text(path.read_text().replace("use", "do").replace("Guild", "Order").replace("Ludgrave", "Ostham") + "\n")
    assert not _sound(compiled([rules_folder]))


def test_a_new_file_and_a_file_taken_away_are_seen(home: Path, rules_folder: Path) -> None:
    compiled([rules_folder])
    (rules_folder / "desk" / "lists" / "rivers.txt").write_text("Vell\n")
    assert compiled([rules_folder]).facts.listed("rivers", "Vell")
    (rules_folder / "desk" / "lists" / "rivers.txt").unlink()
    assert not compiled([rules_folder]).facts.listed("rivers", "Vell")


def test_a_change_to_one_folder_leaves_the_others_as_compiled(
    home: Path, rules_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    (own / "house").mkdir(parents=True)
    rule = (rules_folder / "desk" / "utilise.yml").read_text()
    (own / "house" / "plain.yml").write_text(rule)
    read: list[str] = []
    monkeypatch.setattr(rule_file, "read", lambda text, path, name, of=rule_file.read: read.append(name) or of(text, path, name))  # type: ignore[func-returns-value]
    compiled([rules_folder, own])
    (own / "house" / "plain.yml").write_text(f"{rule}\n")
    again = compiled([rules_folder, own])
    assert sorted(read) == ["desk.utilise", "house.plain", "house.plain"]
    assert [rule.id for rule in again.rules] == ["desk.utilise", "house.plain"]
    assert again.facts.about("Guild of Master Bakers")


def test_facts_and_lists_of_two_folders_are_one_base(home: Path, rules_folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "house" / "lists").mkdir(parents=True)
    (own / "house" / "lists" / "rivers.txt").write_text("Vell\n")
    for _ in range(2):
        both = compiled([rules_folder, own])
        assert both.facts.listed("rivers", "Vell")
        assert _sound(both)
    (own / "house" / "lists" / "rivers.txt").write_text("Vallo\n")
    assert compiled([rules_folder, own]).facts.listed("rivers", "Vallo")


def test_a_rule_in_two_folders_is_that_of_the_first(home: Path, rules_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(rules_folder, tmp_path / "own")
    for _ in range(2):
        both = compiled([rules_folder, tmp_path / "own"])
        assert [str(rule.origin) for rule in both.rules] == [str(rules_folder / "desk" / "utilise.yml")]
        assert ["already stands in" in fault for fault in both.faults] == [True]


def test_faults_are_told_again_from_the_cache(home: Path, rules_folder: Path) -> None:
    (rules_folder / "desk" / "broken.yml").write_text("extends: existence\n")
    first = compiled([rules_folder]).faults
    assert first
    assert compiled([rules_folder]).faults == first


@pytest.mark.parametrize(
    "junk", [b"", b"{", b"[]", b"{}", b'{"rules": 3, "faults": []}', b'{"rules": [{"kind": "none"}], "faults": []}', b"\xff\x00", b"null"]
)
def test_a_spoilt_rule_file_is_written_anew(home: Path, rules_folder: Path, junk: bytes) -> None:
    compiled([rules_folder])
    for path in home.glob("*.json"):
        path.write_bytes(junk)
    assert _sound(compiled([rules_folder]))
    assert _sound(compiled([rules_folder]))


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1500])


def _spoil(path: Path) -> None:
    path.write_bytes(b"no database " * 500)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [_truncate, _spoil, _empty, Path.unlink])
def test_a_spoilt_fact_file_is_written_anew(home: Path, rules_folder: Path, damage: object) -> None:
    compiled([rules_folder])
    for path in home.glob("*.sqlite"):
        damage(path)  # type: ignore[operator]
    assert _sound(compiled([rules_folder]))
    assert _sound(compiled([rules_folder]))


def test_a_cache_folder_that_cannot_be_made_is_done_without(tmp_path: Path, rules_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path / "file" / "cache"))
    assert _sound(compiled([rules_folder]))


def test_a_cache_folder_that_cannot_be_written_is_done_without(rules_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINTNEWS_CACHE", "/proc/self")
    assert _sound(compiled([rules_folder]))


def test_a_read_only_cache_is_still_read(home: Path, rules_folder: Path) -> None:
    compiled([rules_folder])
    home.chmod(0o500)
    try:
        assert _sound(compiled([rules_folder]))
    finally:
        home.chmod(0o700)


def test_nothing_in_the_cache_can_run_code(home: Path, rules_folder: Path) -> None:
    compiled([rules_folder])
    heads = {path.suffix: path.read_bytes()[:16] for path in home.iterdir()}
    assert heads == {".json": heads[".json"], ".sqlite": b"SQLite format 3\0"}
    assert heads[".json"].startswith(b"{")


def test_only_the_newest_sets_are_kept(home: Path, rules_folder: Path) -> None:
    towns = rules_folder / "desk" / "lists" / "towns.txt"
    for number in range(cache.KEEP + 3):
        towns.write_text(f"Ludgrave\n{'x' * number}\n")
        assert _sound(compiled([rules_folder]))
    assert len(list(home.glob("*.json"))) == len(list(home.glob("*.sqlite"))) == cache.KEEP


_RUN = """
import sys
from pathlib import Path
from lintnews.cache import compiled
packs = compiled([Path(sys.argv[1])])
print(len(packs.rules), len(packs.facts.about("Guild of Master Bakers")), packs.facts.listed("towns", "Ludgrave"))
"""


def test_processes_that_compile_at_once_all_read_well(home: Path, rules_folder: Path) -> None:
    runs = [
        subprocess.Popen([sys.executable, "-c", _RUN, str(rules_folder)], stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        for _ in range(3)
    ]
    assert [run.communicate()[0].strip() for run in runs] == ["1 1 True"] * 3
    assert {path.suffix for path in home.iterdir()} == {".json", ".sqlite"}
    assert _sound(compiled([rules_folder]))


def test_threads_that_compile_at_once_all_read_well(home: Path, rules_folder: Path) -> None:
    found: list[bool] = []
    start = threading.Barrier(4)

    def run() -> None:
        start.wait()
        found.append(_sound(compiled([rules_folder])))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 4


def test_a_folder_of_rules_that_is_not_there_is_the_users_to_mend(home: Path, tmp_path: Path) -> None:
    with pytest.raises(LintNewsError, match="no-such-folder"):
        compiled([tmp_path / "no-such-folder"])
    with pytest.raises(LintNewsError, match="no-such-folder"):
        compiled([tmp_path / "no-such-folder"], use_cache=False)
