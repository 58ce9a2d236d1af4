import pytest
from vale_blocks import document, texts

from lintnews.model import Source, Span
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents import read


def found(text: str, **options: object) -> list[tuple[str, str]]:
    made = read(Source("a.mdx", text), Reading("mdx", "mdx", **options))  # type: ignore[arg-type]
    return [(block.scope, block.text) for block in made.blocks if isinstance(block, ScopedBlock) and block.scope.startswith("text")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from './a'\nimport {B} from 'b'\n\nRain.", ["Rain."]),
        ("export const a = {\n\n  b: 1 }\n\nRain.", ["Rain."]),
        ("Rain.\nexport it.", ["Rain.\nexport it."]),
        ("Sum is {1 + {a: 2}.a} today.", ["Sum is ************** today."]),
        ("Sum is {`a`} and {1 +\n1}.", ["Sum is * and *."]),
        ("{(function () {\n\n  return 'Rain'\n})()}\n\nSun.", ["Sun."]),
        ("A } and \\{not\\} and {open.", ["A } and {not} and {open."]),
        ("`{a}` and ``<B>`` and `open <C>x</C>", ["*** and *** and `open x"]),
        ("An <External>inline</External> word, <Icon /> and <b>bold</b> too.", ["An inline word, ******** and bold too."]),
        ("3 < 4 and a <- b and <http://x.y> stand.", ["3 < 4 and a <- b and ********** stand."]),
        ("<Chart data={rain} label='> x' />\n\nSun.", ["Sun."]),
        ("<Card\n  title={'Rain'}\n/>\n\nSun.", ["Sun."]),
        ("<>\nRain\n</>", ["Rain"]),
        ("<Tip>Rain *falls*.</Tip>", ["Rain falls."]),
        ("<summary>Rain</summary>\n```sh\nno copy\n```", ["Rain"]),
        ("{/* note */}Rain, {/* more */}sun.", ["Rain, sun."]),
        ("- {/* note */}Rain", ["Rain"]),
        ("<!-- {a} -->\n\nRain <!-- open", ["Rain <!-- open"]),
        ("    ## Head\n\n    - one\n      more\n\n    - two", ["Head", "one\nmore", "two"]),
        ("    ```sh\n    a\n\n      b\n    ```\n\nRain.", ["Rain."]),
        ("~~~\n{a\n\n<B>", []),
        ("- one\n\n      far in\n\nout", ["one", "out"]),
        ("<Steps>\n  <Step>\n    Run:\n\n    ```sh\n    a\n    ```\n\n    Done.\n  </Step>\n</Steps>", ["Run:", "Done."]),
    ],
)  # fmt: skip
def test_mdx_is_read_as_its_markdown(text: str, expected: list[str]) -> None:
    assert [words for _, words in found(text)] == expected


def test_the_name_of_an_element_is_a_class_of_what_is_in_it() -> None:
    assert found("<Aside type='info'>\n  Rain.\n</Aside>\n\nSun.") == [("text.class.Aside.mdx", "Rain."), ("text.mdx", "Sun.")]
    assert [words for _, words in found("<Aside>\n  Rain.\n</Aside>\n\nSun.", ignored_classes=("Aside",))] == ["Sun."]


def test_comments_are_told_with_their_places() -> None:
    text = "{/* vale off */}\n\nRain.\n\n{/* vale on */}\n"
    made = read(Source("a.mdx", text), Reading("mdx", "mdx"))
    assert [(note.text.strip(), text[slice(*note.span)]) for note in made.notes] == [
        ("vale off", "{/* vale off */}"),
        ("vale on", "{/* vale on */}"),
    ]


def test_every_word_keeps_its_place() -> None:
    text = "---\ntitle: t\n---\nimport a\n\n<Steps>\n    - Rain {x} falls\n</Steps>\n"
    [block] = [
        each for each in read(Source("a.mdx", text), Reading("mdx", "mdx")).blocks if isinstance(each, ScopedBlock) and "list" in each.scope
    ]
    at = block.text.index("falls")
    span = block.in_source(Span(at, at + 5))
    assert text[slice(*span)] == "falls"


def test_markdown_that_is_not_mdx_keeps_its_braces() -> None:
    assert texts("Sum is {1}.") == ["Sum is {1}."]
    assert document("Sum is {1}.").notes == ()
