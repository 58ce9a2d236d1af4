"""An error of ours in, the line that tells of it out."""

from __future__ import annotations

import os

_REPORT = "please report it with `lintnews version` and, if you may share it, the story (LINTNEWS_DEBUG=1 shows more)"


def words(error: Exception) -> str:
    """What went wrong and where, in one line; with LINTNEWS_DEBUG, the traceback goes to the standard error."""
    if os.environ.get("LINTNEWS_DEBUG"):
        import traceback

        traceback.print_exception(error)
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    place = f" at {os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else ""
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"our fault, not yours: {said}{place}; {_REPORT}"
