from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from lintnews import Linter, Source, packs
from lintnews.config import Settings
from lintnews.model import LintNewsError, Severity

SLIP = Source("story.txt", "The council will utilise the the mill.\n")


def _rules(settings: Settings, source: Source = SLIP) -> list[str]:
    return [finding.rule for finding in Linter(settings).check(source).findings]


def test_the_public_names_are_there() -> None:
    import lintnews

    for name in lintnews.__all__:
        assert getattr(lintnews, name)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = lintnews.nonsense  # type: ignore[attr-defined]


def test_to_import_lintnews_imports_little_else() -> None:
    heavy = {"yaml", "regex", "sqlite3", "typer", "platformdirs"}
    code = f"import sys, lintnews; print(sorted({{m.split('.')[0] for m in sys.modules}} & {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_built_in_rules_load_without_a_fault(linter: Linter) -> None:
    assert linter.packs.faults == ()
    assert linter.rules


def test_rules_of_the_users_own_run_beside_the_built_in_ones(desk_rules: Path) -> None:
    found = _rules(Settings(rules=(desk_rules,)))
    assert "desk.utilise" in found
    assert "copy.doubled-word" in found


def test_select_runs_what_is_named_and_nothing_else(desk_rules: Path) -> None:
    assert _rules(Settings(rules=(desk_rules,), select=("desk",))) == ["desk.utilise"]
    assert _rules(Settings(rules=(desk_rules,), select=("copy.doubled-word",))) == ["copy.doubled-word"]


def test_ignore_leaves_out_what_is_named(desk_rules: Path) -> None:
    assert "desk.utilise" not in _rules(Settings(rules=(desk_rules,), ignore=("desk",)))


def test_the_rule_named_goes_before_its_pack(desk_rules: Path) -> None:
    assert _rules(Settings(rules=(desk_rules,), select=("desk.utilise",), ignore=("desk",))) == ["desk.utilise"]
    assert _rules(Settings(rules=(desk_rules,), select=("desk",), ignore=("desk.utilise",))) == []


def test_a_level_of_the_settings_replaces_the_rules_own(desk_rules: Path) -> None:
    settings = Settings(rules=(desk_rules,), select=("desk",), levels={"desk.utilise": Severity.SUGGESTION})
    assert [finding.severity for finding in Linter(settings).check(SLIP).findings] == ["suggestion"]


def test_findings_below_the_least_level_are_not_shown(desk_rules: Path) -> None:
    levels = {"desk": Severity.WARNING}
    assert _rules(Settings(rules=(desk_rules,), select=("desk",), levels=levels, min_level=Severity.WARNING)) == ["desk.utilise"]
    assert _rules(Settings(rules=(desk_rules,), select=("desk",), levels=levels, min_level=Severity.ERROR)) == []


def test_the_vocabulary_of_the_settings_is_accepted(desk_rules: Path) -> None:
    assert _rules(Settings(rules=(desk_rules,), select=("desk",), vocabulary=("utilise",))) == []


@pytest.mark.parametrize("settings", [Settings(select=("copyy",)), Settings(ignore=("copyy",)), Settings(levels={"copyy": Severity.ERROR})])
def test_a_rule_that_is_not_there_is_an_error_with_the_nearest_name(settings: Settings) -> None:
    with pytest.raises(LintNewsError, match="`copyy`; did you mean `copy`"):
        Linter(settings).check(SLIP)


def test_a_folder_of_rules_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LintNewsError, match="nowhere"):
        Linter(Settings(rules=(tmp_path / "nowhere",))).check(SLIP)


def test_a_rule_of_the_users_own_may_not_take_the_id_of_another(desk_rules: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "utilise.yml").write_bytes((desk_rules / "desk" / "utilise.yml").read_bytes())
    (fault,) = packs.load([desk_rules, tmp_path]).faults
    assert "`desk.utilise` already stands in" in fault


def test_the_day_of_the_settings_goes_before_the_storys_own() -> None:
    source = Source("a.txt", "---\ndate: 2014-06-02\n---\nThe plan is sound, Secretary of State John Kerry said.\n")
    assert _rules(Settings(select=("posts.at-date",)), source) == []
    assert _rules(Settings(day=date(2018, 6, 1), select=("posts.at-date",)), source) == ["posts.at-date"]


def test_with_and_without_the_cache_the_findings_are_the_same(desk_rules: Path) -> None:
    settings = Settings(rules=(desk_rules,), cache=False)
    assert Linter(settings).check(SLIP) == Linter(Settings(rules=(desk_rules,))).check(SLIP)


def test_one_linter_serves_several_threads(linter: Linter) -> None:
    sources = [Source(f"{n}.txt", f"The Quads Force and the the Tide Survey met {n} times.\n") for n in range(40)]
    alone = [linter.check(source) for source in sources]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(linter.check, sources)) == alone


def test_a_report_keeps_the_source_as_it_was_handed_in(linter: Linter) -> None:
    source = Source("a.txt", "\ufeffHe met the the mayor.\r\n\r\nIt rained.\r\n")
    report = linter.check(source)
    assert report.source is source
    assert [source.text[slice(*finding.span)] for finding in report.findings if finding.rule == "copy.doubled-word"]
