"""`lintnews version`: nothing in, the version out."""

from __future__ import annotations

from lintnews import __version__
from lintnews.cli.options import Values


def run(_: Values) -> int:
    """Print name and version."""
    print(f"lintnews {__version__}")
    return 0
