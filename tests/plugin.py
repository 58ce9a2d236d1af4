"""A small package of a stranger's: a module and its entry points, as pip would install them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from lintnews import readers


def install(folder: Path, patch: pytest.MonkeyPatch, modules: Mapping[str, str], groups: Mapping[str, Mapping[str, str]]) -> None:
    """Write modules (name to text) and entry points (group to name to module) to a folder, and put it where Python looks."""
    info = folder / "newsdesk_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-plugin\nVersion: 1.0\n")
    points = [line for group, named in groups.items() for line in (f"[{group}]", *(f"{name} = {module}" for name, module in named.items()))]
    (info / "entry_points.txt").write_text("\n".join(points) + "\n")
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text)
    patch.syspath_prepend(str(folder))
    readers._strangers.cache_clear()
