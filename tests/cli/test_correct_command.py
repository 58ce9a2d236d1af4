from __future__ import annotations

import pytest

from lintnews.correction import read

NOTE = "Correction: An earlier version of this article misspelled the name of the mayor. It is Anna Kowalska, not Ana Kowalski."


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        (NOTE, "Ana Kowalski", "Anna Kowalska"),
        ("CORRECTION: A previous version of this piece cited Tarn instead of Tarnow in the ninth paragraph.", "Tarn", "Tarnow"),
        (
            "An earlier version referred to Vellish Minister Oskar Brandt as Oskar Brand. We regret the error.",
            "Oskar Brand",
            "Oskar Brandt",
        ),
        ("This story has been corrected to reflect that Brandt wants to widen Route 7, not Route 9.", "Route 9", "Route 7"),
        ("An earlier version stated, incorrectly, that it cost $5 million. The correct figure is $5 billion.", "$5 million", "$5 billion"),
        ("The story mistook the Guild of Bakers for the Guild of Brewers.", "Guild of Brewers", "Guild of Bakers"),
        ("Earlier versions misspelled the name of Ellen Marlowe as Ellen Marlow.", "Ellen Marlow", "Ellen Marlowe"),
        ("The head of the Tide Survey is Ines Carroway. The story misspelled her surname as Carraway.", "Carraway", "Carroway"),
        ("The story included the words “bread security” in a quote. He spoke of “border security.”", "bread security", "border security"),
        ("A story on Friday reported erroneously that 12 homes burned in Tarn. The correct number is 21.", "12", "21"),
        ("The article originally said the mill was worth $3 million. It was worth $3 billion.", "$3 million", "$3 billion"),
        ("We said the bridge of Orm was built in 1654; it was built in 1645.", "1654", "1645"),
        ("This version CORRECTS the spelling of the sheriff’s name to Hodges, instead of Hodge.", "Hodge", "Hodges"),
        ("The article was amended to correct the name of the fund from Shelter Line to Shelterline.", "Shelter Line", "Shelterline"),
        ("An earlier version said that the river was the Orm, when it is the Tarn.", "Orm", "Tarn"),
        ("An article named the director as Pedro Alonso. He is Pablo Alonso.", "Pedro Alonso", "Pablo Alonso"),
        ("The story misstated the title of Jane Roe. She is the deputy mayor, not the mayor.", "mayor", "deputy mayor"),
        ("A feature gave the height of Mount Orm as 3,557 feet; that should have been metres.", "feet", "metres"),
        ("Homophone corner: “He would not be phased by it” (Fazed, not phased).", "phased", "Fazed"),
        ("The caption should have identified the goalkeeper as Luis Prado instead of Luis Pardo.", "Luis Pardo", "Luis Prado"),
        ("The paper misquoted Ms. Ogden. She said “We can win this,” not “We can’t win this.”", "We can’t win this", "We can win this"),
        ("The mill employs 1,200 people, not 12,000.", "12,000", "1,200"),
        ("An earlier version of this post said the law took effect in January. It took effect in July.", "January", "July"),
    ],
)
def test_a_printed_correction_is_understood(note, wrong, right):
    told = read(note)
    assert (told.wrong, told.right) == (wrong, right)


def test_a_rule_is_written_with_examples_that_pass_and_catches_the_slip(desk, run):
    (desk / "old.txt").write_text("The mayor, Ana Kowalski, cut the bread.\n")
    code, out, err = run("correct", NOTE, "--sweep", "old.txt")
    assert (code, err) == (1, "")
    assert "Wrote house/corrections/anna-kowalska.yml: 2 examples, all as marked" in out
    assert "old.txt:1  The mayor, Ana Kowalski, cut the bread." in out
    assert run("test", "house/corrections/anna-kowalska.yml").code == 0
    (desk / "lintnews.yaml").write_text("rules: [house]\nselect: [corrections]\n")
    assert "Anna Kowalska" in run("check", "old.txt", "--format", "concise").out


def test_the_index_of_earlier_stories_is_swept(desk, run):
    (desk / "old.txt").write_text("The mayor, Ana Kowalski, cut the bread.\n")
    run("archive", "index", "old.txt")
    code, out, _ = run("correct", NOTE)
    assert code == 1
    assert "The same slip stands 1 time" in out


def test_words_that_are_right_elsewhere_are_told_in_their_stories_alone(desk, run):
    note = "This story has been corrected to reflect that Brandt met the herring men, not the bakers."
    assert run("correct", note, "--wrong", "bakers", "--right", "herring men", "--name", "corrections.herring").code == 0
    (desk / "lintnews.yaml").write_text("rules: [house]\nselect: [corrections]\n")
    (desk / "one.txt").write_text("Oskar Brandt met the bakers.\n")
    (desk / "two.txt").write_text("The mayor met the bakers.\n")
    out = run("check", "one.txt", "two.txt", "--format", "concise").out
    assert "one.txt" in out
    assert "two.txt" not in out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["An earlier version misstated the number of seats."], "add --wrong WORDS and --right WORDS"),
        (["It was 9, not 7."], "“7” is right in other stories; add --near WORDS"),
        ([NOTE, "--name", "../x"], "is no name of a rule"),
        ([], "give the text of the correction"),
        (["Correction: An earlier version of this story misstated the date of the fair. " * 5], "does not say in so many words"),
        (
            ["A previous version of this story incorrectly said Roe voted against the bill. She voted for it."],
            "does not say in so many words",
        ),
        (["An article about pot overstated the risk of a fall. It also overstated the number of mills."], "does not say in so many words"),
        (["a\0b"], "does not say in so many words"),
    ],
)
def test_what_no_rule_can_be_made_of_is_told_and_nothing_is_written(desk, run, args, said):
    code, out, err = run("correct", *args)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (desk / "house" / "corrections").exists()


def test_a_rule_that_is_there_is_not_written_over(desk, run):
    run("correct", NOTE)
    code, _, err = run("correct", NOTE)
    assert code == 2
    assert "give another --name" in err


def test_the_rule_can_be_looked_at_first(desk, run):
    out = run("correct", NOTE, "--dry-run").out
    assert "extends: substitution" in out
    assert not (desk / "house" / "corrections").exists()
