"""The language model of PocketSphinx in, lintnews/english/trigrams.bin and trigrams.txt out: how likely a word is behind two others.

    trigrams.py en-us.lm.bin

The model lies in the PyPI package `pocketsphinx` (model/en-us). It is a trie of reversed trigrams with quantised logarithms (base
1.0001), as sphinxbase's lm_trie.c writes it. Of it are kept the commonest words, and the pairs and triples that tell most: those
whose likelihood is least foretold by the shorter row, weighed by how often they stand (Stolcke, Entropy-based pruning of backoff
language models, 1998). lintnews/english/trigrams.py says how the result is laid out.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lintnews.english.trigrams import APART, DATA, HEAD, LIFT, STEPS, WORDS

#: Words that are kept; how much a pair and a triple must tell.
_MOST, _PAIR, _TRIPLE = 65_000, 6e-8, 2e-8
_LOG = math.log10(1.0001)
_TITLE, _QUANTA = b"Trie Language Model", 1 << 16


class Bits:
    """Rows of numbers, each of so many bits, one behind the other."""

    def __init__(self, data: bytes, *widths: int) -> None:
        self._data, self._widths, self._row = data, widths, sum(widths)

    def column(self, number: int, count: int) -> array[int]:
        """One number of each row."""
        at, width, data = sum(self._widths[:number]), self._widths[number], self._data
        out, mask = array("I"), (1 << width) - 1
        for bit in range(at, at + count * self._row, self._row):
            out.append(int.from_bytes(data[bit >> 3 : (bit >> 3) + 5], "little") >> (bit & 7) & mask)
        return out


class Model(NamedTuple):
    """Words, and of each the pairs that end with it; of each pair the triples that end with it. Likelihoods are decimal logarithms."""

    words: Sequence[str]
    own: Sequence[float]
    backoff: Sequence[float]
    pairs: Sequence[int]
    first: Sequence[int]
    pair: Sequence[float]
    pair_backoff: Sequence[float]
    triples: Sequence[int]
    before: Sequence[int]
    triple: Sequence[float]


def read(path: Path) -> Model:
    """The whole model."""
    data = path.read_bytes()
    at = len(_TITLE) + 1
    count, pairs, triples = struct.unpack_from("<3I", data, at)
    at += 16
    quanta = [value * _LOG for value in struct.unpack_from(f"<{3 * _QUANTA}f", data, at)]
    at += 12 * _QUANTA
    rows = list(struct.iter_unpack("<ffI", data[at : at + 12 * (count + 1)]))
    at += 12 * (count + 1)
    widths = count.bit_length(), 16, 16, triples.bit_length()
    middle = Bits(data[at:], *widths)
    at += ((1 + pairs) * sum(widths) + 7) // 8 + 8
    longest = Bits(data[at:], *widths[:2])
    at += ((1 + triples) * sum(widths[:2]) + 7) // 8 + 8
    words = data[at + 4 :].decode().split("\0")[:count]
    starts = array("I", (row[2] for row in rows))
    pairs = starts[-1]
    below = middle.column(3, pairs + 1)
    return Model(
        words,
        [row[0] * _LOG for row in rows],
        [row[1] * _LOG for row in rows],
        starts,
        middle.column(0, pairs),
        [quanta[number] for number in middle.column(2, pairs)],
        [quanta[_QUANTA + number] for number in middle.column(1, pairs)],
        [min(start, triples) if i <= pairs else triples for i, start in enumerate(below)],
        longest.column(0, triples),
        [quanta[2 * _QUANTA + number] for number in longest.column(1, triples)],
    )


def sound(model: Model) -> list[bool]:
    """Which words are kept."""
    least = sorted(model.own[: len(model.words)], reverse=True)[_MOST]
    return [own > least for own in model.own[: len(model.words)]]


def telling(model: Model) -> list[tuple[int, int, float, float, list[tuple[int, float]]]]:
    """The pairs that are kept, in order: the last word, the first, how likely, what is left to longer rows, and the triples."""
    kept, out = sound(model), []
    for last in range(len(model.words)):
        for i in range(model.pairs[last], model.pairs[last + 1]) if kept[last] else ():
            first, likely = model.first[i], model.pair[i]
            if not kept[first]:
                continue
            below = [(model.before[j], model.triple[j]) for j in range(model.triples[i], model.triples[i + 1]) if kept[model.before[j]]]
            triples = [(before, each) for before, each in below if _tells(model, before, first, likely, each)]
            told = 10 ** (model.own[first] + likely) * abs(likely - model.own[last] - model.backoff[first])
            if told > _PAIR or triples:
                out.append((last, first, likely, model.pair_backoff[i], triples))
    return out


def _tells(model: Model, before: int, first: int, pair: float, triple: float) -> bool:
    at = bisect_left(model.first, before, model.pairs[first], model.pairs[first + 1])
    known = at < model.pairs[first + 1] and model.first[at] == before
    together = model.pair[at] if known else model.own[first] + model.backoff[before]
    foretold = pair + (model.pair_backoff[at] if known else 0)
    return 10 ** (model.own[before] + together + triple) * abs(triple - foretold) > _TRIPLE


def _step(value: float) -> int:
    return max(0, min(255, round(-value * STEPS)))


def _lift(value: float) -> int:
    return max(0, min(255, round((value + LIFT) * STEPS)))


def main(path: Path) -> None:
    """Write both files."""
    model = read(path)
    kept = sound(model)
    number = {old: new for new, old in enumerate(old for old, is_kept in enumerate(kept) if is_kept)}
    pairs = telling(model)
    starts, firsts, befores = array("I", [0] * (len(number) + 1)), array("H"), array("H")
    likely, left, likely_three = bytearray(), bytearray(), bytearray()
    bases, offsets = array("I"), array("H")
    for i, (last, first, value, backoff, triples) in enumerate(pairs):
        starts[number[last] + 1] += 1
        if i % APART == 0:
            bases.append(len(befores))
        offsets.append(len(befores) - bases[-1])
        firsts.append(number[first])
        likely.append(_step(value))
        left.append(_lift(backoff))
        befores.extend(number[before] for before, _ in triples)
        likely_three.extend(_step(value) for _, value in triples)
    bases.append(len(befores))
    for i in range(1, len(starts)):
        starts[i] += starts[i - 1]
    own = bytes(_step(model.own[old]) for old in number)
    backoffs = bytes(_lift(model.backoff[old]) for old in number)
    parts = [starts.tobytes(), bases.tobytes(), firsts.tobytes(), offsets.tobytes(), befores.tobytes()]
    parts += [own, backoffs, bytes(likely), bytes(left), bytes(likely_three)]
    DATA.write_bytes(struct.pack(HEAD, len(number), len(firsts), len(befores)) + b"".join(parts))
    lines = sorted((f"{model.words[old]} {new}" for old, new in number.items()), key=lambda line: line.split(" ")[0].encode())
    WORDS.write_text("\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(number)} words, {len(firsts)} pairs, {len(befores)} triples")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
