"""docs/library.md, run as it stands; one linter in many threads; the public names."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest

import lintnews
from lintnews import Linter, Report, Settings

PAGE = (Path(__file__).parent.parent / "docs" / "library.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    blocks = list(re.finditer(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    assert len(blocks) == 10
    for block in blocks:
        line = PAGE.count("\n", 0, block.start()) + 1
        exec(compile("\n" * line + block[1], "docs/library.md", "exec"), names)


def test_many_threads_may_use_a_linter_from_its_first_story_on() -> None:
    linter, reports, gate = Linter(Settings(select=("names", "posts"))), list[Report](), threading.Barrier(8)

    def check() -> None:
        gate.wait()
        reports.append(linter.check("Talks\n\nThe commander of the Quads Force met Joint Chiefs of Staff Mark Milley on Monday.\n"))

    threads = [threading.Thread(target=check) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reports) == 8
    assert {report.findings for report in reports} == {reports[0].findings}
    assert reports[0].findings


def test_every_public_name_is_there() -> None:
    assert all(getattr(lintnews, name) for name in lintnews.__all__)
