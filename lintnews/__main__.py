"""Command-line arguments in, an exit code out: `python -m lintnews`."""

from __future__ import annotations

import sys

from lintnews.cli import main

sys.exit(main())
