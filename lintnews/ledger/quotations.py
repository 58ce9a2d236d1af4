"""Blocks in, quotations out."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lintnews.model import Block, Span

if TYPE_CHECKING:
    from lintnews.ledger import Story


@dataclass(frozen=True, eq=False)
class Quotation:
    block: Block
    inside: Span


def read(story: Story) -> tuple[Quotation, ...]:
    return ()
