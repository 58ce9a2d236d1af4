import pytest
from vale_blocks import blocks, document, texts

from lintnews.model import LintNewsError, Span
from lintnews.vale.document import ScopedBlock

PAGE = """Herons
======

A *grey* heron with ``its code`` and `a link <https://x.example>`_.
It stands there.

- One thing
  goes on
- Two

> Not a quotation here.

   A quotation.

.. note:: Mind the
   herons.

.. versionadded:: 3.2
   The heron came.

.. code-block:: python

   herons = 1

See :ref:`the owls <owls>` and :func:`fly`.

.. vale off

Nothing.

.. vale on

====  =====
Bird  Count
====  =====
Owl   two owls
====  =====
"""


def test_the_blocks_are_those_of_the_page_that_docutils_makes() -> None:
    found = [(scope.split(".class.")[0], text) for scope, text in blocks(PAGE, "rst", "text")]
    assert found == [
        ("text.heading.h1", "Herons"),
        ("text", "A grey heron with ******** and a link.\nIt stands there."),
        ("text.list", "One thing\ngoes on"),
        ("text.list", "Two"),
        ("text", "> Not a quotation here."),
        ("text.blockquote", "A quotation."),
        ("text", "Note"),
        ("text", "Mind the\nherons."),
        ("text", "The heron came."),
        ("text", "See the owls and ***."),
        ("text.table.header", "Bird"),
        ("text.table.header", "Count"),
        ("text.table.cell", "Owl"),
        ("text.table.cell", "two owls"),
    ]


def test_every_word_of_copy_has_its_place() -> None:
    made = document(PAGE, "rst")
    for block in made.blocks:
        assert isinstance(block, ScopedBlock)
        if block.scope.startswith("text") and block.text != "Note":
            for word in {word.strip(".") for word in block.text.replace("*", " ").split()}:
                at = block.text.index(word)
                assert PAGE[slice(*block.in_source(Span(at, at + len(word))))] == word
    assert [PAGE[slice(*note.span)] for note in made.notes] == ["vale off", "vale on"]


def test_a_heading_is_where_it_stands_and_not_where_something_leads_to_it() -> None:
    text = "Birds\n=====\n\n.. _Grey Herons:\n\nGrey Herons\n-----------\n\nText.\n"
    heading = next(block for block in document(text, "rst").blocks if block.text == "Grey Herons")
    assert heading.in_source(Span(0, 4)).start == text.index("Grey Herons\n-")


@pytest.mark.parametrize(
    "text",
    [
        ".. include:: /etc/hostname\n\nText.\n",
        ".. raw:: html\n   :file: /etc/hostname\n\nText.\n",
        ".. csv-table::\n   :url: https://x.example\n\nText.\n",
        ".. raw:: html\n\n   <script>x</script>\n\nText.\n",
    ],
)
def test_nothing_is_read_from_elsewhere_or_put_in_as_it_is(text: str) -> None:
    assert texts(text, "rst") == ["Text."]


@pytest.mark.parametrize(
    "text", ["", "*", "``", "`a <", "|x|_ [1]_\n", "=\n=\n", ".. \n", "+--+\n|a\n", "a\n  b\n c\n", "\ufeff..\n\n\r\n\x0c"]
)
def test_odd_text_stops_nothing(text: str) -> None:
    assert document(text, "rst").blocks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("".join(" " * depth + "- a\n\n" for depth in range(0, 400, 2)), "too deep"),
        ("Text.\n\n" + "`a " * 3_000, "line 3: more than 2,000 marks"),
        ("a_ " * 3_000, "line 1: more than 2,000 marks"),
    ],
)
def test_what_would_take_ages_is_told_by_name(text: str, told: str) -> None:
    with pytest.raises(LintNewsError, match=rf"story\.rst: .*{told}"):
        document(text, "rst")


def test_the_words_for_a_picture_have_their_place() -> None:
    text = "Text.\n\n.. image:: a.png\n   :alt: Two herons\n"
    (alt,) = (block for block in document(text, "rst").blocks if block.text == "Two herons")
    assert alt.in_source(Span(0, 3)) == Span(text.index("Two"), text.index("Two") + 3)


def test_nothing_stands_outside_the_file() -> None:
    for text in (PAGE, ".. image:: a.png\n", ":Author: Me\n\n.. contents::\n\n.. [1] A note.\n\n[1]_\n"):
        assert all(0 <= piece.start <= piece.end <= len(text) for block in document(text, "rst").blocks for piece in block.pieces)


def test_a_word_that_docutils_puts_in_leads_nowhere() -> None:
    code = "::\n\n   {\n     x\n   }\n\n"
    text = f"Owls.\n\n.. note::\n\n   Herons ``eat`` a lot of fish here.\n\nNote the owls.\n\n{code}The {{last}} of them. {{\n"
    places = {block.text: block.in_source(Span(0, 4)).start for block in document(text, "rst").blocks if block.text.endswith((".", "{"))}
    assert places["Herons *** a lot of fish here."] == text.index("Herons")
    assert places["Note the owls."] == text.index("Note the")
    assert places["The {last} of them. {"] == text.index("The {last}")


def test_copy_is_found_whatever_its_lines_are_set_in() -> None:
    text = "* One two\n  three four.\n* Five, six\n  seven.\n"
    (first, _) = (block for block in document(text, "rst").blocks if "list" in block.scope)
    assert first.in_source(Span(first.text.index("three"), len(first.text))) == Span(text.index("three"), text.index("\n* Five"))
