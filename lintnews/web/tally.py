"""What happened in, the text of `/metrics` out, in the form that Prometheus reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

#: The upper bounds of the histogram of seconds.
_BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


class Tally:
    """Counts since the start."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._within: Counter[float] = Counter()
        self._seconds = 0.0
        self._counts: Counter[str] = Counter()

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._answers[route, method, status] += 1
        self._seconds += seconds
        self._within.update(bound for bound in _BOUNDS if seconds <= bound)

    def checked(self, counts: Mapping[str, int]) -> None:
        """A story was checked: so many words, so many findings of each severity."""
        self._counts.update(counts)

    def text(self, waiting: int, replaced: int, spared: int) -> str:
        """The page of metrics."""
        return "\n".join(self._lines(waiting, replaced, spared)) + "\n"

    def _lines(self, waiting: int, replaced: int, spared: int) -> Iterator[str]:
        yield from _head("lintnews_requests_total", "counter", "Requests answered.")
        for (route, method, status), count in sorted(self._answers.items()):
            yield f'lintnews_requests_total{{route="{route}",method="{method}",status="{status}"}} {count}'
        yield from _head("lintnews_request_seconds", "histogram", "Time from a request to its answer.")
        for bound in _BOUNDS:
            yield f'lintnews_request_seconds_bucket{{le="{bound:g}"}} {self._within[bound]}'
        total = self._answers.total()
        yield f'lintnews_request_seconds_bucket{{le="+Inf"}} {total}'
        yield f"lintnews_request_seconds_sum {self._seconds:.6f}"
        yield f"lintnews_request_seconds_count {total}"
        yield from _head("lintnews_findings_total", "counter", "Findings made.")
        for severity in ("error", "warning", "suggestion"):
            yield f'lintnews_findings_total{{severity="{severity}"}} {self._counts[severity]}'
        yield from _one("lintnews_words_total", "counter", "Words checked.", self._counts["words"])
        yield from _one("lintnews_requests_waiting", "gauge", "Requests that wait for their turn.", waiting)
        yield from _one("lintnews_processes_replaced_total", "counter", "Processes that took too long or died.", replaced)
        yield from _one("lintnews_answers_kept_total", "counter", "Requests answered as one before them, without work.", spared)


def _head(name: str, kind: str, words: str) -> Iterator[str]:
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} {kind}"


def _one(name: str, kind: str, words: str, value: int) -> Iterator[str]:
    yield from _head(name, kind, words)
    yield f"{name} {value}"
