from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.english.punkt import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["He saw Mr. Heron.", "U.S. herons left.", "He left at 5 p.m. Then came Gen. Owl."],
        ["They live in the U.S.", "However, they left."],
        ["They live in the U.S. Herons do."],
        ["They saw the co. However: the rain fell."],
        ["They saw the co. “However it was.”"],
        ["The river.", "rain fell."],
        ["In 1990.", "However so."],
        ["In 1990. rain fell."],
        ["Item 1.", "No. 5 is here."],
        ["J. R. Heron Jr. and Dr.", "Who came."],
        ["He said “No.”", "Then he left."],
        ["“What?”", "he asked."],
        ["The store is “OPEN!” and full."],
        ['"Hi."', '"Ho." said the owl.'],
        ["Heron 3.7.8", "Released on Monday."],
        ["1.1. How do herons fly?"],
        ["See a.b.c(d) for more.", "It is there."],
        ["Herons (gulls, owls ...) left."],
        ["He saw ... .", "To fly was hard."],
        ["It fell..", "This one did not."],
        ["I.", "“The heron”"],
        ["Owls said “no U.S. herons.”"],
        ["Owls said: “Herons.", "Left.”"],
        ["鳥。", "飛ぶ。", "鳥"],
        ["It fell.”", "“It did.”"],
        ["He (the owl, etc.) left."],
        ["It rained.[1]", "rain fell."],
        ["One... two."],
        ["One...", "Two."],
        ["One.. two."],
        ["Is it?", "yes!", "No."],
        ["The U.S.? Herons."],
        ["'It fell.' It did."],
        ["One . . . two."],
        ["no end"],
    ],
)
def test_a_text_is_parted_where_vale_parts_it(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[slice(*span)] for span in sentences(text)] == parts


@given(st.text(alphabet='Ab. ?!“”"(\n…1U', max_size=60))
def test_the_sentences_are_the_text_in_order_without_the_space_around_them(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[slice(*span)] for span in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[slice(*span)] == text[slice(*span)].strip() != "" for span in spans)
