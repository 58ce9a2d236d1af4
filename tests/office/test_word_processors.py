"""Files of word processors: four that LibreOffice wrote (from data/story.fodt), and small ones with what Word writes besides."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from lintnews import files, office
from lintnews.model import LintNewsError

DATA = Path(__file__).parent / "data"
CHANGED = {
    ".docx": ["word/document.xml", "word/footnotes.xml"], ".odt": ["content.xml"], ".epub": ["OEBPS/sections/section0001.xhtml"],
}  # fmt: skip
NAMES = ("story.docx", "story.odt", "story.rtf", "story.epub")
TEXT = """\
Rain & wind over Ludgrave

The commander of the Quads Force said on Monday that all of it rained.

We saw teh boat & “flag” 🌧, and it was recieved there.

A cell of teh table

We saw teh note.
"""


def text_of(name: str) -> str:
    """What a file of this name has: into a book the program writes deleted words too."""
    return TEXT.replace("Monday", "gone foreverMonday") if name.endswith("epub") else TEXT


def fixed(text: str) -> str:
    return text.replace("teh", "the").replace("Quads", "Quds").replace("recieved", "received")


SHOWN = '<w:vanish w:val="0"/>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, **members: bytes) -> bytes:
    """A .docx with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<?xml version="1.0"?>\n<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        for name, data in members.items():
            package.writestr(f"word/{name}.xml", data)
    return out.getvalue()


def run(words: str, style: str = "") -> str:
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_is_what_is_printed_with_all_changes_accepted(name):
    assert files.read(str(DATA / name), name).text == text_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_fix_goes_into_the_file_and_everything_else_stays(name, tmp_path):
    path = tmp_path / name
    path.write_bytes((DATA / name).read_bytes())
    files.write(str(path), text_of(name), fixed(text_of(name)))
    assert files.read(str(path)).text == fixed(text_of(name))
    if name.endswith("rtf"):
        assert b"\\loch\\b\\loch\nQuds}" in path.read_bytes()
        return
    before, after = zipfile.ZipFile(DATA / name), zipfile.ZipFile(path)
    assert before.namelist() == after.namelist()
    changed = [member for member in before.namelist() if before.read(member) != after.read(member)]
    assert changed == CHANGED[path.suffix]
    xml = after.read(changed[0]).decode().replace(' xml:space="preserve"', "")
    assert any(bold in xml for bold in ("<w:b/></w:rPr><w:t>Quds<", '"T1">Quds</text:span>', '"span2">Quds</span>'))
    assert "gone forever" in xml


@pytest.mark.parametrize("name", NAMES)
def test_each_word_can_be_changed_by_itself(name):
    data = (DATA / name).read_bytes()
    for word_ in ("Rain", "over", "The", "Force", "all", "recieved", "there", "table", "note"):
        new = text_of(name).replace(word_, f"{word_}X<&>{{ł🌧", 1)
        assert office.text(office.rewritten(data, name, text_of(name), new), name) == new


def test_the_command_line_checks_and_fixes_them(desk_at, run_cli):
    for name in NAMES:
        (desk_at / name).write_bytes((DATA / name).read_bytes())
    out = run_cli("check", "-f", "concise")
    assert [line.split(" ")[0] for line in out.out.splitlines() if "near-miss" in line] == [f"{name}:3:22:" for name in sorted(NAMES)]
    run_cli("check", "--unsafe-fixes", "--select", "names")
    assert all("Quds Force" in files.read(name).text for name in NAMES)


@pytest.fixture
def desk_at(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run_cli(capsys):
    from lintnews.cli import main

    class Outcome:
        def __init__(self, code: int) -> None:
            self.code = code
            self.out, self.err = capsys.readouterr()

    return lambda *args: Outcome(main(args))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p><w:ins>{run('A ')}</w:ins><w:del><w:r><w:delText>B</w:delText></w:r></w:del>{run('c')}</w:p>", "A c"),
        (f"<w:p>{run('A ')}<w:moveFrom>{run('B')}</w:moveFrom><w:moveTo>{run('C')}</w:moveTo></w:p>", "A C"),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('A ')}</w:p><w:p>{run('b')}</w:p><w:p>{run('C')}</w:p>", "A b\n\nC"),
        (f"<w:p>{run('A')}{run(' hidden', '<w:vanish/>')}{run(' b', SHOWN)}</w:p>", "A b"),
        ("<w:p><w:r><w:t>A</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "A\tb\nc"),
        (f"<w:p>{run('A')}<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>{run(' 1')}</w:p>", "A 1"),
        (
            f"<w:p>{run('A')}<w:r><w:Choice><w:p>{run('box')}</w:p></w:Choice><w:Fallback><w:p>{run('box')}</w:p></w:Fallback></w:r></w:p>",
            "box\n\nA",
        ),
        (f"<w:p>{run('A')}<w:rPr><w:ins/><w:del/></w:rPr></w:p><w:p/><w:p>{run(' ')}</w:p><w:p>{run('B &amp; C')}</w:p>", "A\n\nB & C"),
    ],
)
def test_what_word_writes_is_read_as_it_prints(body, text):
    assert office.text(word(body), "a.docx") == text + "\n"


def test_blanks_at_the_end_of_a_changed_run_are_kept():
    data = word(f"<w:p>{run('We saw teh')}{run('boat')}</w:p>")
    changed = office.rewritten(data, "a.docx", "We saw tehboat\n", "We saw the boat\n")
    assert office.text(changed, "a.docx") == "We saw the boat\n"
    assert b'<w:t xml:space="preserve">' in zipfile.ZipFile(io.BytesIO(changed)).read("word/document.xml")


def test_a_fix_that_is_more_than_words_is_refused():
    data = word(f"<w:p>{run('One.')}</w:p><w:p>{run('Two.')}</w:p>")
    with pytest.raises(LintNewsError, match=r"a\.docx:1: a fix would change more than words"):
        office.rewritten(data, "a.docx", "One.\n\nTwo.\n", "One. Two.\n")
    with pytest.raises(LintNewsError, match="changed while it was checked"):
        office.rewritten(data, "a.docx", "Once.\n\nTwo.\n", "One.\n\nTwo.\n")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


def package(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a package", "a.docx: cannot be unpacked: File is not a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.docx: protected by a password, or of an old format"),
        (package(other_xml=b"<x/>"), "a.docx: no story in it: `word/document.xml` is missing"),
        (package(word__document_xml=b"<x><y></x>"), "a.docx: its XML is broken: mismatched tag"),
        (package(word__document_xml=f"{BOMB}<x>&b;</x>".encode()), "a.docx: its XML has a document type"),
        (package(word__document_xml=b" " * 70_000_000), "a.docx: `word/document.xml` holds more than 64 MB"),
        (word("<w:p/>")[:-40], "a.docx: cannot be unpacked"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(data, words):
    with pytest.raises(LintNewsError) as error:
        office.text(data, "a.docx")
    assert str(error.value).startswith(words)
    assert "\n" not in str(error.value)
