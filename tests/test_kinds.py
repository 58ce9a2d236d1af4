"""A kind of check is three files: the module, its page, its test. With the first alone, this says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from lintnews import checks, options

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("kind", checks.kinds())
def test_a_kind_has_a_page_and_a_test(kind: str) -> None:
    wanted = (ROOT / "docs" / "checks" / f"{kind}.md", ROOT / "tests" / "checks" / f"test_{kind.replace('-', '_')}.py")
    missing = [str(path.relative_to(ROOT)) for path in wanted if not path.is_file()]
    assert not missing, f"the kind `{kind}` lacks {' and '.join(missing)}"


@pytest.mark.parametrize("kind", checks.kinds())
def test_a_page_names_every_option_and_slot_of_its_kind(kind: str) -> None:
    check = checks.kind(kind)
    assert check is not None
    page = (ROOT / "docs" / "checks" / f"{kind}.md").read_text(encoding="utf-8")
    named = set(regex.findall(r"`\{?([\w-]+)\}?`", page))
    assert not {*options.names(check), *check.slots} - named


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "checks").glob("*.md")), ids=lambda page: page.stem)
def test_a_page_is_about_a_kind_that_there_is(page: Path) -> None:
    assert page.stem in checks.kinds()
