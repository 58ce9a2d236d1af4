from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cli import main

SAID = "We will not close the weir in May."


def story(folder: Path) -> str:
    path = folder / "story.txt"
    path.write_text("A headline\n\n“We will close the weir in May,” the keeper said.\n", encoding="utf-8")
    return str(path)


def pdf(text: str) -> bytes:
    """A file of one page with one line, and no more than a reader needs."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for i, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (i, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))
    return out + end


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("said.txt", SAID.encode()),
        ("said.md", f"# Minutes\n\n- {SAID}\n".encode()),
        ("said.html", f"<html><body><p>{SAID}</p></body></html>".encode()),
        ("said.pdf", pdf(SAID)),
    ],
)
def test_a_quotation_is_held_against_a_file_of_any_form(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    code = main(["check", "-s", "quotes.source", "--source", str(tmp_path / name), "-f", "concise", story(tmp_path)])
    assert (code, "leaves out words of" in capsys.readouterr().out) == (1, True)


def test_what_a_run_found_by_one_source_is_not_said_by_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "said.txt"
    codes = []
    for text in (SAID, SAID.replace("not ", "")):
        source.write_text(text, encoding="utf-8")
        codes.append(main(["check", "-s", "quotes.source", "--source", str(source), story(tmp_path)]))
    assert codes == [1, 0]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("gone.txt", None, "cannot be read: No such file or directory"),
        ("broken.pdf", b"no pdf", "cannot be read as PDF"),
        ("scan.pdf", pdf(""), "there is no text in this PDF"),
    ],
)
def test_a_source_that_cannot_be_read_is_one_line_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code = main(["check", "--source", str(tmp_path / name), story(tmp_path)])
    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (2, 1)
    assert told.startswith("--source: ")
    assert words in told
