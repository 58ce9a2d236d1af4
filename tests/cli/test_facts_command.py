from __future__ import annotations

from pathlib import Path

import pytest

HEAD = """\
# Who keeps the ferries.
relation: holds
value: Ferry Master of Elmstead
source: https://example.org/ferries
as_of: 2024-01-01
facts:
"""
TERMS = """\
  - {subject: Ilsa Varga, since: 2015-01-01, until: 2019-06-30, aliases: [Ilsa M. Varga]}
  # then the election
  - {subject: Tomas Reuel, since: 2019-07-01, note: the month is known from a report}  # to be checked
"""
POSTS = """\
source: https://example.org/ferries
as_of: 2024-01-01
facts:
  - {subject: Ferry Master of Elmstead, relation: post, value: Elmstead Ferries, aliases: [Ferry Master, Elmstead Ferry Master]}
  - {subject: Ferry Master of Elmstead, relation: holders, value: one}
  - {subject: Elmstead Ferries, relation: head, value: Ferry Master}
"""


@pytest.fixture
def home(desk: Path) -> Path:
    """The facts of a desk: the posts, and who held them."""
    facts = desk / "house" / "desk" / "facts"
    facts.mkdir()
    (facts / "posts.yml").write_text(POSTS)
    (facts / "terms.yml").write_text(HEAD + TERMS)
    return facts


def check(run, home: Path, rows: str):
    (home / "terms.yml").write_text(HEAD + rows)
    return run("facts", "check", "house")


def test_a_person_is_told_with_every_form_term_source_and_file(home, run):
    code, out, _ = run("facts", "show", "Ilsa", "Varga")
    assert code == 0
    assert out.splitlines() == [
        "Ilsa Varga",
        "  also printed   Ilsa M. Varga",
        "  holds          Ferry Master of Elmstead  2015-01-01 to 2019-06-30",
        "                 https://example.org/ferries, as of 2024-01-01; house/desk/facts/terms.yml:7",
    ]


def test_a_post_is_told_with_its_body_its_forms_and_all_who_held_it(home, run):
    out = run("facts", "show", "Elmstead Ferry Master").out
    assert out.index("Ilsa Varga  2015-01-01 to 2019-06-30") < out.index("Tomas Reuel  2019-07-01 to …")
    assert "  post           Elmstead Ferries\n" in out
    assert "the month is known from a report" in out
    assert "house/desk/facts/posts.yml:4" in out


def test_a_body_is_told_with_the_posts_that_belong_to_it(home, run):
    out = run("facts", "show", "Elmstead Ferries").out
    assert "  head           Ferry Master\n" in out
    assert "  post           Ferry Master of Elmstead\n" in out


@pytest.mark.parametrize("name", ["Ilsa Varg", "Varga", "Ilsa Vargas"])
def test_an_unknown_name_ends_with_two_and_names_like_it(home, run, name):
    code, out, err = run("facts", "show", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"no fact speaks of `{name}`; did you mean `Ilsa Varga`")


def test_a_name_like_none_is_no_error_of_the_story(home, run):
    assert run("facts", "show", "Qqxyz").err == "no fact speaks of `Qqxyz`; a missing fact is no sign of an error\n"


def test_sound_facts_are_counted_and_nothing_else_is_said(home, run):
    assert run("facts", "check", "house") == (0, "5 facts in 2 files: 0 errors, 0 warnings\n", "")
    assert run("facts", "check", "house/desk/facts/posts.yml").out == "3 facts in 1 files: 0 errors, 0 warnings\n"


TERM = "  - {{subject: {0}, since: {1}, until: {2}}}\n"


def test_two_holders_at_once_are_an_error_at_the_later_row(home, run):
    code, out, _ = check(run, home, TERM.format("Ilsa Varga", 2015, "2019-06-30") + TERM.format("Tomas Reuel", "2019-03-01", 2021))
    assert code == 1
    assert out.splitlines()[0] == (
        "house/desk/facts/terms.yml:8: error: Tomas Reuel and Ilsa Varga both hold `Ferry Master of Elmstead` for 121 days: "
        "Ilsa Varga: Ferry Master of Elmstead (2015 to 2019-06-30), house/desk/facts/terms.yml:7"
    )


