"""Whatever goes wrong, the pack in place stays byte for byte, and the error is one line."""

from __future__ import annotations

import gzip
import os
import socket
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from serving import DATA, Desk, Site, archive, sample

from lintnews.model import LintNewsError
from lintnews.updates import reading
from lintnews.updates.fetch import Limits

CURRENT = sample("legislators-current.yaml")
CSV = "/every-politician-scrapers/us-cabinet/main/html/holders21.csv"


@pytest.fixture
def fails(desk: Desk) -> Callable[..., str]:
    """A function: an update that must fail, its error out; the pack that was there must be as it was, and nothing beside it."""

    def run(source: str, *given: str | Path, **wanted: object) -> str:
        path = desk.path(source)
        path.parent.mkdir(parents=True)
        path.write_text("# the old pack\n", encoding="utf-8")
        with pytest.raises(LintNewsError) as caught:
            desk.update(source, *given, **wanted)
        assert path.read_text(encoding="utf-8") == "# the old pack\n"
        assert [each.name for each in path.parent.iterdir()] == [path.name]
        words = str(caught.value)
        assert "\n" not in words
        assert words.endswith("; the facts in place stay as they are")
        assert caught.value.exit_code == 2
        return words

    return run


def cut(body: bytes, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer whose connection closes in the middle of its body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)
        request.close_connection = True

    return answer


def test_a_refused_connection(fails):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "cannot be reached: Connection refused" in fails("openstates", f"http://127.0.0.1:{port}/people.tar.gz")


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (500, "500"), (503, "503"), (204, "204"), (206, "206")])
def test_an_answer_that_is_not_ok(fails, site: Site, status, words):
    url = site.gives("/a.yaml", b"" if status == 204 else CURRENT, status=status, Retry_After="1")
    assert f"the server answers {words}" in fails("congress-legislators", url)
    assert len(site.asked) == 1


def test_a_body_cut_off_before_its_length(fails, site: Site):
    url = site.answers("/a.yaml", cut(CURRENT[:300], Content_Length=str(len(CURRENT))))
    assert "cut off" in fails("congress-legislators", url)


def test_a_chunked_body_cut_off(fails, site: Site):
    url = site.answers("/a.yaml", cut(b"%x\r\n%s\r\n" % (300, CURRENT[:300]), Transfer_Encoding="chunked"))
    assert "cut off" in fails("congress-legislators", url)


