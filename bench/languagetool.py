"""How many of LanguageTool's own examples are found through our adapter, and how many through its own server asked straight.

python bench/languagetool.py [--every 10] [--news] [--show 3]

The examples are read where LanguageTool is installed; nothing of them is kept. One is found when a match touches what it marks.
`--news` asks as a newsroom does by default, without what `languagetool.news` leaves out.
"""

from __future__ import annotations

import argparse
import json
import urllib.parse
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.languagetool import home, service
from lintnews.languagetool.asked import Asked, Mode
from lintnews.model import Span

_RULES = ("org/languagetool/rules/en/grammar.xml", "org/languagetool/rules/en/en-US/grammar.xml")


class Example(NamedTuple):
    """A sentence with a slip, the place of the slip, and the category of the rule that knows it."""

    category: str
    rule: str
    text: str
    span: Span


def examples(jar: str) -> Iterator[Example]:
    """Every example of a rule that is on."""
    with zipfile.ZipFile(jar) as packed:
        for name in _RULES:
            for category in ElementTree.fromstring(packed.read(name)).iter("category"):
                if category.get("default") != "off":
                    yield from _of(category, category.get("id", ""), "")


def _of(node: ElementTree.Element, category: str, group: str) -> Iterator[Example]:
    for rule in node:
        if rule.tag not in ("rule", "rulegroup") or rule.get("default") in ("off", "temp_off") or "picky" in rule.get("tags", ""):
            continue
        name = rule.get("id") or group
        if rule.tag == "rulegroup":
            yield from _of(rule, category, name)
        for example in rule.findall("example"):
            marker = example.find("marker")
            if example.get("correction") is not None and marker is not None:
                start, marked = len(example.text or ""), "".join(marker.itertext())
                yield Example(category, name, "".join(example.itertext()), Span(start, start + len(marked)))


def straight(url: str, text: str) -> list[Span]:
    """Where the server sees something, asked without us."""
    body = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
    with urllib.request.urlopen(f"{url}v2/check", body) as answer:
        return [Span(match["offset"], match["offset"] + match["length"]) for match in json.load(answer)["matches"]]


def touches(spans: list[Span], span: Span) -> bool:
    """Whether one of them touches a place."""
    return any(start <= span.end and end >= span.start for start, end in spans)


def main() -> None:
    """Ask both ways and print a line a category."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--news", action="store_true")
    asked = parser.parse_args()
    server = Asked(Mode.ON, all=not asked.news)
    place = service.of(server).place()
    if place is None:
        raise SystemExit("there is no LanguageTool server")
    linter, alone = Linter(Settings(languagetool=server)), Linter(Settings())
    counts: dict[str, Counter[str]] = {}
    found = list(examples(str(next(home.found().rglob("language-en*.jar")))))[:: asked.every]
    for example in found:
        ways = {
            "straight": straight(place.url, example.text),
            "through us": [finding.span for finding in linter.check(Source("a.txt", example.text)).findings],
            "without it": [finding.span for finding in alone.check(Source("a.txt", example.text)).findings],
        }
        hits = {way: touches(spans, example.span) for way, spans in ways.items()}
        for name in (example.category, "ALL"):
            counts.setdefault(name, Counter()).update({"n": 1, **{way: int(hit) for way, hit in hits.items()}})
        if hits["straight"] and not hits["through us"] and asked.show:
            asked.show -= 1
            print("lost:", example.rule, "|", example.text)
    for name, count in sorted(counts.items()):
        print(f"{name:24} {count['n']:5}", *(f"{way} {count[way] / count['n']:.3f}" for way in ("straight", "through us", "without it")))
    service.close()


if __name__ == "__main__":
    main()
