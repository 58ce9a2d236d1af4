"""A revision of git in, findings out of what has changed since: those that stand on a changed line, or whose evidence does.

git is asked once for each repository: what it says of the files that it has (`git diff`), and which files those are. A story that
it does not know is new, and changed in every line.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from lintnews import office
from lintnews.model import Finding, LintNewsError, Source, Span
from lintnews.record import field, record

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
#: As git compares, whatever the user's settings and the repository's attributes say.
_DIFF = (
    "-c", "core.quotePath=true", "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--src-prefix=a/", "--dst-prefix=b/", "-U0", "-M",
    "--ignore-submodules", "--text",
)  # fmt: skip


@record
class _Repository:
    """The lines changed in each file that git has, by its real path; a file that is not among the known ones is new."""

    known: frozenset[str]
    changed: dict[str, list[range]] = field(default_factory=dict)


class Changed:
    """What has changed since a revision, or since the work forked off it; raises LintNewsError where git cannot tell."""

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._by_folder: dict[str, _Repository] = {}
        self._by_root: dict[str, _Repository] = {}
        self._read: dict[str, str] = {}
        if not revision or revision.startswith("-"):
            raise LintNewsError(f"--diff-base: `{revision}` is no revision; name a branch, a tag or a commit, such as origin/main")

    def untouched(self, path: str) -> bool:
        """Whether nothing in a file has changed, so that it need not be read."""
        if path == "-":
            raise LintNewsError("--diff-base: the standard input has no history; name files or folders")
        return self._lines(path) == []

    def new(self, source: Source, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that concern a changed line. The text may since have been fixed; what was fixed is changed."""
        ranges = self._lines(source.name)
        if ranges is None:
            return tuple(findings)
        if office.ours(source.name):
            return tuple(findings) if ranges else ()
        first = self._read.setdefault(source.name, source.text)
        lines = _Lines(source.text)
        touched = ranges if first == source.text else list(_moved(ranges, first, source.text))
        return tuple(finding for finding in findings if any(lines.meet(span, touched) for span in _spans(finding)))

    def _lines(self, path: str) -> list[range] | None:
        """The changed lines of a file, counted from nought as git counts them; None when all of it is new."""
        real = os.path.realpath(path)
        repository = self._repository(os.path.dirname(real))
        return repository.changed.get(real, []) if real in repository.known else None

    def _repository(self, folder: str) -> _Repository:
        if folder not in self._by_folder:
            root = os.path.realpath(self._git(folder, "rev-parse", "--show-toplevel").strip())
            if root not in self._by_root:
                self._by_root[root] = self._asked(root)
            self._by_folder[folder] = self._by_root[root]
        return self._by_folder[folder]

    def _asked(self, root: str) -> _Repository:
        base = self._base(root)
        listed = self._git(root, "ls-files", "-z").split("\0")
        diff = self._git(root, *_DIFF, base, "--")
        return _Repository(
            frozenset(os.path.join(root, name) for name in listed if name),
            {os.path.join(root, name): ranges for name, ranges in _parsed(diff)},
        )

    def _base(self, root: str) -> str:
        """The commit at which the work forked off the revision; the revision itself where there is none."""
        try:
            commit = self._git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self._revision}^{{commit}}").strip()
        except LintNewsError:
            if self._revision == "HEAD":  # before the first commit all is new
                return self._git(root, "hash-object", "-t", "tree", os.devnull).strip()
            raise LintNewsError(
                f"--diff-base: git knows no `{self._revision}` here; fetch it first (in a workflow: actions/checkout with fetch-depth: 0)"
            ) from None
        try:
            return self._git(root, "merge-base", commit, "HEAD").strip() or commit
        except LintNewsError:
            return commit

    @staticmethod
    def _git(folder: str, *command: str) -> str:
        try:
            done = subprocess.run(["git", "-C", folder, *command], capture_output=True, check=False)
        except OSError as error:
            raise LintNewsError(f"--diff-base: git cannot be run: {error.strerror}; install it, or leave the option out") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise LintNewsError(f"--diff-base: {folder}: git says: {said[0] if said else f'exit code {done.returncode}'}")
        return done.stdout.decode("utf-8", "surrogateescape")


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (evidence.span for evidence in finding.evidence if evidence.span is not None)


def _parsed(diff: str) -> Iterator[tuple[str, list[range]]]:
    """The files of a difference, each with the lines that are new or changed in it; where lines are gone, the ones around."""
    for part in re.split(r"^diff --git ", diff, flags=re.MULTILINE)[1:]:
        name = re.search(r"^\+\+\+ (.*)$", part, re.MULTILINE)
        if name and (path := _unquoted(name[1].removesuffix("\t"))).startswith("b/"):
            yield path[2:], [_range(int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(part)]


def _range(start: int, count: int) -> range:
    return range(start - 1, start - 1 + count) if count else range(max(0, start - 1), start + 1)


def _unquoted(name: str) -> str:
    """A path as git writes it: between quotation marks, with the escapes of C, when there is anything odd in it."""
    if not name.startswith('"'):
        return name
    literal: bytes = ast.literal_eval("b" + name)
    return literal.decode("utf-8", "surrogateescape")


def _moved(ranges: list[range], old: str, new: str) -> Iterator[range]:
    """Changed lines where they stand in a text that has been edited since, and the lines of those edits."""
    before, after = old.split("\n"), new.split("\n")
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield range(j1, max(j2, j1 + 1))
        for each in ranges if tag == "equal" else ():
            if (start := max(i1, each.start)) < (stop := min(i2, each.stop)):
                yield range(start - i1 + j1, stop - i1 + j1)


@record
class _Lines:
    """A text in lines as git counts them: only a line feed ends one."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def meet(self, span: Span, ranges: list[range]) -> bool:
        """Whether a span stands, in part at least, on one of the lines."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return any(each.start <= last and first < each.stop for each in ranges)
