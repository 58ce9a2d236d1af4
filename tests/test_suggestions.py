from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews import options
from lintnews.beside import Beside
from lintnews.checks.existence import Check
from lintnews.ledger import Story
from lintnews.model import LintNewsError, OptionError

UPPER = 'text := import("text")\nsuggestions := [text.to_upper(match), "b", 5, match]\n'


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    for folder, name, text in (
        ("config/actions", "Upper", UPPER),
        ("Own", "Here", 'suggestions := ["here"]'),
        ("config/actions", "Bad", "x := 1\ny = 2"),
        ("config/actions", "Endless", "for {}"),
        ("config/actions", "Silent", "suggestions := match"),
    ):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / f"{name}.tengo").write_text(text)
    return tmp_path


def check(styles: Path, param: str) -> Check:
    made = options.build(Check, {"tokens": ["foo"], "action": {"name": ["suggest"], "params": [param]}}, Beside([styles, styles / "Own"]))
    assert isinstance(made, Check)
    return made


@pytest.mark.parametrize(
    ("param", "fixes"), [("Upper.tengo", ("FOO", "b")), ("Here.tengo", ("here",)), ("Silent.tengo", ()), ("spellings", ())]
)
def test_a_script_suggests_what_it_leaves_in_its_array(
    styles: Path, story: Callable[..., Story], param: str, fixes: tuple[str, ...]
) -> None:
    assert [match.fixes for match in check(styles, param).find(story("A foo."))] == [fixes]


def test_suggestions_are_words_of_the_message(styles: Path, story: Callable[..., Story]) -> None:
    (found,) = check(styles, "Upper.tengo").find(story("A foo."))
    assert (found.words["fix"], found.words["fix quoted"]) == ("FOO or b", "'FOO' or 'b'")


@pytest.mark.parametrize(
    ("param", "fault"),
    [
        ("Nope.tengo", "there is no file `Nope.tengo` in config/actions"),
        ("../Nope.tengo", "leads out of the folder of the styles"),
        ("Bad.tengo", "Bad.tengo: line 2 of the script: `y` is not known here"),
        ("nonsense", "takes `spellings` or the name of a script, not `nonsense`"),
    ],
)
def test_a_script_that_is_not_there_or_cannot_be_read_is_refused(styles: Path, param: str, fault: str) -> None:
    with pytest.raises(OptionError) as caught:
        check(styles, param)
    assert fault in str(caught.value)
    assert caught.value.path == ("action",)


def test_a_rule_of_our_own_packs_names_no_script_file() -> None:
    with pytest.raises(OptionError, match="a script file belongs to a Vale style"):
        options.build(Check, {"tokens": ["foo"], "action": {"name": ["suggest"], "params": ["Upper.tengo"]}})


def test_a_script_that_does_not_end_is_stopped(styles: Path, story: Callable[..., Story]) -> None:
    with pytest.raises(LintNewsError, match="it takes more than 1 s"):
        list(check(styles, "Endless.tengo").find(story("A foo.")))
