from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lintnews import results
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import Finding, Severity, Source, Span
from lintnews.results import Results

STORY = Source("a.txt", "We utilise it.\n")
FOUND = (Finding("desk.utilise", Severity.ERROR, "say ‘use’", Span(3, 10), ("use",), (), "", True),)


def _kept(folder: Path, key: bytes = b"k", today: date | None = None) -> object:
    return Results(folder, today).find(key, STORY)


def _keep(folder: Path, key: bytes = b"k", today: date | None = None) -> None:
    store = Results(folder, today)
    store.keep(key, FOUND)
    store.save()


def test_what_one_run_found_the_next_one_has(tmp_path: Path) -> None:
    assert _kept(tmp_path) is None
    _keep(tmp_path)
    assert _kept(tmp_path) == FOUND
    assert _kept(tmp_path, b"other") is None


def test_a_run_that_keeps_nothing_writes_nothing(tmp_path: Path) -> None:
    store = Results(tmp_path / "cache")
    assert store.find(b"k", STORY) is None
    store.save()
    assert not (tmp_path / "cache").exists()


def test_many_results_are_written_before_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_WAITING", 2)
    store = Results(tmp_path)
    store.keep(b"1", FOUND)
    assert _kept(tmp_path, b"1") is None
    store.keep(b"2", FOUND)
    assert _kept(tmp_path, b"1") == FOUND


def test_a_result_too_long_to_pay_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_LONGEST", 20)
    _keep(tmp_path)
    assert _kept(tmp_path) is None


@pytest.mark.parametrize("junk", [b"", b"no database " * 500, b"SQLite format 3\0" + b"\xff" * 4000, b"S"])
def test_a_spoilt_file_is_done_without_and_made_anew(tmp_path: Path, junk: bytes) -> None:
    _keep(tmp_path)
    (tmp_path / "results.sqlite").write_bytes(junk)
    assert _kept(tmp_path) is None
    _keep(tmp_path)
    _keep(tmp_path)
    assert _kept(tmp_path) == FOUND


def test_a_file_cut_short_is_done_without_and_made_anew(tmp_path: Path) -> None:
    store = Results(tmp_path)
    for number in range(500):
        store.keep(b"%d" % number, FOUND)
    store.save()
    path = tmp_path / "results.sqlite"
    path.write_bytes(path.read_bytes()[:9000])
    for number in range(500):
        store = Results(tmp_path)
        assert store.find(b"%d" % number, STORY) in (None, FOUND)
        store.keep(b"%d" % number, FOUND)
        store.save()
    _keep(tmp_path)
    assert _kept(tmp_path) == FOUND


def _scheme(db: sqlite3.Connection) -> None:
    db.executescript("drop table result; create table result (other text)")


def _values(db: sqlite3.Connection) -> None:
    db.execute("update result set findings = '[[3]]'")


def _sorts(db: sqlite3.Connection) -> None:
    db.execute("update result set findings = x'00', day = 'never'")


@pytest.mark.parametrize("change", [_scheme, _values, _sorts])
def test_a_file_that_holds_something_else_is_done_without(tmp_path: Path, change: Any) -> None:
    _keep(tmp_path)
    with sqlite3.connect(tmp_path / "results.sqlite") as db:
        change(db)
    db.close()
    assert _kept(tmp_path) is None
    _keep(tmp_path)
    _keep(tmp_path)
    assert _kept(tmp_path) == FOUND


def test_a_file_of_another_form_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "results.sqlite") as db:
        db.executescript("create table result (a text); pragma user_version = 77")
    db.close()
    _keep(tmp_path)
    assert _kept(tmp_path) == FOUND


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    _keep(tmp_path / "file" / "cache")
    assert _kept(tmp_path / "file" / "cache") is None


def test_a_full_disk_is_done_without(tmp_path: Path) -> None:
    _keep(tmp_path)
    store = Results(tmp_path)
    assert store.find(b"k", STORY) == FOUND
    assert store._db
    store._db.execute("pragma max_page_count = 1")
    for number in range(2000):
        store.keep(b"%d" % number, FOUND)
    store.save()
    assert _kept(tmp_path) == FOUND


def test_a_file_that_another_run_writes_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_PATIENCE", 0.01)
    _keep(tmp_path)
    other = sqlite3.connect(tmp_path / "results.sqlite", isolation_level=None)
    other.execute("begin exclusive")
    assert _kept(tmp_path) is None
    _keep(tmp_path, b"new")
    other.execute("rollback")
    other.close()
    assert _kept(tmp_path) == FOUND
    assert _kept(tmp_path, b"new") is None


def test_beyond_its_bound_what_was_not_used_for_longest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        _keep(tmp_path, b"%d" % number, date(2024, 1, 1))
    store = Results(tmp_path, date(2024, 1, 2))
    assert store.find(b"0", STORY) == FOUND
    store.save()
    monkeypatch.setattr(results, "MOST", 4096)
    _keep(tmp_path, b"new", date(2024, 1, 2))
    assert _kept(tmp_path, b"0") == _kept(tmp_path, b"39") == _kept(tmp_path, b"new") == FOUND
    assert _kept(tmp_path, b"1") is None


