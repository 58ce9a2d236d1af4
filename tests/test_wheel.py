"""The wheel as people install it: built from this checkout, run far from it, with its own rules and facts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import checkout
import pytest

STORY = """\
---
date: 2020-01-07
---
A letter and its readers

By Nell Farrow

The commander of the Quads Force had met his allies twice that week, an aide said.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("wheel")
    source = checkout.copy(home / "source")
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(home), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = home.glob("*.whl")
    source.rename(home / "out-of-the-way")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The scripts of a fresh environment with the wheel in it."""
    home = wheel.parent / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, str(wheel)], check=True)
    return scripts


def _cache(installed: Path) -> Path:
    """The cache of the fresh environment, empty at its first run."""
    return installed.parents[1] / "cache"


def _run(installed: Path, cwd: Path, *args: str) -> subprocess.CompletedProcess[str]:
    own = {"LINTNEWS_CACHE": str(_cache(installed))}
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")} | own
    return subprocess.run([str(installed / "lintnews"), *args], cwd=cwd, env=env, capture_output=True, text=True)


def test_the_wheel_holds_the_package_and_the_rules_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"lintnews/py.typed", "lintnews/rules/names/near-miss.yml", "lintnews/rules/profiles/ap.yml"} <= set(names)
    assert {"lintnews/schemas/rule.schema.json", "lintnews/schemas/config.schema.json"} <= set(names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"lintnews"}
    on_disk = {path.relative_to(checkout.ROOT).as_posix() for path in (checkout.ROOT / "rules").rglob("*") if path.is_file()}
    assert {name.removeprefix("lintnews/") for name in names if name.startswith("lintnews/rules/")} == on_disk


def test_the_installed_command_finds_rules_and_facts(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    done = _run(installed, tmp_path, "check", "story.txt", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    (near,) = [finding for finding in json.loads(done.stdout) if finding["rule"] == "names.near-miss"]
    assert (near["line"], near["match"], near["fixes"]) == (8, "Quads Force", [{"text": "Quds Force"}])
    assert near["evidence"][0]["source"].startswith("https://")


def test_a_second_run_reads_the_compiled_rules_and_says_the_same(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    first, second = (_run(installed, tmp_path, "check", "story.txt") for _ in range(2))
    assert first.stdout == second.stdout
    assert list(_cache(installed).glob("*.json"))


def test_the_installed_command_explains_and_tests_its_rules(installed: Path, tmp_path: Path) -> None:
    explained = _run(installed, tmp_path, "explain", "names.near-miss")
    assert explained.returncode == 0
    assert "site-packages" in explained.stdout
    assert _run(installed, tmp_path, "test", "names.near-miss").returncode == 0


def test_the_installed_command_begins_a_rule(installed: Path, tmp_path: Path) -> None:
    for kind in ("existence", "near-miss"):
        done = _run(installed, tmp_path, "new", f"house.{kind}", "--kind", kind)
        assert (done.returncode, done.stderr) == (0, "")
    assert _run(installed, tmp_path, "test", "rules").stdout.endswith("all as marked\n")


def test_the_installed_package_runs_as_a_module_and_tells_its_version(installed: Path, tmp_path: Path) -> None:
    from lintnews.version import __version__

    assert _run(installed, tmp_path, "--version").stdout == f"lintnews {__version__}\n"
    module = subprocess.run([str(installed / "python"), "-m", "lintnews", "version"], cwd=tmp_path, capture_output=True, text=True)
    assert module.stdout == f"lintnews {__version__}\n"
