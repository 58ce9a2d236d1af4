"""The kinds of check in, docs/rule.schema.json and docs/config.schema.json out, by which editors complete and check the files.

What a key is for is taken from the tables of its page. `--check` only compares.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import types
import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lintnews import checks, config_file, rule_file, term_lists
from lintnews.external import asked
from lintnews.model import Part, Severity
from lintnews.rule import Quotes
from lintnews.vale import sheet_yaml
from lintnews.vale.scope import SECTIONS
from lintnews.yaml_file import Loaded

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_ROW = re.compile(r"^\| (?P<keys>`[^|]+`) \| (?P<words>[^|]+?) \|(?P<more>.*)\|$", re.MULTILINE)
Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"]}
TRUTH: Schema = {"enum": [True, False, "yes", "no", "on", "off"]}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
LEVEL: Schema = {"enum": [*map(str, Severity)]}

LANGUAGETOOL: Schema = {
    "anyOf": [
        {"type": "boolean"},
        {"type": "string", "pattern": r"^(on|off|auto|all|https?://\S+)$"},
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "server": {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": r"^(on|off|auto|all|https?://\S+)$"}]},
                "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9-]+)?$"},
                "all": {"type": "boolean"},
                "picky": {"type": "boolean"},
                "timeout": {"type": "integer", "minimum": 1},
                "memory": {"type": "integer", "minimum": 256},
            },
        },
    ]
}


def schemas() -> dict[Path, str]:
    """The text of each schema, by its path."""
    made = {DOCS / "rule.schema.json": rule_schema(), DOCS / "config.schema.json": config_schema()}
    return {path: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for path, schema in made.items()}


def rule_schema() -> Schema:
    """The schema of a rule file: the keys of every rule, and for each kind its options and no others."""
    common = _told({"extends": {"enum": checks.kinds()}, **_rule_keys()}, "rules.md")
    wanted = ["extends", "message", "examples"]
    choice = [{"if": {"properties": {"extends": {"const": kind}}}, "then": {"$ref": f"#/definitions/{kind}"}} for kind in checks.kinds()]
    return {
        "$schema": _DRAFT,
        "title": "A rule of LintNews",
        "description": "FOLDER/PACK/RULE.yml; docs/rules.md tells the keys, docs/checks/ the options of each kind.",
        "type": "object",
        "required": wanted,
        "properties": common,
        "allOf": choice,
        "definitions": {kind: _kind(kind, common) for kind in checks.kinds()},
    }


#: What a scope in Vale's words looks like.
_SELECTOR = rf"^ *~?[a-z0-9.]*({'|'.join(sorted(SECTIONS))})[\w.]*( *& *~? *[\w.]+)* *$"


def _rule_keys() -> dict[str, Schema]:
    """The keys of every rule but `extends`."""
    scope = {"anyOf": [{"enum": [*rule_file._GROUPS, *map(str, Part)]}, {"type": "string", "pattern": _SELECTOR}]}
    lists = {"type": "array", "items": TEXT, "minItems": 1}
    examples = {"type": "object", "required": ["bad", "good"], "additionalProperties": False, "properties": {"bad": lists, "good": lists}}
    keys: dict[str, Schema] = {
        "message": TEXT, "level": LEVEL, "why": TEXT, "link": TEXT, "source": TEXT, "owner": TEXT, "scope": _one_or_more(scope),
        "quotes": {"enum": [*map(str, Quotes)]}, "safe": TRUTH, "on": TRUTH, "since": DAY, "until": DAY, "examples": examples,
        "languages": _one_or_more({"type": "string", "pattern": "^([a-z]{2}|any)$"}),
        "limit": {"type": "integer", "minimum": 0}, "terms": _one_or_more({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"}),
    }  # fmt: skip
    if differ := rule_file._RULE_KEYS ^ {"extends", *keys}:
        raise SystemExit(f"scripts/schemas.py does not know the keys of a rule as they are: {', '.join(sorted(differ))}")
    return keys


def _kind(kind: str, common: Iterable[str]) -> Schema:
    check: Any = checks.kind(kind)
    hints = typing.get_type_hints(check)
    fields = dataclasses.fields(check)
    needed = [field.name for field in fields if field.default is field.default_factory is dataclasses.MISSING]
    needed = [name for name in needed if name != term_lists.FILLS.get(kind)]  # a list may fill it
    options = _told({field.name: _of(hints[field.name]) for field in fields}, f"checks/{kind}.md")
    made: Schema = {"properties": {**dict.fromkeys(common, True), **options}, "additionalProperties": False}
    return {**made, "required": needed} if needed else made


def _of(hint: Any) -> Schema:
    """The schema of an option, by the type of its field."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _one_or_more(_of(args[0]))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(args[1])}
    if origin is typing.Literal:
        return {"enum": list(args)}
    if isinstance(hint, types.UnionType):
        return _of(next(arg for arg in args if arg is not types.NoneType))
    return {str: TEXT, bool: TRUTH, int: {"type": "integer"}, float: {"type": "number"}}[hint]


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def config_schema() -> Schema:
    """The schema of lintnews.yaml: the keys that its reader knows, at the top and in the sections of `files`."""
    forms: dict[str, Schema] = {
        "_folders": _one_or_more(TEXT), "_names": _one_or_more(TEXT), "_words": _one_or_more(TEXT), "_profile": {"type": "string"},
        "_archive": {"type": "string"},
        "_languagetool": LANGUAGETOOL, "_external": _external(), "_json": _json(),
        "_truth": TRUTH, "_level": LEVEL, "_levels": {"type": "object", "additionalProperties": LEVEL},
    }  # fmt: skip
    readers = config_file._Reading(Loaded({}, {}), "", "")._readers
    keys = {key: _or_nothing(forms[read.__name__]) for key, read in readers.items()}
    section = {"type": ["object", "null"], "properties": _told(keys, "configuration.md"), "additionalProperties": False}
    files = {"type": ["object", "null"], "additionalProperties": {"$ref": "#/definitions/section"}}
    vale = {"anyOf": [{"type": "string"}, {"$ref": "#/definitions/vale"}, {"type": "null"}]}
    top = _told({**keys, "exclude": _one_or_more(TEXT), "files": files, "vale": vale}, "configuration.md")
    return {
        "$schema": _DRAFT,
        "title": "lintnews.yaml",
        "description": "The configuration of LintNews; docs/configuration.md tells the keys.",
        "type": ["object", "null"],
        "properties": top,
        "additionalProperties": False,
        "definitions": {"section": section, "vale": _vale_schema()},
    }


