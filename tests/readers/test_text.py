from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.model import Document, Part, Source, Span

STORY = """\
Politics

Harbour Board Shuts Old Bridge; Ferry Takes Over

JO ROE/AFP via Getty Images

Marta Quillon Contributor
Font Size:

LUDGRAVE, Vell. (AP) — The board shut the bridge on Monday. (RELATED: Ferry Was Late Again) It will stay shut.

The warden said the teh [sic] pier was next. <!-- lintnews-disable-line --> Nobody else spoke.

Why now

Engineers found cracks in June.
"""


def read(text: str, name: str = "story.txt") -> Document:
    return readers.read(Source(name, text))


def parts(text: str) -> list[tuple[str, str]]:
    return [(block.part.value, block.text) for block in read(text).blocks]


def part_of(line: str) -> str:
    """The part of a paragraph that stands between two of copy, below a headline."""
    found = parts(f"Bridge shut after storm\n\nThe bridge was shut on Monday after the storm.\n\n{line}\n\nIt will open in May.\n")
    return found[2][0]


def test_the_parts_of_a_story_are_told_by_place_and_wording() -> None:
    assert parts(STORY) == [
        ("section", "Politics"),
        ("headline", "Harbour Board Shuts Old Bridge; Ferry Takes Over"),
        ("credit", "JO ROE/AFP via Getty Images"),
        ("byline", "Marta Quillon Contributor"),
        ("boilerplate", "Font Size:"),
        ("dateline", "LUDGRAVE, Vell. (AP) —"),
        ("body", "The board shut the bridge on Monday. It will stay shut."),
        ("related", "(RELATED: Ferry Was Late Again)"),
        ("body", "The warden said the teh pier was next. Nobody else spoke."),
        ("heading", "Why now"),
        ("body", "Engineers found cracks in June."),
    ]


def test_comments_and_sic_are_notes_at_their_place_and_no_copy() -> None:
    document = read(STORY)
    assert [(note.text, STORY[note.span.start : note.span.end]) for note in document.notes] == [
        ("[sic]", "[sic]"),
        ("lintnews-disable-line", "<!-- lintnews-disable-line -->"),
    ]


def test_a_comment_over_several_lines_does_not_end_its_paragraph() -> None:
    assert [text for _, text in parts("The board <!-- a\nb\n\nc --> met.\n\nIt left.\n")] == ["The board met.", "It left."]


