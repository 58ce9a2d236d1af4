"""The bytes of a word processor's file in, its copy as plain text out; a corrected text goes back into the file, its formatting kept.

The text is what would be printed with all tracked changes accepted: a paragraph a line, with an empty line between two, footnotes at
the end. So a line says which paragraph is meant, and a column which character.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lintnews.model import LintNewsError

if TYPE_CHECKING:
    from lintnews.office.copy import Copy, Splice

#: The endings, each with the module that reads it.
ENDINGS = {".docx": "docx", ".docm": "docx", ".odt": "odt", ".ott": "odt", ".rtf": "rtf", ".epub": "epub"}


def ours(name: str) -> bool:
    """Whether a file of this name is one of a word processor."""
    return os.path.splitext(name)[1].lower() in ENDINGS


def text(data: bytes, name: str) -> str:
    """The copy in a file; raises LintNewsError where it cannot be read."""
    return _copy(data, name).text


@lru_cache(maxsize=1)
def _copy(data: bytes, name: str) -> Copy:
    module = _module(name)
    made: Copy = module.read(module.members(data, name), name)
    return made


def _module(name: str) -> Any:
    """What reads the files of an ending: their members, the copy in them, and the file with members replaced."""
    return import_module(f"{__name__}.{ENDINGS[os.path.splitext(name)[1].lower()]}")


def rewritten(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with its copy changed from one text to another; raises LintNewsError where it no longer reads so, or cannot be changed.

    A change takes the formatting of the first character that it replaces, or of the one before it.
    """
    copy = _copy(data, name)
    if copy.text != old:
        raise LintNewsError(f"{name}: changed while it was checked, so nothing was fixed in it; run again")
    splices: list[Splice] = []
    for start, end, words in _differences(old, new):
        made = copy.splices(start, end, words)
        if made is None:
            line = old.count("\n", 0, start) + 1
            raise LintNewsError(f"{name}:{line}: a fix would change more than words, so nothing was fixed in it; make it by hand")
        splices += made
    module, changed = _module(name), {}
    members = module.members(data, name)
    for member in dict.fromkeys(splice.member for splice in splices):
        changed[member] = _spliced(members[member], [each for each in splices if each.member == member])
    return bytes(module.replaced(data, changed))


def _spliced(data: bytes, splices: list[Splice]) -> bytes:
    out, at = [], 0
    for splice in sorted(set(splices), key=lambda each: (each.start, each.end)):
        out += [data[at : splice.start], splice.data]
        at = splice.end
    return b"".join(out) + data[at:]


def _differences(old: str, new: str) -> list[tuple[int, int, str]]:
    """What is otherwise in the new text, word by word, as stretches of the old one and what stands there now."""
    from difflib import SequenceMatcher

    before, after = re.findall(r"\w+|\W", old), re.findall(r"\w+|\W", new)
    starts = [0]
    for word in before:
        starts.append(starts[-1] + len(word))
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(starts[i1], starts[i2], "".join(after[j1:j2])) for tag, i1, i2, j1, j2 in opcodes if tag != "equal"]
