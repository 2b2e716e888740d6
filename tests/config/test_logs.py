"""What a log may say of an error."""

import logging
import sys

from chapwai.config.logs import WordlessFormatter


def logged(error):
    try:
        raise error
    except type(error):
        record = logging.LogRecord("chat", 40, "", 1, "event 7 failed", (), sys.exc_info())
    return WordlessFormatter("%(message)s").format(record)


class TestWordlessFormatter:
    def test_names_the_kind_of_error_and_where_it_happened(self):
        said = logged(ValueError("Tonkla <tonkla@riverside.example>"))

        assert "event 7 failed" in said
        assert "in logged" in said
        assert "builtins.ValueError" in said

    def test_repeats_no_word_of_the_error_nor_of_its_cause(self):
        error = ValueError("Tonkla")
        error.__cause__ = KeyError("tonkla@riverside.example")

        said = logged(error)

        assert "Tonkla" not in said
        assert "tonkla@" not in said
        assert "builtins.KeyError" in said

    def test_ends_where_errors_refer_to_each_other_in_a_circle(self):
        error, other = ValueError("one"), KeyError("two")
        error.__cause__, other.__cause__ = other, error

        assert logged(error).count("builtins.ValueError") == 1
