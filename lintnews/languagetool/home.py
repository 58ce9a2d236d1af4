"""Nothing in, the folder out in which a LanguageTool server is installed."""

from __future__ import annotations

import os
import re
from pathlib import Path

from lintnews import places
from lintnews.model import LintNewsError

JAR = "languagetool-server.jar"
#: The release that `lintnews languagetool install` brings.
VERSION = "6.8"
NAMED = "LINTNEWS_LANGUAGETOOL"


def folder() -> Path:
    """Where it is installed, or would be: `LINTNEWS_LANGUAGETOOL`, or a folder of the user's data."""
    return Path(named) if (named := os.environ.get(NAMED)) else places.data() / "languagetool"


def found() -> Path:
    """The folder that holds a server; raises LintNewsError where there is none.

    What language_tool_python has installed counts too, where `LINTNEWS_LANGUAGETOOL` names no folder.
    """
    homes = [folder(), *([] if os.environ.get(NAMED) else _of_the_client())]
    for home in homes:
        if (home / JAR).is_file():
            return home
    raise LintNewsError(f"LanguageTool is not installed (looked for {homes[0] / JAR}); run `lintnews languagetool install`")


def _of_the_client() -> list[Path]:
    """The releases that language_tool_python keeps, the newest first."""
    home = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    return sorted(home.glob("LanguageTool-*"), key=_release, reverse=True)


def _release(path: Path) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", path.name)]
