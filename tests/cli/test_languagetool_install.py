"""`lintnews languagetool install`: from a mirror, a folder, an archive; what is no release is refused."""

from __future__ import annotations

import os
import shutil
import zipfile
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from web_server import serving

from lintnews import jars
from lintnews.languagetool import home


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A Maven repository with what is installed, laid out as Maven has it."""
    folder = tmp_path / "mirror"
    for jar in jars.listed():
        place = folder / jar.path
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(home.found() / jar.place, place) if _same_disk(tmp_path) else shutil.copy(home.found() / jar.place, place)
    return folder


def test_it_comes_from_a_mirror_whole_or_not_at_all(desk, run, mirror, tmp_path):
    into = tmp_path / "into"
    with serving(_files(mirror)) as url:
        outcome = run("languagetool", "install", "--from", f"{url}", "--into", str(into))
        assert outcome.code == 0
        assert f"LINTNEWS_LANGUAGETOOL={into}" in outcome.out
        assert {path.relative_to(into).as_posix() for path in into.rglob("*.jar")} == {jar.place for jar in jars.listed()}
        bcrypt = next(jar for jar in jars.listed() if jar.name == "bcrypt")
        (mirror / bcrypt.path).unlink()
        (mirror / bcrypt.path).write_bytes(b"other")
        outcome = run("languagetool", "install", "--from", url, "--into", str(tmp_path / "other"))
        assert outcome.code == 2
        assert "bcrypt-0.10.2.jar: not the file that was expected (SHA-256 " in outcome.err
        (mirror / bcrypt.path).unlink()
        assert "bcrypt-0.10.2.jar: the server answers 404" in run("languagetool", "install", "--from", url, "--into", str(into)).err
    assert (into / home.JAR).is_file()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir() and "into" in path.name) == ["into"]
    assert not (tmp_path / "other").exists()


def test_it_comes_from_a_folder_or_an_archive(desk, run, tmp_path):
    release = tmp_path / "LanguageTool-9.9"
    (release / "libs").mkdir(parents=True)
    (release / home.JAR).write_bytes(b"server")
    (release / "libs" / "a.jar").write_bytes(b"a")
    with zipfile.ZipFile(tmp_path / "release.zip", "w") as archive:
        archive.writestr(f"LanguageTool-9.9/{home.JAR}", "server")
        archive.writestr("LanguageTool-9.9/libs/a.jar", "a")
        archive.writestr("../outside", "no")
    for source, into in ((release, "one"), (tmp_path, "two"), (tmp_path / "release.zip", "three")):
        assert run("languagetool", "install", "--from", str(source), "--into", str(tmp_path / into / "deep")).code == 0
        assert (tmp_path / into / "deep" / "libs" / "a.jar").read_bytes() == b"a"
    with serving(_files(tmp_path)) as url:
        assert run("languagetool", "install", "--from", f"{url}release.zip", "--into", str(tmp_path / "four")).code == 0
    assert (tmp_path / "four" / home.JAR).read_bytes() == b"server"
    assert not (tmp_path.parent / "outside").exists()


def test_what_is_no_release_is_refused(desk, run, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no archive")
    into = ("--into", str(tmp_path / "into"))
    assert "holds no languagetool-server.jar" in run("languagetool", "install", "--from", str(tmp_path / "empty"), *into).err
    assert "no archive that can be unpacked" in run("languagetool", "install", "--from", str(tmp_path / "text.zip"), *into).err
    assert "there is no such file" in run("languagetool", "install", "--from", str(tmp_path / "nowhere.zip"), *into).err
    assert "holds something else" in run("languagetool", "install", "--from", str(tmp_path / "empty"), "--into", str(desk)).err
    assert not (tmp_path / "into").exists()


def _files(folder: Path) -> Any:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _same_disk(path: Path) -> bool:
    return path.stat().st_dev == home.found().stat().st_dev
