"""How reading time grows when a hostile text gets ten times longer: prints the ratio for each text; about 10 is linear.

python bench/linear.py [--size 20000]
"""

from __future__ import annotations

import argparse
import time

from lintnews import Linter, Source, readers
from lintnews.facts import FactBase
from lintnews.ledger import Story

PIECES = (
    "word ", "(", "[", "<", "<!--", "<a ", "&amp;", "**a*", "> ", "AB CD ", "By Jo Roe and ",
    "a [sic] ", "a (RELATED: bcd) ", "\n", "---\n",
    '“We lost, he said. ‘The boys’ "boat, the man’s ',
)  # fmt: skip
NAMES = ("a.txt", "a.md", "a.html")


def seconds(name: str, text: str, facts: FactBase) -> float:
    """CPU seconds to read a text and the quotations in it."""
    start = time.process_time()
    _ = Story(readers.read(Source(name, text)), facts).quotations
    return time.process_time() - start


def main() -> None:
    """Time each text at both lengths."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20_000)
    size = parser.parse_args().size
    facts = Linter().packs.facts
    for name in NAMES:
        for piece in PIECES:
            short, long = (seconds(name, piece * (length // len(piece)), facts) for length in (size, 10 * size))
            print(f"{name:8} {piece[:24]!r:28} {long / max(short, 0.001):6.1f} times, {long:.2f} s")


if __name__ == "__main__":
    main()
