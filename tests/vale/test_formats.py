import pytest

from lintnews.vale.formats import format_of, unread


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.Rmd", "md"), ("a.mdx", "mdx"), ("a.shtml", "html"), ("notes", ""), ("a.toml", ""), ("a.asc", "adoc"), ("a.mts", "mts")],
)
def test_a_file_is_read_by_its_ending(name: str, form: str) -> None:
    assert format_of(name, {}) == form


@pytest.mark.parametrize("name", ["a.ex", "a.kts", "a.mjs", "a.qdoc", "a.qmd", "a.myst", "a.xsd", "a.org"])
def test_what_vale_reads_otherwise_is_refused_by_name(name: str) -> None:
    assert unread(format_of(name, {}))


def test_a_format_that_is_assigned_is_the_files() -> None:
    assert format_of("a.qmd", {"qmd": "md"}) == "md"
