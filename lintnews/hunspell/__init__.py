"""A Hunspell dictionary, the texts of its `.aff` and `.dic`, in; whether a word is spelled right out.

Nothing is written out in full: a word is taken apart, affix by affix, until its stem is in the list. So a dictionary costs
what its files hold, whatever its affixes could make of them.
"""

from __future__ import annotations

from lintnews.hunspell.dictionary import Dictionary, load

__all__ = ["Dictionary", "load"]
