"""Which reader understands a page: the stricter ones are asked first."""

from collections.abc import Sequence

from chapwai.citations.description import Description
from chapwai.citations.layouts.publisher import read_publisher
from chapwai.citations.layouts.pubmed import read_pubmed
from chapwai.citations.layouts.unknown import read_unknown
from chapwai.citations.lines import Line


def describe_page(lines: Sequence[Line]) -> list[Description]:
    """Every article that the page itself is about, in reading order; empty if it is about none."""
    for reader in (read_pubmed, read_publisher):
        if description := reader(lines):
            return [description]
    return read_unknown(lines)
