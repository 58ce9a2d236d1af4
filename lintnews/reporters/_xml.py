"""Words of a finding in, what may stand in XML out: no character that XML cannot hold, nothing that is taken for markup."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(words: str) -> str:
    """The words without what XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", words)


def attributes(**values: object) -> str:
    """Attributes of an element; line ends in them stay line ends."""
    ends = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return " ".join(f"{name}={quoteattr(text(str(value)), ends)}" for name, value in values.items())