def test_two_holders_of_a_post_for_many_are_sound(home, run):
    (home / "posts.yml").write_text("\n".join(line for line in POSTS.splitlines() if "holders" not in line))
    assert check(run, home, TERM.format("Ilsa Varga", 2015, 2019) + TERM.format("Tomas Reuel", 2016, 2021)).code == 0


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            TERM.format("Ilsa Varga", 2015, "2019-06-30") + TERM.format("Tomas Reuel", "2019-03-01", "2021, note: both claimed it"),
            "121 days",
        ),
        (TERM.format("Ilsa Varga", 2015, "2019-06-30") + TERM.format("Tomas Reuel", "2019-06-28", 2021), "2 days"),
        (
            "  - {subject: Ilsa Varga, since: 2015, as_of: 2016}\n" + TERM.format("Tomas Reuel", "2019-06", 2021),
            "term has no end, though Tomas",
        ),
        ("  - {subject: Ilsa Varga, since: 2015, review: 2020-01-01}\n", "due for review since 2020-01-01"),
        (TERM.format("Ilsa Varga", 2015, "2018, aliases: [Tomas Reuel]") + TERM.format("Tomas Reuel", "2018-12", 2021), "another’s name"),
        (TERM.format("Ílsa Varga", 2015, 2018) + TERM.format("Ilsa Varga", "2019", 2021), "spelled two ways"),
    ],
)
def test_what_may_be_meant_only_warns(home, run, rows, words):
    code, out, _ = check(run, home, rows)
    assert code == 0
    assert ": warning: " in out
    assert words in out
    assert ": error: " not in out


def test_gaps_are_counted_and_listed_when_they_are_asked_for(home, run):
    rows = TERM.format("Ilsa Varga", 2015, 2018) + TERM.format("Tomas Reuel", "2019-06", 2021)
    code, out, _ = check(run, home, rows)
    assert code == 0
    assert out.endswith("0 errors, 0 warnings; 1 gap between the holders of a post (`--gaps` lists them)\n")
    listed = run("facts", "check", "--gaps", "house").out
    assert ": warning: nobody is known to hold" in listed
    assert listed.endswith("0 errors, 1 warning\n")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (TERM.format("Ilsa Varga", 2019, 2015), "7: error: `until` 2015 is before `since` 2019"),
        (
            "  - {subject: Ilsa Varga, value: Ferrymaster of Elmstead}\n",
            "7: error: no row of `post` describes `Ferrymaster of Elmstead`; did you",
        ),
        (
            "  - {subject: Ilsa Varga, value: Acting Ferry Master}\n",
            "`Ferry Master` is a form of the post `Ferry Master of Elmstead`; write that",
        ),
        (2 * TERM.format("Ilsa Varga", 2015, 2018), "8: error: Ilsa Varga stands already in house/desk/facts/terms.yml:7; keep one"),
        (TERM.format("Ilsa Varga", 2015, 2018) + TERM.format("Ilsa Varja", 2019, 2020), "8: error: Ilsa Varja and Ilsa Varga (house/desk"),
        (
            TERM.format("Ilsa Varga", 2015, 2019) + TERM.format("Ilsa Varga", 2017, 2020),
            "8: error: Ilsa Varga holds `Ferry Master of Elmstead` twice",
        ),
        ("  - {subject: Ilsa Varga, sinse: 2015}\n", "7: error: unknown key `sinse` in a fact; did you mean `since`?"),
    ],
)
def test_what_cannot_be_meant_is_an_error(home, run, rows, words):
    code, out, _ = check(run, home, rows)
    assert code == 1
    assert words in out


def test_a_father_and_a_son_told_apart_by_initials_are_two_people(home, run):
    assert " two ways" not in check(run, home, TERM.format("Ilsa A. Varga", 2015, 2018) + TERM.format("Ilsa B. Varga", 2019, 2020)).out


def test_an_acting_holder_beside_the_holder_is_no_overlap(home, run):
    rows = (
        TERM.format("Ilsa Varga", 2015, 2019)
        + "  - {subject: Tomas Reuel, value: Acting Ferry Master of Elmstead, since: 2018, until: 2019}\n"
    )
    assert check(run, home, rows).out.endswith("5 facts in 2 files: 0 errors, 0 warnings\n")


def test_facts_that_are_not_there_end_with_two(home, run):
    assert run("facts", "check", "nowhere") == (2, "", "nowhere: there is no such file or folder; name a fact file or a folder of packs\n")
    (home.parent / "empty").mkdir()
    assert "no fact files here" in run("facts", "check", "house/desk/empty").err


def add(run, *more: str, file: str = "house/desk/facts/terms.yml"):
    return run("facts", "add", "--file", file, *more)


NEW = ("--subject", "Greta Holm", "--since", "2024-01-01", "--as-of", "2024-06-01")


