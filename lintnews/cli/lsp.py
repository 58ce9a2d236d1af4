"""`lintnews lsp`: the language server, over the standard input and output, until the editor ends it."""

from __future__ import annotations

import logging
import os
import sys

from lintnews.cli.options import Values


def run(values: Values) -> int:
    """Serve the editor at the other end; 0 when it says so. What anything else prints goes to the standard error."""
    from lintnews.lsp import commands, server

    logging.basicConfig(stream=sys.stderr, level=logging.CRITICAL)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serving = server.build()
    commands.add_to(serving)
    serving.start_io(os.fdopen(os.dup(0), "rb"), out)
    return 0
