"""Door: the command line. One command a file; each is a function that gives an exit code.

0 clean, 1 findings, 2 the user's input, 3 our fault, 130 interrupted.
"""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
import threading
from collections.abc import Sequence
from io import TextIOWrapper

from lintnews.model import LintNewsError

#: What stands in the way of writing and is no fault of ours.
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; never shows a traceback, unless LINTNEWS_DEBUG is set."""
    gc.set_threshold(500_000, 20, 50)  # a run makes much that stays, and hardly any circles
    args = sys.argv[1:] if argv is None else list(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(args)
        sys.stdout.flush()
        return code if argv is not None else _end(code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _unread()
    except LintNewsError as error:
        from lintnews.cli import screen

        screen.tell(str(error))
        return error.exit_code
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _UNWRITABLE:
            from lintnews.cli import screen

            screen.tell(f"lintnews: the report could not be written: {error.strerror}")
            return _unread(2)
        return _our_fault(error)


def _run(args: list[str]) -> int:
    """`check` with plain arguments is answered at once; everything else is typer's, which takes ten times as long to import."""
    args = ["--ask" if arg == "--fix=ask" else arg for arg in args]
    if args[:1] == ["check"]:
        from lintnews import lazily

        lazily.put_off_regex()
        from lintnews.cli import check, options

        if (values := options.scan(args[1:])) is not None:
            return check.run(values)
    from lintnews.cli.app import run

    return run(args)


def _end(code: int) -> int:
    """End the process where nothing is left to do: letting go of every object one by one takes Python as long as many a story."""
    gc.freeze()
    atexit._run_exitfuncs()
    if threading.active_count() == 1:
        sys.stderr.flush()
        os._exit(code)
    return code


def _unread(code: int = 1) -> int:
    """Let go of a standard output that takes no more, so that Python does not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _our_fault(error: Exception) -> int:
    from lintnews.cli import fault, screen

    screen.tell(f"lintnews: {fault.words(error)}")
    return 3
