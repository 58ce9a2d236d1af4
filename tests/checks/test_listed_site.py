from __future__ import annotations

import pytest
from records import fact

from lintnews.checks.listed_site import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.links import links
from lintnews.model import OptionError, Source
from lintnews.readers import read

BASE = FactBase.of([fact("heron.example", "site", "satire", "", "", "The Heron"), fact("sho.example", "site", "shortener")])


def found(text: str, name: str = "a.txt", **options: object) -> list[tuple[str, int]]:
    story = Story(read(Source(name, text)), BASE)
    return [(match.words["match"], match.doubt) for match in Check(**{"values": ("satire",), **options}).find(story)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "The vote [was void](https://heron.example/vote).\n", ["https://heron.example/vote"]),
        ("a.md", "The vote [was void][1].\n\n[1]: https://www.heron.example/vote\n", ["https://www.heron.example/vote"]),
        ("a.md", "The vote `https://heron.example/vote` was void.\n\n```\nhttps://heron.example\n```\n", []),
        ("a.html", '<p>The vote <a class=x href="https://heron.example/a(b)">was void</a>.</p>', ["https://heron.example/a(b)"]),
        ("a.html", '<p>It was.</p><img src="https://heron.example/a.png"><script>"https://heron.example"</script>', []),
        (
            "a.txt",
            "It was void (http://heron.example/vote). See HTTPS://WWW.HERON.EXAMPLE!",
            ["http://heron.example/vote", "HTTPS://WWW.HERON.EXAMPLE"],
        ),
        (
            "a.txt",
            "It was void: https://user@heron.example:80/vote, https://not-heron.example/ and https://heron.example.com/.",
            ["https://user@heron.example:80/vote"],
        ),
    ],
)
def test_links_are_found_where_readers_can_follow_them(name: str, text: str, expected: list[str]):
    assert [words for words, _ in found(text, name, named=False)] == expected
    for link in links(read(Source(name, text))):
        span = link.block.in_source(link.span)
        assert text[span.start : span.end] == link.address


def test_a_source_counts_in_full_and_a_mere_mention_less():
    assert found("The Heron reported the vote. Staff of The Heron struck.") == [("The Heron", 0)]
    assert found("The vote was held near heron.example on Monday.") == [("heron.example", 1)]
    assert found("A quotation: “The Heron reported it,” she said.") == []


def test_a_story_whose_links_are_all_such_is_told_from_one_with_others():
    assert found("See https://sho.example/a now.", values=("shortener",), only=True, named=False) == [("https://sho.example/a", 0)]
    assert found("See https://sho.example/a and https://example.org.", values=("shortener",), only=True, named=False) == []
    assert found("No links at all.", values=("shortener",), only=True) == []


def test_what_excuses_is_asked_of_the_paragraph_of_the_link():
    text = "The firm’s draft is here: https://sho.example/a\n\nIt is at https://sho.example/b too.\n"
    assert [words for words, _ in found(text, values=("shortener",), unless=(r"\bdraft\b",))] == ["https://sho.example/b"]


@pytest.mark.parametrize(("options", "words"), [({"values": ()}, "name the values"), ({"values": ("a",), "unless": ("(",)}, "[(]")])
def test_options_without_sense_are_refused(options: dict[str, tuple[str, ...]], words: str):
    with pytest.raises(OptionError, match=words):
        Check(**options).validate()