def test_a_comment_without_an_end_is_copy() -> None:
    assert parts("The board <!-- met.\n") == [("body", "The board <!-- met.")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    assert parts(STORY.replace("\n", end)) == parts(STORY)


def test_a_byte_order_mark_is_no_copy() -> None:
    block = read("\ufeff" + STORY).blocks[0]
    assert (block.text, block.in_source(Span(0, 1))) == ("Politics", Span(1, 2))


@pytest.mark.parametrize("text", ["He led the board.", "He led the board", "", "\n\n", "The board met.\n\nIt left.\n"])
def test_a_piece_of_copy_without_a_headline_is_body(text: str) -> None:
    assert all(part == "body" for part, _ in parts(text))


def test_an_empty_headline_is_none_and_the_story_below_it_is_body() -> None:
    text = "Board meets on bridge\n\nThe board met on Monday.\n"
    assert [part for part, _ in parts("---\ndate: 2020-01-03\n---\n" + text)] == ["headline", "body"]
    assert Part.HEADLINE not in [part for part, _ in parts("---\ndate: 2020-01-03\n---\n\n\n" + text)]


def test_a_headline_in_the_front_matter_is_the_only_one() -> None:
    found = parts("---\ntitle: Bridge shut\n---\nBoard meets again\n\nThe board met on Monday.\n")
    assert [part for part, _ in found] == ["headline", "heading", "body"]


def test_a_headline_may_end_with_a_stop_when_it_is_set_like_a_title() -> None:
    found = parts("The Old Bridge Is Closing. The Ferry Is Back.\n\nThe board met on Monday.\n")
    assert found[0][0] == "headline"


def test_a_headline_printed_twice_is_a_headline_twice() -> None:
    found = parts("Bridge shut after storm\n\nBridge shut after storm\n\nThe board met on Monday.\n")
    assert [part for part, _ in found] == ["headline", "headline", "body"]


def test_what_stands_between_headline_and_byline_is_the_deck() -> None:
    found = parts("Bridge shut after storm\n\nFerries run until May, the board says.\n\nBy Jo Roe\n\nThe bridge was shut on Monday.\n")
    assert [part for part, _ in found] == ["headline", "deck", "byline", "body"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Jo Roe"],
        ["Jo Roe and Ann van der Berg"],
        ["Jo Roe, The Ludgrave Post"],
        ["Jo Roe, Ann Lee, and Max O’Hara", "LUDGRAVE POST"],
        ["Ann Lee", "Opinion columnist"],
    ],
)
def test_bare_names_below_the_headline_are_a_byline(lines: list[str]) -> None:
    found = parts("\n\n".join(["Bridge shut after storm", *lines, "The bridge was shut on Monday after the storm.", "It will open."]))
    expected = "heading" if "The" in lines[0] else "byline"
    assert [part for part, _ in found[1:-2]] == [expected] * len(lines)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("By Jo Roe", "byline"),
        ("By Jo Roe and Ann Lee in Ludgrave", "byline"),
        ("BY JO ROE | January 3, 2020", "byline"),
        ("Jo Roe, Staff Writer", "byline"),
        ("Photo: Jo Roe", "credit"),
        ("Jo Roe/Reuters", "credit"),
        ("FILE PHOTO: A ferry leaves the harbour in Ludgrave, May 3, 2019. REUTERS/Jo Roe", "caption"),
        ("In this Jan. 3, 2020 photo, a ferry leaves the harbour.", "caption"),
        ("A ferry leaves the harbour on Monday. (AP Photo/Jo Roe)", "caption"),
        ("READ MORE: Ferry runs late again", "related"),
        ("(RELATED: Ferry Runs Late Again)", "related"),
        ("Advertisement", "boilerplate"),
        ("Story continues below", "boilerplate"),
        ("Slideshow (12 Images)", "boilerplate"),
        ("3 min read", "boilerplate"),
        ("1.2k Shares Facebook Twitter", "boilerplate"),
        ("___", "boilerplate"),
        ("Follow Jo Roe on Twitter @joroe", "boilerplate"),
        ("Associated Press writers Jo Roe and Ann Lee contributed to this report.", "boilerplate"),
        ("Reporting by Jo Roe; Editing by Ann Lee", "boilerplate"),
        ("This story has been updated.", "boilerplate"),
        ("Correction: An earlier version misspelled the warden’s name.", "boilerplate"),
        ("© 2020 The Ludgrave Post. All rights reserved.", "boilerplate"),
        ("Sign up for our newsletter.", "boilerplate"),
        ("- Ferries run hourly", "list"),
        ("What the board wants", "heading"),
        ("‘Settled law’", "heading"),
    ],
)
def test_a_line_of_a_fixed_wording_is_known_by_it(line: str, part: str) -> None:
    assert part_of(line) == part


@pytest.mark.parametrize(
    "line",
    [
        "By noon the crowd had gone.",
        "By Friday, Jo Roe had left the board.",
        "From the pier the ferry could be seen.",
        "Updated figures show that 12 people died.",
        "Copyright law is not the warden’s concern.",
        "Email records show that the board knew.",
        "Follow the money, the warden said.",
        "Reporting by the Ludgrave Post led to the inquiry.",
        "Filed in May, the suit names the board.",
        "Corrections officers found the tunnel.",
        "Comments by the warden angered the board.",
        "Sources close to the board said so.",
        "Share prices fell.",
        "More than 40 people came.",
        "Image is everything to the warden.",
        "Video of the fall was shown in court.",
        "Story continued to be told.",
        "Read the room, he said.",
        "3 people died.",
        "“We won,” said Jo Roe, a reporter.",
        "Editor Jo Roe resigned.",
        "He left.",
    ],
)
def test_a_sentence_that_begins_like_a_label_is_body(line: str) -> None:
    assert part_of(line) == "body"


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON —",
        "LONDON (Reuters) -",
        "NEW YORK, Jan. 3 (Reuters) -",
        "MCALLEN, Texas/WASHINGTON (Reuters) -",
        "(Reuters) -",
        "New York (CNN)",
        "EL PASO, Texas –",
        "(CNN)",
        "LONDON, Jan 9 2024 -",
        "LONDON, 9 January 2024 —",
        "PARIS, Tuesday, Jan. 9, 2024 (Reuters) —",
        "Tokyo, Jan. 9 (Kyodo) --",
        "Beirut, Lebanon, 9 Jan 2024 –",
    ],
)
def test_a_dateline_is_cut_off_the_first_copy(dateline: str) -> None:
    found = parts(f"Bridge shut after storm\n\n{dateline} The board met on Monday.\n\nIt left.\n")
    assert found[1:3] == [("dateline", dateline), ("body", "The board met on Monday.")]


