"""The language server in a real editor, headless: Neovim opens a story, shows, hovers, fixes, and checks what is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
STORY = "Rain 🌧 again\n\nThe 🌧 commander of the Quads Force said on teh Monday.\n"


def test_neovim_shows_hovers_and_fixes_a_finding_and_checks_what_is_typed(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    env = {
        **os.environ,
        "STORY": str(tmp_path / "story.txt"),
        "PYTHON": sys.executable,
        "PYTHONPATH": str(HERE.parents[1]),
        "LC_ALL": "C.UTF-8",
    }
    env |= {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE")}
    command = ["nvim", "--headless", "--clean", "-n", "-S", str(HERE / "desk.lua")]
    done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=700)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    line = STORY.splitlines()[2].encode()
    assert [line[start:end].decode() for _, start, end, _ in told["shown"]] == ["Quads Force", "teh"]
    assert told["shown"][0][3] == "names.near-miss"
    assert "is one letter away" in told["hover"]
    assert told["text"][2] == "The 🌧 commander of the Quds Force said on teh Monday."
