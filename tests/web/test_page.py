"""The page in a real browser: writing, fixing, the keyboard, phones; nothing asked of anybody else; no fault that axe can find."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

SEEDS = Path(__file__).parents[2] / "seeds"
#: axe-core 4.12.1 (MPL-2.0) as the package axe-playwright-python 0.1.8 carries it; nothing of it is in this repository.
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
AXE_SHA256 = "84494fec757e4710dc751c8d7a636e457f4532f08f85c86dc9070133fbff53bc"
STORY = "The mayor of of Ludgrave ate a apple on Monday.\n\nThe Royal Saudi Navel Forces sent a boat.\n"

Opened = Callable[..., AbstractContextManager[Page]]


def marked(page: Page) -> list[str]:
    return page.locator("#under [data-id]").all_inner_texts()


def test_findings_stand_in_the_text_as_one_types(opened: Opened) -> None:
    with opened() as page:
        page.locator("#copy").press_sequentially("The mayor of of Ludgrave slept.")
        page.locator(".finding").wait_for()
        assert marked(page) == ["of of"]
        expect(page.locator("#status")).to_have_text("1 error.")
        page.locator("#copy").press("Control+Home")
        page.keyboard.type("On Monday ")
        assert marked(page) == ["of of"], "a mark moves with its words before the service has answered"


def test_a_fix_is_one_click_and_can_be_undone(opened: Opened) -> None:
    with opened(STORY) as page:
        page.locator(".finding").nth(1).locator(".quick").click()
        expect(page.locator("#copy")).to_have_value(STORY.replace("ate a apple", "ate an apple"))
        expect(page.locator(".finding")).to_have_count(2)
        page.locator("#undo").click()
        expect(page.locator("#copy")).to_have_value(STORY)
        expect(page.locator(".finding")).to_have_count(3)
        page.locator("#redo").click()
        expect(page.locator(".finding")).to_have_count(2)


def test_a_fix_can_be_chosen_with_the_evidence_before_the_eyes(opened: Opened) -> None:
    with opened(STORY) as page:
        page.locator(".finding > button:first-child", has_text="Royal Saudi").click()
        expect(page.locator(".evidence")).to_contain_text("as of")
        page.locator(".detail .fix").click()
        expect(page.locator("#copy")).to_have_value(STORY.replace("Navel", "Naval"))


def test_whoever_has_no_story_is_shown_one(opened: Opened) -> None:
    with opened() as page:
        page.locator("#example").click()
        expect(page.locator("#list")).to_contain_text("“Gdynia” is not the capital of Poland")
        expect(page.locator("#legend")).to_be_hidden()


def test_all_can_be_done_from_the_keyboard(opened: Opened) -> None:
    with opened(STORY) as page:
        page.locator("#copy").press("Control+Home")
        page.keyboard.press("F8")
        expect(page.locator("#voice")).to_contain_text("error 1 of 3, line 1: “of of”")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#copy")).to_have_value(STORY.replace("of of", "of"))
        expect(page.locator(".finding")).to_have_count(2)
        page.keyboard.press("Alt+ArrowDown")
        page.keyboard.press("Alt+ArrowDown")
        expect(page.locator(".finding[data-now]")).to_contain_text("Royal Saudi")
        page.keyboard.press("Shift+F8")
        expect(page.locator(".finding[data-now]")).to_contain_text("vowel")
        page.keyboard.press("Control+z")
        expect(page.locator("#copy")).to_have_value(STORY)
        page.locator(".finding > button:first-child").first.focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".finding > button:first-child").nth(1)).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#copy")).to_be_focused()


def test_all_safe_fixes_are_one_step(opened: Opened) -> None:
    with opened(STORY) as page:
        page.locator("#fix-safe").click()
        expect(page.locator("#copy")).not_to_have_value(STORY)
        assert "of of" not in page.locator("#copy").input_value()
        page.locator("#undo").click()
        expect(page.locator("#copy")).to_have_value(STORY)


def test_a_file_is_opened_and_both_sides_of_a_contradiction_are_joined(opened: Opened) -> None:
    with opened() as page:
        page.set_input_files("#file", SEEDS / "strait.txt")
        page.locator(".finding").first.wait_for()
        page.locator(".finding > button:first-child", has_text="McKenzie").click()
        expect(page.locator("#links div")).to_have_count(1)
        expect(page.locator(".evidence cite").first).to_contain_text("as of 2022")
        page.locator(".evidence button").click()
        copy = page.locator("#copy")
        chosen = copy.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
        assert chosen == "U.S. Central Command Commander Kenneth McKenzie"
        expect(page.locator("#under .other").first).to_be_in_viewport()


def test_markdown_and_html_are_read_as_what_they_are(opened: Opened) -> None:
    with opened() as page:
        for name, format in (("barracks.md", ".md"), ("coalition.html", ".html")):
            page.set_input_files("#file", SEEDS / name)
            expect(page.locator("#format")).to_have_value(format)
            expect(page.locator("#status")).to_contain_text("error")
            assert all(text in (SEEDS / name).read_text() for text in marked(page))


def test_marks_stand_right_beside_emoji(opened: Opened) -> None:
    with opened("😀😀 The mayor of of 😀 Ludgrave ate a apple.") as page:
        assert marked(page) == ["of of", "a"]


def test_the_list_is_sorted_by_severity_and_by_kind(opened: Opened) -> None:
    with opened(STORY) as page:
        page.locator("#order").select_option("kind")
        expect(page.locator("#list h2")).to_have_text(["copy (2)", "names (1)"])
        page.locator("#order").select_option("severity")
        expect(page.locator("#list h2")).to_have_text(["3 errors"])


def test_profile_and_date_are_chosen(opened: Opened) -> None:
    with opened("The clerk told Mr. Ito to wait at the the gate.") as page:
        expect(page.locator(".finding")).to_have_count(1)
        page.locator("#profile").select_option("ap")
        expect(page.locator(".finding")).to_have_count(2)
        with page.expect_request("**/v1/check") as asked:
            page.locator("#date").fill("2020-01-06")
        assert asked.value.post_data_json["date"] == "2020-01-06"


def test_names_are_listed_with_what_they_were_checked_against(opened: Opened) -> None:
    with opened(STORY) as page:
        page.locator("#tab-names").click()
        expect(page.locator(".name", has_text="Ludgrave")).to_contain_text("nothing to hold it against")
        expect(page.locator(".name", has_text="Navel")).to_contain_text("near “Royal Saudi Naval Forces”")


def test_sources_are_listed_with_what_they_bear_out(opened: Opened) -> None:
    with opened("The Royal Saudi Navel Forces sent a boat to Ludgrave, Secretary of State Mike Pompeo said.") as page:
        page.locator("#tab-names").press("ArrowRight")
        expect(page.locator("#tab-sources")).to_be_focused()
        expect(page.locator("#sources-status")).to_contain_text("sources for")
        expect(page.locator(".source", has_text="Mike Pompeo").first).to_contain_text("as of")
        expect(page.locator("#sources section").last).to_contain_text("Ludgrave")


def test_an_accepted_word_is_a_finding_no_more(opened: Opened, client: Any) -> None:
    with opened(STORY) as page:
        page.locator(".finding > button:first-child", has_text="Navel").click()
        page.get_by_role("button", name="Accept for good").click()
        expect(page.locator(".finding")).to_have_count(2)
        assert client.post("/v2/words/delete", data={"word": "Royal Saudi Navel Forces"}).json() == {"deleted": True}


def test_a_story_survives_a_reload(opened: Opened) -> None:
    with opened(STORY) as page:
        page.reload()
        expect(page.locator("#copy")).to_have_value(STORY)
        expect(page.locator(".finding")).to_have_count(3)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(opened: Opened, scheme: str, width: int) -> None:
    source = AXE.read_bytes()
    assert hashlib.sha256(source).hexdigest() == AXE_SHA256
    with opened(color_scheme=scheme, viewport={"width": width, "height": 844}) as page:
        page.evaluate(source.decode())
        assert axe(page) == []
        page.locator("#copy").fill(STORY)
        page.locator(".finding > button:first-child").last.click()
        assert axe(page) == []
        page.locator("#tab-names").click()
        page.locator(".name").first.wait_for()
        assert axe(page) == []
        page.locator("#tab-sources").click()
        page.locator("#sources button").first.wait_for()
        assert axe(page) == []
        page.locator("#keys").click()
        assert axe(page) == []


def axe(page: Page) -> list[str]:
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]


def test_a_phone_has_room_for_story_and_notes(opened: Opened) -> None:
    with opened(STORY, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".finding > button:first-child").first.tap()
        page.locator(".detail .fix").tap()
        expect(page.locator("#copy")).to_have_value(STORY.replace("of of", "of"))
        expect(page.locator("#copy")).to_be_in_viewport()


def test_the_page_asks_for_the_token_where_there_is_one(strict: Any, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(strict.address)
        page.locator("#token").fill(strict.token)
        page.keyboard.press("Enter")
        page.locator("#copy").fill(STORY)
        expect(page.locator(".finding")).to_have_count(3)
