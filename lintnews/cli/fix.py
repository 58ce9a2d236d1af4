"""A story and its check in, its report as it reads once fixed out; on the way the file is written, or the difference shown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from io import TextIOWrapper

from lintnews import files
from lintnews.cli import screen
from lintnews.cli.options import Values
from lintnews.cli.work import Work
from lintnews.model import Report, Source
from lintnews.reporters import Page, Style
from lintnews.reporters._frame import plain
from lintnews.reporters._tally import count


class Fixing:
    """One run with `--fix`, `--unsafe-fixes` or `--diff`: what is to be done with each story, and what came of it."""

    def __init__(self, values: Values) -> None:
        #: What fixes are made; see `work.done`.
        self.sort = "unsafe" if values["unsafe_fixes"] else "safe"
        self.diff = values["diff"]
        self._rules: Counter[str] = Counter()
        self._stories = 0
        self._page: Page | None = None
        #: Whether the standard output takes the corrected text of what came in on the standard input.
        self.fills_stdout = "-" in (values["paths"] or ()) and not self.diff
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(newline="")

    @property
    def found(self) -> bool:
        """Whether there was anything to fix."""
        return bool(self._stories)

    def take(self, path: str, source: Source, work: Work) -> None:
        """Write a story as it was fixed; raises LintNewsError when its file cannot be written."""
        if self._page:
            self._page.put("".join(_difference(source, work.text, self._page)))
        elif path == "-":
            sys.stdout.write(work.text)
        elif work.made:
            files.write(path, source.text, work.text)
        for rule in work.left:
            self._tell(f"{source.name}: the fixes of {rule} were left out: the findings would not go away; put them right by hand")
        self._stories += bool(work.made)
        self._rules.update(work.made)

    def show(self, reports: Iterable[Report], page: Page) -> None:
        """Write what would change in each story, as they come, and nothing else."""
        self._page = page
        for _ in reports:
            pass

    def pass_on(self, path: str) -> None:
        """Let through what is not checked, when it came in on the standard input."""
        if path == "-" and not self.diff:
            sys.stdout.write(files.read(path).text)

    def end(self) -> None:
        """Tell how many fixes there were, by rule."""
        if self._rules:
            by_rule = ", ".join(f"{rule} {number}" for rule, number in self._rules.most_common())
            stories = count(self._stories, "story")
            self._tell(f"{'Would fix' if self.diff else 'Fixed'} {count(self._rules.total(), 'finding')} in {stories}: {by_rule}")

    def _tell(self, words: str) -> None:
        screen.tell(words)


def _difference(source: Source, text: str, page: Page) -> Iterator[str]:
    """The unified difference between a source and a text, as `patch` takes it."""
    name = source.name + "\t" * (" " in source.name)
    for line in unified_diff(_lines(source.text), _lines(text), name, name, lineterm="\n"):
        words = line.removesuffix("\n")
        ended = words != line
        words = plain(words) if page.colour else words
        look = _look(line)
        yield (page.paint(words, look) if look else words) + "\n"
        if not ended:
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines of a text, as `patch` counts them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _look(line: str) -> Style | None:
    looks = {"+++": Style.BOLD, "---": Style.BOLD, "@@ ": Style.PLACE, "+": Style.NEW, "-": Style.GONE}
    return looks.get(line[:3]) or looks.get(line[:1])
