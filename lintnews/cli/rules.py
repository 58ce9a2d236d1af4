"""`lintnews rules`: rules or packs in, a line for each rule out."""

from __future__ import annotations

from lintnews.cli import here, screen
from lintnews.cli.options import Values
from lintnews.reporters import Page, Style


def run(values: Values) -> int:
    """List the rules of these names, or all: id, severity, kind, on or off, message."""
    linter = here.linter(values)
    on = {rule.id: rule for rule in linter.rules}
    known = sorted((on.get(rule.id, rule) for rule in here.named(linter, values["names"] or ())), key=lambda rule: rule.id)
    rows = [(r.id, r.severity.value, r.kind, "on" if r.id in on else "off", " ".join(r.message.split())) for r in known]
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(4)]
    page = screen.page()
    for row in rows:
        page.put(_line(row, widths, page) + "\n")
    return here.tell(linter)


def _line(row: tuple[str, ...], widths: list[int], page: Page) -> str:
    cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
    room = max(20, page.width - sum(widths) - 2 * len(widths))
    message = row[4] if len(row[4]) <= room or not page.colour else row[4][: room - 1] + "…"
    cells[0] = page.paint(cells[0], Style.BOLD)
    cells[1] = page.paint(cells[1], Style.of(row[1]))
    return "  ".join((*cells, message))
