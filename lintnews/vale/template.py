"""A check and the `WordTemplate` of a configuration in, the check whose patterns stand in the template out, not between boundaries."""

from __future__ import annotations

from typing import Any

from lintnews.model import OptionError
from lintnews.record import replace


def applied(check: Any, template: str) -> Any:
    """The check in the template, where it is of a kind that knows word boundaries and wants them; raises OptionError."""
    if not template or getattr(check, "nonword", True):
        return check
    wrapped: dict[str, Any] = {}
    if tokens := getattr(check, "tokens", ()):
        wrapped["tokens"] = tuple(template.replace("%s", token) for token in tokens if token.strip())
    if swap := getattr(check, "swap", {}):
        wrapped["swap"] = {template.replace("%s", key): value for key, value in swap.items()}
    if either := getattr(check, "either", {}):
        wrapped["either"] = {template.replace("%s", one): template.replace("%s", other) for one, other in either.items()}
    if not wrapped:
        return check
    made = replace(check, nonword=True, **wrapped)
    made.__dict__["templated"] = True  # what is accepted is excepted, as between boundaries
    try:
        made.validate()
    except OptionError as error:
        raise OptionError(f"{error}, in the `WordTemplate` {template}", *error.path[:1]) from None
    return made
