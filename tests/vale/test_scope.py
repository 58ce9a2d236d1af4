import pytest

from lintnews.vale.scope import any_fits, selector, unknown


@pytest.mark.parametrize(
    ("text", "scope", "parent", "fits"),
    [
        ("text", "text.md", "", True),
        ("text", "text.heading.h2.md", "", True),
        ("heading", "text.heading.h2.md", "", True),
        ("heading.h2", "text.heading.h2.md", "", True),
        ("h2.heading", "text.heading.h2.md", "", True),
        ("heading.h1", "text.heading.h2.md", "", False),
        ("text.md", "text.list.html", "", False),
        ("text", "raw.md", "", False),
        ("link", "link", "", True),
        ("text", "link", "", False),
        ("list & sentence", "sentence.text.list.md", "text.list.md", True),
        ("list", "sentence.text.list.md", "text.list.md", False),
        ("sentence", "sentence.text.md", "text.md", True),
        ("text", "paragraph.text.md", "text.md", True),
        ("~heading", "text.heading.h1.md", "", False),
        ("~heading", "text.md", "", True),
        ("~heading", "raw.md", "", False),
        ("~heading", "summary.md", "", False),
        ("sentence & ~heading", "sentence.md", "text.heading.h1.md", False),
        ("text & ~quote", "text.md", "", True),
    ],
)
def test_a_selector_fits_a_block_that_has_all_its_sections(text: str, scope: str, parent: str, fits: bool) -> None:
    assert selector(text).fits(scope, parent) is fits


def test_a_list_of_selectors_is_fitted_by_any_of_them() -> None:
    assert any_fits([selector("~heading"), selector("~list")], "text.heading.h1.md")


def test_inline_text_that_is_turned_round_is_blanked() -> None:
    assert selector("text & ~quote & ~heading & ~link").blanked == {"quote", "link"}


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("sentence", ""),
        ("text.class.note", ""),
        ("frontmatter.title", ""),
        ("text & ~quote", ""),
        ("sentense", "sentense"),
        ("", ""),
        ("a & text", "a"),
    ],
)
def test_a_section_that_no_block_has_is_told(text: str, section: str) -> None:
    assert unknown(text) == section
