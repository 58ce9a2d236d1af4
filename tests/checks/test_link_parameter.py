from __future__ import annotations

import pytest

from lintnews.checks.link_parameter import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import OptionError, Source
from lintnews.readers import read

CHECK = Check(parameters=("utm_*", "fbclid"))


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("https://orm.example/plan?utm_source=mail", "https://orm.example/plan"),
        ("https://orm.example/plan?a=1&UTM_Source=mail&fbclid=x", "https://orm.example/plan?a=1"),
        ("https://orm.example/plan?fbclid=x&a=1", "https://orm.example/plan?a=1"),
        ("https://orm.example/plan?utm_id=1&a=1&fbclid=x#pier", "https://orm.example/plan?a=1#pier"),
        ("https://orm.example/plan?a=1#utm_source=mail", "https://orm.example/plan?a=1#utm_source=mail"),
        ("https://orm.example/plan?", "https://orm.example/plan?"),
        ("https://orm.example/utm_source=mail", "https://orm.example/utm_source=mail"),
    ],
)
def test_a_link_is_left_without_what_follows_its_readers(address: str, left: str):
    text = f"See {address} now.\n"
    for match in sorted(CHECK.find(Story(read(Source("a.txt", text)), FactBase.of([]))), key=lambda match: -match.span.start):
        start, end = (match.block.in_source(match.span).start, match.block.in_source(match.span).end)
        text = text[:start] + match.fixes[0] + text[end:]
    assert text == f"See {left} now.\n"


def test_a_rule_without_names_of_parameters_is_refused():
    with pytest.raises(OptionError, match="needs `parameters`"):
        Check().validate()
