from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import Linter
from lintnews.ledger import Story, language
from lintnews.rule import FOREIGN

StoryOf = Callable[..., Story]

COPY = {
    "en": "The council voted on Monday to close the bridge. The mayor said that the work would be done by the end of the year.",
    "fr": "Le conseil a voté lundi la fermeture du pont. Le maire a dit que les travaux seraient finis et que la ville est prête.",
    "de": "Der Stadtrat hat am Montag beschlossen, die Brücke zu schließen, und der Bürgermeister sagte, dass sie alt ist.",
    "es": "El ayuntamiento aprobó el lunes el cierre del puente. La alcaldesa dijo que las obras no se harán hasta el fin de año.",
    "pl": "Rada miasta zdecydowała w poniedziałek o zamknięciu mostu. Burmistrz powiedziała, że prace zakończą się do końca roku i że nie "
    "będzie to dalej odkładane, bo nie ma na to czasu.",
    "cyrillic": "Городской совет в понедельник решил закрыть мост. Мэр сказала, что работы закончатся до конца года.",
}
QUOTED = (
    "“Nosotros no queremos que el puente se cierre, porque la gente de la isla no tiene otra forma de llegar al hospital, y el alcalde lo "
    "sabe, pero no hace nada por ellos ni por los niños de la escuela que cruzan cada día,” she said in Spanish. Nobody answered."
)
NAMES = (
    "The players: Virgil van Dijk, Frenkie de Jong, Matthijs de Ligt, Stefan de Vrij, Donny van de Beek, Wout van der Sar, Daley de Blind."
)


@pytest.mark.parametrize("tag", COPY)
def test_a_story_is_of_the_language_of_its_common_words(story: StoryOf, tag: str) -> None:
    assert language.of(story(f"Bridge\n\n{COPY[tag]}\n")) == tag


@pytest.mark.parametrize("copy", [QUOTED, NAMES, "Pier sold"])
def test_foreign_quotations_and_names_make_no_foreign_story(story: StoryOf, copy: str) -> None:
    assert language.of(story(f"{copy}\n")) == ""


def test_the_head_tells_of_copy_that_does_not(story: StoryOf) -> None:
    assert language.of(story("---\nlang: fr-CA\n---\nPont.\n")) == "fr"
    assert language.of(story(f"---\nlang: fr\n---\n{COPY['en']}\n")) == "en"


@pytest.mark.parametrize(("tag", "copy", "differs"), [("ru", "cyrillic", False), ("en", "cyrillic", True), ("de-AT", "de", False)])
def test_a_tag_is_held_against_copy_as_far_as_they_can_be_told_apart(tag: str, copy: str, differs: bool) -> None:
    assert language.differs(tag, COPY[copy]) is differs


def test_a_foreign_story_gets_one_notice_and_no_finding_of_english(linter: Linter) -> None:
    found = linter.check(f"{COPY['de']} Er sagte zwei mal hat hat, an der Brücke.\n").findings
    assert [finding.rule for finding in found] == [FOREIGN]
    assert "reads like German" in found[0].message


def test_what_the_head_says_needs_no_notice(linter: Linter) -> None:
    assert linter.check(f"---\nlanguage: de\n---\n{COPY['de']}\n").findings == ()
    assert linter.check(f'<html lang="de"><body><article><p>{COPY["de"]}</p></article></body></html>', "story.html").findings == ()


def test_rules_of_any_language_are_asked(linter: Linter) -> None:
    rules = [finding.rule for finding in linter.check(f"---\nlanguage: en\n---\n{COPY['de']} IchÃ¤\n").findings]
    assert "production.language" in rules
    assert "copy.mojibake" in rules
