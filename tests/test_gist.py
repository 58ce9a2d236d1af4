"""Stems, as the kinds that compare sentences take them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from lintnews import gist


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns after every few steps, and no stem that is known already."""
    usual = sys.getswitchinterval()
    gist.stem.cache_clear()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_threads_do_not_stem_one_another_s_words(hasty: None) -> None:
    ends = [f"{a}{b}" for a in ("al", "ful", "ion", "iz", "at", "ous") for b in ("ly", "ness", "ity", "ations", "ing", "ed", "er")]
    words = [f"{head}{end}" for head in ("nation", "hope", "relat", "form", "oper", "gener", "valid", "civil") for end in ends]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(gist.stem, words))
    gist.stem.cache_clear()
    assert made == list(map(gist.stem, words))