def test_a_record_is_added_below_the_last_and_the_rest_is_left_as_it_is(home, run):
    (home / "terms.yml").write_text(
        HEAD + TERMS.replace("  # to", ", until: 2023-12-31}  # to", 1).replace("report}, ", "report, ") + "# the end\n"
    )
    before = (home / "terms.yml").read_text()
    code, out, err = add(run, *NEW)
    assert (code, err) == (0, "")
    assert out == "house/desk/facts/terms.yml:10: Greta Holm: Ferry Master of Elmstead (2024-01-01 to …)\n"
    line = "  - {subject: Greta Holm, since: 2024-01-01, as_of: 2024-06-01}\n"
    assert (home / "terms.yml").read_text() == before.replace("# the end\n", f"{line}# the end\n")
    assert run("facts", "show", "Greta Holm").code == 0


def test_a_record_that_clashes_is_told_and_not_written(home, run):
    before = (home / "terms.yml").read_bytes()
    code, out, err = add(run, "--subject", "Greta Holm", "--since", "2017")
    assert (code, out) == (1, "")
    assert "Greta Holm and Ilsa Varga both hold" in err
    assert err.endswith("nothing was written; mend the record, or give it a --note that says why it is so\n")
    assert (home / "terms.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--subject", "Greta Holm", "--since", "soon"), "`since` must be a day"),
        (("--since", "2024"), "a fact needs `subject`"),
        (("--subject", "Greta Holm", "--relation", "hold"), "unknown relation `hold`; did you mean `holds`?"),
    ],
)
def test_a_faulty_record_is_told_and_not_written(home, run, options, words):
    before = (home / "terms.yml").read_bytes()
    code, _, err = add(run, *options)
    assert code == 2
    assert words in err
    assert "nothing was written" in err
    assert (home / "terms.yml").read_bytes() == before


def test_a_file_that_is_not_there_is_begun(home, run):
    code, _, err = add(
        run, "--subject", "Elmstead: the “port”", "--relation", "named", "--value", "city", "--source", "a desk, by telephone",
        "--as-of", "2024", "--alias", "Port of Elmstead", "--alias", "no", file="house/desk/facts/names.yml",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert (home / "names.yml").read_text() == (
        'facts:\n  - {subject: "Elmstead: the “port”", relation: named, value: city, source: "a desk, by telephone", as_of: 2024, '
        'aliases: [Port of Elmstead, "no"]}\n'
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("facts: []  # none yet\nsource: x\nas_of: 2024\n", "facts:  # none yet\n  - {%s}\nsource: x\nas_of: 2024\n"),
        (
            "source: x\nas_of: 2024\nfacts:\n- subject: Oak\n  relation: named\n  value: city\n",
            "source: x\nas_of: 2024\nfacts:\n- subject: Oak\n  relation: named\n  value: city\n- {%s}\n",
        ),
        (
            "source: x\r\nfacts:\r\n    - {subject: Oak, relation: named, value: city, as_of: 2024}\r\n\r\nas_of: 2024",
            "source: x\r\nfacts:\r\n    - {subject: Oak, relation: named, value: city, as_of: 2024}\r\n    - {%s}\r\n\r\nas_of: 2024",
        ),
        (
            "source: x\nas_of: 2024\nfacts:\n  - {subject: Oak, relation: named, value: city}",
            "source: x\nas_of: 2024\nfacts:\n  - {subject: Oak, relation: named, value: city}\n  - {%s}\n",
        ),
    ],
)
def test_a_record_is_added_however_the_file_is_built(home, run, text, wanted):
    path = home / "names.yml"
    path.write_bytes(text.encode())
    assert add(run, "--subject", "Elmstead", "--relation", "named", "--value", "city", file=str(path)).code == 0
    assert path.read_bytes().decode() == wanted % "subject: Elmstead, relation: named, value: city"


def test_a_file_where_nothing_can_be_added_is_left_as_it_is(home, run):
    path = home / "names.yml"
    text = "source: x\nas_of: 2024\nfacts: [{subject: Oak, relation: named, value: city}]\n"
    path.write_text(text)
    code, _, err = add(run, "--subject", "Elmstead", "--relation", "named", "--value", "city", file=str(path))
    assert code == 2
    assert "nothing" in err
    assert path.read_text() == text


def test_a_file_that_no_run_reads_is_told(home, run, tmp_path):
    code, _, err = add(
        run, "--subject", "Oak", "--relation", "named", "--value", "city", "--source", "x", "--as-of", "2024", file="loose.yml"
    )
    assert code == 0
    assert err.startswith("loose.yml: no run here reads it")


def test_add_without_a_file_says_so(home, run):
    assert run("facts", "add", "--subject", "Oak").err.startswith("facts add: name the file with --file")


def test_the_facts_that_ship_have_no_error(home, run):
    code, out, _ = run("facts", "check")
    assert [line for line in out.splitlines() if ": error: " in line] == []
    assert code == 0
