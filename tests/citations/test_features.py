"""What the model is told of the tokens of a reference."""

from chapwai.citations.references.features import features_of
from chapwai.citations.references.tokens import tokens_of


def told(text, start):
    """For each token the features that begin so, without that beginning."""
    return [
        [one.removeprefix(start) for one in features if one.startswith(start)]
        for features in features_of(tokens_of(text))
    ]


class TestFeatures:
    def test_tell_of_three_neighbours_on_both_sides(self):
        first, *_, last = features_of(tokens_of("Marsh, 2019"))

        assert {"-1end", "-3end", "1m=,", "2n=year", "3end"} <= set(first)
        assert {"-1m=,", "-2sh=Xxxx", "1end"} <= set(last)

    def test_tell_which_tokens_touch(self):
        assert told("12(3) 41", "glue=") == [["01"], ["11"], ["11"], ["10"], ["00"]]

    def test_count_the_years_before_and_behind_a_token(self):
        assert told("Marsh 2019 to 2021", "years=") == [["0/2"], ["0/2"], ["1/1"], ["1/1"]]

    def test_count_no_further_than_nine_years(self):
        *_, last = told("2019 " * 10 + "Marsh", "years=")

        assert last == ["2/1"]
