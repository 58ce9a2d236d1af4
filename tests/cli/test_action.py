"""What the GitHub action runs, on a repository with an upstream."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def test_a_pull_request_gets_annotations_for_its_lines_a_summary_and_a_log(tmp_path):
    git = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    home, work = tmp_path / "upstream", tmp_path / "work"
    home.mkdir()
    (home / "a.txt").write_text("A headline\n\nWe saw teh boat.\n")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "First"]):
        subprocess.run([*git, *command], cwd=home, check=True)
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{home}", str(work)], check=True)
    subprocess.run(["git", "update-ref", "-d", "refs/remotes/origin/main"], cwd=work, check=True)
    (work / "a.txt").write_text("A headline\n\nWe saw teh boat.\n\nAnd teh\n%0A flag; $(touch x).\n")
    given = {"PATHS": "a.txt\n\n", "PULL_BASE": "main", "FAIL_ON": "error", "SARIF": "out.sarif", "BASELINE": ""}
    env = {
        **os.environ,
        **{f"LINTNEWS_{name}": value for name, value in given.items()},
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(["bash", str(ROOT / "scripts" / "action")], cwd=work, env=env, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if "well-known-slip" in line]
    assert line.startswith("::error file=a.txt,line=5,endLine=5,col=5,endColumn=7,title=spelling.well-known-slip::")
    assert "| 5:5 | 🔴 error |" in (tmp_path / "summary.md").read_text()
    assert '"startLine": 5' in (work / "out.sarif").read_text()


def test_every_input_of_the_action_is_handed_on_as_a_variable_and_never_as_part_of_a_command():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    steps = action["runs"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)
    handed = {value.split()[1] for step in steps for value in {**step.get("env", {}), **step.get("with", {})}.values()}
    assert {f"inputs.{name}" for name in action["inputs"]} <= handed
