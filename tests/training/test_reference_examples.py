"""The references that the model learns from say truly which part each word belongs to."""

import random

from training.references.examples import examples
from training.references.labelled import Letter, lettered, names_of, parts_of, text_of, wording_of
from training.references.noise import CLEAN, STRONG
from training.references.records import publication
from training.references.render import printed
from training.references.styles import HELD_OUT, STYLES
from training.references.train import styles_to_learn
from training.references.words import TRAINING


def one_of_each(*, noise=CLEAN, mixed=False, seed=1):
    return list(
        examples(
            len(STYLES), styles=STYLES, stock=TRAINING, noises=(noise,), mixed=mixed, seed=seed
        )
    )


class TestExamples:
    def test_are_the_same_for_the_same_seed(self):
        assert one_of_each(mixed=True) == one_of_each(mixed=True)
        assert one_of_each(seed=1) != one_of_each(seed=2)

    def test_keep_their_parts_through_the_faults_of_engines(self):
        for clean, read in one_of_each(noise=STRONG):
            assert len(text_of(read)) > len(text_of(clean)) / 2
            assert {letter.part for letter in read} <= {letter.part for letter in clean}

    def test_of_the_styles_kept_back_teach_nothing(self):
        taught = {style.name for style in styles_to_learn()}

        assert len(HELD_OUT) >= 5
        assert taught.isdisjoint(HELD_OUT)
        assert taught | HELD_OUT == {style.name for style in STYLES}


class TestStyles:
    def test_print_every_field_of_the_work_as_its_part(self):
        chance = random.Random(5)
        work = next(
            work
            for _ in range(500)
            if (work := publication(chance, TRAINING)).kind == "article"
            and len(work.authors) == 2
            and not work.thai
            and work.volume
        )
        style = next(style for style in STYLES if style.name == "AMA")

        letters = printed(work, style, chance)

        assert wording_of(letters, "volume") == work.volume
        assert wording_of(letters, "year")[:4] == str(work.year)
        assert wording_of(letters, "journal") == work.journal.short
        assert len(names_of(letters)) == 2

    def test_leave_no_mark_of_a_field_that_the_work_has_not(self):
        for clean, _ in one_of_each():
            assert not set("⟦⟧{}") & set(text_of(clean))


class TestParts:
    def test_tell_where_a_name_begins(self):
        letters = [
            *lettered("Marsh D", "author", name=1),
            *lettered(", "),
            *lettered("Oak E", "author", name=2),
        ]

        tokens, parts = parts_of(letters)

        assert [token.text for token in tokens] == ["Marsh", "D", ",", "Oak", "E"]
        assert parts == ["first", "author", "other", "first", "author"]

    def test_are_those_of_the_name_behind_a_thai_title(self):
        letters = [Letter(letter) for letter in "นางสาว"] + lettered("สมหญิง", "author", name=1)

        assert parts_of(letters)[1] == ["first"]
