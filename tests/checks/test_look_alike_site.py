from __future__ import annotations

import pytest

from lintnews.checks.look_alike_site import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Source
from lintnews.readers import read

BASE = FactBase.of([], {"outlets": ["heronpost.example", "tide.example", "gull.co.uk"]})


def alike(host: str) -> list[str]:
    story = Story(read(Source("a.txt", f"See https://{host}/vote now.\n")), BASE)
    return [match.words["outlet"] for match in Check().find(story)]


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("heronpost.example.co", "heronpost.example"),
        ("tide.example.news", "tide.example"),
        ("news.heronpost.example.site", "heronpost.example"),
        ("tide-example.site", "tide.example"),
        ("heronpots.example", "heronpost.example"),
        ("www.heron-post.example", "heronpost.example"),
        ("heronp0st.example", "heronpost.example"),
        ("hеronpost.example", "heronpost.example"),
        ("tíde.example", "tide.example"),
        ("xn--tde-rma.example", "tide.example"),
        ("heronpost.ltd", "heronpost.example"),
        ("heronpost24.top", "heronpost.example"),
        ("heronpost-news.com", "heronpost.example"),
        ("heronpost.example@evil.test", "heronpost.example"),
    ],
)
def test_a_host_made_like_an_outlet_is_told(host: str, outlet: str):
    assert alike(host) == [outlet]


@pytest.mark.parametrize(
    "host",
    [
        "heronpost.example",
        "live.tide.example",
        "tides.example",
        "gulls.co.uk",
        "example.org",
        "xn--a.example",
        "192.0.2.7",
        "heronpost.test",
        "tide-pools.com",
        "heron7post.example",
        "roe@heronpost.test",
    ],
)
def test_an_outlet_itself_and_an_honest_host_are_left_alone(host: str):
    assert alike(host) == []