def _vale_schema() -> Schema:
    """The schema of `vale:` in lintnews.yaml: the keys that its reader knows, at its top and in the sections of its `files`."""
    texts, mapping = _one_or_more(TEXT), {"type": ["object", "null"], "additionalProperties": TEXT}
    more: dict[str, Schema] = {"rules": mapping, "options": {"type": ["object", "null"], "additionalProperties": mapping}}
    section = _told({**dict.fromkeys(sheet_yaml.SECTION, texts), **more}, "configuration.md")
    files = {"type": ["object", "null"], "properties": section, "additionalProperties": False}
    more = {"min-level": LEVEL, "word-template": {"type": "string"}, "formats": mapping}
    keys = {**dict.fromkeys(sheet_yaml.TOP, texts), **more}
    top = {**_told(keys, "configuration.md"), "files": {"type": ["object", "null"], "additionalProperties": files}}
    return {"type": "object", "properties": top, "additionalProperties": False}


def _json() -> Schema:
    """The schema of the fields under `json`."""
    paths = {key: {"type": "string", "minLength": 1} for key in config_file.JSON_FIELDS}
    return {"type": "object", "properties": paths, "required": ["body"], "additionalProperties": False}


def _external() -> Schema:
    """The schema of the programs under `external`."""
    columns = {"columns": {"enum": list(asked.UNITS)}, "first": {"enum": [0, 1]}, "timeout": {"type": "integer", "minimum": 1}}
    keys: dict[str, Schema] = {
        "command": {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}, "format": {"enum": list(asked.FORMS)},
        "level": LEVEL, "quotes": {"enum": [*map(str, Quotes)]}, **columns,
        "fields": {"type": "object", "properties": {name: {"type": "string"} for name in asked.FIELDS}, "additionalProperties": False},
    }  # fmt: skip
    program = {"type": "object", "required": ["command", "format"], "properties": keys, "additionalProperties": False}
    return {"type": "object", "propertyNames": {"pattern": f"^{asked._NAME.pattern}$"}, "additionalProperties": program}


def _or_nothing(schema: Schema) -> Schema:
    """A key that may stand empty."""
    return {"anyOf": [schema, {"type": "null"}]}


def _told(properties: Mapping[str, Schema], page: str) -> dict[str, Schema]:
    """Each key with what the page's table says of it."""
    words = _words(DOCS / page)
    return {key: {**schema, "description": words[key]} if key in words else schema for key, schema in properties.items()}


def _words(page: Path) -> dict[str, str]:
    """What the tables of a page say of each key."""
    out: dict[str, str] = {}
    for row in _ROW.finditer(page.read_text(encoding="utf-8") if page.is_file() else ""):
        last = row["more"].strip()
        words = f"{row['words']}: {last}" if last and page.name == "configuration.md" else row["words"]
        out |= dict.fromkeys(re.findall(r"`([\w-]+)`", row["keys"]), re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words))
    return out


def main() -> int:
    """Write the schemas, or say which are out of date."""
    stale = {path: text for path, text in schemas().items() if not path.exists() or path.read_text(encoding="utf-8") != text}
    for path, text in stale.items():
        if "--check" in sys.argv:
            print(f"{path.relative_to(ROOT)} is out of date; run python scripts/schemas.py", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
