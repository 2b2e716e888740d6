"""What the librarians' guides say one can type is understood."""

import re

import pytest

from chapwai.chat.words import Intent, understand
from tests.checkout import DOCS

GUIDES = sorted((DOCS / "guides").glob("*.md"))
TABLE_LINE = re.compile(r"^\| `([^`]+)` ?([^|]*)\|", re.MULTILINE)


class TestEveryGuide:
    @pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
    def test_names_only_words_that_are_understood(self, guide):
        lines = TABLE_LINE.findall(guide.read_text("utf-8"))

        misread = [words for words, how in lines if understood(words, how) is Intent.NONE]

        assert len(lines) >= 10
        assert not misread

    @pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
    def test_knows_every_command_that_takes_a_number(self, guide):
        lines = TABLE_LINE.findall(guide.read_text("utf-8"))

        taught = {understood(words, how) for words, how in lines if "A123" in words}

        assert taught == {
            Intent.CLAIM,
            Intent.NOT_HELD,
            Intent.RELEASE,
            Intent.CANCEL,
            Intent.STATUS,
        }


def understood(words, how):
    """What the service takes the words for; `how` says whether they answer a card."""
    return understand(words, quoting=bool(how.strip())).intent
