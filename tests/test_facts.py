from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews import packs
from lintnews.fact_tables import save
from lintnews.facts import FactBase
from lintnews.model import Fact, LintNewsError
from lintnews.words import fold


def _fact(subject: str, relation: str = "named", value: str = "force", *aliases: str) -> Fact:
    return Fact(subject, relation, value, "https://example.org", "2024-01-01", aliases=aliases)


NAMES = ("Heron Force", "Guild of Master Bakers", "Ludgrave", "Coastal Watch Command", "José Ángel Íñiguez")
BASE = FactBase.of([_fact(name) for name in NAMES])


@given(st.sampled_from(NAMES), st.data())
def test_every_slip_of_one_letter_in_one_word_finds_the_name(name: str, data: st.DataObject) -> None:
    words = name.split()
    at = data.draw(st.integers(0, len(words) - 1))
    slip = _slip(words[at], data)
    assume(fold(slip) not in ("", fold(words[at])))
    spelled = " ".join((*words[:at], slip, *words[at + 1 :]))
    assert (name, _fact(name)) in BASE.near(spelled)


def _slip(word: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    kinds = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
    kinds.append(word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
    return data.draw(st.sampled_from(kinds))


def test_a_name_is_not_near_itself_in_any_spelling() -> None:
    assert BASE.near("Heron Force") == BASE.near("HERON FORCE") == BASE.near("heron-force") == ()
    assert BASE.near("Jose Angel Iniguez") == ()


def test_two_slips_are_too_many() -> None:
    assert BASE.near("Herno Froce") == ()
    assert BASE.near("Hrron Firce") == ()


def test_a_slip_in_an_alias_gives_the_alias_and_its_fact() -> None:
    base = FactBase.of([_fact("Coastal Watch Command", "named", "military command", "Watch Command")])
    assert [form for form, _ in base.near("Watch Comand")] == ["Watch Command"]


def test_names_of_four_letters_and_fewer_have_no_near_ones() -> None:
    assert FactBase.of([_fact("Avos")]).near("Avis") == ()


def test_near_names_are_told_apart_by_their_facts() -> None:
    base = FactBase.of([_fact("Heron Force"), _fact("Baron Force")])
    assert {fact.subject for _, fact in base.near("Haron Force")} == {"Heron Force", "Baron Force"}


@pytest.mark.parametrize("name", ["Guild of Master Bakers", "guild of master bakers", "GUILD OF MASTER BAKERS", "Guild  of Master-Bakers"])
def test_a_fact_is_found_under_any_spelling_of_its_subject(name: str) -> None:
    assert [fact.subject for fact in BASE.about(name)] == ["Guild of Master Bakers"]


def test_a_fact_is_found_under_its_aliases() -> None:
    base = FactBase.of([_fact("Tide Survey", "named", "agency", "TSV", "T.S.V. of Velland")])
    assert base.about("tsv")
    assert base.about("TSV of Velland")


def test_facts_of_one_relation_are_told_from_those_of_another() -> None:
    base = FactBase.of([_fact("Tide Survey", "named", "agency"), _fact("Tide Survey", "head", "Director")])
    assert [fact.value for fact in base.about("Tide Survey", "head")] == ["Director"]
    assert [fact.relation for fact in base.about("Tide Survey")] == ["named", "head"]


def test_who_held_a_post_is_asked_by_its_value() -> None:
    base = FactBase.of([_fact("Marta Quillon", "holds", "Minister of Rivers"), _fact("Oskar Brandt", "holds", "Minister of Rivers")])
    assert [fact.subject for fact in base.where("holds", "minister of rivers")] == ["Marta Quillon", "Oskar Brandt"]


def test_the_patterns_of_an_event_are_no_names() -> None:
    base = FactBase.of([_fact("fire at the mill", "happened", "Ludgrave", "mill + fire|blaze")])
    assert base.about("fire at the mill") == ()
    assert [fact.subject for fact in base.every("happened")] == ["fire at the mill"]


def test_names_that_begin_alike_are_found_by_their_opening_whole_words_only() -> None:
    base = FactBase.of([_fact("Prime Minister", "post", "Velland"), _fact("Primer Commission", "post", "Velland")])
    assert base.starting("post", "prime") == ("Prime Minister",)
    assert base.starting("post", "Prime Minister") == ()


def test_the_facts_about_those_of_a_surname_are_found_by_relation() -> None:
    base = FactBase.of([_fact("Marta Quillon", "holds", "Minister of Rivers"), _fact("Hugh Quillon", "rank", "captain")])
    assert [fact.subject for fact in base.surnamed("quillon", "holds")] == ["Marta Quillon"]
    assert base.surnamed("Marta", "holds") == ()


def test_a_word_list_holds_words_exactly_as_written() -> None:
    base = FactBase.of([], {"english": ["heron"], "surnames": ["Heron"]})
    assert base.listed("english", "heron")
    assert not base.listed("english", "Heron")
    assert not base.listed("no-such-list", "heron")


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f"), min_size=1, max_size=20)


@given(_TEXT, _TEXT, st.lists(_TEXT, max_size=3), _TEXT)
def test_a_fact_comes_out_of_the_base_as_it_went_in(subject: str, value: str, aliases: list[str], note: str) -> None:
    fact = Fact(subject, "holds", value, "https://example.org", "2024-01-01", "2019", "2020-05", tuple(aliases), note, "2030-01-01")
    assert FactBase.of([fact]).every("holds") == (fact,)


def test_a_base_on_disk_answers_like_one_in_memory(tmp_path: Path) -> None:
    facts, lists = [_fact(name) for name in NAMES], {"english": ["heron"]}
    save(tmp_path / "sub" / "facts.sqlite", facts, lists)
    base = FactBase.open(tmp_path / "sub" / "facts.sqlite")
    assert base.every("named") == BASE.every("named")
    assert base.near("Hern Force") == BASE.near("Hern Force")
    assert base.listed("english", "heron")
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["facts.sqlite"]


def test_a_base_is_read_from_a_folder_with_odd_signs_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a b?c#d%20é" / "facts.sqlite"
    save(path, [_fact("Heron Force")], {})
    assert FactBase.open(path).about("Heron Force")


def _read(record: str) -> list[Fact]:
    return list(packs.facts(f"source: https://example.org\nas_of: 2024-01-01\nfacts:\n  - {record}\n", "facts.yml"))


@pytest.mark.parametrize("day", ["2019", "2019-10", "2019-10-01", '"1998"'])
def test_a_day_may_be_as_coarse_as_it_is_known(day: str) -> None:
    (fact,) = _read(f"{{subject: Ada Lindqvist, relation: holds, value: Harbour Warden, since: {day}}}")
    assert fact.since == day.strip('"')


@pytest.mark.parametrize("day", ["2019-13", "2019-02-30", "c. 2019", "20191001", "2019-1-5", "01/02/2019", "Monday"])
def test_a_date_that_is_none_is_an_error_that_names_the_line(day: str) -> None:
    with pytest.raises(LintNewsError, match=r"facts.yml:4: `since` must be a day"):
        _read(f'{{subject: Ada Lindqvist, relation: holds, value: Harbour Warden, since: "{day}"}}')


@pytest.mark.parametrize(("since", "until", "good"), [("2019", "2019-03", True), ("2019-03", "2019", True), ("2019-04", "2019-03", False)])
def test_a_fact_may_not_end_before_it_begins(since: str, until: str, good: bool) -> None:
    record = f'{{subject: Ada Lindqvist, relation: holds, value: Harbour Warden, since: "{since}", until: "{until}"}}'
    if good:
        assert _read(record)
    else:
        with pytest.raises(LintNewsError, match="is before"):
            _read(record)


@pytest.mark.parametrize("missing", ["subject", "relation", "value"])
def test_no_fact_without_all_that_makes_one(missing: str) -> None:
    keys = {"subject": "Ada Lindqvist", "relation": "holds", "value": "Harbour Warden"}
    record = ", ".join(f"{key}: {value}" for key, value in keys.items() if key != missing)
    with pytest.raises(LintNewsError, match=f"a fact needs `{missing}`"):
        _read(f"{{{record}}}")
