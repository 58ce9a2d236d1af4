import pytest

from lintnews.vale.message import fill


@pytest.mark.parametrize(
    ("message", "values", "said"),
    [
        ("no places", ("a",), "no places"),
        ("'%s' is weak", ("very",), "'very' is weak"),
        ("'%s' or '%s'", ("a",), "'a' or ''"),
        ("one %s", ("a", "b"), "one a"),
        ("%[2]s before %[1]s", ("a", "b"), "b before a"),
        ("100%% %s", ("sure",), "100% sure"),
        ("100% of '%s'", ("foo",), "100%!o(string=foo)f ''"),
        ("%q", ("a",), '"a"'),
        ("at the end %", (), "at the end %!(NOVERB)"),
        ("%d", ("three",), "%!d(string=three)"),
        ("{match} stays", ("a",), "{match} stays"),
    ],
)
def test_a_message_is_filled_as_go_fills_it(message: str, values: tuple[str, ...], said: str) -> None:
    assert fill(message, values) == said


def test_a_count_is_shown_by_d() -> None:
    assert fill("%d or %s", ("3", "3"), count=True) == "3 or 3"


def test_texts_with_quotes_of_their_own_take_the_place_of_the_first_of_two_pairs() -> None:
    assert fill("Use '%s' instead of '%s'.", ("'dog' or 'wolf'", "Cat"), quoted=True) == "Use 'dog' or 'wolf' instead of 'Cat'."
    assert fill("Use '%s'.", ("'dog' or 'wolf'", "Cat"), quoted=True) == "Use ''dog' or 'wolf''."
