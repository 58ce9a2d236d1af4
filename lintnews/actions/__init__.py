"""A match and a rule's action in, fixes out: replace, remove, edit, as Vale writes them (`action: {name: …, params: […]}`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintnews import patterns
from lintnews.actions import edits, suggestions
from lintnews.beside import Beside
from lintnews.model import OptionError
from lintnews.patterns import Found
from lintnews.words import like

Action = Mapping[str, tuple[str, ...]]

_NAMES = ("convert", "edit", "remove", "replace", "suggest")

#: The end of the name of words that `%s` takes in place of those of the slot.
QUOTED = " quoted"


def validate(action: Action) -> None:
    """Raise OptionError for an action that cannot be done."""
    if words := _fault(action):
        raise OptionError(words, "action")


def with_files(action: Action, files: Beside) -> Action:
    """An action with the text of the scripts that it names; raises OptionError."""
    if name_of(action) != "suggest":
        return action
    try:
        return {**action, "params": tuple(suggestions.loaded(param, files) for param in action.get("params", ()))}
    except OptionError as error:
        raise OptionError(str(error), "action") from None


def _fault(action: Action) -> str:
    unknown = [key for key in action if key not in ("name", "params")]
    if unknown:
        return f"unknown key `{unknown[0]}` in `action`; known: name, params"
    name, params = name_of(action), action.get("params", ())
    if action and name not in _NAMES:
        return f"unknown action `{name}`; known: {', '.join(_NAMES)}"
    if name == "convert" and params not in ((), ("simple",)):
        return "the action `convert` takes `simple` and nothing else"
    if name == "suggest":
        return next(filter(None, map(suggestions.fault, params)), "")
    return edits.fault(params) if name == "edit" else ""


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
        return (edits.apply(found[0], params),)
    if name == "convert":
        return (edits.apply(found[0], ("simple",)),)
    if name == "suggest":
        return tuple(text for param in params for text in suggestions.suggested(param, found[0]))
    return tuple(patterns.expand(param, found) for param in params)


def words(slot: str, texts: Sequence[str], *, alone: bool = False) -> dict[str, str]:
    """The words that show several fixes: `dog, wolf or fox` for the slot, `'dog', 'wolf', or 'fox'` for Vale's `%s`.

    One fix has no such marks, but where `alone` says so.
    """
    if len(texts) == 1 and not alone:
        return {slot: texts[0], slot + QUOTED: texts[0]}
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
