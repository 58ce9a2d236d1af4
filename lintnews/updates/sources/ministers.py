"""ministers: the lists of every-politician-scrapers, one a country: CSV with a position, a person, the first and the last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from lintnews.model import Fact
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import rows, texts
from lintnews.words import fold

_OWNER = "every-politician-scrapers"
_REPOSITORY = regex.compile(rf"(?<={_OWNER}/)[a-z-]+|\b[a-z-]+-(?:cabinet|ministers)\b")
_SORT = regex.compile(r"-(?:cabinet|ministers|parliament)$")
_NAMES = {"us": "United States", "uae": "United Arab Emirates"}
_ARTICLE = regex.compile(r"United |Philippines|Netherlands|Bahamas|Maldives|.* Islands|.* Republic|.* Emirates")
#: Posts whose name says no country, so that it is said with `of`.
_BARE = frozenset({"president", "vice president", "prime minister", "deputy prime minister", "monarch", "king", "queen", "chief justice"})
_COLUMNS = ("position", "person", "start", "end")


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every row; a post gets the name that the known posts of the same list give it."""
    found = _REPOSITORY.search(fetched.address)
    if not found:
        raise fetched.fault("of which country? Name the file after its list, such as france-cabinet.csv")
    country, source = _country(found[0]), f"https://github.com/{_OWNER}/{found[0]}"
    known = _known(ask.posts, f"{_OWNER}/{found[0]}")
    for name, text in texts(fetched, ".csv"):
        for row in rows(text, name, _COLUMNS):
            post = known.get(fold(row["position"])) or _post(row["position"].strip(), country)
            aliases = tuple(filter(None, (regex.sub(r"\s*\([^)]*\)$", "", row.get("enwiki") or ""),)))
            yield ask.fact(row["person"], "holds", post, row["start"].strip(), row["end"].strip(), aliases=aliases, source=source)


def _country(repository: str) -> str:
    short = _SORT.sub("", repository)
    return _NAMES.get(short) or short.replace("-", " ").title().replace(" And ", " and ")


def _known(posts: Iterable[Fact], repository: str) -> dict[str, str]:
    """The forms of the posts that were taken from this very list; a bare `Attorney General` is another post in another country."""
    return {fold(form): post.subject for post in posts if repository in post.source for form in (*post.aliases, post.subject)}


def _post(title: str, country: str) -> str:
    if not title or fold(country) in fold(title):
        return title
    place = f"the {country}" if _ARTICLE.match(country) else country
    return f"{title[0].upper()}{title[1:]} of {place}" if fold(title) in _BARE else f"{title}, {country}"


def _home(repository: str) -> str:
    return f"https://raw.githubusercontent.com/every-politician-scrapers/{repository}/main/html/holders21.csv"


LOADER = Loader(
    name="ministers",
    about="Ministers and other office holders",
    page="https://github.com/every-politician-scrapers",
    licence="CC0-1.0 (drawn from Wikidata)",
    home=(_home("united-kingdom-cabinet"), _home("us-cabinet")),
    accept=("text/csv", "application/csv"),
    read=read,
)