def test_a_packed_body_cut_off(fails, site: Site):
    whole = gzip.compress(CURRENT)
    url = site.answers("/a.yaml", cut(whole[: len(whole) // 2], Content_Encoding="gzip"))
    assert "cut off" in fails("congress-legislators", url)


def test_a_body_said_to_be_packed_that_is_not(fails, site: Site):
    assert "said to be packed with gzip" in fails("congress-legislators", site.gives("/a.yaml", CURRENT, Content_Encoding="gzip"))


def test_a_body_packed_in_a_way_that_was_not_asked_for(fails, site: Site):
    assert "packed as `br`" in fails("congress-legislators", site.gives("/a.yaml", CURRENT, Content_Encoding="br"))


def test_an_archive_cut_off_where_no_length_was_told(fails, site: Site):
    whole = archive(DATA / "openstates")
    assert "cut off" in fails("openstates", site.answers("/a.tar.gz", cut(whole[: len(whole) // 2], Content_Type="application/x-gzip")))


def test_an_archive_whose_checksum_is_wrong(fails, site: Site):
    whole = bytearray(archive(DATA / "openstates"))
    whole[-6] ^= 1
    assert "cut off or damaged" in fails("openstates", site.gives("/a.tar.gz", bytes(whole)))


def test_a_page_where_data_should_be(fails, site: Site):
    url = site.gives("/a.yaml", b"<html>Please log in</html>", "text/html; charset=utf-8")
    assert "of the wrong type, `text/html`; expected application/json" in fails("congress-legislators", url)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'[{"id": {"wikipedia": "Paul Ry', "not valid JSON"),
        (b"[" * 100_000, "not valid JSON: nested too deep"),
        (b"- id:\n\t- x", "not valid YAML"),
        (b"- id: \xff\xfe", "not UTF-8"),
        (b"{}", "expected a list of records"),
        (b"just words", "expected a list of records"),
        (b"[1, 2]", "expected a list of records"),
        (b"[" + b"9" * 5000 + b"]", "not valid JSON: a number with too many digits"),
        (b"[]", "no row in it that `congress-legislators` knows"),
        (b'[{"name": {"last": "Ryan"}, "terms": [{"type": "mayor"}]}]', "no row in it"),
        (b'[{"terms": [{"type": "prez", "start": "2009-01-20"}]}]', "none of 1 rows can be used"),
    ],
)
def test_a_body_that_is_not_of_its_form(fails, site: Site, body, words):
    assert words in fails("congress-legislators", site.gives("/a", body))


def test_an_answer_of_the_query_service_that_ends_in_a_fault_of_its_own(fails, site: Site):
    body = sample("sparql.json")[:900] + b"\njava.util.concurrent.TimeoutException\n\tat java.base/FutureTask.get"
    words = fails("wikidata", site.gives("/sparql", body, "application/sparql-results+json"), items=("Q11696",))
    assert words.startswith(f"{site.address}/sparql?…: not valid JSON")


def test_a_dump_without_its_end(fails, tmp_path: Path):
    (tmp_path / "dump.json").write_bytes(sample("dump.json").rstrip().removesuffix(b"]"))
    assert "cut off: the list in it has no end" in fails("wikidata", tmp_path / "dump.json", items=("Q11696",))


def test_a_packed_dump_without_its_end(fails, tmp_path: Path):
    (tmp_path / "dump.json.gz").write_bytes(gzip.compress(sample("dump.json"))[:-20])
    assert "cut off or damaged" in fails("wikidata", tmp_path / "dump.json.gz", items=("Q11696",))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"position,person,start,end\nPresident,Barack Oba", "has not as many cells as the first; cut off?"),
        (b"post,person,start,end\nPresident,Barack Obama,2009,2017\n", "no column `position`"),
        (b'position,person,start,end\n"President,Barack Obama,2009,2017\n', "not valid CSV"),
        (b"position,person,start,end\n", "no row in it"),
        (b"", "no column `position`"),
    ],
)
def test_a_list_of_ministers_that_is_not_of_its_form(fails, site: Site, body, words):
    assert words in fails("ministers", site.gives(CSV, body))


def test_a_checksum_that_differs(fails, site: Site):
    words = fails("congress-legislators", site.gives("/a.yaml", CURRENT), sums=("0" * 64,))
    assert "its SHA-256 is 423" not in words
    assert "not the one that was given" in words


def test_one_checksum_for_two_files(fails, site: Site):
    url = site.gives("/a.yaml", CURRENT)
    assert "--sha256: 2 are read, so give as many checksums, not 1" in fails("congress-legislators", url, url, sums=("0" * 64,))


def test_a_server_that_does_not_answer(fails, site: Site):
    url = site.answers("/a.yaml", lambda _: time.sleep(0.6))
    assert "no answer for 0.2 seconds" in fails("congress-legislators", url, limits=Limits(wait=0.2))


def test_a_server_that_never_comes_to_an_end(fails, site: Site):
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(40):
            try:
                request.wfile.write(b"x" * (1 << 16))
            except OSError:
                return
            time.sleep(0.05)

    words = fails("congress-legislators", site.answers("/a.yaml", drip), limits=Limits(wait=5, whole=0.2))
    assert "not all there after 0.2 seconds" in words


@pytest.mark.parametrize("told", [True, False])
def test_a_body_larger_than_the_limit(fails, site: Site, told):
    body = b"x" * 300_000
    url = site.gives("/a.yaml", body) if told else site.answers("/a.yaml", cut(body))
    assert "larger than 0.25 MB" in fails("congress-legislators", url, limits=Limits(wait=5, size=1 << 18))


def test_a_small_body_that_unpacks_to_one_larger_than_the_limit(fails, site: Site):
    url = site.gives("/a.yaml", gzip.compress(b"x" * 10_000_000), Content_Encoding="gzip")
    assert "larger than 0.25 MB" in fails("congress-legislators", url, limits=Limits(wait=5, size=1 << 18))


@pytest.mark.parametrize("place", ["file:///etc/hostname", "ftp://127.0.0.1/a.yaml"])
def test_a_redirect_to_what_is_not_the_web(fails, site: Site, place):
    url = site.gives("/a.yaml", b"", status=302, Location=place)
    assert "leads to no address on the web, http or https" in fails("congress-legislators", url)


def test_a_redirect_without_end(fails, site: Site):
    url = site.gives("/a.yaml", b"", status=302, Location="/a.yaml")
    assert "redirects more than 5 times" in fails("congress-legislators", url)
    assert len(site.asked) == 6


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://example.org/a", "http://", "http://[::1", "http://127.0.0.1:99999/"])
def test_an_address_that_cannot_be_read(fails, address):
    assert address in fails("congress-legislators", address)


def test_a_file_that_is_not_there(fails, tmp_path: Path):
    assert "there is no such file or folder" in fails("factbook", tmp_path / "factbook.json")


@pytest.mark.parametrize(("name", "words"), [("", "there is no such file"), (os.devnull, "not a plain file")])
def test_what_is_no_file(fails, name, words):
    assert words in fails("factbook", name)


def test_a_folder_with_nothing_of_the_source_in_it(fails, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert "no row in it that `openstates` knows" in fails("openstates", tmp_path / "empty")


def test_a_line_that_would_fill_the_memory(fails, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MAX_LINE", 1000)
    (tmp_path / "dump.json").write_bytes(b"[\n" + b"x" * 2000)
    assert "a line of more than" in fails("wikidata", tmp_path / "dump.json")


def test_a_packed_text_that_would_fill_the_memory(fails, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MAX_TEXT", 1000)
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(b" " * 2000))
    assert "a text of more than" in fails("congress-legislators", tmp_path / "a.json.gz")


def test_one_file_of_several_is_enough_to_fail(fails, site: Site):
    good = site.gives("/a.yaml", CURRENT)
    assert "404" in fails("congress-legislators", good, site.address + "/b.yaml")


def test_a_password_is_not_told(fails):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "secret" not in fails("congress-legislators", f"http://desk:secret@127.0.0.1:{port}/a.yaml")


def test_what_cannot_be_written_leaves_no_half_pack(desk: Desk, tmp_path: Path):
    (tmp_path / "rules").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(LintNewsError, match="cannot be written"):
        desk.update("congress-legislators", DATA / "executive.json")


def test_a_redirect_on_the_web_is_followed(desk: Desk, site: Site):
    site.gives("/new.json", sample("executive.json"), "application/json")
    done = desk.update("congress-legislators", site.gives("/old.json", b"", status=301, Location="/new.json"))
    assert done.header.rows == 2
