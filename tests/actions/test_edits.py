import pytest

from lintnews.actions import edits


@pytest.mark.parametrize(
    ("steps", "text", "edited"),
    [
        (["lower"], "NASA Hello", "nasa hello"),
        (["upper"], "a b", "A B"),
        (["capitalize"], "foo BAR", "Foo BAR"),
        (["uncapitalize"], "Foo BAR", "foo BAR"),
        (["sentence"], "foo BAR", "Foo bar"),
        (["simple"], "auto-save the fooBar", "auto save the foo bar"),
        (["kebab"], "Foo bar", "foo-bar"),
        (["snake"], "XMLHttpRequest v2", "xmlhttp_request_v2"),
        (["camel"], "foo BAR baz-qux", "fooBarBazQux"),
        (["pascal"], "foo bar", "FooBar"),
        (["squeeze"], "foo   bar", "foo bar"),
        (["wrap", '"'], "foo", '"foo"'),
        (["unwrap", '"'], '"foo"', "foo"),
        (["prefix", "pre-"], "foo", "pre-foo"),
        (["suffix", "-x"], "foo", "foo-x"),
        (["remove", "of"], "foo bar", "bar"),
        (["trim", "fx"], "foox", "oo"),
        (["truncate", " "], "foo bar", "foo"),
        (["truncate", ""], "foo", "f"),
        (["split", " ", "1"], "foo bar", "bar"),
        (["split", " ", "7"], "foo bar", "foo bar"),
        (["regex", "(o+)", "<$1>"], "foo", "f<oo>"),
        (["smart"], '"foo" -- it\'s...', "“foo” – it’s…"),
        (["dumb"], "“foo” — it’s…", '"foo" --- it\'s...'),
        (["ascii"], "café — “x”", 'cafe --- "x"'),
        (["words"], "121", "one hundred twenty-one"),
        (["words"], "1,234", "one thousand two hundred thirty-four"),
        (["words"], "0", "zero"),
        (["words"], "a few", "a few"),
        (["digits"], "one hundred and five", "105"),
        (["digits"], "two million three", "2000003"),
        (["digits"], "and so", "and so"),
        (["lower", "replace", "o", "0", "prefix", "x"], "FOO", "xf00"),
    ],
)
def test_an_edit_does_its_steps_one_after_another(steps: list[str], text: str, edited: str) -> None:
    assert edits.fault(steps) == ""
    assert edits.apply(text, steps) == edited


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "unknown edit"),
        (["lowr"], "unknown edit `lowr`"),
        (["trim"], "takes 1 more"),
        (["lower", "replace", "a"], "takes 2 more"),
        (["regex", "(", ""], "bad pattern"),
        (["split", " ", "-1"], "a whole number"),
    ],
)
def test_a_step_that_cannot_be_done_is_a_fault(steps: list[str], words: str) -> None:
    assert words in edits.fault(steps)
