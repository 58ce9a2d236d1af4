"""The paths that a configuration names in, the folders that styles are read from and the bounds of what may be read out.

Rules come from strangers' pull requests: nothing of theirs may read a file outside the repository, by `..`, by an
absolute path or by a link.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lintnews.model import LintNewsError


def root(folder: Path) -> Path | None:
    """The repository that a folder stands in, None when it stands in none."""
    home = Path(os.path.realpath(folder))
    return next((each for each in (home, *home.parents) if (each / ".git").exists()), None)


def holds(territory: Iterable[Path], path: Path) -> bool:
    """Whether a path, its links followed, lies in one of the folders."""
    real = Path(os.path.realpath(path))
    return any(real == home or home in real.parents for home in map(Path, map(os.path.realpath, territory)))


def checked(path: Path, territory: Sequence[Path], remedy: str = "put the file itself there") -> Path:
    """The path; raises LintNewsError, by name, when it leads out. A territory of nothing has no bounds."""
    if territory and not holds(territory, path):
        where = " and ".join(map(str, territory))
        raise LintNewsError(f"{path}: leads out of {where} (to {os.path.realpath(path)}), which rules may not; {remedy}")
    return path


def within(home: str, name: str, *, trusted: bool) -> Path:
    """The file that a configuration in `home` names; raises LintNewsError where it leads out of the repository."""
    path, repository = Path(home, name), root(Path(home))
    if repository and not trusted and not holds([repository], path):
        raise LintNewsError(f"`{name}` leads out of the repository {repository}; name a file inside it")
    return path


def is_plain(name: str) -> bool:
    """Whether a name is one folder's or file's and leads nowhere else."""
    return bool(name) and name not in (".", "..") and not {"/", "\\", "\0"} & set(name)


def styles_paths(asked: Sequence[tuple[str, int]], home: str, *, trusted: bool, fault: Callable[[int, str], None]) -> tuple[Path, ...]:
    """The folders of styles that a configuration in `home` names, each with its line; then that of `VALE_STYLES_PATH`.

    In a repository they must lie inside it, unless the user has named the configuration himself.
    """
    out = []
    bounds = () if trusted or (found := root(Path(home))) is None else (found,)
    for text, line in asked:
        path = Path(os.path.normpath(os.path.join(home, os.path.expanduser(text) if trusted else text)))
        if not text.strip() or not path.is_dir():
            fault(line, f"there is no folder of styles `{text}` (looked for {path})")
        elif bounds and not holds(bounds, path):
            fault(line, f"the folder of styles `{text}` leads out of the repository {bounds[0]}; {_REMEDY}")
        else:
            out.append(path)
    if given := os.environ.get("VALE_STYLES_PATH"):
        out.append(Path(os.path.abspath(given)))
    return tuple(dict.fromkeys(out))


_REMEDY = "copy the styles into it, or name the folder yourself in VALE_STYLES_PATH or the file in --config"


def territory(paths: Iterable[Path], home: str, *, trusted: bool) -> tuple[Path, ...]:
    """The folders that nothing may be read outside of: the repository and the folders of styles.

    Without a repository, or with a configuration that the user has named himself, a style may be a link to its folder.
    """
    repository = root(Path(home))
    linked = _links(paths) if trusted or repository is None else ()
    return tuple(dict.fromkeys((repository or Path(home), *paths, *linked)))


def _links(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (Path(os.path.realpath(entry)) for entry in path.iterdir() if entry.is_symlink() and entry.is_dir())


def stamp(paths: Iterable[Path]) -> list[tuple[str, int, int, int]]:
    """Path, size and times of every file in the folders: it changes with any of them."""
    found = [os.path.join(home, name) for path in paths for home, _, names in os.walk(path) for name in names]
    known = ((each, os.stat(each)) for each in sorted(found) if os.path.exists(each))
    return [(each, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for each, stat in known]
