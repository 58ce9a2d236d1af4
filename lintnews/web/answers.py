"""A desk and a request in, plain values for the service's own answers out, with counts for its records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lintnews import readers, roll
from lintnews.ledger import Story
from lintnews.model import Report
from lintnews.reporters.json import plain
from lintnews.roll import wording
from lintnews.roll.json import plain as plain_roll
from lintnews.web.desk import Desk
from lintnews.web.said import Said

Asked = Mapping[str, Any]


def check(desk: Desk, asked: Asked) -> Said:
    """The findings, as `lintnews check --format json` has them."""
    linter = desk.linter(asked)
    report, lasting = linter.checked(desk.source(asked))
    return Said([plain(report.source, finding) for finding in report.findings], counts(report), lasting and linter.lasting)


def counts(report: Report) -> Mapping[str, int]:
    """How many words were read, and how many findings of each severity were made."""
    found = Counter(finding.severity.value for finding in report.findings)
    return {"words": len(report.source.text.split()), **found}


def names(desk: Desk, asked: Asked) -> Said:
    """The names of a story, as `lintnews names --format json` has them for one, each with what is said of it in words."""
    linter, source = desk.linter(asked), desk.source(asked)
    made = roll.read(Story(readers.read(source), linter.packs.facts, linter.settings.day))
    told = plain_roll(made)
    for entry, values in zip(made.entries, told["names"], strict=True):
        values["said"] = [line._asdict() for line in wording.lines(entry, made)]
    return Said({**told, "summary": wording.summary(made)}, {"words": len(source.text.split())}, lasting=True)


def rules(desk: Desk) -> dict[str, Any]:
    """Every rule, whether it is on, and the profiles there are."""
    linter = desk.plain()
    on = {rule.id for rule in linter.rules}
    listed = [
        {
            "id": rule.id,
            "kind": rule.kind,
            "severity": rule.severity.value,
            "message": rule.message,
            "why": rule.why.strip(),
            "link": rule.link,
            "on": rule.id in on,
        }
        for rule in linter.known
    ]
    return {"profiles": desk.profiles(), "profile": linter.settings.profile, "rules": listed}
