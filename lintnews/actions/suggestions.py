"""A match and the script of an action `suggest` in, the suggestions of the script out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.beside import Beside
from lintnews.model import LintNewsError

if TYPE_CHECKING:
    from lintnews.tengo import Program

#: The parameter that stands for the words of the dictionaries near a misspelled one.
SPELLINGS = "spellings"


def loaded(param: str, files: Beside) -> str:
    """A parameter of `suggest` with the text of its script in place of the file's name; raises OptionError."""
    return f"// {param}\n{files.text(param, 'config/actions', '')}" if _is_file(param) else param


def fault(param: str) -> str:
    """What is wrong with a parameter of `suggest`, or nothing."""
    if param == SPELLINGS:
        return ""
    if _is_file(param):
        return f"`{param}`: a script file belongs to a Vale style"
    if not param.startswith("//"):
        return f"the action `suggest` takes `{SPELLINGS}` or the name of a script, not `{param}`"
    try:
        _program(param)
    except LintNewsError as error:
        return f"{param[3:].split(chr(10), 1)[0]}: {error}"
    return ""


def suggested(param: str, match: str) -> tuple[str, ...]:
    """What a script suggests for a match: the texts in its array `suggestions`; raises ScriptError."""
    if param == SPELLINGS:
        return ()
    from lintnews.tengo import Limits

    made = _program(param).run({"match": match}, "suggestions", Limits(seconds=1.0, memory=16 << 20, text=1 << 20))
    return tuple(text for text in made if isinstance(text, str)) if isinstance(made, list) else ()


@lru_cache(maxsize=200)
def _program(text: str) -> Program:
    from lintnews.tengo import compile

    return compile(text.partition("\n")[2], ("match",))


def _is_file(param: str) -> bool:
    return param.endswith(".tengo") and "\n" not in param
