from typing import Any

import pytest

from lintnews.model import OptionError
from lintnews.vale.inheritance import merged

BASE = {"extends": "existence", "message": "old", "tokens": ["a", "b"], "swap": {"a": "b"}}


@pytest.mark.parametrize(
    ("own", "key", "value"),
    [
        ({"message": "new"}, "message", "new"),
        ({"tokens": ["c"]}, "tokens", ["c"]),
        ({"tokens+": ["c"]}, "tokens", ["a", "b", "c"]),
        ({"tokens+": "c"}, "tokens", ["a", "b", "c"]),
        ({"tokens-": ["a"]}, "tokens", ["b"]),
        ({"swap+": {"c": "d"}}, "swap", {"a": "b", "c": "d"}),
        ({"swap-": ["a"]}, "swap", {}),
        ({"swap-": {"a": ""}}, "swap", {}),
        ({"exceptions+": ["x"]}, "exceptions", ["x"]),
        ({"extends": "Base.Rule"}, "extends", "existence"),
    ],
)
def test_a_key_replaces_adds_or_takes_away(own: dict[str, Any], key: str, value: Any) -> None:
    assert merged(BASE, own)[key] == value


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"tokens": ["c"], "tokens+": ["d"]}, "cannot both stand"),
        ({"tokens-": ["z"]}, "names `z`"),
        ({"swap-": ["z"]}, "names `z`"),
        ({"swap+": ["z"]}, "names `z`"),
    ],
)
def test_what_cannot_be_laid_over_the_other_rule_is_a_fault(own: dict[str, Any], words: str) -> None:
    with pytest.raises(OptionError, match=words):
        merged(BASE, own)


def test_the_other_rule_stays_as_it_was() -> None:
    merged(BASE, {"tokens+": ["c"], "swap+": {"c": "d"}})
    assert (BASE["tokens"], BASE["swap"]) == (["a", "b"], {"a": "b"})
