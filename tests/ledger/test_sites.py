from __future__ import annotations

from lintnews import readers
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Fact, Source

FACTS = FactBase.of([Fact("daily.example", "site", "satire", "a list", "2024-01-01", aliases=("The Daily Ferry",))])


def test_sites_are_named_by_their_hosts_and_by_their_outlets_names() -> None:
    text = "Pier closes\n\nThe pier is closed, news.daily.example wrote on Monday.\n\nThe Daily Ferry said so too, and U.S. ferries ran.\n"
    named = Story(readers.read(Source("story.txt", text)), FACTS).sites
    assert [(site.block.text[slice(*site.span)], site.by_host) for site in named] == [
        ("news.daily.example", True),
        ("The Daily Ferry", False),
    ]
