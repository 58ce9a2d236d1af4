"""How a kept server fares, in one small file that every process may read: written whole by its keeper, and by nobody else."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any

from lintnews import places
from lintnews.record import record


class Being(StrEnum):
    """What a server is at."""

    STARTING = "starting"
    UP = "up"
    DEAD = "dead"


@record
class State:
    """A kept server: where it answers, the processes of it and of its keeper, how often it was started, and what ended it."""

    being: Being
    url: str = ""
    pid: int = 0
    keeper: int = 0
    starts: int = 1
    why: str = ""
    memory: int = 0


def shared() -> Path:
    """The file of the server that `lintnews languagetool start` keeps."""
    return Path(os.environ.get("LINTNEWS_CACHE") or places.cache()) / "languagetool.json"


def read(path: Path) -> State | None:
    """The state in a file; None where there is none, or nothing that a keeper wrote."""
    try:
        values: dict[str, Any] = json.loads(path.read_bytes())
        return State(**{**values, "being": Being(values["being"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write(path: Path, state: State) -> None:
    """Put a state in the place of the last."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(json.dumps(asdict(state)), encoding="utf-8")
    os.replace(draft, path)
