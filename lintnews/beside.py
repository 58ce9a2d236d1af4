"""The folders of a style in, the files that its rules name out: from these folders and from nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintnews import written
from lintnews.model import LintNewsError, OptionError

_LEADING_OUT = re.compile(r"^[/\\~]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0")


class Beside:
    """The files under these folders; a link that leads out of them is as good as no file.

    A name may begin with the name of the folder itself, as in `styles/config/…`.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = tuple(roots)

    def find(self, name: str, *folders: str) -> Path | None:
        """The file of this name in the first of the folders that has it; `""` is the root. Raises OptionError for a name that leads out."""
        if not name or _LEADING_OUT.search(name):
            raise OptionError(f"`{name}` leads out of the folder of the styles; name a file inside it")
        return next(self._files(name, folders), None)

    def _files(self, name: str, folders: Sequence[str]) -> Iterator[Path]:
        for root in self._roots:
            home = _real(root)
            for folder in folders:
                for place in (home, home.parent):
                    path = _real(Path(place, folder, name))
                    if path.is_relative_to(home) and path.is_file():
                        yield path

    def listed(self, folder: str, *endings: str) -> list[Path]:
        """The files with these endings in a folder, by name; one below it as well where it ends in `/**`."""
        deep = folder.endswith("/**")
        found: dict[Path, None] = {}
        for root in self._roots:
            home, top = _real(root), root / folder.removesuffix("/**")
            for path in sorted(top.rglob("*") if deep else top.glob("*")):
                real = _real(path)
                if path.suffix in endings and real.is_relative_to(home) and real.is_file():
                    found[real] = None
        return list(found)

    def text(self, name: str, *folders: str) -> str:
        """The text of such a file; raises OptionError where there is none, or where it is no text, or too long."""
        path = self.find(name, *folders)
        if path is None:
            raise OptionError(f"there is no file `{name}` in {' or '.join(folder or 'the folder of the styles' for folder in folders)}")
        data = read(path)
        try:
            return written.decoded(data, str(path)).removeprefix("\ufeff")
        except LintNewsError as error:
            raise OptionError(str(error)) from None


def read(path: Path, largest: int = written.LARGEST) -> bytes:
    """The bytes of a file; raises OptionError where it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise OptionError(f"{path}: {written.unread(error)}") from None
    if len(data) > largest:
        raise OptionError(f"{path}: larger than {largest:,} bytes; split it")
    return data


def _real(path: Path) -> Path:
    """The path with its links followed; one that goes round in a ring stays as it is."""
    return Path(os.path.realpath(path))
