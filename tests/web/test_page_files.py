"""Stories come to the page as files and leave it as files; what is no story leaves the one that is there alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from lintnews import files

STORY = "The mayor of of Ludgrave ate a apple on Monday.\n\nThe Royal Saudi Navel Forces sent a boat.\n"
SLIP = "The café of of Ludgrave was “open”."
OFFICE = Path(__file__).parents[1] / "office" / "data"

Opened = Callable[..., AbstractContextManager[Page]]


def test_a_story_is_dropped_on_the_page(opened: Opened) -> None:
    with opened() as page:
        page.evaluate(
            """() => {
                const given = new DataTransfer();
                given.items.add(new File(["The mayor of of Ludgrave slept."], "harbour.md", { type: "text/markdown" }));
                document.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
            }"""
        )
        expect(page.locator("#copy")).to_have_value("The mayor of of Ludgrave slept.")
        expect(page.locator("#format")).to_have_value(".md")
        expect(page).to_have_title("harbour · LintNews")
        expect(page.locator(".finding")).to_have_count(1)


def test_a_story_is_saved_as_it_stands(opened: Opened) -> None:
    with opened(STORY) as page:
        with page.expect_download() as saved:
            page.locator("#save").click()
        assert saved.value.path().read_text() == STORY
        assert saved.value.suggested_filename == "story.txt"


@pytest.mark.parametrize("name", ["story.docx", "story.rtf"])
def test_a_word_processors_file_is_opened_and_saved_with_its_formatting(opened: Opened, name: str, tmp_path: Path) -> None:
    given = OFFICE / name
    with opened() as page:
        page.locator("#file").set_input_files(given)
        page.locator("#fix-safe").click()
        expect(page.locator("#copy")).not_to_have_value(files.read(str(given)).text)
        with page.expect_download() as saved:
            page.locator("#save").click()
        assert saved.value.suggested_filename == name
        saved.value.save_as(tmp_path / name)
        assert files.read(str(tmp_path / name)).text == page.locator("#copy").input_value()


def test_what_cannot_be_saved_in_the_file_is_saved_as_text(browser: Browser, service: Any) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(service.address)
        page.locator("#file").set_input_files(OFFICE / "story.docx")
        page.locator(".finding").first.wait_for()
        page.locator("#copy").fill("Another story.")
        with page.expect_download() as saved:
            page.locator("#save").click()
        assert saved.value.suggested_filename == "story.txt"
        expect(page.locator("#status")).to_contain_text("a fix would change more than words")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_coding_that_it_has(opened: Opened, coding: str, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_bytes(SLIP.encode(coding))
    with opened() as page:
        page.locator("#file").set_input_files(tmp_path / "harbour.txt")
        expect(page.locator("#copy")).to_have_value(SLIP)
        expect(page.locator("#status")).to_have_text("1 error.")
        expect(page.locator("#length")).to_have_text("7 words.")


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", b"\x89PNG\r\n\x1a\n\0\0"), ("a.pdf", b"%PDF-1.4\n%\xe2\xe3"), ("a.doc", b"\xd0\xcf\x11\xe0\0\0")]
)
def test_what_is_no_text_is_told_and_the_story_stays(opened: Opened, name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with opened(STORY) as page:
        page.locator("#file").set_input_files(tmp_path / name)
        expect(page.locator("#status")).to_contain_text(f"{name} is no text. Open plain text, Markdown")
        expect(page.locator("#copy")).to_have_value(STORY)
        page.locator("#tab-names").click()
        page.locator("#file").set_input_files(tmp_path / name)
        expect(page.locator("#names-status")).to_contain_text("is no text")


def test_a_story_that_is_too_long_is_told(browser: Browser, strict: Any) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(f"sessionStorage.setItem('token', {strict.token!r})")
        page.goto(strict.address)
        page.locator("#copy").fill("It rained on Ludgrave. " * 4000)
        expect(page.locator("#status")).to_contain_text("longer than the service takes")


def test_a_service_that_comes_back_is_asked_again(browser: Browser, service: Any) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(service.address)
        expect(page.locator("#profile option")).not_to_have_count(1)
        context.set_offline(True)
        page.locator("#copy").fill("The mayor of of Ludgrave slept.")
        expect(page.locator("#status")).to_contain_text("The service does not answer")
        context.set_offline(False)
        expect(page.locator("#status")).to_have_text("1 error.")
