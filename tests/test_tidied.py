from hypothesis import given
from hypothesis import strategies as st

from lintnews.tidied import Tidied


@given(st.text(alphabet="ab \n\t", max_size=30))
def test_every_place_of_the_tidy_text_is_found_again(text: str) -> None:
    tidy, home = " ".join(text.split()), Tidied(text)
    for offset, char in enumerate(tidy):
        places = home.home([offset])
        assert places
        assert all(text[at].isspace() if char == " " else text[at] == char for at in places)
    assert "".join(text[at] for at in home.home(at for at, char in enumerate(tidy) if char != " ")) == "".join(text.split())


def test_a_blank_is_every_place_in_its_white_space_and_minus_one_what_opens_the_text() -> None:
    assert Tidied(" \na\n\n b").home([-1, 0, 1, 2]) == [0, 1, 2, 3, 4, 5, 6]
    assert Tidied("ab").home([-1, 0, 1]) == [0, 1]
