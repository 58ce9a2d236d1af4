"""A match and a rule's action in, fixes out: replace, remove, edit, as Vale writes them (`action: {name: …, params: […]}`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lintnews import patterns
from lintnews.model import LintNewsError, OptionError
from lintnews.patterns import Found
from lintnews.words import like

Action = Mapping[str, tuple[str, ...]]

#: The end of the name of words that `%s` takes in place of those of the slot.
QUOTED = " quoted"


def validate(action: Action) -> None:
    """Raise OptionError for an action that cannot be done."""
    if words := _fault(action):
        raise OptionError(words, "action")


def _fault(action: Action) -> str:
    unknown = [key for key in action if key not in ("name", "params")]
    if unknown:
        return f"unknown key `{unknown[0]}` in `action`; known: name, params"
    name, params = name_of(action), action.get("params", ())
    if action and name not in ("replace", "remove", "edit"):
        return f"unknown action `{name}`; known: edit, remove, replace"
    return _edit_fault(params) if name == "edit" else ""


def name_of(action: Action) -> str:
    """The action's name; empty when there is no action."""
    return "".join(action.get("name", ()))


def fixes(action: Action, found: Found) -> tuple[str, ...]:
    """The fixes an action gives for a match; `$1` in a replacement is the match's group. What changes nothing is no fix."""
    return tuple(fix for fix in _fixes(action, found) if fix != found[0])


def _fixes(action: Action, found: Found) -> tuple[str, ...]:
    name, params = name_of(action), action.get("params", ())
    if name == "remove":
        return ("",)
    if name == "edit":
        return (_edit(found[0], params),)
    return tuple(patterns.expand(param, found) for param in params)


def words(slot: str, texts: Sequence[str]) -> dict[str, str]:
    """The words that show several fixes: `dog, wolf or fox` for the slot, `'dog', 'wolf', or 'fox'` for Vale's `%s`."""
    plain = " or ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))
    marked = [f"'{text}'" for text in texts]
    quoted = " or ".join(marked) if len(marked) < 3 else ", ".join(marked[:-1]) + ", or " + marked[-1]
    return {slot: plain, slot + QUOTED: quoted}


def recased(text: str, model: str) -> str:
    """A replacement word for word in the capitals of what it replaces."""
    models = model.split()
    if not models:
        return text
    return " ".join(like(word, models[min(i, len(models) - 1)]) for i, word in enumerate(text.split(" ")))


def _edit_fault(params: Sequence[str]) -> str:
    operation, *args = params or ("",)
    if operation not in _EDITS:
        return f"unknown edit `{operation}`; known: {', '.join(sorted(_EDITS))}"
    wanted = _EDITS[operation][0]
    if len(args) != wanted:
        return f"the edit `{operation}` takes {wanted} more in `params`, not {len(args)}"
    if operation == "regex":
        try:
            patterns.compile(args[0])
        except LintNewsError as error:
            return str(error)
    return "" if operation != "split" or args[1].isdigit() else "the edit `split` takes a separator and a whole number"


def _edit(text: str, params: Sequence[str]) -> str:
    operation, *args = params
    return _EDITS[operation][1](text, *args).strip()


def _split(text: str, separator: str, index: str) -> str:
    parts = text.split(separator)
    return parts[int(index)] if int(index) < len(parts) else text


#: Edits by name: how many arguments, and what they do.
_EDITS: Mapping[str, tuple[int, Callable[..., str]]] = {
    "regex": (2, lambda t, p, r: patterns.compile(p).sub(lambda m: patterns.expand(r, m), t, timeout=patterns.BUDGET)),
    "replace": (2, lambda t, old, new: t.replace(old, new)),
    "remove": (1, lambda t, chars: "".join(c for c in t if c not in chars)),
    "trim": (1, lambda t, chars: t.strip(chars)),
    "trim_left": (1, lambda t, chars: t.lstrip(chars)),
    "trim_right": (1, lambda t, chars: t.rstrip(chars)),
    "truncate": (1, lambda t, separator: t.split(separator)[0]),
    "split": (2, _split),
    "squeeze": (0, lambda t: " ".join(t.split())),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "capitalize": (0, lambda t: t[:1].upper() + t[1:]),
    "uncapitalize": (0, lambda t: t[:1].lower() + t[1:]),
}
