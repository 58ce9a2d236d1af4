from __future__ import annotations

from dataclasses import field, fields, is_dataclass, replace

import pytest

from lintnews.record import entity, record


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
