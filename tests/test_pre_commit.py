"""The hook as people use it: `pre-commit run` in a repository of stories, with LintNews built from this checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

import checkout
import pytest
import yaml

from lintnews import readers

BAD = "Iran promises an answer\n\nThe commander of the Quads Force said on Monday that an answer would come.\n"
GOOD = BAD.replace("Quads Force", "Quds Force")
Hook = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """Run the hook on files of a repository made for it; pre-commit builds LintNews once."""
    home = tmp_path_factory.mktemp("hook")
    (home / "lintnews").mkdir()
    (home / "stories").mkdir()
    checkout.commit(checkout.copy(home / "lintnews"))
    (home / "stories" / "bad.txt").write_text(BAD)
    (home / "stories" / "good.md").write_text(f"# {GOOD}")
    (home / "stories" / "code.py").write_text("'Quads Force'\n")
    rev = subprocess.run(["git", "rev-parse", "HEAD"], cwd=home / "lintnews", capture_output=True, text=True, check=True).stdout.strip()
    config = {"repos": [{"repo": str(home / "lintnews"), "rev": rev, "hooks": [{"id": "lintnews"}]}]}
    (home / "stories" / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    checkout.commit(home / "stories")
    env = {**os.environ, "PRE_COMMIT_HOME": str(home / "cache"), "LINTNEWS_CACHE": str(home / "rules"), "NO_COLOR": "1"}
    env.pop("PYTHONPATH", None)

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", "lintnews", "--files", *files]
        return subprocess.run(command, cwd=home / "stories", env=env, capture_output=True, text=True, timeout=300)

    return run


def test_the_hook_fails_on_a_story_with_an_error(hook: Hook) -> None:
    done = hook("bad.txt")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad.txt:3:22 error names.near-miss" in done.stdout
    assert "Found 1 finding (1 error)" in done.stdout


def test_the_hook_passes_on_a_story_without_and_looks_at_stories_only(hook: Hook) -> None:
    done = hook("good.md", "code.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


@pytest.mark.parametrize("hook", yaml.safe_load((checkout.ROOT / ".pre-commit-hooks.yaml").read_text()), ids=lambda hook: hook["id"])
def test_each_hook_takes_every_ending_that_a_reader_reads(hook: dict[str, str]) -> None:
    for ending in readers.endings():
        assert re.search(hook["files"], f"news/story{ending}")
    assert not re.search(hook["files"], "lintnews/model.py")
