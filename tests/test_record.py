from __future__ import annotations

import subprocess
import sys
from dataclasses import field, fields, is_dataclass, replace

import pytest

from lintnews.record import compared, entity, known, names, record
from lintnews.record import field as record_field
from lintnews.record import replace as record_replace


@record
class Plain:
    name: str
    size: int = 2


@record
class Larger(Plain):
    more: tuple[str, ...] = ()


@record
class Weighed:
    name: str
    weight: int = field(default=1, compare=False)


@entity
class Thing:
    name: str = ""


def test_records_are_equal_by_their_fields() -> None:
    assert Plain("a") == Plain("a", 2) != Plain("a", 3)
    assert hash(Plain("a")) == hash(Plain("a"))
    assert Plain("a") != Larger("a")
    assert Weighed("a", 1) == Weighed("a", 2)


def test_entities_are_equal_to_themselves_alone() -> None:
    thing = Thing("a")
    assert thing == thing != Thing("a")


def test_a_record_is_a_dataclass_to_whoever_asks() -> None:
    assert [each.name for each in fields(Plain)] == ["name", "size"]
    assert [each.name for each in fields(Larger("a"))] == ["name", "size", "more"]
    assert replace(Plain("a"), size=5) == Plain("a", 5)
    assert repr(Plain("a")) == "Plain(name='a', size=2)"


def test_a_record_of_which_nobody_asked_is_a_dataclass() -> None:
    assert is_dataclass(Thing)


def test_a_record_is_matched_by_its_fields() -> None:
    match Plain("a", 7):
        case Plain(name, size):
            assert (name, size) == ("a", 7)


def test_a_field_that_is_not_there_or_missing_is_an_error() -> None:
    with pytest.raises(TypeError, match="siz"):
        Plain("a", siz=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="name"):
        Plain()  # type: ignore[call-arg]


@record
class Filled:
    _name: str
    name: str
    size: int = 2
    found: list[str] = record_field(default_factory=list)
    known: dict[str, int] = record_field(default_factory=dict, compare=False)


@record
class Longer(Filled):
    size: int = 3
    most: int = 4
    names: list[str] = record_field(default_factory=list)

    def __post_init__(self) -> None:
        self.names.append(self.name)


@record
class Nothing:
    pass


def test_what_is_made_anew_is_shared_by_no_two() -> None:
    one, other = Longer("a", "b"), Longer("a", "b")
    one.known["c"] = 1
    assert one == other
    assert (one.names, other.names, other.known, one.size, one.most) == (["b"], ["b"], {}, 3, 4)
    assert record_replace(one, size=9) == Longer("a", "b", 9, names=["b"])
    assert [each.name for each in fields(Longer)] == ["_name", "name", "size", "found", "known", "most", "names"]
    assert Longer("a", "b").known is not Longer("a", "b").known
    assert not fields(one)[4].compare


def test_a_change_of_a_field_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TypeError, match="siz"):
        record_replace(Plain("a"), siz=1)


def test_a_record_may_have_no_fields() -> None:
    assert Nothing() == Nothing()
    assert fields(Nothing) == ()


def test_the_names_of_the_fields_are_known_without_the_fields() -> None:
    assert list(names(Longer)) == ["_name", "name", "size", "found", "known", "most", "names"]
    assert list(compared(Longer)) == ["_name", "name", "size", "found", "most", "names"]
    assert list(names(Weighed)) == ["name", "weight"]
    assert [known(each) for each in (Plain, Nothing, Weighed, str)] == [True, True, True, False]


def test_importing_records_imports_no_dataclasses() -> None:
    code = "import sys, lintnews.model, lintnews.rule; sys.exit('dataclasses' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_object_made_without_its_fields_has_none_of_those_that_are_made_anew() -> None:
    @record
    class Desk:
        name: str
        stories: list[str] = record_field(default_factory=list)

    assert not hasattr(object.__new__(Desk), "stories")
    assert Desk("a").stories == []
