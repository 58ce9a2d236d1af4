"""A mention in; out comes whether it is of somebody who says something: `Vance said`, `said Vance`."""

from __future__ import annotations

from lintnews import lazily
from lintnews.ledger.people import Mention

_VERBS = (
    "said|says|told|tells|adds|added|wrote|writes|tweeted|noted|notes|argued|argues|asked|asks|explained|explains|announced|continued|"
    "recalled|warned|insisted|replied|testified|concluded|acknowledged|declined|responded|suggested|believes|believed|contended|claimed"
)
_AFTER = lazily.pattern(rf"(?: (?:also|then|later|has|had))? (?:{_VERBS})\b")
_BEFORE = lazily.pattern(r"[,”\"] (?:said|says|added|wrote|explained|asked|recalled) \Z")


def says(mention: Mention) -> bool:
    """Whether a verb of speech stands right after a mention, or before it after a quotation or a comma."""
    text, span = mention.block.text, mention.span
    return _AFTER.match(text, span.end) is not None or _BEFORE.search(text, max(0, span.start - 20), span.start) is not None