@pytest.mark.parametrize(
    "line",
    [
        "Ferries — all of them — were late.",
        "A (small) board - of three - met.",
        "U.S. ships left.",
        "On March 3, 2020 - the day it rained - she left.",
        "He said on Monday, Jan. 9 - the day it rained - that she had left.",
    ],
)
def test_a_dash_in_the_first_sentence_is_no_dateline(line: str) -> None:
    assert parts(f"Bridge shut after storm\n\n{line}\n\nIt left.\n")[1] == ("body", line)


def test_paragraphs_wrapped_at_a_width_are_one_and_the_line_ends_are_spaces() -> None:
    wrapped = (
        "The board of the harbour met on Monday and shut the\nbridge, which engineers said had cracks in three of its\n"
        "five piers. It will stay shut.\n"
    )
    text = f"Bridge shut after storm\n\n{wrapped}\nThe warden said that ferries would run until the bridge\nopens in May.\n"
    assert [t for _, t in parts(text)][1:] == [
        " ".join(wrapped.split("\n")).strip(),
        "The warden said that ferries would run until the bridge opens in May.",
    ]


def test_lines_that_were_not_wrapped_are_paragraphs_of_their_own() -> None:
    text = "Bridge shut after storm on Monday night, board says it is unsafe\nThe board met.\nIt left in the evening after a long debate.\n"
    assert len(parts(text)) == 3


def test_a_name_without_a_known_ending_is_read_as_plain_copy() -> None:
    assert [block.text for block in readers.read(Source("<stdin>", "The *board* met.")).blocks] == ["The *board* met."]


def test_the_table_of_endings_is_what_the_readers_say() -> None:
    from importlib import import_module

    for ending, module in readers._BUILT_IN.items():
        assert ending in import_module(f"lintnews.readers.{module}").ENDINGS
    assert readers.endings() | readers._NAMED >= set(readers._BUILT_IN)


def test_known_and_missing_endings_ask_no_other_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_strangers", None)
    assert readers.read(Source("a.md", "Hello.")).blocks
    assert readers.read(Source("<stdin>", "Hello.")).blocks


def test_the_reader_of_another_package_is_found_by_its_entry_point(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    package = tmp_path / "stranger-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text("[lintnews.readers]\nshout = stranger_reader\n")
    (tmp_path / "stranger_reader.py").write_text(
        "from lintnews.model import Source\nfrom lintnews.readers import text\n"
        "def read(source):\n    return text.read(Source(source.name, source.text.upper()))\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    readers._strangers.cache_clear()
    try:
        assert ".shout" in readers.endings()
        assert readers.read(Source("a.shout", "The board met.")).blocks[0].text == "THE BOARD MET."
    finally:
        readers._strangers.cache_clear()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "(",
        "[",
        "<",
        "<!--",
        "<a ",
        "<a b='",
        "&amp;",
        "**a*",
        "> ",
        "AB CD ",
        "By Jo Roe and ",
        "a [sic] ",
        "a (RELATED: bcd) ",
        "\n",
        "---\n",
        " ",
    ],
)
def test_a_hostile_text_is_read_to_its_end(name: str, piece: str) -> None:
    source = Source(name, piece * (100_000 // len(piece)) + "\n\nThe board met on Monday.\n")
    assert readers.read(source).source is source


def test_the_mark_of_a_headline_is_no_part_of_it() -> None:
    first = readers.read(Source("a.txt", "# 14 hurt on bridge\n\nThe board met.\n")).blocks[0]
    assert (first.part, first.text) == (Part.HEADLINE, "14 hurt on bridge")
