"""What is wrong with a request in, the error out that LanguageTool's clients show."""

from __future__ import annotations

from lintnews.model import LintNewsError


class Refusal(LintNewsError):  # noqa: N818  (it is the client who reads it)
    """A request that cannot be answered; told as plain text, with the status that LanguageTool gives it."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status
