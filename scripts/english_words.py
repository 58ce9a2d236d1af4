"""A folder of SCOWL's lists (`final/`, or Debian's /usr/share/dict/scowl) in, lintnews/hunspell/words/english.txt out.

The words of size 70 and below, American and British, with the variants of the first level, the hacker words and the Roman
numerals; letters and apostrophes only, accents left out. One word a line, sorted by its bytes; an apostrophe at the end of a
line stands for two words, the one before it and that one with 's.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "lintnews" / "hunspell" / "words" / "english.txt"
_LISTS = re.compile(r"(?:english|american|british|british_z|variant_1|british_variant_1)-|special-")
_PLAIN = re.compile(r"[A-Za-z']*[A-Za-z]")
_LARGEST = 70


def words(folder: Path) -> Iterator[str]:
    """The words of the lists, in any order."""
    for path in folder.iterdir():
        if _LISTS.match(path.name) and path.suffix[1:].isdigit() and int(path.suffix[1:]) <= _LARGEST:
            for word in path.read_text(encoding="utf-8").split():
                plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
                if _PLAIN.fullmatch(plain):
                    yield plain


def lines(found: set[str]) -> list[str]:
    """The lines of the list."""
    owners = {word.removesuffix("'s") for word in found if word.endswith("'s")}
    alone = {word for word in found if not word.endswith("'s") and word not in owners}
    both = {f"{word}'" for word in owners if word in found}
    odd = {f"{word}'s" for word in owners if word not in found}
    return sorted(alone | both | odd)


def main() -> int:
    """Write the list."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print("usage: english_words.py FOLDER", file=sys.stderr)
        return 2
    OUT.write_text("\n" + "\n".join(lines(set(words(Path(sys.argv[1]))))) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
