from hypothesis import given
from hypothesis import strategies as st

from lintnews import patterns, tokens
from lintnews.lexicon import Lexicon, Words, phrase

LITERALS = ("very", "in order to", "it's", "e-mail", "May 5", "a", "so, too", "aK")


def looked_up(text: str, token: str, *, ignorecase: bool) -> list[tuple[int, int]]:
    known = phrase(token, ignorecase=ignorecase)
    assert known
    return sorted(place.span() for _, _, place in Lexicon([(0, known)]).found(Words([text])))


PARTS = st.sampled_from(
    [*LITERALS, "In", "order", "to", "VERY", "it", "s", "_", "é", "\u0301", "aK", "aſ", ",", "'", "-", " ", "\n", "\u00a0"]
)


@given(st.lists(PARTS, max_size=9), st.sampled_from(LITERALS), st.booleans())
def test_what_is_looked_up_is_what_the_pattern_finds(parts: list[str], token: str, ignorecase: bool) -> None:
    text = "".join(parts)
    pattern = patterns.compile(tokens.compose([token], ignorecase=ignorecase))
    found = [match.span() for match in patterns.find(pattern, text)]
    assert [span for span in looked_up(text, token, ignorecase=ignorecase) if span in found] == found
    assert all(patterns.search(pattern, text[start:end]) for start, end in looked_up(text, token, ignorecase=ignorecase))


def test_a_pattern_is_no_phrase() -> None:
    assert phrase("colou?r", ignorecase=True) is None
    assert phrase("a  b", ignorecase=True) is None
    assert phrase("U.S.", ignorecase=True) is None


def test_a_place_stands_for_a_match() -> None:
    known = phrase("in order to", ignorecase=True)
    assert known
    [(block, i, place)] = Lexicon([(7, known)]).found(Words(["", "So in\n order to go"]))
    assert (block, i, place[0]) == (1, 7, "in\n order to")
    assert (place.span(), place.start(), place.end(), place.groups()) == ((3, 15), 3, 15, ())
