"""The folders of styles in, the scopes that their `config/scopes` name out; a rule's `scope` in, the same without such names out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintnews import written, yaml_file
from lintnews.model import LintNewsError
from lintnews.vale import css, places
from lintnews.vale.scope import SECTIONS, selector, terms

#: Nobody names more scopes than fit into so many bytes.
_LARGEST = 1_000_000


class Named(NamedTuple):
    """Scopes by their names, and what is wrong with the files of them."""

    scopes: Mapping[str, str]
    faults: Sequence[str] = ()


def read(paths: Iterable[Path]) -> Named:
    """The named scopes, the first folder's before the others'."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for path in paths:
        folder = path / "config" / "scopes"
        for file in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
            try:
                found = {**_of(places.checked(file, (path,))), **found}
            except LintNewsError as error:
                faults.append(str(error))
    return Named(found, faults)


def _of(file: Path) -> dict[str, str]:
    loaded = yaml_file.load(written.text(file, largest=_LARGEST).removeprefix("\ufeff"), str(file))
    if not isinstance(loaded.value, dict):
        raise LintNewsError(f"{file}:1: a file of scopes holds `name: scope` lines")
    for name, value in loaded.value.items():
        if str(name) in SECTIONS or not isinstance(value, str):
            why = f"`{name}` is a scope that Vale has itself" if str(name) in SECTIONS else f"`{name}` must be a scope, a text"
            raise LintNewsError(f"{file}:{loaded.line(name)}: {why}")
    return {str(name): value.strip() for name, value in loaded.value.items()}


def spelled_out(text: str, named: Mapping[str, str]) -> str:
    """A selector with what its names stand for; raises LintNewsError for one that cannot be used."""
    made = " & ".join(_spelled(term.strip(), named) for term in terms(text)) if named else text
    for term in selector(made).documents:
        css.parse(term.css)
    return made


def _spelled(term: str, named: Mapping[str, str]) -> str:
    name = term.removeprefix("~").strip()
    meant = named.get(name)
    if meant is None:
        return term
    if not term.startswith("~"):
        return meant
    if len(terms(meant)) > 1:
        raise LintNewsError(f"`{term}`: `{name}` stands for several terms, which cannot be turned round together")
    return meant[1:].strip() if meant.startswith("~") else f"~{meant}"
