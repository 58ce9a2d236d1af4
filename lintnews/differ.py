"""Two rows of words in, what tells how they differ out; the library is imported when it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difflib import SequenceMatcher


def matcher(first: Sequence[str], second: Sequence[str]) -> SequenceMatcher[str]:
    """What compares the two word by word."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, first, second, autojunk=False)