def test_the_file_does_not_grow_beyond_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST", 40_000)
    for batch in range(30):
        store = Results(tmp_path)
        for number in range(100):
            store.keep(b"%d %d" % (batch, number), FOUND)
        store.save()
    assert (tmp_path / "results.sqlite").stat().st_size < 100_000


_RUN = """
import sys
from pathlib import Path
from test_results import FOUND, STORY, Results
for number in range(100):
    store = Results(Path(sys.argv[1]))
    key = b"%d" % (number % 7)
    assert store.find(key, STORY) in (None, FOUND)
    store.keep(key, FOUND)
    store.save()
"""


def test_runs_at_once_share_the_file(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([os.path.dirname(__file__), *sys.path])}
    runs = [subprocess.Popen([sys.executable, "-c", _RUN, str(tmp_path)], stderr=subprocess.PIPE, env=env) for _ in range(3)]
    assert [run.communicate()[1] for run in runs] == [b""] * 3
    assert all(_kept(tmp_path, b"%d" % number) == FOUND for number in range(7))


def test_findings_hang_on_every_setting_but_what_only_says_how_a_run_ends() -> None:
    base = Linter(Settings())
    changes: list[dict[str, Any]] = [
        {"select": ("copy",)}, {"ignore": ("copy",)}, {"levels": {"copy": Severity.ERROR}}, {"profile": "ap"}, {"vocabulary": ("teh",)},
        {"min_level": Severity.ERROR}, {"day": date(2024, 1, 1)},
    ]  # fmt: skip
    stamps = [Linter(replace(Settings(), **change)).stamp for change in changes]
    assert len({base.stamp, *stamps}) == len(changes) + 1
    assert None not in stamps
    assert Linter(Settings(fail_on=Severity.WARNING, written={"copy": "a:1"})).stamp == base.stamp


def test_without_a_cache_nothing_is_kept() -> None:
    assert Linter(Settings(cache=False)).seal(STORY) is None


def test_findings_hang_on_the_rules(rules_folder: Path) -> None:
    settings = Settings(rules=(rules_folder,), select=("desk",))
    first = Linter(settings).seal(STORY)
    assert first == Linter(settings).seal(STORY)
    path = rules_folder / "desk" / "utilise.yml"
    known = path.stat()
    path.write_text(path.read_text().replace("say ‘use’", "say ‘are’"))
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert path.stat().st_size == known.st_size
    assert Linter(settings).seal(STORY) != first


def test_findings_hang_on_the_text_and_on_how_it_is_read_but_not_on_its_name() -> None:
    linter = Linter()
    seal = linter.seal(STORY)
    assert linter.seal(Source("deep/b.TXT", STORY.text)) == seal
    others = [Source("a.md", STORY.text), Source("a.html", STORY.text), Source("a", STORY.text), Source("a.txt", STORY.text + "\n")]
    assert len({seal, *map(linter.seal, others)}) == 5


def test_findings_hang_on_the_review_days_that_have_passed() -> None:
    days = ("2024-01", "2024-06-30", "2025")
    stamps = [
        results.stamp((), "key", days, date.fromisoformat(day))
        for day in ("2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01", "2025-01-01")
    ]
    assert stamps[1] == stamps[2]
    assert len(set(stamps)) == 4


def test_what_cannot_be_told_exactly_is_not_kept() -> None:
    @dataclass(frozen=True)
    class Strange:
        inside: object

    assert results.stamp(Strange(3), "key", ())
    assert results.stamp(Strange(object()), "key", ()) is None
    assert results.stamp({"a": frozenset("ab"), "b": [Severity.ERROR, Path("x"), None]}, "key", ())


def test_a_kind_that_asks_elsewhere_is_not_kept(desk_rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lintnews.checks.existence import Check

    linter = Linter(Settings(rules=(desk_rules,), select=("desk",)))
    assert linter.seal(STORY)
    monkeypatch.setattr(Check, "lasting", False, raising=False)
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path / "other"))  # rules kept from before still say otherwise
    assert Linter(linter.settings).seal(STORY) is None


def test_a_rule_that_ran_out_of_time_leaves_nothing_to_keep(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "slow.yml").write_text(
        "extends: existence\nmessage: slow\nraw: ['(a|aa)+(a|aa)+(a|aa)+$x']\nexamples: {bad: [\"b\\n^\"], good: [b]}\n"
    )
    linter = Linter(Settings(rules=(tmp_path,), select=("desk",), min_level=Severity.ERROR))
    slow = linter.checked(Source("a.txt", "a" * 5000))
    assert not slow.lasting
    assert not slow.report.findings
    assert linter.checked(STORY).lasting


def test_the_age_of_our_own_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.py", "deep/b.py", "c.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.py").write_text("")
    before = sorted(results._times(str(tmp_path)))
    assert [Path(path).name for path, *_ in before] == ["a.py", "b.py"]
    os.utime(tmp_path / "a.py", ns=(0, time.time_ns() + 10**9))
    assert sorted(results._times(str(tmp_path))) != before
