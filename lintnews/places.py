"""What is to be kept in, the user's folder for it out, as the system has it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache() -> Path:
    """Where the system keeps a user's caches."""
    if sys.platform == "linux":
        return _xdg("XDG_CACHE_HOME", "~/.cache")
    from platformdirs import user_cache_path

    return user_cache_path("lintnews")


def data() -> Path:
    """Where the system keeps a user's data."""
    if sys.platform == "linux":
        return _xdg("XDG_DATA_HOME", "~/.local/share")
    from platformdirs import user_data_path

    return user_data_path("lintnews", appauthor=False)


def _xdg(variable: str, usual: str) -> Path:
    """As platformdirs has it, without the time that its import takes."""
    return Path(os.environ.get(variable, "").strip() or os.path.expanduser(usual), "lintnews")
