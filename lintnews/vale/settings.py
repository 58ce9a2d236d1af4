"""What a `.vale.ini` says of one file, after its sections are laid over one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lintnews.model import Severity
from lintnews.vale.document import Reading


@dataclass(frozen=True)
class Choices:
    """The styles that run on a file and how.

    `rules` maps `Style.Rule` or `Style` to what the file's sections say of it (`YES`, `NO` or a level), `everywhere` the same
    for the section `[*]`; `params` are the keys of rules that the file sets anew. `vocabularies` are their names, in order.
    """

    styles_paths: tuple[Path, ...] = ()
    styles: tuple[str, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict, hash=False)
    everywhere: Mapping[str, str] = field(default_factory=dict, hash=False)
    params: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    vocabularies: tuple[str, ...] = ()
    min_level: Severity = Severity.SUGGESTION
    word_template: str = ""
    reading: Reading = field(default_factory=Reading)
