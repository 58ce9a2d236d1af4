"""`lintnews version`: nothing in, the version out."""

from __future__ import annotations

from lintnews.cli.options import Values
from lintnews.version import __version__


def run(_: Values) -> int:
    """Print name and version."""
    print(f"lintnews {__version__}")
    return 0
