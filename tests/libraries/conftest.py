"""Network files as they are written to disk."""

import pytest

from chapwai.libraries.network_file import read_network_file
from tests.libraries.network_texts import NETWORK


@pytest.fixture
def network_file(tmp_path):
    """Read the small network, with some of its words replaced by others."""

    def read(*replacements, text=NETWORK, name="network.toml"):
        for before, after in replacements:
            assert before in text
            text = text.replace(before, after, 1)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_network_file(path)

    return read
