"""An entry point of another package in, its module out; one that cannot be used is an error of one line that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.model import LintNewsError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def module(entry: EntryPoint, *needed: str) -> Any:
    """The module of a plug-in, which must have these names, with points for those within; raises LintNewsError."""
    what = f"the plug-in `{entry.value}`, `{entry.name}` of {entry.group},"
    try:
        loaded = entry.load()
    except Exception as error:
        said = str(error).strip().partition("\n")[0]
        raise LintNewsError(f"{what} cannot be loaded: {type(error).__name__}: {said}; mend it, or uninstall its package") from None
    for name in needed:
        held: Any = loaded
        for part in name.split("."):
            held = getattr(held, part, None)
        if held is None:
            raise LintNewsError(f"{what} has no `{name}`, which docs/plug-ins.md asks for")
    return loaded
