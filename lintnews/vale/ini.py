"""A `.vale.ini` in, its sheet out, the configurations that came with packages included.

The file of the user (`~/.vale.ini`, `~/.config/vale`) is not read: what a run finds depends on the repository alone.
"""

from __future__ import annotations

import os

from lintnews import written
from lintnews.beside import Beside
from lintnews.vale import ini_file
from lintnews.vale.ini_file import Entry
from lintnews.vale.ini_reader import PACKAGED, Reader
from lintnews.vale.sheet import Sheet


def read(path: str, *, shown: str = "", folder: str = "", trusted: bool = False) -> Sheet:
    """The sheet of a file; raises LintNewsError with every fault, a line each.

    `folder` is where globs are seen from, if not the file's own. `trusted` is a file that the user names on the command line:
    its styles may lie anywhere.
    """
    name = shown or path
    entries = _entries(path, name)
    home = os.path.dirname(os.path.abspath(path))
    reader = Reader(name, home, folder or (os.path.dirname(home) if os.path.basename(home) == ".config" else home))
    for styles in reader.find_styles(entries, trusted=trusted):
        for packaged in Beside([styles]).listed(PACKAGED, ".ini"):
            reader.take_all(filter(_may_come_packaged, _entries(str(packaged), str(packaged))), str(packaged))
    reader.take_all(entries, name)
    return reader.sheet()


def _may_come_packaged(entry: Entry) -> bool:
    return bool(entry.section) or entry.key not in ("StylesPath", "Packages")


def _entries(path: str, name: str) -> list[Entry]:
    return list(ini_file.read(written.text(path, name), name))
