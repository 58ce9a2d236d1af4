"""The schemas for editors: current, sound, and as strict about a rule file and lintnews.yaml as the readers are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from lintnews import yaml_file

ROOT = Path(__file__).parent.parent
RULES = sorted(path for path in (ROOT / "rules").glob("*/*.yml") if path.parent.name != "profiles")


def validator(name: str) -> Draft7Validator:
    schema = json.loads((ROOT / "docs" / name).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


RULE, CONFIG = validator("rule.schema.json"), validator("config.schema.json")


def values(text: str) -> Any:
    return yaml_file.load(text, "a.yml").value


def test_the_schemas_are_current() -> None:
    done = subprocess.run([sys.executable, "scripts/schemas.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_shipped_rule_is_valid(path: Path) -> None:
    assert [error.message for error in RULE.iter_errors(values(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("path", RULES[::7], ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_an_unknown_key_in_a_rule_is_not(path: Path) -> None:
    assert [error.message for error in RULE.iter_errors({**values(path.read_text(encoding="utf-8")), "mesage": "x"})]


EXAMPLES = {"bad": ["a\n^"], "good": ["b"]}
SOUND = {"extends": "existence", "message": "x", "tokens": ["a"], "examples": EXAMPLES}


@pytest.mark.parametrize(
    "change",
    [
        {"extends": "existense"},
        {"level": "grave"},
        {"tokens": {"a": "b"}},
        {"swap": {"a": "b"}},
        {"ignorecase": 3},
        {"scope": "nowhere"},
        {"since": "soon"},
        {"examples": {"bad": ["a"]}},
        {"extends": "occurrence", "token": "a", "max": "many"},
        {"extends": "substitution"},
    ],
)
def test_a_wrong_value_in_a_rule_is_not_valid(change: dict[str, Any]) -> None:
    assert RULE.is_valid(SOUND)
    assert not RULE.is_valid({**SOUND, **change})


def test_a_key_is_explained_in_the_words_of_its_page() -> None:
    swap = RULE.schema["definitions"]["substitution"]["properties"]["swap"]
    assert swap["description"] == "pattern: what should stand there"
    assert all("description" in schema for key, schema in RULE.schema["properties"].items())


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("", True),
        ("select: ap\nignore: [headline]\nlevels:\n  names: error\nfiles:\n  'letters/**':\n    ignore: [quotes]\n", True),
        ("vocabulary: words.txt\nmin-level: warning\nexclude: ['wire/**']\nprofile:\n", True),
        ("selct: ap\n", False),
        ("files:\n  a:\n    exclude: [b]\n", False),
        ("levels:\n  names: grave\n", False),
        ("fail-on: never\n", False),
    ],
)
def test_a_configuration_is_valid_where_it_can_be_read(text: str, valid: bool) -> None:
    assert CONFIG.is_valid(values(text)) is valid
