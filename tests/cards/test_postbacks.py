"""Buttons are signed."""

import pytest

from chapwai.cards.postbacks import Postback, PostbackTooLong, Press, postback, read_postback


class TestPostback:
    def test_is_read_as_it_was_written(self):
        assert read_postback(postback(Press.NO, "A123")) == Postback("no", "A123", "")
        assert read_postback(postback(Press.NO, "A123", "Embargo")) == Postback(
            "no", "A123", "Embargo"
        )

    def test_has_the_form_that_was_agreed(self):
        version, verb, subject, signature = postback(Press.NO, "A123").split(":")

        assert (version, verb, subject) == ("v1", "no", "A123")
        assert 8 <= len(signature) <= 16

    @pytest.mark.parametrize(
        "tamper",
        [
            lambda data: data.replace("A123", "A124"),
            lambda data: data.replace("no", "cancel"),
            lambda data: data.replace("v1", "v2"),
            lambda data: data[:-1],
            lambda data: data + "A",
            lambda data: data.rpartition(":")[0],
            lambda data: "v1:no:A123:",
            lambda data: "v1:no:A123:ก",
            lambda data: "",
            lambda data: "รับ A123",
        ],
    )
    def test_is_refused_when_it_is_not_ours(self, tamper):
        assert read_postback(tamper(postback(Press.NO, "A123"))) is None

    def test_is_worth_nothing_under_another_key(self, settings):
        data = postback(Press.NO, "A123")

        settings.SECRET_KEY = "another"

        assert read_postback(data) is None

    def test_fits_into_what_line_takes(self):
        assert len(postback(Press.FILE_FOR, str(2**63), "ZZ999")) <= 300
        with pytest.raises(PostbackTooLong):
            postback(Press.NO, "A" * 300)
