from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews import alternatives, patterns, tokens
from lintnews.alternatives import Alternatives
from lintnews.facts import FactBase
from lintnews.joint import Joint
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import Block, Document, Part, Source

PIECES = st.sampled_from(["ab", "b", "c", " ", "a?", "(?:ab|c)", "(b)?", "[ab]", ".", "|", "(?i:B)", "(?=a)", "b{2}", "c*", r"\b", "'"])


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=4), st.text(alphabet="abcB '", max_size=14))
def test_alternatives_match_as_the_joined_pattern_does(items: list[str], text: str) -> None:
    grouped = [f"(?:{item})" for item in items]
    # What may be nothing is told from what it may be else only by what the others leave.
    assume(not any(patterns.fullmatch(patterns.compile(item), "") for item in grouped))
    listed = Alternatives(grouped, nonword=True)
    joined = patterns.compile(tokens.compose(grouped, nonword=True))
    story = Story(Document(Source("a.txt", text), {}, (Block(Part.BODY, text, ()),)), FactBase.of(()))
    assert [m.span() for _, _, m in listed.found(story)] == [m.span() for m in joined.finditer(text)]


WORDS = st.sampled_from(["ab", "b c", "c", "a,b", "AB", "a-b", "1", "(?:ab|c)", "b+", r"a\s?b", "[a-c]", r"\p{L}b", "(?=a)", "ab's", "x"])
STORIES = st.text(alphabet="abcABx1 ,-'\n_\u00a0éſ\u0301", max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=4), st.booleans(), st.booleans(), st.lists(STORIES, max_size=3))
def test_many_lists_looked_up_together_find_what_each_finds_by_itself(
    items: list[str], ignorecase: bool, nonword: bool, texts: list[str]
) -> None:
    listed = Alternatives(items, ignorecase=ignorecase, nonword=nonword)
    composed = tokens.compose(items, nonword=nonword, ignorecase=ignorecase)
    need = needed(composed)
    joint = Joint([listed.sought, alternatives.whole(composed, need)])
    blocks = tuple(Block(Part.BODY, text, ()) for text in texts)
    alone, together = (Story(Document(Source("a.txt", ""), {}, blocks), FactBase.of(())) for _ in range(2))
    concerned = joint.read(together.text)
    found = [(block, i, match.span()) for block, i, match in listed.found(together)]
    assert found == [(block, i, match.span()) for block, i, match in listed.found(alone)]
    assert not found or 0 in concerned
    whole = [(block, match.span()) for block, match in alternatives.found(composed, need, together)]
    assert whole == [(block, match.span()) for block in blocks for match in patterns.compile(composed).finditer(block.text)]
    assert not whole or 1 in concerned
