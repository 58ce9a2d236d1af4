"""A token's word with flags in, all its forms in the pattern out."""

import pytest

from lintnews.hunspell import endings
from lintnews.model import LintNewsError, Severity, Source
from lintnews.vale.linter import ValeLinter
from lintnews.vale.settings import Choices


def _linter(tmp_path, text):
    (tmp_path / "A").mkdir(exist_ok=True)
    (tmp_path / "A" / "R.yml").write_text(text)
    return ValeLinter(Choices(styles_paths=(tmp_path,), styles=("A",)))


def _said(linter, text):
    return [text[slice(*finding.span)] for finding in linter.check(Source("a.txt", text)).findings]


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("carry/DGSR", "carry carries carried carrying carrier"),
        ("try/S", "try tries"),
        ("box/S", "box boxes"),
        ("play/DS", "play plays played"),
        ("rise/GSJ", "rise rises rising risings"),
        ("happy/PTU", "happy happiness happiest unhappy unhappiness"),
        ("Grafana/M", "Grafana Grafana's"),
        ("lock/UD", "lock locked unlock unlocked"),
        ("agree/B", "agree agreeable"),
        ("move/BLV", "move movable movement movive"),
    ],
)
def test_a_words_flags_name_its_forms(entry, forms):
    word, _, flags = entry.partition("/")
    assert set(endings.forms(endings.english(), word, flags)) == set(forms.split())


def test_an_affix_may_allow_another():
    affixes = endings.read(b"SET UTF-8\nSFX A Y 1\nSFX A 0 er/B .\nSFX B Y 1\nSFX B 0 s .\n", "x.aff")
    assert endings.forms(affixes, "walk", "A") == ["walk", "walker", "walkers"]


def test_a_flag_that_is_unknown_is_told_with_those_there_are():
    with pytest.raises(LintNewsError, match="`9` is no flag of an affix; there are A, B, C"):
        endings.forms(endings.english(), "walk", "S9")


def test_affixes_that_allow_one_another_without_end_are_told():
    rows = "".join(f"SFX A 0 s{number}/A .\n" for number in range(100))
    with pytest.raises(LintNewsError, match="more than 2,000 forms of one word"):
        endings.forms(endings.read(f"SET UTF-8\nSFX A Y 100\n{rows}".encode(), "x.aff"), "walk", "A")


def test_a_rules_tokens_stand_for_all_their_forms(tmp_path):
    linter = _linter(
        tmp_path, "extends: existence\nmessage: m\naffix: en_US-web\ntokens: [leverage/DGS, and\\/or, '\\bjump/DGS the gun']\n"
    )
    assert _said(linter, "Leverages leveraged and/or they jumped the gun, or jump the gun\n") == [
        "leveraged", "and/or", "jumped the gun", "jump the gun",
    ]  # fmt: skip


def test_the_keys_of_a_substitution_stand_for_all_their_forms(tmp_path):
    linter = _linter(tmp_path, "extends: substitution\nmessage: '%s, not %s'\naffix: en_US-web\nswap: {utilize/DGS: use}\n")
    (finding,) = linter.check(Source("a.txt", "It utilized the utilization.\n")).findings
    assert (finding.message, finding.severity) == ("use, not utilized", Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("affix: en_US-web\ntokens:\n  - and/or\n", "R.yml:5: `and/or`: `o` is no flag of an affix; there are A, B,"),
        ("affix: en_US-web\ntokens:\n  - '[Ll]everage/S'\n", "R.yml:5: `[Ll]everage/S`: `[Ll]everage` must be a plain word to have flags"),
        ("affix: none\ntokens: [a]\n", "R.yml:3: there is no file `none.aff` in config/dictionaries"),
        ("affix: ../x\ntokens: [a]\n", "R.yml:3: `../x.aff` leads out of the folder of the styles; name a file inside it"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, text, fault):
    (told,) = _linter(tmp_path, f"extends: existence\nmessage: m\n{text}").faults
    assert f"/A/{fault}" in told


def test_a_slash_in_a_rule_without_affixes_is_a_slash(tmp_path):
    assert _said(_linter(tmp_path, "extends: existence\nmessage: m\ntokens: [and/or]\n"), "this and/or that") == ["and/or"]
