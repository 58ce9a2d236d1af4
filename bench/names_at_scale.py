"""How a fact base of many names opens, answers and weighs: it makes one of invented people, and prints a line a size.

python bench/names_at_scale.py [--sizes 200000,1000000] [--asked 20000]

Columns: names; seconds to build; size on disk; milliseconds to open and answer the first question in a new process, the
process itself taken off; questions a CPU second for exact names, for names with a slip, and for names that are not there.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lintnews.fact_tables import save
from lintnews.facts import FactBase
from lintnews.model import Fact

SYLLABLES = (
    "ba be bri cas cor da del dor el fa fen gar ha hol ith jo ka kel la lin lo ma mer mi na nor o pa per qui ra ros sa sel ta tor u va "
    "ver wil zo"
).split()
OPEN = "import sys; from pathlib import Path; from lintnews.facts import FactBase; FactBase.open(Path(sys.argv[1])).near('Belcas Dorfena')"
IDLE = "import sys; from pathlib import Path; from lintnews.facts import FactBase"


def word(dice: random.Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize()


def people(count: int, dice: random.Random) -> Iterator[Fact]:
    """Invented people of two words, each of a listed kind."""
    for _ in range(count):
        yield Fact(f"{word(dice)} {word(dice)}", "named", "person", "https://example.org", "2024-01-01")


def slipped(name: str, dice: random.Random) -> str:
    """The name with two neighbouring letters of its last word swapped."""
    at = dice.randrange(name.index(" ") + 1, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def cpu_ms(code: str, path: Path) -> float:
    """The least CPU time, of five runs, of a new process."""
    import resource

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code, str(path)], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000

    return min(once() for _ in range(5))


def rate(ask: Callable[[str], object], names: list[str]) -> float:
    """Questions a CPU second."""
    start = time.process_time()
    for name in names:
        ask(name)
    return len(names) / (time.process_time() - start)


def measure(count: int, asked: int, folder: Path) -> None:
    """Build, open, ask, print."""
    dice, path = random.Random(count), folder / f"{count}.sqlite"
    facts = list(people(count, dice))
    start = time.process_time()
    save(path, facts, {})
    built = time.process_time() - start
    base = FactBase.open(path)
    names = [fact.subject for fact in dice.sample(facts, min(asked, count))]
    near = [slipped(name, dice) for name in names]
    strange = [f"{word(dice)}x {word(dice)}q" for _ in names]
    opened = cpu_ms(OPEN, path) - cpu_ms(IDLE, path)
    found = sum(bool(base.near(name)) for name in near) / len(near)
    base = FactBase.open(path)
    rates = (rate(base.about, names), rate(base.near, near), rate(base.near, strange))
    print(
        f"{count:>10,} names  built in {built:6.1f} s  {path.stat().st_size / 1e6:7.1f} MB  opened in {opened:5.1f} ms  "
        f"exact {rates[0]:>9,.0f}/s  near {rates[1]:>8,.0f}/s ({found:.2f} found)  absent {rates[2]:>9,.0f}/s",
        flush=True,
    )


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="200000,1000000")
    parser.add_argument("--asked", type=int, default=20_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, arguments.sizes.split(",")):
            measure(size, arguments.asked, Path(folder))


if __name__ == "__main__":
    main()
