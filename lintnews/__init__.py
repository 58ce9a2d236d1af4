"""LintNews: a misinformation and typo linter for news copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.version import __version__

__all__ = ["Finding", "LintNewsError", "Linter", "Report", "Settings", "Severity", "Source", "__version__"]

if TYPE_CHECKING:
    from lintnews.config import Settings
    from lintnews.linter import Linter
    from lintnews.model import Finding, LintNewsError, Report, Severity, Source


def __getattr__(name: str) -> object:
    """Import the public names when they are first used, so that the command line starts fast."""
    if name == "Linter":
        from lintnews.linter import Linter

        return Linter
    if name == "Settings":
        from lintnews.config import Settings

        return Settings
    if name in __all__:
        import lintnews.model

        return getattr(lintnews.model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
